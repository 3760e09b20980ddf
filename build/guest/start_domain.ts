/**
 * Starts a libvirt domain and follows its serial console, on this machine or another.
 * @module
 */
import { startProgram } from "../../host/start_program.ts";
import { virshWhole } from "../../images/libvirt/virsh.ts";
import { GatewrightError } from "../../host/error.ts";
import { BootConsole, type BootEvent, type SelfCheck } from "./boot_console.ts";
import { follow } from "./follow.ts";
import { refuseFailedChecks } from "./refuse_failed_checks.ts";

/** A domain to start. */
export interface StartOptions {
  /** Its name. */
  name: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Milliseconds until it asks for a login. Default: 15 minutes. */
  timeout?: number;
  /** Ends the waiting; the domain goes on. */
  signal?: AbortSignal;
  /** Told each line of the console and each step. */
  onEvent?: (action: BootEvent) => void;
}

/** Ends `virsh console`: Ctrl-]. */
const ESCAPE = new Uint8Array([0x1d]);

/**
 * Starts the domain and waits until its console asks for a login and the gateway has checked itself.
 *
 * The domain is created paused and goes on when its console is open, so that nothing of it is
 * missed. virsh wants a terminal for its console: script(1) is one.
 *
 * @throws {GatewrightError} (verification) if a self-check failed; (timeout) if it stays silent. The
 * domain is then left running for a look at it, unless it never ran.
 */
export async function startDomain(options: StartOptions): Promise<SelfCheck[]> {
  const { name, connect, signal } = options;
  // To its end: a virsh that is stopped here leaves it open whether there is a guest.
  await virshWhole(connect, ["start", "--paused", name], signal);
  let running = false;
  const console = new BootConsole();
  try {
    signal?.throwIfAborted();
    await using terminal = new ConsoleTerminal(name, connect);
    let opened = "";
    const limit = (options.timeout ?? 15 * 60_000) / 1000;
    const up = await follow(terminal, {
      async hear(bytes) {
        if (!running) {
          opened += new TextDecoder().decode(bytes);
          if (!opened.includes("Escape character is")) return false;
          await virshWhole(connect, ["resume", name]);
          running = true;
        }
        for (const action of console.feed(bytes)) {
          options.onEvent?.(action);
          if (action.kind === "failed") throw action.error;
          if (action.kind === "ready") return true;
        }
        return false;
      },
      checkTime: (silent, elapsed) =>
        elapsed > limit ? console.late(limit) : console.silent(silent),
    }, signal);
    if (!up) {
      throw new GatewrightError(
        running ? `the console of ${name} closed` : `${name} has no console that can be opened`,
        {
          where: connect ?? "libvirt",
          why: running ? console.recent() : opened.trim(),
          next: `virsh console ${name} shows it; virsh domstate --reason ${name}`,
        },
      );
    }
  } catch (error) {
    if (!running) await virshWhole(connect, ["destroy", name]).catch(() => {});
    throw error;
  }
  refuseFailedChecks(console.checks, name, `it is running; virsh console ${name} leads to it`);
  return console.checks;
}

/** `virsh console` in a terminal of its own. */
class ConsoleTerminal implements AsyncDisposable {
  #child: Deno.ChildProcess;
  // Whoever ends the listening early leaves a read behind: only its own reader can cancel that.
  #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  /** libvirt looks after the disk. */
  readonly diskTrouble: Promise<never> = new Promise(() => {});

  constructor(name: string, connect: string | undefined) {
    // The shell sees the words only in variables: nothing has to be quoted.
    const command = 'exec virsh ${URI:+-c "$URI"} console "$DOMAIN"';
    this.#child = startProgram("script", ["-qec", command, "/dev/null"], {
      env: { URI: connect ?? "", DOMAIN: name, SHELL: "/bin/sh", TERM: "dumb" },
      stdin: "piped",
      stderr: "null",
    });
    this.#reader = this.#child.stdout.getReader();
  }

  /** What the console says, until it is closed. */
  async *output(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (;;) {
      const { done, value } = await this.#reader.read();
      if (done) return;
      yield value;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const writer = this.#child.stdin.getWriter();
    await writer.write(ESCAPE).then(() => writer.close()).catch(() => {});
    await this.#reader.cancel().catch(() => {});
    const stop = setTimeout(() => this.#child.kill("SIGKILL"), 5000);
    await this.#child.status;
    clearTimeout(stop);
  }
}
