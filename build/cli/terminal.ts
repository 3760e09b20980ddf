/**
 * Standard output and standard error: results, messages, and status lines that are rewritten in
 * place on a terminal. All output goes through this module, which removes control characters and
 * passwords of URLs.
 * @module
 */
import { writeSync } from "node:fs";
import { plain, printable } from "../../host/printable.ts";
import { writeAll } from "../../host/write_all.ts";
import { withoutPasswords } from "../../host/shown_url.ts";

/** A terminal that is passed to another machine. */
export interface Attached extends Disposable {
  /** Keys as typed, including the interrupt character. */
  keys: AsyncIterable<Uint8Array>;
  /** Writes the output of the other machine unchanged. */
  show(bytes: Uint8Array): void;
}

/** Output of the process. */
export interface Screen {
  /** Writes all of `text` to standard output (1) or standard error (2). */
  write(to: 1 | 2, text: string): void;
  /** The terminal on standard error; undefined if there is none that can rewrite a line. */
  size(): { columns: number; rows: number } | undefined;
  /** Standard output is a terminal too. */
  shared: boolean;
  /** Writes a part of a file to standard output, and waits for a slow reader. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** Asks a question on one line; undefined if there is no terminal. */
  ask?: ((question: string) => string | null) | undefined;
  /** Passes the terminal on; undefined if there is none. */
  attach?: (() => Attached) | undefined;
}

/** The terminal of the process, in raw mode (tty(4)). */
function attachOwn(): Attached {
  Deno.stdin.setRaw(true);
  return {
    keys: {
      async *[Symbol.asyncIterator]() {
        const buffer = new Uint8Array(1024);
        for (;;) {
          const count = await Deno.stdin.read(buffer);
          if (count === null) return;
          yield buffer.slice(0, count);
        }
      },
    },
    show(bytes) {
      for (let at = 0; at < bytes.length;) at += writeSync(1, bytes, at);
    },
    [Symbol.dispose]: () => Deno.stdin.setRaw(false),
  };
}

/** The outputs of the process. */
export function ownScreen(): Screen {
  const person = Deno.stderr.isTerminal() && Deno.env.get("TERM") !== "dumb";
  const encoder = new TextEncoder();
  const terminals = new Set<1 | 2>();
  if (Deno.stdout.isTerminal()) terminals.add(1);
  if (Deno.stderr.isTerminal()) terminals.add(2);
  return {
    write(to, text) {
      // A write may be partial.
      const bytes = encoder.encode(text);
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(to, bytes, at);
      } catch (error) {
        // The terminal is gone, and SIGHUP will follow: nobody reads this, and cleaning up must
        // continue.
        if ((error as { code?: unknown }).code !== "EIO" || !terminals.has(to)) throw error;
      }
    },
    size() {
      if (!person) return undefined;
      try {
        return Deno.consoleSize();
      } catch {
        return { columns: 80, rows: 24 };
      }
    },
    shared: Deno.stdout.isTerminal(),
    writeBytes: (bytes) => writeAll(Deno.stdout, bytes),
    ask: Deno.stdin.isTerminal() && Deno.stdout.isTerminal() ? prompt : undefined,
    attach: Deno.stdin.isTerminal() && Deno.stdout.isTerminal() ? attachOwn : undefined,
  };
}

/** Carriage return, and erase the line (ECMA-48 EL). */
const CLEAR = "\r\x1b[K";

/** Cursor up one line, and erase it (CUU, EL). */
const UP = "\x1b[A\x1b[K";

/** Writes lines, and keeps the status lines below them. */
export class Terminal {
  #status = "";
  readonly #decoder = new TextDecoder();

  constructor(private readonly screen: Screen) {}

  /** Whether there is a terminal that displays a status. */
  get live(): boolean {
    return this.screen.size() !== undefined;
  }

  /** Writes a line of results. */
  print(line: string): void {
    this.printExact(withoutPasswords(line));
  }

  /** Writes results to copy: whatever looks like the password of a URL is kept. */
  printExact(lines: string): void {
    if (this.screen.shared) this.#hide();
    this.screen.write(1, `${printable(lines)}\n`);
  }

  /** Writes a message. */
  note(line: string): void {
    this.#hide();
    this.screen.write(2, `${printable(withoutPasswords(line))}\n`);
  }

  /**
   * Writes a part of a file to standard output: unchanged to a program, made printable on a
   * terminal. An interrupt takes effect even while a reader is slow.
   */
  async content(bytes: Uint8Array): Promise<void> {
    if (!this.screen.shared) return await this.screen.writeBytes(bytes);
    this.#hide();
    this.screen.write(1, printable(this.#decoder.decode(bytes, { stream: true })));
  }

  /** Asks a yes-or-no question; undefined if there is no terminal. */
  get ask(): ((question: string) => boolean) | undefined {
    const { ask } = this.screen;
    if (!ask) return undefined;
    return (question) => {
      this.#hide();
      return /^y(es)?$/i.test(ask(plain(question)) ?? "");
    };
  }

  /** Passes the terminal to another machine; undefined if there is none. */
  get attach(): (() => Attached) | undefined {
    const { attach } = this.screen;
    return attach && (() => {
      this.#hide();
      return attach();
    });
  }

  /** Asks for a line of text; undefined if there is no terminal. */
  get answer(): ((question: string, initial: string) => string) | undefined {
    const { ask } = this.screen;
    if (!ask) return undefined;
    return (question, initial) => {
      this.#hide();
      // A default passed to prompt() would be in the line to edit.
      return ask(`${plain(question)} [${plain(initial)}]`)?.trim() || initial;
    };
  }

  /**
   * Replaces the status, of one or several lines; an empty text removes it. Does nothing without a
   * terminal.
   */
  status(...lines: string[]): void {
    const shown = this.#fitting(lines).join("\n");
    if (shown === this.#status) return;
    this.screen.write(2, `${this.#cleared()}${shown}`);
    this.#status = shown;
  }

  /** The lines that fit, cut to the width; empty without a terminal. */
  #fitting(lines: string[]): string[] {
    const size = this.screen.size();
    if (!size || lines.every((line) => line === "")) return [];
    // Lines that have scrolled off the top cannot be rewritten.
    const most = Math.max(1, size.rows - 1);
    const some = lines.length <= most
      ? lines
      : [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`];
    // Some terminals wrap at the last column.
    const width = Math.max(0, size.columns - 1);
    return some.map((line) => [...plain(withoutPasswords(line))].slice(0, width).join(""));
  }

  /** The control sequence that removes the status. */
  #cleared(): string {
    if (this.#status === "") return "";
    return CLEAR + UP.repeat(this.#status.split("\n").length - 1);
  }

  #hide(): void {
    if (this.#status !== "") this.screen.write(2, this.#cleared());
    this.#status = "";
  }
}
