/** Arrow keys in a policy tree: up and down go from item to item as they are read, left to the item above, right to the first below. */
export function walkTrees(): void {
  for (const tree of document.querySelectorAll<HTMLElement>("[data-tree]")) tree.addEventListener("keydown", (event) => walk(tree, event));
}

function walk(tree: HTMLElement, event: KeyboardEvent): void {
  const here = event.target;
  if (!(here instanceof HTMLElement) || !here.matches("[data-node]") || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...tree.querySelectorAll<HTMLElement>("[data-node]")];
  const at = all.indexOf(here);
  const item = here.closest("li");
  const to = {
    ArrowDown: all[at + 1],
    ArrowUp: all[at - 1],
    ArrowRight: item?.querySelector<HTMLElement>(":scope > ol [data-node]"),
    ArrowLeft: item?.parentElement?.closest("li")?.querySelector<HTMLElement>("[data-node]"),
    Home: all[0],
    End: all.at(-1),
  }[event.key];
  if (!to) return;
  event.preventDefault();
  to.focus();
}
