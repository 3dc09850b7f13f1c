/**
 * Saves each passage of a plan a moment after somebody stops typing. What the server does not have yet stays in this
 * browser, so that neither a crash nor an ended session loses it.
 */
export function watchPassages(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form.passages")) {
    for (const field of form.querySelectorAll<HTMLElement>("[data-passage]")) watchPassage(form, field);
  }
}

function watchPassage(form: HTMLFormElement, field: HTMLElement): void {
  const key = field.dataset.passage!;
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]")!;
  const seen = field.querySelector<HTMLInputElement>(`input[name="seen:${key}"]`)!;
  const settles = field.querySelector<HTMLInputElement>(`input[name="settles:${key}"]`);
  const status = field.querySelector<HTMLElement>("[data-kept]")!;
  const local = `shirube:${form.dataset.person}:${form.dataset.plan}:${key}`;
  let waiting: number | undefined;
  let sent = Promise.resolve();
  // Under which number the server keeps this window's text beside another's.
  let rival: number | null = null;

  const say = (state: string): void => {
    status.textContent = status.dataset[state] ?? "";
  };

  const save = async (leaving = false): Promise<void> => {
    const text = input.value;
    const body = new URLSearchParams({ key, text, seen: seen.value });
    body.set("__RequestVerificationToken", tokenOf(form));
    if (rival !== null) body.set("rival", String(rival));
    try {
      const answer = await fetch(`${form.dataset.plan}/passages`, {
        method: "POST",
        body,
        // Browsers carry at most 64 KiB past the end of a page; what is longer is put back from this browser.
        keepalive: leaving,
      });
      if (answer.status === 401) say("out");
      else if (!answer.ok) await refused(answer);
      else await kept(text, (await answer.json()) as { revision: number; rival: number | null });
    } catch {
      say("no");
    }
    if (status.textContent === status.dataset.no || status.textContent === status.dataset.out) later(10_000);
  };

  const refused = async (answer: Response): Promise<void> => {
    say("no");
    if (answer.status === 409) status.textContent = ((await answer.json()) as { fault: string }).fault;
  };

  const kept = async (text: string, answer: { revision: number; rival: number | null }): Promise<void> => {
    rival = answer.rival;
    if (rival !== null) {
      // The server has it, beside the other text.
      if (input.value === text) forget(local);
      say("rival");
      return;
    }
    seen.value = String(answer.revision);
    if (input.value === text) {
      forget(local);
      say("yes");
    }
    await refreshLive();
  };

  const later = (pause = 800): void => {
    // Two texts are put together by a person, who then presses the button.
    if (settles) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      waiting = undefined;
      if (rival === null) say("wait");
      sent = sent.then(() => save());
    }, pause);
  };

  const left = recall(local);
  if (left?.settles && settles && left.text !== input.value && !input.readOnly) {
    // Half put together: a person goes on, and presses the button in the end.
    input.value = left.text;
    say("settling");
  } else if (left && left.text !== input.value && !input.readOnly && !settles) {
    // On what it was written: where somebody saved meanwhile, the server keeps both.
    input.value = left.text;
    seen.value = left.seen;
    say("local");
    later();
  } else if (left && left.text === input.value) forget(local);

  const count = field.querySelector<HTMLElement>("[data-count]")!;
  const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });
  input.addEventListener("input", () => {
    remember(local, { text: input.value, seen: seen.value, settles: settles !== null });
    const length = [...letters.segment(input.value.replaceAll("\n", ""))].length;
    count.textContent = (count.dataset.text ?? "{0}").replace("{0}", String(length));
    later();
  });
  form.addEventListener("submit", () => window.clearTimeout(waiting));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting !== undefined && !settles && recall(local))
      sent = sent.then(() => save(true));
  });
}

/** Takes over what the server shows now in the parts of the page that follow from what was saved. */
async function refreshLive(): Promise<void> {
  const page = await pageNow();
  if (page) takeOver(page);
}

/** This page as the server shows it now; undefined where it cannot be had. */
export async function pageNow(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.pathname);
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}

/** @param except What looks after its own parts. */
export function takeOver(page: Document, except?: HTMLElement): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live]")) {
    if (except?.contains(part)) continue;
    const now = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (now && now.innerHTML !== part.innerHTML) part.replaceChildren(...now.childNodes);
  }
}

export function tokenOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? "";
}

interface Left {
  text: string;
  seen: string;
  /** Written while two texts were put together. */
  settles?: boolean;
}

function remember(key: string, left: Left): void {
  try {
    localStorage.setItem(key, JSON.stringify(left));
  } catch {
    // A browser that keeps nothing saves to the server all the same.
  }
}

function recall(key: string): Left | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}

function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
