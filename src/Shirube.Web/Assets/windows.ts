/** How long the other windows of this browser may take to say that they are there, in milliseconds. */
const ANSWERING = 300;

interface Said {
  from: string;
  /** Whom it answers; nobody where it asks who is there. */
  to?: string;
}

/** The windows of this browser that show the same form. Each page is one, under a name that no other page ever had. */
export class Windows {
  readonly own = [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join("");
  private readonly there = new Set<string>();
  private channel: BroadcastChannel | undefined;
  private readonly asked: Promise<void>;

  /** @param place What the windows have in common. */
  constructor(private readonly place: string) {
    this.open();
    this.channel?.postMessage({ from: this.own } satisfies Said);
    this.asked = new Promise((done) => window.setTimeout(done, this.channel ? ANSWERING : 0));
    // A page that was left does not answer for itself; it may come back by the browser's back button.
    window.addEventListener("pagehide", () => this.channel?.close());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.open();
    });
  }

  /** Whether a window that kept something is still there. */
  async isOpen(name: string): Promise<boolean> {
    await this.asked;
    return name === this.own || this.there.has(name);
  }

  private open(): void {
    try {
      this.channel = new BroadcastChannel(this.place);
      this.channel.addEventListener("message", (event: MessageEvent<Said>) => this.hear(event.data));
    } catch {
      // A browser whose windows cannot talk: each takes the others for closed, and the server keeps both texts.
    }
  }

  private hear(said: Said): void {
    if (said.to !== undefined && said.to !== this.own) return;
    this.there.add(said.from);
    if (said.to === undefined) this.channel!.postMessage({ from: this.own, to: said.from } satisfies Said);
  }
}
