import { type LeftBehind, Unsent } from "./unsent";
import { Windows } from "./windows";

/**
 * Saves each passage of a plan a moment after somebody stops typing. What the server does not have yet stays in this
 * browser, so that neither a crash nor an ended session loses it.
 */
export function watchPassages(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form.passages")) {
    const windows = new Windows(`shirube:${form.dataset.person}:${form.dataset.plan}:${form.dataset.section}`);
    for (const field of form.querySelectorAll<HTMLElement>("[data-passage]")) watchPassage(form, field, windows);
  }
}

/** What the server made of a text: its revision, or the number under which it stands beside another. */
interface Kept {
  revision: number;
  rival: number | null;
}

const letters = new Intl.Segmenter("ja", { granularity: "grapheme" });

function watchPassage(form: HTMLFormElement, field: HTMLElement, windows: Windows): void {
  const key = field.dataset.passage!;
  const input = field.querySelector<HTMLInputElement | HTMLTextAreaElement>("textarea, input[type=text]")!;
  const seen = field.querySelector<HTMLInputElement>(`input[name="seen:${key}"]`)!;
  const settles = field.querySelector<HTMLInputElement>(`input[name="settles:${key}"]`);
  const status = field.querySelector<HTMLElement>("[data-kept]")!;
  const unsent = new Unsent(`shirube:${form.dataset.person}:${form.dataset.plan}:${key}`, windows);
  let waiting: number | undefined;
  let sent = Promise.resolve();
  // Under which number the server keeps this window's text beside another's.
  let rival: number | null = null;

  const say = (state: string): void => {
    status.textContent = status.dataset[state] ?? "";
  };

  const count = (): void => {
    const shown = field.querySelector<HTMLElement>("[data-count]")!;
    const length = [...letters.segment(input.value.replaceAll("\n", ""))].length;
    shown.textContent = (shown.dataset.text ?? "{0}").replace("{0}", String(length));
  };

  const send = (text: string, on: string, known: number | null, leaving = false): Promise<Response> => {
    const body = new URLSearchParams({ key, text, seen: on });
    body.set("__RequestVerificationToken", tokenOf(form));
    if (known !== null) body.set("rival", String(known));
    // Browsers carry at most 64 KiB past the end of a page; what is longer is put back from this browser.
    return fetch(`${form.dataset.plan}/passages`, { method: "POST", body, keepalive: leaving });
  };

  const save = async (leaving = false): Promise<void> => {
    const text = input.value;
    try {
      const answer = await send(text, seen.value, rival, leaving);
      if (answer.status === 401) say("out");
      else if (!answer.ok) await refused(answer);
      else await kept(text, (await answer.json()) as Kept);
    } catch {
      say("no");
    }
    if (status.textContent === status.dataset.no || status.textContent === status.dataset.out) later(10_000);
  };

  const refused = async (answer: Response): Promise<void> => {
    say("no");
    if (answer.status === 409) status.textContent = ((await answer.json()) as { fault: string }).fault;
  };

  const kept = async (text: string, answer: Kept): Promise<void> => {
    rival = answer.rival;
    if (rival !== null) {
      // The server has it, beside the other text.
      if (input.value === text) unsent.forget();
      say("rival");
      return;
    }
    seen.value = String(answer.revision);
    if (input.value === text) {
      unsent.forget();
      say("yes");
    } else keep();
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

  const keep = (): void =>
    unsent.keep({ text: input.value, seen: seen.value, settles: settles !== null, rival: rival ?? undefined });

  /** Goes on with what a closed window left; on what it was written: where somebody saved meanwhile, the server keeps both. */
  const take = (left: LeftBehind): void => {
    input.value = left.text;
    if (!settles) seen.value = left.seen;
    rival = left.rival ?? null;
    // Where the browser has no more room, the new entry takes that of the old one.
    left.forget();
    keep();
    count();
    // Half put together: a person goes on, and presses the button in the end.
    say(settles ? "settling" : "local");
    later();
  };

  /** What has no room in the field: the server keeps it beside the saved text. */
  const sendBeside = async (left: LeftBehind): Promise<void> => {
    try {
      const answer = await send(left.text, left.seen, left.rival ?? null);
      if (!answer.ok) return;
      left.forget();
      if (((await answer.json()) as Kept).rival !== null) say("rival");
      else await refreshLive();
    } catch {
      // It stays in this browser.
    }
  };

  const putBack = async (shown: string): Promise<void> => {
    const was = field.querySelector<HTMLInputElement>(`input[name="was:${key}"]`)?.value;
    const known = [was, ...[...field.querySelectorAll(".rival-texts .written")].map((text) => text.textContent)];
    const left = (await unsent.leftBehind()).filter((one) => {
      if (known.includes(one.text)) one.forget();
      return !known.includes(one.text) && (!settles || one.settles);
    });
    // Whoever began to type meanwhile goes on typing.
    const [newest, ...others] = input.value === shown && !unsent.isKept() ? left : [undefined, ...left];
    if (newest) take(newest);
    if (settles || others.length === 0) return;
    // The newest is the saved text before the others come to stand beside it.
    if (newest) {
      window.clearTimeout(waiting);
      waiting = undefined;
      sent = sent.then(() => save());
    }
    for (const one of others) sent = sent.then(() => sendBeside(one!));
  };
  if (!input.readOnly) void putBack(input.value);

  input.addEventListener("input", () => {
    keep();
    count();
    later();
  });
  form.addEventListener("submit", () => window.clearTimeout(waiting));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && waiting !== undefined && !settles && unsent.isKept())
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
