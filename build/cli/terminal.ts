/**
 * Standard output and standard error: lines of results, lines about the work, and lines that are
 * rewritten in place where a person looks on. The one door of output: what a terminal would obey and
 * passwords of URLs are taken out of everything that passes.
 * @module
 */
import { writeSync } from "node:fs";
import { plain, printable } from "../../host/printable.ts";
import { writeAll } from "../../host/write_all.ts";
import { withoutPasswords } from "../../host/shown_url.ts";

/** A terminal that is another machine's for a while. */
export interface Attached extends Disposable {
  /** Keys as they are typed, the interrupt too. */
  keys: AsyncIterable<Uint8Array>;
  /** Shows what the other machine writes, as it is. */
  show(bytes: Uint8Array): void;
}

/** Where lines go. */
export interface Screen {
  /** Writes all of `text` to standard output (1) or standard error (2). */
  write(to: 1 | 2, text: string): void;
  /** The terminal on standard error; undefined where there is none that can rewrite a line. */
  size(): { columns: number; rows: number } | undefined;
  /** Standard output is a terminal too. */
  shared: boolean;
  /** Writes a piece of a file to standard output, waiting for a slow reader. */
  writeBytes(bytes: Uint8Array): Promise<void>;
  /** Asks a person a question on one line; undefined where nobody is there to answer. */
  ask?: ((question: string) => string | null) | undefined;
  /** Gives the terminal away; undefined where there is none. */
  attach?: (() => Attached) | undefined;
}

/** The process's own terminal, without a driver in between (tty(4)). */
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

/** The process's own outputs. */
export function ownScreen(): Screen {
  const person = Deno.stderr.isTerminal() && Deno.env.get("TERM") !== "dumb";
  const encoder = new TextEncoder();
  const terminals = new Set<1 | 2>();
  if (Deno.stdout.isTerminal()) terminals.add(1);
  if (Deno.stderr.isTerminal()) terminals.add(2);
  return {
    write(to, text) {
      // A write may take a part only.
      const bytes = encoder.encode(text);
      try {
        for (let at = 0; at < bytes.length;) at += writeSync(to, bytes, at);
      } catch (error) {
        // A terminal that has gone, with SIGHUP on its way: nobody reads this, and cleaning up goes on.
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

/** Back to the first column, and clear the line (ECMA-48 EL). */
const CLEAR = "\r\x1b[K";

/** To the line above, and clear that (CUU, EL). */
const UP = "\x1b[A\x1b[K";

/** Writes lines, and keeps those that are rewritten below them. */
export class Terminal {
  #status = "";
  readonly #decoder = new TextDecoder();

  constructor(private readonly screen: Screen) {}

  /** Whether there is a terminal that shows a status. */
  get live(): boolean {
    return this.screen.size() !== undefined;
  }

  /** Writes a line of results. */
  print(line: string): void {
    this.printExact(withoutPasswords(line));
  }

  /** Writes lines of results that a person copies: what looks like the password of a URL stays. */
  printExact(lines: string): void {
    if (this.screen.shared) this.#hide();
    this.screen.write(1, `${printable(lines)}\n`);
  }

  /** Writes a line about the work. */
  note(line: string): void {
    this.#hide();
    this.screen.write(2, `${printable(withoutPasswords(line))}\n`);
  }

  /**
   * Writes a piece of a file to standard output: as it is for programs, as text for a person.
   * An interrupt is heard while a reader is slow.
   */
  async content(bytes: Uint8Array): Promise<void> {
    if (!this.screen.shared) return await this.screen.writeBytes(bytes);
    this.#hide();
    this.screen.write(1, printable(this.#decoder.decode(bytes, { stream: true })));
  }

  /** Asks for yes or no; undefined where there is nobody to ask. */
  get ask(): ((question: string) => boolean) | undefined {
    const { ask } = this.screen;
    if (!ask) return undefined;
    return (question) => {
      this.#hide();
      return /^y(es)?$/i.test(ask(plain(question)) ?? "");
    };
  }

  /** Gives the terminal to another machine; undefined where there is none. */
  get attach(): (() => Attached) | undefined {
    const { attach } = this.screen;
    return attach && (() => {
      this.#hide();
      return attach();
    });
  }

  /** Asks for a line of text; undefined where there is nobody to ask. */
  get answer(): ((question: string, initial: string) => string) | undefined {
    const { ask } = this.screen;
    if (!ask) return undefined;
    return (question, initial) => {
      this.#hide();
      // A default given to prompt() would stand in the line that is typed into.
      return ask(`${plain(question)} [${plain(initial)}]`)?.trim() || initial;
    };
  }

  /** Replaces the status, one line or several; empty: removes it. Does nothing without a terminal. */
  status(...lines: string[]): void {
    const shown = this.#fitting(lines).join("\n");
    if (shown === this.#status) return;
    this.screen.write(2, `${this.#cleared()}${shown}`);
    this.#status = shown;
  }

  /** The lines that have room, cut to the width; none without a terminal. */
  #fitting(lines: string[]): string[] {
    const size = this.screen.size();
    if (!size || lines.every((line) => line === "")) return [];
    // What has scrolled out at the top could not be rewritten.
    const most = Math.max(1, size.rows - 1);
    const some = lines.length <= most
      ? lines
      : [...lines.slice(0, most - 1), `and ${lines.length - most + 1} more`];
    // The last column would wrap on some terminals.
    const width = Math.max(0, size.columns - 1);
    return some.map((line) => [...plain(withoutPasswords(line))].slice(0, width).join(""));
  }

  /** What takes the status away. */
  #cleared(): string {
    if (this.#status === "") return "";
    return CLEAR + UP.repeat(this.#status.split("\n").length - 1);
  }

  #hide(): void {
    if (this.#status !== "") this.screen.write(2, this.#cleared());
    this.#status = "";
  }
}
