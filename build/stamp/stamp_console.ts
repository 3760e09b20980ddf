/**
 * Follows a stamp on the serial console: a state machine without clock or I/O.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { CannotStamp } from "./cannot_stamp.ts";
import { ConsoleText } from "../console/console_text.ts";
import { masking } from "../console/masking.ts";
import { Tail } from "../console/tail.ts";
import { troubleIn } from "../console/trouble.ts";

/** First output of the shell: the machine runs and takes input. */
export const AWAKE = "gatewright: stamp: awake";

/** Actions and events of the console. */
export type StampAction =
  | { kind: "log"; line: string }
  | { kind: "awake" }
  | { kind: "done" }
  | { kind: "failed"; error: GatewrightError | CannotStamp };

/** Seconds without output after which a stamp has failed. */
const SILENCE = 300;

/** A prompt of the shell. */
const SHELL = /^(?:[\w.-]*)# $/;

/** Follows one stamp: one line is typed, and the next prompt is the end. */
export class StampConsole {
  /** The shell has answered. */
  awake = false;
  #text = new ConsoleText();
  #over = false;
  #mask: (line: string) => string;
  #tail: Tail;

  /** @param secrets masked in logs and errors */
  constructor(secrets: readonly string[]) {
    this.#mask = masking(secrets);
    this.#tail = new Tail(12, this.#mask);
  }

  /** Takes the next bytes of the console. */
  *feed(bytes: Uint8Array<ArrayBuffer>): Generator<StampAction> {
    for (const { text, redraw } of this.#text.feed(bytes)) {
      if (this.#over) return;
      if (!redraw) yield* this.#line(text);
    }
    // The shell shows a prompt again: the script has ended without a result.
    if (!this.#over && SHELL.test(this.#text.pending)) {
      const said = this.#tail.text(1);
      yield this.#fail(new CannotStamp(`the script ended early${said ? ` after: ${said}` : ""}`));
    }
  }

  /** The error after `seconds` without output, if that is too long. */
  silent(seconds: number): GatewrightError | undefined {
    if (seconds < SILENCE) return undefined;
    return new GatewrightError(
      `no output from the guest for ${Math.round(seconds)} seconds`,
      {
        kind: "timeout",
        code: "no-stamp",
        where: "console, stamping",
        why: this.#tail.text(8) || "it has not written anything",
        next: "a slow or busy host may need more time: build again",
      },
    );
  }

  /** The error if the console ends. */
  ended(stderr: string): GatewrightError {
    return new GatewrightError("QEMU ended before the gateway was stamped", {
      code: "no-stamp",
      where: "console, stamping",
      why: [stderr, this.#tail.text(8)].filter(Boolean).join("\n"),
      next: "build again",
    });
  }

  *#line(line: string): Generator<StampAction> {
    yield { kind: "log", line: this.#mask(line) };
    this.#tail.push(line);
    const [, words] = /^gatewright: stamp: (.*)$/.exec(line) ?? [];
    if (line === AWAKE) {
      this.awake = true;
      yield { kind: "awake" };
    } else if (words === "done") {
      this.#over = true;
      yield { kind: "done" };
    } else if (words === "REFUSED") yield this.#fail(this.#refused());
    else if (words?.startsWith("FAILED ")) {
      yield this.#fail(new CannotStamp(this.#mask(words.slice(7))));
    } else {
      const trouble = troubleIn(line, this.#tail.text(8));
      if (trouble) yield this.#fail(trouble);
    }
  }

  /** As at the end of an installation. */
  #refused(): GatewrightError {
    return new GatewrightError("install.site failed", {
      where: "console, stamping",
      why: this.#tail.text(8),
      next: "the lines above say where; the log has all of them",
    });
  }

  #fail(error: GatewrightError | CannotStamp): StampAction {
    this.#over = true;
    return { kind: "failed", error };
  }
}
