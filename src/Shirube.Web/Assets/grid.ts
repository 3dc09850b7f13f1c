import { blockOf, placeOf, putDown, rowsOf } from "./paste";
import { refreshLive, tokenOf } from "./passages";

interface Saved {
  made: Record<string, number>;
  unknown: number;
  conflicts: { indicator: number; column: string; text: string; now: string }[];
}

/**
 * A table of cells that behaves as a spreadsheet does: arrow keys, Enter down, a pasted block, one undo. Each change is
 * saved at once; without script the same table is one form.
 */
export function watchGrids(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-grid]")) new Grid(form).watch();
}

class Grid {
  private readonly status: HTMLElement | null;
  private changed = new Set<HTMLInputElement>();
  private waiting: number | undefined;
  private sent = Promise.resolve();

  constructor(private readonly form: HTMLFormElement) {
    this.status = form.querySelector("[data-kept]");
  }

  watch(): void {
    this.form.addEventListener("keydown", (event) => this.move(event));
    this.form.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("input", (event) => {
      if (isCell(event.target)) this.note(event.target);
    });
    this.form.addEventListener("focusin", (event) => {
      if (isCell(event.target)) event.target.select();
    });
  }

  private rows(): HTMLInputElement[][] {
    return rowsOf(this.form, 'input[name^="c:"]');
  }

  private move(event: KeyboardEvent): void {
    // Enter that ends a conversion belongs to the input method.
    if (!isCell(event.target) || event.isComposing || event.keyCode === 229) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && this.changed.size === 0) {
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
    if (first + block.split("\n").length > this.rows().length || block.includes('"')) {
      // Rows that are not there yet are made by the server: the whole block goes to it as the form would send it.
      this.sendBlock(block, first, from);
      return;
    }
    for (const cell of putDown(block, this.rows(), event.target)) this.changed.add(cell);
    this.later(0);
  }

  private sendBlock(block: string, row: number, column: number): void {
    const columns = this.form.querySelector<HTMLSelectElement>("#from-column")!;
    this.form.querySelector<HTMLTextAreaElement>("#block")!.value = block;
    this.form.querySelector<HTMLInputElement>("#from-row")!.value = String(row + 1);
    const options = [...columns.options].filter((option) => option.value !== "");
    columns.value = options[column]?.value ?? columns.value;
    this.form.requestSubmit(this.form.querySelector<HTMLButtonElement>('button[value="paste"]'));
  }

  private note(cell: HTMLInputElement): void {
    this.changed.add(cell);
    this.later(700);
  }

  private later(pause: number): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      this.say("wait");
      this.sent = this.sent.then(() => this.save());
    }, pause);
  }

  private async save(): Promise<void> {
    const cells = [...this.changed];
    this.changed.clear();
    const body = new URLSearchParams({ __RequestVerificationToken: tokenOf(this.form) });
    for (const cell of cells) {
      body.set(cell.name, cell.value);
      body.set(seenOf(cell).name, seenOf(cell).value);
    }
    await this.send("/cells", body, cells);
  }

  private async undo(): Promise<void> {
    await this.send("/cells/undo", new URLSearchParams({ __RequestVerificationToken: tokenOf(this.form) }), []);
  }

  private async send(page: string, body: URLSearchParams, cells: HTMLInputElement[]): Promise<void> {
    try {
      const answer = await fetch(this.form.dataset.grid + page, { method: "POST", body });
      if (answer.ok) {
        await this.refresh((await answer.json()) as Saved);
        return;
      }
      cells.forEach((cell) => this.changed.add(cell));
      this.say(answer.status === 401 ? "out" : "no");
      if (answer.status === 409 && this.status)
        this.status.textContent = ((await answer.json()) as { fault: string }).fault;
    } catch {
      cells.forEach((cell) => this.changed.add(cell));
      this.say("no");
      this.later(10_000);
    }
  }

  /** Takes over totals, faults and new rows as the server sees them; what is being typed stays. */
  private async refresh(saved: Saved): Promise<void> {
    const held = this.hold(saved);
    if (!(await refreshLive())) return;
    held();
    this.say(saved.unknown > 0 ? "lost" : saved.conflicts.length > 0 ? "conflict" : "yes");
  }

  private hold(saved: Saved): () => void {
    const renamed = (name: string): string => {
      const [kind, row, column] = name.split(":");
      return `${kind}:${saved.made[row!] ?? row}:${column}`;
    };
    const active = isCell(document.activeElement) ? document.activeElement : undefined;
    const [start, end] = [active?.selectionStart ?? 0, active?.selectionEnd ?? 0];
    const typed = [...this.changed].map((cell) => [renamed(cell.name), cell.value] as const);
    const clashes = saved.conflicts.map((cell) => [`c:${cell.indicator}:${cell.column}`, cell.text] as const);
    this.changed.clear();
    return () => {
      for (const [name, value] of [...typed, ...clashes]) {
        const cell = this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
        if (!cell) continue;
        cell.value = value;
        if (clashes.some(([clash]) => clash === name)) cell.setAttribute("aria-invalid", "true");
        else this.changed.add(cell);
      }
      const again = active && this.form.querySelector<HTMLInputElement>(`input[name="${renamed(active.name)}"]`);
      again?.focus();
      again?.setSelectionRange(start, end);
      if (this.changed.size > 0) this.later(700);
    };
  }

  private say(state: string): void {
    if (this.status) this.status.textContent = this.status.dataset[state] ?? "";
  }
}

function isCell(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.name.startsWith("c:");
}

function seenOf(cell: HTMLInputElement): HTMLInputElement {
  return cell.parentElement!.querySelector<HTMLInputElement>('input[name^="s:"]')!;
}
