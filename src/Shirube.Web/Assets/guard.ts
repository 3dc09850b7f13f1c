/**
 * Asks before a form is sent while another one on the page holds what was typed and is not saved: the page that comes
 * back would not show it. Forms that save themselves are left out; without script the pages keep what they can.
 */
export function guardTyped(): void {
  const words = document.body.dataset.unsaved;
  if (words === undefined) return;
  const typed = new Set<HTMLFormElement>();
  document.addEventListener("input", (event) => {
    const form = (event.target as HTMLInputElement).form;
    if (form?.method === "post" && form.querySelector("[data-kept]") === null) typed.add(form);
  });
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if ([...typed].every((other) => other === form || !other.isConnected) || window.confirm(words)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
