/**
 * Follows the installation on the serial console: a state machine without clock or I/O. Takes
 * bytes; returns what to type and what happened.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import {
  answeredQuestion,
  asks,
  knownQuestion,
  unansweredError,
  waitingError,
  waits,
} from "./known_question.ts";
import { ConsoleText } from "../console/console_text.ts";
import { hereDocument } from "./here_document.ts";
import { masking } from "../console/masking.ts";
import { READY } from "./prepare.ts";
import { Tail } from "../console/tail.ts";
import { troubleIn } from "../console/trouble.ts";

/** Phases of an installation. */
export type InstallPhase = "boot" | "answers" | "questions" | "sets" | "configure" | "end";

/** Actions and events of the console. */
export type ConsoleAction =
  | { kind: "type"; text: string }
  | { kind: "log"; line: string }
  | { kind: "phase"; phase: InstallPhase }
  | { kind: "question"; question: string; answer: string }
  | { kind: "set"; name: string; percent: number }
  | { kind: "notice"; text: string }
  | { kind: "prepared"; ready: boolean }
  | { kind: "installed" }
  | { kind: "failed"; error: GatewrightError };

/** A file to type into the ramdisk. */
export interface TypedFile {
  path: string;
  text: string;
  /** SHA-256 of `text` in hexadecimal, compared with the written file. */
  sha256: string;
}

/** Options of an installation. */
export interface InstallerOptions {
  /** Commands to type before the files: see `prepareLines`. */
  prepare?: readonly string[];
  files: TypedFile[];
  /** Release as 66 or 79, for its questions. Absent: all releases. */
  release?: number;
  /** Masked in logs and errors. */
  secrets?: string[];
}

/** Seconds without output after which a phase has failed (under TCG, on a slow host). */
const SILENCE: Record<InstallPhase, number> = {
  boot: 180,
  answers: 30,
  questions: 90,
  sets: 300,
  configure: 600,
  end: 120,
};

/** Seconds that a phase may take even if the guest produces output. */
const LIMIT: Record<InstallPhase, number> = {
  boot: 900,
  answers: 300,
  questions: 900,
  sets: 7200,
  configure: 3600,
  end: 300,
};

/** Seconds of waiting after which a known question counts as unanswered. */
const QUESTION_SILENCE = 20;

/** Seconds for an unknown question: the installer answers at once, but slowly on a busy host. */
const UNKNOWN_SILENCE = 8;

/** Seconds after which a shell prompt means that the installer has exited. */
const SHELL_SILENCE = 3;

/** Number of attempts to type a file. */
const ATTEMPTS = 3;

const MENU = /^\(I\)nstall, \(U\)pgrade.*\(S\)hell\? $/;
const SHELL = /^(?:[\w.-]*)# $/;

/** Follows one installation from power-on to its end. */
export class InstallerConsole {
  #text = new ConsoleText();
  #phase: InstallPhase = "boot";
  #queue: string[] = [];
  #state: "menu" | "shell" | "preparing" | "typing" | "reading" | "running" | "over" = "menu";
  #ready = false;
  #file = 0;
  #attempt = 1;
  #arrived = "";
  #kernels = 0;
  #congratulated = false;
  #set = "";
  #mask: (line: string) => string;
  #tail: Tail;

  constructor(private readonly options: InstallerOptions) {
    this.#mask = masking(options.secrets ?? []);
    this.#tail = new Tail(12, this.#mask);
  }

  /** The current phase. */
  get phase(): InstallPhase {
    return this.#phase;
  }

  /** The installer has printed CONGRATULATIONS. */
  get installed(): boolean {
    return this.#congratulated;
  }

  /** Takes the next bytes of the console. */
  *feed(bytes: Uint8Array<ArrayBuffer>): Generator<ConsoleAction> {
    // Every prompt ends with a blank: checking after each makes the result independent of how the
    // bytes are split.
    for (let at = 0; at < bytes.length;) {
      const blank = bytes.indexOf(0x20, at);
      const end = blank < 0 ? bytes.length : blank + 1;
      yield* this.#piece(bytes.subarray(at, end));
      at = end;
    }
  }

  *#piece(bytes: Uint8Array<ArrayBuffer>): Generator<ConsoleAction> {
    for (const { text, redraw } of this.#text.feed(bytes)) {
      if (this.#state === "over") return;
      if (redraw) yield* this.#progress(text);
      else yield* this.#line(text);
    }
    if (this.#state !== "over" && bytes.at(-1) === 0x20) {
      yield* this.#prompt(this.#text.pending);
    }
  }

  /** The error after `seconds` without output, if that is too long. */
  silent(seconds: number): GatewrightError | undefined {
    if (this.#state === "over") return undefined;
    const waiting = this.#text.pending.trim();
    if (seconds >= SHELL_SILENCE && this.#state === "running" && SHELL.test(`${waiting} `)) {
      return troubleIn("failed; check /tmp/ai/ai.log", this.#recent());
    }
    if (seconds >= UNKNOWN_SILENCE && this.#state === "running" && waits(waiting)) {
      const { release } = this.options;
      const unknown = asks(waiting) && !knownQuestion(waiting, release);
      if (unknown || seconds >= QUESTION_SILENCE) {
        return waitingError(this.#mask(waiting), release);
      }
    }
    if (seconds < SILENCE[this.#phase]) return undefined;
    return new GatewrightError(
      `no output from the guest for ${Math.round(seconds)} seconds`,
      {
        kind: "timeout",
        code: "too-late",
        where: `console, phase ${this.#phase}`,
        why: this.#recent() || "it has not written anything",
        next: "the log shows how far it got",
      },
    );
  }

  /** The error for the duration of the phase, if that is too long. */
  overdue(seconds: number): GatewrightError | undefined {
    if (this.#state === "over" || seconds < LIMIT[this.#phase]) return undefined;
    return new GatewrightError(`phase ${this.#phase} takes longer than ${LIMIT[this.#phase]} s`, {
      kind: "timeout",
      where: `console, phase ${this.#phase}`,
      why: this.#recent(),
      next: "the log shows what it repeats",
    });
  }

  /** The error if QEMU ends now; undefined if that is expected. */
  ended(status: number, stderr: string): GatewrightError | undefined {
    if (this.#congratulated) return undefined;
    return new GatewrightError("QEMU ended before the installation did", {
      where: `console, phase ${this.#phase}`,
      why: [stderr || `exit status ${status}`, this.#recent()].filter(Boolean).join("\n"),
      next: "the guest restarted or QEMU was ended: the log shows how far it got",
    });
  }

  /** The unfinished line, for the log. */
  rest(): string {
    return this.#mask(this.#text.pending);
  }

  #recent(): string {
    const pending = this.#mask(this.#text.pending.trim());
    return [this.#tail.text(8), pending].filter(Boolean).join("\n");
  }

  *#line(line: string): Generator<ConsoleAction> {
    yield { kind: "log", line: this.#mask(line) };
    this.#tail.push(line);
    if (/^OpenBSD \d+\.\d+.*: \w{3} \w{3} /.test(line) && ++this.#kernels > 1) {
      yield this.#fail(
        new GatewrightError("the guest restarts instead of installing", {
          code: "kernel-stopped",
          where: "console",
          why: `started ${this.#kernels} times: ${line}`,
          next: "increase domain.memory; the log shows where it restarts",
        }),
      );
      return;
    }
    const unanswered = /^Question has no answer in response file: "?(.*?)"?$/.exec(line);
    if (unanswered && this.#state === "running") {
      yield this.#fail(unansweredError(this.#mask(unanswered[1]!), this.options.release));
      return;
    }
    const trouble = this.#congratulated ? undefined : troubleIn(line, this.#tail.text(8));
    if (trouble) {
      yield this.#fail(trouble);
      return;
    }
    if (this.#state === "preparing" && line === READY) this.#ready = true;
    if (this.#state === "reading") {
      const sum = /^([0-9a-f]{64})$/.exec(line);
      if (sum) this.#arrived = sum[1]!;
    }
    if (this.#state === "running") yield* this.#installing(line);
  }

  *#installing(line: string): Generator<ConsoleAction> {
    yield* this.#progress(line);
    const asked = this.#phase === "configure" ? undefined : answeredQuestion(line);
    if (asked) {
      const [question, answer] = [this.#mask(asked.question), this.#mask(asked.answer)];
      yield { kind: "question", question, answer };
      if (!knownQuestion(question, this.options.release)) {
        yield {
          kind: "notice",
          text: `unknown question: ${question} Answered by default: ${answer}`,
        };
      }
    }
    if (/^Let's install the sets!/.test(line)) yield* this.#enter("sets");
    if (
      this.#phase === "sets" &&
      /^(?:Saving configuration files|Making all device nodes|Running .*install\.site)/.test(line)
    ) yield* this.#enter("configure");
    if (/^CONGRATULATIONS!/.test(line)) {
      this.#congratulated = true;
      yield* this.#enter("end");
      yield { kind: "installed" };
    }
  }

  *#progress(line: string): Generator<ConsoleAction> {
    const done = /^(?:Installing|Get\/Verify|Getting|Verifying|Extracting) (\S+)\s+(\d{1,3})% \|/
      .exec(line);
    if (!done || this.#state !== "running") return;
    this.#set = done[1]!;
    yield { kind: "set", name: this.#set, percent: Number(done[2]) };
  }

  *#prompt(pending: string): Generator<ConsoleAction> {
    if (/^ddb(?:\{\d+\})?> $/.test(pending)) {
      yield this.#fail(troubleIn(pending, this.#recent())!);
    } else if (MENU.test(pending)) {
      yield* this.#consume();
      if (this.#state !== "menu") {
        yield this.#fail(troubleIn("failed; check /tmp/ai/ai.log", this.#tail.text(8))!);
        return;
      }
      this.#state = "shell";
      yield* this.#enter("answers");
      yield { kind: "type", text: "s\n" };
    } else if (SHELL.test(pending)) {
      yield* this.#shell();
    } else if (this.#state === "typing" && pending === "> ") {
      yield* this.#consume();
      yield* this.#next();
    }
  }

  *#shell(): Generator<ConsoleAction> {
    // While the installer runs, a line of its output may look like a prompt: see silent().
    if (this.#state === "menu" || this.#state === "running") return;
    yield* this.#consume();
    if (this.#state === "shell") {
      // No line editor and no echo: typed text, which includes secrets, is not written back.
      this.#queue = ["set +o emacs", "stty -echo", ...this.options.prepare ?? []];
      this.#state = "preparing";
      yield* this.#next();
    } else if (this.#state === "preparing") {
      if (this.#queue.length > 0) {
        yield* this.#next();
        return;
      }
      if (this.options.prepare) yield { kind: "prepared", ready: this.#ready };
      // A caller that only needs the prepared shell has ended the machine by now.
      this.#queue = this.#document();
      this.#state = "typing";
      yield* this.#next();
    } else if (this.#state === "typing" && this.#queue.length > 0) {
      yield* this.#next();
    } else if (this.#state === "typing") {
      const file = this.options.files[this.#file];
      this.#arrived = "";
      this.#state = "reading";
      yield {
        kind: "type",
        text: file ? `sha256 -q ${file.path}\n` : "stty echo; echo\n",
      };
    } else if (this.#state === "reading") yield* this.#checked();
  }

  *#checked(): Generator<ConsoleAction> {
    const file = this.options.files[this.#file];
    if (file && this.#arrived !== file.sha256) {
      if (this.#attempt++ >= ATTEMPTS) {
        yield this.#fail(
          new GatewrightError("the answers arrive damaged in the guest", {
            where: `console, ${file.path}`,
            why: `typed ${ATTEMPTS} times, and the checksum never matched`,
            next: "the host may be too busy for the serial line: build again when it is less busy",
          }),
        );
        return;
      }
    } else {
      this.#file++;
      this.#attempt = 1;
    }
    if (this.#file < this.options.files.length) {
      this.#queue = this.#document();
      this.#state = "typing";
      yield* this.#next();
      return;
    }
    this.#state = "running";
    yield* this.#enter("questions");
    yield { kind: "type", text: "stty echo; /autoinstall\n" };
  }

  #document(): string[] {
    const file = this.options.files[this.#file];
    return file ? hereDocument(file.path, file.text) : [];
  }

  *#next(): Generator<ConsoleAction> {
    const line = this.#queue.shift();
    if (line !== undefined) yield { kind: "type", text: `${line}\n` };
  }

  *#consume(): Generator<ConsoleAction> {
    const line = this.#mask(this.#text.flush());
    // The prompts of a here-document are not logged.
    if (line !== "> ") yield { kind: "log", line: line.trimEnd() };
  }

  *#enter(phase: InstallPhase): Generator<ConsoleAction> {
    this.#phase = phase;
    yield { kind: "phase", phase };
  }

  #fail(error: GatewrightError): ConsoleAction {
    this.#state = "over";
    return { kind: "failed", error };
  }
}
