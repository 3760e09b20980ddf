/**
 * Decodes the serial stream to lines, including the unfinished one.
 * @module
 */

/** A finished line, or a state of one that is rewritten in place (a progress bar). */
export interface ConsoleLine {
  text: string;
  /** The line is not finished: a carriage return moved the cursor to its start. */
  redraw: boolean;
}

/** A longer line is split. */
const LINE_LIMIT = 4096;

/**
 * Decodes the output of a serial console: UTF-8 that may be split anywhere, CR, backspace, and the
 * escape sequences of ECMA-48, which are removed. Keeps only the current line.
 */
export class ConsoleText {
  #decoder = new TextDecoder();
  #line = "";
  #returned = false;
  #escape: "" | "esc" | "csi" | "osc" = "";

  /** The unfinished line, such as a prompt. */
  get pending(): string {
    return this.#line;
  }

  /** Takes the next bytes and yields lines one by one; `pending` is consistent with each. */
  *feed(bytes: Uint8Array<ArrayBuffer>): Generator<ConsoleLine> {
    for (const char of this.#decoder.decode(bytes, { stream: true })) {
      const line = this.#take(char);
      if (line) yield line;
    }
  }

  /** Ends the unfinished line, as a newline of the guest would; returns it. */
  flush(): string {
    const text = this.#line;
    this.#line = "";
    this.#returned = false;
    return text;
  }

  #take(char: string): ConsoleLine | undefined {
    // A truncated sequence must not swallow the newline after it.
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
    // C1 controls are removed too: logs are read on terminals, which obey them.
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
