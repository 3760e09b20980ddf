/**
 * The serial stream as text: whole lines, and the line that is still being written.
 * @module
 */

/** A finished line, or the state of one that is rewritten in place (a progress bar). */
export interface ConsoleLine {
  text: string;
  /** The line goes on: carriage return took the cursor back to its start. */
  redraw: boolean;
}

/** A line longer than this is cut into pieces. */
const LINE_LIMIT = 4096;

/**
 * Decodes what a serial console writes: UTF-8 that may be split anywhere, CR, backspace, and the
 * escape sequences of ECMA-48, which are removed. Keeps one line and nothing else.
 */
export class ConsoleText {
  #decoder = new TextDecoder();
  #line = "";
  #returned = false;
  #escape: "" | "esc" | "csi" | "osc" = "";

  /** The unfinished line: where a prompt waits. */
  get pending(): string {
    return this.#line;
  }

  /** Takes the next bytes and returns one line after the other; `pending` is in step with them. */
  *feed(bytes: Uint8Array<ArrayBuffer>): Generator<ConsoleLine> {
    for (const char of this.#decoder.decode(bytes, { stream: true })) {
      const line = this.#take(char);
      if (line) yield line;
    }
  }

  /** Ends the unfinished line, as if the guest had written a newline; returns it. */
  flush(): string {
    const text = this.#line;
    this.#line = "";
    this.#returned = false;
    return text;
  }

  #take(char: string): ConsoleLine | undefined {
    // A sequence that was cut off must not swallow the line end after it.
    if (char === "\n") this.#escape = "";
    if (this.#escape !== "") return this.#control(char);
    switch (char) {
      case "\x1b":
        this.#escape = "esc";
        return;
      case "\n":
        return { text: this.flush().trimEnd(), redraw: false };
      case "\r":
        this.#returned = true;
        return;
      case "\b":
        this.#line = this.#line.slice(0, -1);
        return;
    }
    // Logs are read on terminals, which obey C1 too.
    if (char < " " && char !== "\t" || char >= "\x7f" && char < "\xa0" || char === "\ufffd") return;
    let done: ConsoleLine | undefined;
    if (this.#returned && this.#line !== "") done = { text: this.flush().trimEnd(), redraw: true };
    else if (this.#line.length >= LINE_LIMIT) done = { text: this.flush(), redraw: false };
    this.#returned = false;
    this.#line += char;
    return done;
  }

  #control(char: string): undefined {
    if (this.#escape === "esc") {
      this.#escape = char === "[" ? "csi" : char === "]" ? "osc" : "";
    } else if (this.#escape === "csi") {
      if (char >= "@" && char <= "~") this.#escape = "";
    } else if (char === "\x07" || char === "\x1b") this.#escape = char === "\x1b" ? "esc" : "";
  }
}
