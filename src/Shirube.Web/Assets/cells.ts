/** A cell of the KPI table and the text that was sent of it. */
export type Cell = readonly [HTMLInputElement, string];

export interface LeftCell {
  text: string;
  /** What stood in the cell when it was written. */
  seen: string;
  /** What was sent of it, without an answer so far. */
  sent?: string;
  /** The highest number of a row then: a row that was made since is higher. */
  after: number;
}

export function isCell(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.name.startsWith("c:");
}

export function seenOf(cell: HTMLInputElement): HTMLInputElement {
  return cell.parentElement!.querySelector<HTMLInputElement>('input[name^="s:"]')!;
}

export function nameOf(cell: HTMLInputElement): { row: number; column: string } {
  const [, row, column] = cell.name.split(":");
  return { row: Number(row), column: column! };
}

/** The cells of one table that the server does not have yet, kept in this browser. */
export class LocalCells {
  private readonly key: string;

  constructor(private readonly form: HTMLFormElement) {
    this.key = `shirube:${form.dataset.person}:${form.dataset.grid}:cells`;
  }

  keep(cell: HTMLInputElement, sent?: string): void {
    const cells = this.read();
    const before = cells[cell.name];
    cells[cell.name] = {
      text: cell.value,
      seen: before?.seen ?? seenOf(cell).value,
      sent: sent ?? before?.sent,
      after: before?.after ?? this.highest(),
    };
    this.write(cells);
  }

  forget(cell: HTMLInputElement): void {
    const { [cell.name]: known, ...others } = this.read();
    if (known) this.write(others);
  }

  /** Whether a new row was sent that the page does not show. */
  isRowUnderWay(cells: HTMLInputElement[]): boolean {
    const kept = this.read();
    const made = this.madeOf(kept, cells);
    return Object.entries(kept).some(([name, left]) => {
      const row = Number(name.split(":")[1]);
      return row <= 0 && left.sent !== undefined && !made.has(row);
    });
  }

  /** What goes back into its cell, and the texts whose row is no more. What the server has by now is forgotten. */
  left(cells: HTMLInputElement[]): { back: [HTMLInputElement, LeftCell][]; gone: string[] } {
    const kept = this.read();
    const made = this.madeOf(kept, cells);
    const back: [HTMLInputElement, LeftCell][] = [];
    const gone: string[] = [];
    const still: Record<string, LeftCell> = {};
    for (const [name, left] of Object.entries(kept)) {
      const [kind, row, column] = name.split(":");
      const place = `${kind}:${made.get(Number(row)) ?? row}:${column}`;
      const cell = cells.find((one) => one.name === place);
      const now = cell && seenOf(cell).value;
      if (!cell && cells.some((one) => one.readOnly)) still[name] = left;
      else if (!cell) gone.push(left.text);
      else if (now !== left.text.trim()) {
        still[place] = left;
        if (!cell.readOnly && cell.value === now)
          back.push([cell, { ...left, seen: now === left.sent?.trim() ? now : left.seen }]);
      }
    }
    this.write(still);
    return { back, gone };
  }

  /** New rows that did reach the server although no answer came back. */
  private madeOf(kept: Record<string, LeftCell>, cells: HTMLInputElement[]): Map<number, number> {
    const made = new Map<number, number>();
    const sent = Object.entries(kept).filter(([, left]) => left.sent);
    const numbers = [...new Set(cells.map((cell) => nameOf(cell).row))];
    for (const row of new Set(sent.map(([name]) => Number(name.split(":")[1])).filter((row) => row <= 0))) {
      const own = sent.filter(([name]) => name.startsWith(`c:${row}:`));
      const is = (number: number): boolean =>
        own.every(([name, left]) => {
          const cell = cells.find((one) => one.name === `c:${number}:${name.split(":")[2]}`);
          return number > left.after && cell !== undefined && seenOf(cell).value === left.sent!.trim();
        });
      const number = numbers.find((one) => one > 0 && ![...made.values()].includes(one) && is(one));
      if (number !== undefined) made.set(row, number);
    }
    return made;
  }

  private highest(): number {
    const rows = [...this.form.querySelectorAll<HTMLElement>("tr[data-row]")].map((row) => Number(row.dataset.row));
    return Math.max(0, ...rows);
  }

  private read(): Record<string, LeftCell> {
    try {
      return (JSON.parse(localStorage.getItem(this.key) ?? "null") as Record<string, LeftCell> | null) ?? {};
    } catch {
      return {};
    }
  }

  private write(cells: Record<string, LeftCell>): void {
    try {
      if (Object.keys(cells).length === 0) localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, JSON.stringify(cells));
    } catch {
      // A browser that keeps nothing saves to the server all the same.
    }
  }
}
