import { isCell, seenOf } from "./cells";

/**
 * Makes a table of cells show what the server shows now, without replacing one field: the one in hand keeps its focus,
 * its selection and a conversion that goes on in it.
 * @param isHeld Whether the text of a cell stays as it is.
 */
export function takeOverTable(
  table: HTMLTableElement,
  now: HTMLTableElement,
  isHeld: (cell: HTMLInputElement) => boolean,
): void {
  const body = table.tBodies[0]!;
  const columns = (one: HTMLTableElement): string => one.tHead?.textContent?.replace(/\s+/g, "") ?? "";
  if (columns(table) !== columns(now)) {
    const isInHand = table.contains(document.activeElement) || [...table.querySelectorAll("input")].some(isHeldCell);
    if (!isInHand) table.replaceChildren(...now.childNodes);
    return;
  }
  const old = new Map([...body.rows].map((row) => [row.dataset.row, row]));
  const rows = [...now.tBodies[0]!.rows].map((row) => {
    const known = old.get(row.dataset.row);
    old.delete(row.dataset.row);
    if (known) takeOverRow(known, row, isHeld);
    return known ?? row;
  });
  for (const row of old.values()) if (![...row.querySelectorAll("input")].some(isHeldCell)) row.remove();
  putInOrder(body, rows);

  function isHeldCell(cell: HTMLInputElement): boolean {
    return isCell(cell) && isHeld(cell);
  }
}

function takeOverRow(row: HTMLTableRowElement, now: HTMLTableRowElement, isHeld: (cell: HTMLInputElement) => boolean) {
  [...now.cells].forEach((cell, at) => {
    const own = row.cells[at]!;
    const [field, shown] = [own.querySelector("input"), cell.querySelector("input")];
    if (field && shown) takeOverCell(own, field, cell, shown, isHeld);
    else if (own.innerHTML !== cell.innerHTML && !own.contains(document.activeElement))
      own.replaceChildren(...cell.childNodes);
  });
}

function takeOverCell(
  own: HTMLTableCellElement,
  field: HTMLInputElement,
  cell: HTMLTableCellElement,
  shown: HTMLInputElement,
  isHeld: (cell: HTMLInputElement) => boolean,
): void {
  for (const name of field.getAttributeNames()) if (!shown.hasAttribute(name)) field.removeAttribute(name);
  for (const { name, value } of shown.attributes)
    if (name !== "value" && field.getAttribute(name) !== value) field.setAttribute(name, value);
  if (!isHeld(field)) {
    if (field.value !== shown.value) field.value = shown.value;
    seenOf(field).value = seenOf(shown).value;
  }
  for (const words of own.querySelectorAll("p")) words.remove();
  own.append(...cell.querySelectorAll("p"));
}

/** The row in hand is not moved, since that would take the focus from it: the others move around it. */
function putInOrder(body: HTMLTableSectionElement, rows: HTMLTableRowElement[]): void {
  let place = body.firstElementChild;
  for (const row of rows) {
    if (row.contains(document.activeElement))
      while (place && place !== row) {
        const next: Element | null = place.nextElementSibling;
        body.append(place);
        place = next;
      }
    if (row === place) place = place.nextElementSibling;
    else body.insertBefore(row, place);
  }
}
