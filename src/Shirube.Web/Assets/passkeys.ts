/** Asks the browser for a passkey when its form is sent, and sends the answer with it. */
class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    // Needs https or this very machine; elsewhere the form stays away and the password does.
    if (!form || !("PublicKeyCredential" in window) || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) return;
    form.hidden = false;
    this.querySelector("[data-cannot]")?.remove();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.answer(form);
    });
  }

  private async answer(form: HTMLFormElement): Promise<void> {
    const error = this.querySelector<HTMLElement>("[data-error]");
    if (error) error.textContent = "";
    try {
      const credential = await this.ask(await this.options(form));
      form.querySelector<HTMLInputElement>("[name=credential]")!.value = JSON.stringify(credential);
      form.submit();
    } catch {
      // Cancelled, timed out, or not one of this site's: the person decides what to do next.
      if (error) error.textContent = this.dataset.failed ?? "";
    }
  }

  private async options(form: HTMLFormElement): Promise<never> {
    const token = form.querySelector<HTMLInputElement>("[name=__RequestVerificationToken]")!;
    const body = new URLSearchParams({ [token.name]: token.value });
    const answer = await fetch(this.dataset.options!, { method: "POST", body });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as never;
  }

  private ask(options: never): Promise<Credential | null> {
    return this.dataset.does === "create"
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  }
}

/** A button that shows what is typed into a password field, for who cannot type blind. */
class ShownPassword extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "plain";
    const show = (shown: boolean): void => {
      input.type = shown ? "text" : "password";
      button.textContent = (shown ? this.dataset.hide : this.dataset.show) ?? "";
    };
    show(false);
    button.addEventListener("click", () => show(input.type === "password"));
    input.form?.addEventListener("submit", () => show(false));
    this.append(button);
  }
}

/** The elements of the pages on which somebody signs in. */
export function defineSignIn(): void {
  customElements.define("passkey-form", PasskeyForm);
  customElements.define("shown-password", ShownPassword);
}
