import { Windows } from "./windows";

/** A text that the server does not have yet. */
export interface Left {
  text: string;
  /** Revision of the text that it was written on. */
  seen: string;
  /** Written while two texts were put together. */
  settles?: boolean;
  /** Number under which the server keeps the text that it goes on from, beside another. */
  rival?: number;
  /** When it was typed. */
  at?: number;
}

/** What a window that is closed by now left of a passage. */
export interface LeftBehind extends Left {
  forget(): void;
}

/** The text of one passage that the server does not have yet, kept in this browser by each window for itself. */
export class Unsent {
  private readonly key: string;

  /** @param passage The same in all windows of a person. */
  constructor(
    private readonly passage: string,
    private readonly windows: Windows,
  ) {
    this.key = `${passage}@${windows.own}`;
  }

  keep(left: Left): void {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...left, at: Date.now() }));
    } catch {
      // A browser that keeps nothing saves to the server all the same.
    }
  }

  isKept(): boolean {
    return read(this.key) !== undefined;
  }

  forget(): void {
    remove(this.key);
  }

  /** What closed windows left, the newest first; the text of a window that is still open is that window's own. */
  async leftBehind(): Promise<LeftBehind[]> {
    const found: LeftBehind[] = [];
    for (const key of keys()) {
      // One without a name was kept when all windows still shared one.
      const isOfPassage = key === this.passage || key.startsWith(this.passage + "@");
      if (!isOfPassage || (await this.windows.isOpen(key.slice(this.passage.length + 1)))) continue;
      const left = read(key);
      if (left) found.push({ ...left, forget: () => remove(key) });
    }
    return found.sort((one, other) => (other.at ?? 0) - (one.at ?? 0));
  }
}

function keys(): string[] {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

function read(key: string): Left | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "null") as Left | null) ?? undefined;
  } catch {
    return undefined;
  }
}

function remove(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
