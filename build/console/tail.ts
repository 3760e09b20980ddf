/**
 * Keeps the last lines of a console, for error messages.
 * @module
 */

/** Keeps the last `size` lines that are not empty, with secrets masked. */
export class Tail {
  #lines: string[] = [];
  constructor(
    private readonly size = 12,
    private readonly mask: (line: string) => string = (l) => l,
  ) {}

  /** Adds a line; empty ones are skipped, long ones are truncated. */
  push(line: string): void {
    if (line.trim() === "") return;
    this.#lines.push(this.mask(line).slice(0, 300));
    if (this.#lines.length > this.size) this.#lines.shift();
  }

  /** The lines, newest last. */
  text(count: number = this.size): string {
    return this.#lines.slice(-count).join("\n");
  }
}
