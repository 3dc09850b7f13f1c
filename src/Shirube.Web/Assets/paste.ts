/** A block of cells as spreadsheets put it on the clipboard; undefined for a single text, which the field takes by itself. */
export function blockOf(event: ClipboardEvent): string | undefined {
  const block = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return block && /[\t\n]/.test(block) ? block : undefined;
}

/** Whether the first row may be the head of a table; what it is in the end, the server says. */
export function hasHead(block: string): boolean {
  const cells = block.split("\n", 1)[0]!.normalize("NFKC").split("\t");
  return cells.length > 1 && cells.some((cell) => /単位|unit|指標|kpi|項目|名称|目標|基準|現状|現在|現時点|開始前|当初|初期|年|^[frh]y?\d|^(19|20)\d\d$/i.test(cell));
}

/** Puts a block down from one cell on; returns the cells that took a text. */
export function putDown(block: string, rows: HTMLInputElement[][], cell: HTMLInputElement): HTMLInputElement[] {
  const [first, from] = placeOf(rows, cell);
  const filled: HTMLInputElement[] = [];
  block.split("\n").forEach((line, down) =>
    line.split("\t").forEach((text, right) => {
      const into = rows[first + down]?.[from + right];
      if (!into || into.readOnly) return;
      into.value = text.trim();
      filled.push(into);
    }),
  );
  return filled;
}

/** Row and column of a cell. */
export function placeOf(rows: HTMLInputElement[][], cell: HTMLInputElement): [number, number] {
  const row = rows.findIndex((cells) => cells.includes(cell));
  return [row, rows[row]!.indexOf(cell)];
}

/** The cells of a table that a person fills, row by row. */
export function rowsOf(table: HTMLElement, cells: string): HTMLInputElement[][] {
  return [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll<HTMLInputElement>(cells)]);
}

/** A block fills the table from the cell in hand on; nothing is saved before the person does so. */
export function takePastes(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-paste]"))
    table.addEventListener("paste", (event) => {
      const block = blockOf(event);
      if (!(event.target instanceof HTMLInputElement) || block === undefined) return;
      event.preventDefault();
      putDown(block, rowsOf(table, "input[type=text]"), event.target);
    });
}
