/**
 * Follows a first boot on the serial console, up to `login:`: a state machine without clock or I/O.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { ConsoleText } from "../console/console_text.ts";
import { masking } from "../console/masking.ts";
import { Tail } from "../console/tail.ts";
import { troubleIn } from "../console/trouble.ts";

/** One line of the gateway's self-check. */
export interface SelfCheck {
  /** Name of the check, such as `pf`. */
  name: string;
  /** `pending`: needs a network that the boot test does not have. */
  result: "ok" | "failed" | "pending";
  /** The gateway's explanation, if any. */
  why?: string;
}

/** Events of a booting gateway. */
export type BootEvent =
  | { kind: "log"; line: string }
  | { kind: "check"; check: SelfCheck }
  | { kind: "ready" }
  | { kind: "failed"; error: GatewrightError };

/** Seconds without output after which a boot has failed. */
const BOOT_SILENCE = 180;

/** Follows one boot until the gateway shows its login prompt and has checked itself. */
export class BootConsole {
  /** The self-check lines so far. */
  readonly checks: SelfCheck[] = [];
  #text = new ConsoleText();
  #mask: (line: string) => string;
  #tail: Tail;
  #kernels = 0;
  #login = false;
  #done = false;
  #over = false;

  /** @param secrets never shown in a line or an error */
  constructor(secrets: string[] = []) {
    this.#mask = masking(secrets);
    this.#tail = new Tail(12, this.#mask);
  }

  /** Takes the next bytes of the console. */
  *feed(bytes: Uint8Array<ArrayBuffer>): Generator<BootEvent> {
    for (const { text, redraw } of this.#text.feed(bytes)) {
      if (this.#over) return;
      if (!redraw) yield* this.#line(text);
    }
    if (this.#over) return;
    const pending = this.#text.pending;
    if (/^ddb(?:\{\d+\})?> $/.test(pending)) {
      this.#over = true;
      yield { kind: "failed", error: troubleIn(pending, this.#tail.text(8))! };
      return;
    }
    if (/^login: $/.test(pending)) this.#login = true;
    yield* this.#ready();
  }

  /** The error after `seconds` without output, if that is too long. */
  silent(seconds: number): GatewrightError | undefined {
    if (this.#over || seconds < (this.#login ? BOOT_SILENCE / 3 : BOOT_SILENCE)) return undefined;
    return new GatewrightError(
      this.#login
        ? "the gateway did not finish its self-check"
        : `no output from the gateway for ${Math.round(seconds)} seconds`,
      {
        kind: "timeout",
        code: "no-boot",
        where: "console",
        why: this.recent() || "it has not written anything",
        next: "look at its console",
      },
    );
  }

  /** The error at the time limit. */
  late(limit: number): GatewrightError {
    return new GatewrightError(`the gateway was not up after ${Math.round(limit)} seconds`, {
      kind: "timeout",
      code: "no-boot",
      where: "console",
      why: this.recent() || "it has not written anything",
      next: "look at its console",
    });
  }

  /** The last lines of the console. */
  recent(): string {
    return [this.#tail.text(8), this.#mask(this.#text.pending.trim())].filter(Boolean).join("\n");
  }

  *#line(line: string): Generator<BootEvent> {
    yield { kind: "log", line: this.#mask(line) };
    this.#tail.push(line);
    const restarted = /^OpenBSD \d+\.\d+.*: \w{3} \w{3} /.test(line) && ++this.#kernels > 1;
    const error = restarted
      ? new GatewrightError("the gateway restarts instead of booting", {
        code: "no-boot",
        where: "console",
        why: `started ${this.#kernels} times: ${line}`,
        next: "look at its console",
      })
      : /^(?:panic: |Stopped at )/.test(line)
      ? troubleIn(line, this.#tail.text(8))
      : undefined;
    if (error) {
      this.#over = true;
      yield { kind: "failed", error };
      return;
    }
    if (line === "gatewright: self-check: done") this.#done = true;
    const check = /^gatewright: ([^:]+): (ok|FAILED|pending)(?:[: ]+(.*))?$/.exec(line);
    if (check) {
      const result = check[2] === "FAILED" ? "failed" : check[2] === "ok" ? "ok" : "pending";
      const found: SelfCheck = {
        name: check[1]!,
        result,
        ...(check[3] ? { why: this.#mask(check[3]) } : {}),
      };
      this.checks.push(found);
      yield { kind: "check", check: found };
    }
  }

  *#ready(): Generator<BootEvent> {
    if (!this.#login || !this.#done || this.#over) return;
    this.#over = true;
    yield { kind: "ready" };
  }
}
