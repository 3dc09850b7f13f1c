/** Drop areas take a dragged file, and a file that is too large is refused before it travels. */
export function watchUploads(): void {
  for (const area of document.querySelectorAll<HTMLElement>(".drop")) {
    const input = area.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) {
      watchDrag(area, input);
      input.addEventListener("change", () => checkSize(input));
    }
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-busy]")) {
    form.addEventListener("submit", () => {
      const busy = document.getElementById(form.dataset.busy!);
      if (busy) busy.hidden = false;
    });
  }
}

function watchDrag(area: HTMLElement, input: HTMLInputElement): void {
  area.addEventListener("dragover", (event) => {
    event.preventDefault();
    area.classList.add("over");
  });
  area.addEventListener("dragleave", () => area.classList.remove("over"));
  area.addEventListener("drop", (event) => {
    event.preventDefault();
    area.classList.remove("over");
    if (event.dataTransfer?.files.length) {
      input.files = event.dataTransfer.files;
      checkSize(input);
    }
  });
}

function checkSize(input: HTMLInputElement): void {
  const limit = Number(input.dataset.limit);
  const tooLarge = [...(input.files ?? [])].some((file) => file.size > limit);
  input.setCustomValidity(tooLarge ? (input.dataset.tooLarge ?? "") : "");
  input.reportValidity();
}
