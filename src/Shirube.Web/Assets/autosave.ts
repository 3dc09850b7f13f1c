/** Keeps a form on the server a moment after each change, as its "keep" button does, without leaving the page. */
export function keepWhatIsTyped(form: HTMLFormElement): void {
  const status = form.querySelector<HTMLElement>("[data-kept]");
  let waiting: number | undefined;
  let sent = Promise.resolve();

  const keep = (leaving: boolean): void => {
    window.clearTimeout(waiting);
    waiting = undefined;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    body.set("do", "keep");
    // One after the other, so that an older state never comes last; not when the page goes away meanwhile.
    const send = async (): Promise<void> => {
      try {
        const answer = await fetch(form.action, { method: "POST", body, keepalive: leaving });
        // The session ended: what is typed stays on the page until somebody signs in, in another tab too.
        say(answer.status === 401 ? "out" : answer.ok ? (answer.headers.get("Shirube-Kept") ?? "no") : "no");
      } catch {
        say("no");
      }
    };
    if (leaving) void send();
    else sent = sent.then(send);
  };

  /** What the server made of it: yes, no, or which part of it needs a person. */
  const say = (kept: string): void => {
    if (status) status.textContent = status.dataset[kept] ?? "";
  };

  const later = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => keep(false), 800);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", () => window.clearTimeout(waiting));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting !== undefined) keep(true);
  });
}
