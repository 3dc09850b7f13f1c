import { keepWhatIsTyped } from "./autosave";

/**
 * The import review: the passage of the value in hand is shown in the document, doubts are counted as they are
 * settled, F8 goes to the next doubt (Shift+F8 back), Ctrl+Enter takes a value as right and goes on.
 */
export function watchReview(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-review]");
  if (!form) return;
  const passage = new PassageMark();
  form.addEventListener("focusin", (event) => {
    const value = valueOf(event.target);
    if (value) passage.show(value);
  });
  form.addEventListener("input", () => countDoubts(form));
  document.addEventListener("keydown", (event) => {
    if (event.key === "F8") {
      event.preventDefault();
      goToDoubt(form, event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      accept(form, valueOf(event.target));
    } else if (event.key === "Enter" && event.target instanceof HTMLInputElement && !event.isComposing) {
      // Enter in a field must not store anything; the button does.
      if (event.target.type === "text") event.preventDefault();
    }
  });
  form.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-next-doubt], .next-doubt");
    if (!link) return;
    event.preventDefault();
    goToDoubt(form, 1);
  });
  countDoubts(form);
  keepWhatIsTyped(form);
}

function valueOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(DOUBTABLE) : null;
}

/** What holds a value or a finding of the review. */
const DOUBTABLE = ".value, .findings > li";

/** Null in a finding, which has only its box. */
function field(value: Element): HTMLInputElement | HTMLTextAreaElement | null {
  return value.querySelector<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea');
}

function isOpen(value: Element): boolean {
  const accepted = value.querySelector<HTMLInputElement>('input[type="checkbox"]');
  const input = field(value);
  return value.hasAttribute("data-doubt") && !accepted?.checked && (!input || input.value === input.defaultValue);
}

function openDoubts(form: HTMLFormElement): Element[] {
  return [...form.querySelectorAll("[data-doubt]")].filter(isOpen);
}

function countDoubts(form: HTMLFormElement): void {
  for (const value of form.querySelectorAll("[data-doubt]")) value.classList.toggle("doubt", isOpen(value));
  const left = openDoubts(form).length;
  for (const place of form.querySelectorAll("[data-doubt-count]")) place.textContent = String(left);
}

function goToDoubt(form: HTMLFormElement, step: 1 | -1): void {
  const all = [...form.querySelectorAll(DOUBTABLE)];
  const here = all.indexOf(valueOf(document.activeElement) as Element);
  const order = all.map((_, index) => all[(here + step * (index + 1) + all.length * 2) % all.length]!);
  const next = order.find((value) => value !== all[here] && isOpen(value));
  if (!next) return;
  (field(next) ?? next.querySelector("input"))?.focus();
  next.scrollIntoView({ block: "center" });
}

function accept(form: HTMLFormElement, value: HTMLElement | null): void {
  const box = value?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (box && !box.checked) {
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
  countDoubts(form);
  goToDoubt(form, 1);
}

/** Marks lines, and within them the very passage where the browser can highlight without changing the page. */
class PassageMark {
  private marked: Element[] = [];

  show(value: HTMLElement): void {
    for (const line of this.marked) line.classList.remove("here");
    this.marked = [];
    const { line, endLine, column, length } = value.dataset;
    if (!line) return;
    for (let number = Number(line); number <= Number(endLine ?? line); number++) {
      const element = document.getElementById(`L${number}`);
      if (element) {
        element.classList.add("here");
        this.marked.push(element);
      }
    }
    this.highlight(Number(column), Number(length));
    this.scroll();
  }

  private highlight(column: number, length: number): void {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("passage");
    const text = this.marked[0]?.lastElementChild?.firstChild;
    if (!text || !(column >= 0) || !(length > 0)) return;
    const range = new Range();
    range.setStart(text, Math.min(column, text.textContent!.length));
    range.setEnd(text, Math.min(column + length, text.textContent!.length));
    CSS.highlights.set("passage", new Highlight(range));
  }

  private scroll(): void {
    const first = this.marked[0];
    const pane = first?.closest<HTMLElement>(".document");
    if (!first || !pane || pane.scrollHeight <= pane.clientHeight) return;
    const offset = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3 });
  }
}
