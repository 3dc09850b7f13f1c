/** Says over a table that it can be scrolled sideways, while it can. */
export function watchScrollHints(): void {
  const show = (area: Element) =>
    area.previousElementSibling?.classList.toggle("shown", area.scrollWidth > area.clientWidth + 1);
  const watch = new ResizeObserver((entries) => entries.forEach((entry) => show(entry.target)));
  document.querySelectorAll(".table-scroll").forEach((area) => watch.observe(area));
}
