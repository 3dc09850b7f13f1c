import { type Cell, isCell, LocalCells, nameOf, seenOf } from "./cells";
import { takeOverTable } from "./cell-table";
import { blockOf, hasHead, placeOf, putDown, rowsOf } from "./paste";
import { pageNow, takeOver, tokenOf } from "./passages";

interface Saved {
  made: Record<string, number>;
  unknown: Place[];
  removed: Place[];
  conflicts: (Place & { text: string; now: string })[];
}

interface Place {
  indicator: number;
  column: string;
}

/** Browsers carry at most 64 KiB past the end of a page. */
const CARRIED = 60_000;

/** How long what was sent last may take to arrive, in milliseconds. */
const ARRIVING = 2_000;

/**
 * A table of cells that behaves as a spreadsheet does: arrow keys, Enter down, a pasted block, one undo. Each change is
 * saved at once; what the server does not have yet stays in this browser. Without script the same table is one form.
 */
export function watchGrids(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-grid]")) new Grid(form).watch();
}

class Grid {
  private readonly status: HTMLElement | null;
  private readonly local: LocalCells;
  private readonly changed = new Set<HTMLInputElement>();
  private readonly sending = new Map<HTMLInputElement, string>();
  /** What a person has to look at before it is saved: the reason, by cell. */
  private readonly refused = new Map<HTMLInputElement, string>();
  /** Those of them that the person came back to: what is typed now is meant to stand. */
  private readonly read = new Set<HTMLInputElement>();
  private waiting: number | undefined;
  private sent = Promise.resolve(true);
  /** A page that was asked for before the newest save shows what was before it. */
  private turn = 0;
  private isLeaving = false;

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector("[data-kept]");
    this.local = new LocalCells(form);
  }

  watch(): void {
    this.form.addEventListener("keydown", (event) => this.move(event));
    this.form.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("submit", (event) => void this.submit(event));
    this.form.addEventListener("input", (event) => {
      if (isCell(event.target)) this.note(event.target);
    });
    this.form.addEventListener("focusin", (event) => {
      if (!isCell(event.target)) return;
      event.target.select();
      if (this.refused.has(event.target)) this.read.add(event.target);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.leave();
      else this.again();
    });
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("pageshow", () => (this.isLeaving = false));
    window.addEventListener("online", () => this.again());
    void this.putBack();
  }

  private rows(): HTMLInputElement[][] {
    return rowsOf(this.form, 'input[name^="c:"]');
  }

  private move(event: KeyboardEvent): void {
    // Enter that ends a conversion belongs to the input method.
    if (!isCell(event.target) || event.isComposing || event.keyCode === 229) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && this.changed.size + this.sending.size === 0) {
      event.preventDefault();
      void this.undo();
      return;
    }
    const cell = event.target;
    const steps: Record<string, [number, number]> = {
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    const whole = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    if (event.key === "ArrowLeft" && !whole && cell.selectionStart !== 0) return;
    if (event.key === "ArrowRight" && !whole && cell.selectionEnd !== cell.value.length) return;
    event.preventDefault();
    const rows = this.rows();
    const [row, column] = placeOf(rows, cell);
    rows[row + step[0]]?.[column + step[1]]?.focus();
  }

  private paste(event: ClipboardEvent): void {
    const block = blockOf(event);
    if (!isCell(event.target) || block === undefined || event.target.readOnly) return;
    event.preventDefault();
    const [first, from] = placeOf(this.rows(), event.target);
    if (first + block.split("\n").length > this.rows().length || block.includes('"') || hasHead(block)) {
      // Rows that are not there yet are made by the server, which also knows a head row: the whole block goes to it as the form would send it.
      this.sendBlock(block, first, from);
      return;
    }
    for (const cell of putDown(block, this.rows(), event.target)) this.note(cell, 0);
  }

  private sendBlock(block: string, row: number, column: number): void {
    const columns = this.form.querySelector<HTMLSelectElement>("#from-column")!;
    this.form.querySelector<HTMLTextAreaElement>("#block")!.value = block;
    this.form.querySelector<HTMLInputElement>("#from-row")!.value = String(row + 1);
    const options = [...columns.options].filter((option) => option.value !== "");
    columns.value = options[column]?.value ?? columns.value;
    this.form.requestSubmit(this.form.querySelector<HTMLButtonElement>('button[value="paste"]'));
  }

  private note(cell: HTMLInputElement, pause = 700): void {
    this.local.keep(cell);
    // Whoever goes on typing has not read yet what another wrote there.
    if (this.refused.has(cell) && !this.read.has(cell)) return;
    this.refused.delete(cell);
    this.changed.add(cell);
    this.say("wait");
    this.later(pause);
  }

  private later(pause: number): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.flush(), pause);
  }

  /** Sends what is not sent yet, one request after the other; false where something could not be kept. */
  private flush(): Promise<boolean> {
    window.clearTimeout(this.waiting);
    this.sent = this.sent.then(async () => (this.changed.size === 0 ? true : await this.save([...this.changed])));
    return this.sent;
  }

  private again(): void {
    if (this.changed.size > 0) void this.flush();
  }

  /** What is typed goes to the server before the form does: neither overtakes the other. */
  private async submit(event: SubmitEvent): Promise<void> {
    if (this.changed.size + this.sending.size === 0) {
      this.isLeaving = true;
      return;
    }
    event.preventDefault();
    if (await this.flush()) this.form.requestSubmit(event.submitter);
  }

  /** A page that goes away does not wait for an answer. What is still on its way as a new row is not sent twice. */
  private leave(): void {
    window.clearTimeout(this.waiting);
    if (this.isLeaving) return;
    const made = new Set([...this.sending.keys()].map((cell) => nameOf(cell).row).filter((row) => row <= 0));
    const cells = [...this.changed].filter((cell) => !made.has(nameOf(cell).row));
    if (cells.length > 0) void this.save(cells, new Map(this.sending));
    else if (this.changed.size > 0) this.later(700);
  }

  private async save(cells: HTMLInputElement[], before?: Map<HTMLInputElement, string>): Promise<boolean> {
    this.say("wait");
    const body = this.body();
    for (const cell of cells) {
      this.changed.delete(cell);
      this.sending.set(cell, cell.value);
      this.local.keep(cell, cell.value);
      body.set(cell.name, cell.value);
      body.set(seenOf(cell).name, (before?.get(cell) ?? seenOf(cell).value).trim());
    }
    const texts = cells.map((cell): Cell => [cell, body.get(cell.name)!]);
    const saved = await this.send("/cells", body);
    if (saved) for (const old of this.form.querySelectorAll(":scope > .notice.bad")) old.remove();
    for (const [cell, text] of texts) if (this.sending.get(cell) === text) this.sending.delete(cell);
    if (saved) return this.kept(saved, texts);
    for (const cell of cells) this.changed.add(cell);
    return false;
  }

  private async undo(): Promise<void> {
    const saved = await this.send("/cells/undo", this.body());
    if (!saved) return;
    await this.refresh(true);
    for (const place of saved.conflicts) this.cellAt(place)?.setAttribute("aria-invalid", "true");
    this.say(saved.conflicts.length > 0 ? "conflict" : "yes");
  }

  private body(): URLSearchParams {
    return new URLSearchParams({ __RequestVerificationToken: tokenOf(this.form) });
  }

  /** What the server made of it; undefined, after words to the person, when it took nothing. */
  private async send(page: string, body: URLSearchParams): Promise<Saved | undefined> {
    this.turn++;
    try {
      const answer = await fetch(this.form.dataset.grid + page, {
        method: "POST",
        body,
        keepalive: body.toString().length < CARRIED,
      });
      if (answer.ok) return (await answer.json()) as Saved;
      if (answer.status === 409) {
        // Trying again does not help: the person reads why.
        const { fault } = (await answer.json()) as { fault: string };
        this.tell(fault, "alert");
        if (this.status) this.status.textContent = "";
        return undefined;
      }
      this.say(answer.status === 401 ? "out" : "no");
    } catch {
      this.say("no");
    }
    this.later(10_000);
    return undefined;
  }

  private kept(saved: Saved, texts: Cell[]): boolean {
    const refused = this.refuse(saved);
    for (const [cell, text] of texts) {
      if (refused.has(cell)) continue;
      this.local.forget(cell);
      // The next text goes on from this one.
      seenOf(cell).value = text.trim();
      if (cell.value === text) this.changed.delete(cell);
    }
    this.rename(saved.made);
    for (const cell of [...this.changed, ...this.refused.keys()]) this.local.keep(cell);
    const state = stateOf(saved);
    // What was typed meanwhile is not saved yet.
    this.say(state === "yes" && this.changed.size > 0 ? "wait" : state);
    if (this.changed.size > 0) this.later(700);
    void this.refresh();
    return refused.size === 0;
  }

  /** Cells that hold what was not kept: the text stays in them and in this browser, and is not sent again by itself. */
  private refuse(saved: Saved): Set<HTMLInputElement> {
    const cells = new Set<HTMLInputElement>();
    const put = (place: Place, why: string): void => {
      const cell = this.cellAt(place);
      if (!cell) return;
      cells.add(cell);
      this.changed.delete(cell);
      this.read.delete(cell);
      this.refused.set(cell, why);
      this.mark(cell, why);
    };
    const words = this.status?.dataset ?? {};
    for (const place of saved.unknown) put(place, words.lost ?? "");
    for (const place of saved.removed) put(place, words.removed ?? "");
    for (const clash of saved.conflicts) {
      put(clash, (words.clash ?? "").replace("{0}", clash.now).replace("{1}", clash.text));
      const cell = this.cellAt(clash);
      // This browser keeps on which text it was written; the form, once the person has read the other, replaces it.
      if (cell) seenOf(cell).value = clash.now;
    }
    return cells;
  }

  private cellAt(place: Place): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>(`input[name="c:${place.indicator}:${place.column}"]`);
  }

  /** New rows go on under the numbers that the server gave them. */
  private rename(made: Record<string, number>): void {
    for (const [row, number] of Object.entries(made)) {
      const line = this.form.querySelector<HTMLElement>(`tr[data-row="${row}"]`);
      if (!line) continue;
      line.dataset.row = String(number);
      for (const input of line.querySelectorAll<HTMLInputElement>("input")) {
        if (isCell(input)) this.local.forget(input);
        const [kind, , column] = input.name.split(":");
        input.name = `${kind}:${number}:${column}`;
      }
    }
  }

  /** Takes over totals, faults and new rows as the server sees them; what is in hand stays. */
  private async refresh(isUndone = false): Promise<void> {
    const turn = ++this.turn;
    const page = await pageNow();
    if (!page || turn !== this.turn) return;
    takeOver(page, this.form);
    const table = this.form.querySelector<HTMLTableElement>("table")!;
    const now = page.querySelector<HTMLTableElement>("form[data-grid] table");
    if (!now) return;
    takeOverTable(table, now, (cell) => {
      const isHeld = this.changed.has(cell) || this.sending.has(cell) || this.refused.has(cell);
      return isHeld || (!isUndone && cell === document.activeElement);
    });
    for (const [cell, why] of this.refused) this.mark(cell, why);
  }

  private mark(cell: HTMLInputElement, why: string): void {
    const id = cell.id + "-error";
    cell.setAttribute("aria-invalid", "true");
    cell.setAttribute("aria-describedby", id);
    cell.parentElement!.querySelector(".error-text")?.remove();
    const words = document.createElement("p");
    [words.className, words.id, words.textContent] = ["error-text", id, why];
    cell.parentElement!.append(words);
  }

  /** What an earlier page could not send; on what it was written, so that another's figure is not replaced unseen. */
  private async putBack(): Promise<void> {
    if (this.local.isRowUnderWay(this.rows().flat())) {
      // The page before sent a new row as it went away: sent again, it would stand there twice.
      await new Promise((done) => window.setTimeout(done, ARRIVING));
      await this.refresh();
      this.say("yes");
    }
    const { back, gone } = this.local.left(this.rows().flat());
    for (const [cell, left] of back) {
      cell.value = left.text;
      seenOf(cell).value = left.seen;
      this.note(cell);
    }
    if (back.length > 0) this.say("local");
    else if (gone.length > 0) this.say("");
    if (gone.length === 0 || !this.status?.dataset.gone) return;
    this.tell(this.status.dataset.gone.replace("{0}", gone.join(" / ")), "status");
  }

  /** Above the table, once for each thing that is said. */
  private tell(words: string, role: "alert" | "status"): void {
    const said = [...this.form.querySelectorAll(":scope > .notice > p")];
    if (said.some((one) => one.textContent === words)) return;
    const notice = document.createElement("div");
    notice.className = role === "alert" ? "notice bad" : "notice look";
    notice.setAttribute("role", role);
    notice.append(document.createElement("p"));
    notice.firstElementChild!.textContent = words;
    this.form.prepend(notice);
  }

  private say(state: string): void {
    const words = this.status?.dataset[state] ?? "";
    // Said once only to those who hear it.
    if (this.status && this.status.textContent !== words) this.status.textContent = words;
  }
}

function stateOf(saved: Saved): string {
  if (saved.removed.length > 0) return "removed";
  return saved.unknown.length > 0 ? "lost" : saved.conflicts.length > 0 ? "conflict" : "yes";
}
