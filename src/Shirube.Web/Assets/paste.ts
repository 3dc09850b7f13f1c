/** A block copied from a spreadsheet fills the table from the cell in hand on; nothing is saved before the person does so. */
export function takePastes(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-paste]"))
    table.addEventListener("paste", (event) => fill(table, event));
}

function fill(table: HTMLTableElement, event: ClipboardEvent): void {
  const block = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (!(event.target instanceof HTMLInputElement) || !block || !/[\t\n]/.test(block)) return;
  event.preventDefault();
  const rows = [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll<HTMLInputElement>("input[type=text]")]);
  const first = rows.findIndex((row) => row.includes(event.target as HTMLInputElement));
  const from = rows[first]!.indexOf(event.target);
  block.split("\n").forEach((line, down) =>
    line.split("\t").forEach((text, right) => {
      const cell = rows[first + down]?.[from + right];
      if (cell) cell.value = text.trim();
    }),
  );
}
