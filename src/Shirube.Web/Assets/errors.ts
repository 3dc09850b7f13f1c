/** Moves focus to the summary of errors, so that it is read first. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>(".error-summary")?.focus();
}
