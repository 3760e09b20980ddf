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
  /** Name of the domain. */
  name: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Milliseconds until the login prompt. Default: 15 minutes. */
  timeout?: number;
  /** Ends the wait; the domain keeps running. */
  signal?: AbortSignal;
  /** Called with each line of the console and each step. */
  onEvent?: (action: BootEvent) => void;
}

/** Ends `virsh console`: Ctrl-]. */
const ESCAPE = new Uint8Array([0x1d]);

/**
 * Starts the domain and waits until its console shows a login prompt and the gateway has checked
 * itself.
 *
 * The domain is started paused and resumed when its console is open, so that no output is missed.
 * virsh needs a terminal for its console: script(1) provides one.
 *
 * @throws {GatewrightError} (verification) if a self-check failed; (timeout) if there is no output.
 * The domain then keeps running so that it can be examined, unless it was never resumed.
 */
export async function startDomain(options: StartOptions): Promise<SelfCheck[]> {
  const { name, connect, signal } = options;
  // Not interrupted: if virsh is stopped here, it is unknown whether there is a guest.
  await virshWhole(connect, ["start", "--paused", name], signal);
  let running = false;
  const console = new BootConsole();
  try {
    signal?.throwIfAborted();
    await using terminal = new ConsoleTerminal(name, connect);
    let opened = "";
    const limit = (options.timeout ?? 15 * 60_000) / 1000;
    const up = await follow(terminal, {
      async feed(bytes) {
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
  // An early end leaves a pending read, which only its own reader can cancel.
  #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
  /** libvirt handles disk errors. */
  readonly diskTrouble: Promise<never> = new Promise(() => {});

  constructor(name: string, connect: string | undefined) {
    // The shell gets the arguments in variables, so that they need no quoting.
    const command = 'exec virsh ${URI:+-c "$URI"} console "$DOMAIN"';
    this.#child = startProgram("script", ["-qec", command, "/dev/null"], {
      env: { URI: connect ?? "", DOMAIN: name, SHELL: "/bin/sh", TERM: "dumb" },
      stdin: "piped",
      stderr: "null",
    });
    this.#reader = this.#child.stdout.getReader();
  }

  /** The output of the console, until it is closed. */
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
