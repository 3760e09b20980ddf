/**
 * A running QEMU: its serial console, its QMP events, its end.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { startProgram } from "../../host/start_program.ts";
import { own } from "../../host/own.ts";
import { writeAll } from "../../host/write_all.ts";
import { type Machine, qemuArgs, qemuProgram } from "./args.ts";
import { Qmp, type QmpEvent } from "./qmp.ts";

/** Why a guest stopped, according to QMP. */
export interface QemuEnd {
  /** Exit status of QEMU. */
  status: number;
  /** `guest-reset`, `guest-shutdown`, `host-qmp-quit` ...: reason of the SHUTDOWN event. */
  reason?: string;
  /** The last output of QEMU on standard error. */
  stderr: string;
}

/** Limit for QEMU to connect to the monitor and serial port, in seconds. */
const START_SECONDS = 120;

/** Limit of kept output of QEMU on standard error, in characters. */
const STDERR_LIMIT = 4000;

/**
 * A QEMU process. Always dispose of it: that ends the process, waits for it, and closes the
 * sockets.
 */
export class Qemu implements AsyncDisposable {
  /** Resolves when the process has ended. */
  readonly ended: Promise<QemuEnd>;
  /** Rejects if the disk cannot be written (a full host); never resolves. */
  readonly diskTrouble: Promise<never>;
  #child: Deno.ChildProcess;
  #serial: Deno.Conn;
  #monitor: Deno.Conn;
  #qmp: Qmp;
  #listeners = new Set<(event: QmpEvent) => void>();
  #reason: string | undefined;
  #running = true;

  private constructor(
    child: Deno.ChildProcess,
    serial: Deno.Conn,
    qmp: Deno.Conn,
    stderr: Promise<string>,
    private readonly disk: Machine["disk"],
    signal: AbortSignal | undefined,
  ) {
    this.#child = child;
    this.#serial = serial;
    this.#monitor = qmp;
    const trouble = Promise.withResolvers<never>();
    this.diskTrouble = trouble.promise;
    this.diskTrouble.catch(() => {});
    const commands = new Qmp(qmp, (event) => this.#event(event, trouble.reject));
    this.#qmp = commands;
    // A QEMU that hangs does not answer: its end wakes whoever waits for its monitor.
    const abort = () => this.#running && kill(child);
    signal?.addEventListener("abort", abort, { once: true });
    this.ended = (async () => {
      const { code } = await child.status;
      this.#running = false;
      signal?.removeEventListener("abort", abort);
      await commands.closed;
      return {
        status: code,
        ...(this.#reason ? { reason: this.#reason } : {}),
        stderr: await stderr,
      };
    })();
  }

  /**
   * Starts QEMU and waits until its console and its monitor are connected.
   *
   * @param signal ends it, also when it has started
   * @throws {GatewrightError} if QEMU is not installed or refuses to start.
   */
  static async start(machine: Machine, signal?: AbortSignal): Promise<Qemu> {
    signal?.throwIfAborted();
    const program = qemuProgram(machine.arch);
    using serialListener = listen(machine.serial);
    using qmpListener = listen(machine.qmp);
    const child = startProgram(program, qemuArgs(machine), { stdout: "null" });
    const stderr = lastWords(child.stderr);
    const connected = Promise.allSettled([serialListener.accept(), qmpListener.accept()]);
    const aborted = Promise.withResolvers<void>();
    const abort = () => aborted.resolve();
    signal?.addEventListener("abort", abort, { once: true });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      abort();
    }, START_SECONDS * 1000);
    try {
      await Promise.race([connected, child.status, aborted.promise]);
      // Closing the listeners settles a pending accept.
      serialListener.close();
      qmpListener.close();
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
    const [serial, qmp] = await connected;
    if (serial.status === "fulfilled" && qmp.status === "fulfilled" && !signal?.aborted) {
      return new Qemu(child, serial.value, qmp.value, stderr, machine.disk, signal);
    }
    if (serial.status === "fulfilled") serial.value.close();
    if (qmp.status === "fulfilled") qmp.value.close();
    kill(child);
    const { code } = await child.status;
    const words = await stderr;
    signal?.throwIfAborted();
    throw new GatewrightError("QEMU did not start", {
      why: late
        ? `${program} has not connected within ${START_SECONDS} seconds`
        : words || `${program} ended with status ${code}`,
      next: "correct what it reports; gatewright doctor checks what a build needs",
    });
  }

  /** The output of the guest's serial port, until QEMU ends. */
  async *output(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const buffer = new Uint8Array(16384);
    while (true) {
      let n: number | null;
      try {
        n = await this.#serial.read(buffer);
      } catch {
        return; // closed, by QEMU's end or by ours
      }
      if (n === null) return;
      yield buffer.slice(0, n);
    }
  }

  /** Types bytes into the serial port. Does nothing if the guest has ended. */
  async type(text: string): Promise<void> {
    try {
      await writeAll(this.#serial, new TextEncoder().encode(text));
    } catch {
      // The end of QEMU is reported by `ended`.
    }
  }

  /** Ends the process if it is running, and closes everything. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#running) kill(this.#child);
    await this.ended;
    close(this.#serial);
    close(this.#monitor);
  }

  /** Makes QEMU execute a command of its monitor: see {@linkcode Qmp.execute}. */
  execute(command: string, args?: Record<string, unknown>): Promise<unknown> {
    return this.#qmp.execute(command, args);
  }

  /** Calls `listener` with every event of the monitor, until the returned object is disposed of. */
  onEvent(listener: (event: QmpEvent) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  #event(event: QmpEvent, trouble: (error: GatewrightError) => void): void {
    const { name, data } = event;
    for (const listener of this.#listeners) listener(event);
    if (name === "SHUTDOWN") this.#reason = String(own(data, "reason"));
    if (name === "BLOCK_IO_ERROR" && own(data, "action") === "stop") {
      trouble(
        new GatewrightError("the image could not be written", {
          ...(own(data, "nospace") && !this.disk?.temporary ? { code: "output-folder" } : {}),
          ...(this.disk ? { where: this.disk.path } : {}),
          why: String(own(data, "reason") ?? "input/output error"),
          next: !own(data, "nospace")
            ? "check the disk below that file (dmesg, smartctl)"
            : this.disk?.temporary
            ? "free space on its file system, or set TMPDIR to another folder"
            : "free space on its file system",
        }),
      );
    }
  }
}

function listen(path: string): Deno.UnixListener {
  try {
    return Deno.listen({ transport: "unix", path });
  } catch (cause) {
    throw new GatewrightError("no socket for QEMU can be made", {
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "set TMPDIR to a folder of your own with a short path, such as /tmp",
      cause,
    });
  }
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL"); // the disk is thrown away too: nothing to save
  } catch { /* it has just ended */ }
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch { /* closed before */ }
}

async function lastWords(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  let text = "";
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    text = (text + part).slice(-STDERR_LIMIT);
  }
  return text.trim();
}
