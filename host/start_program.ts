/**
 * Starts programs whose input and output are streamed, or that live long: QEMU, zstd, a console.
 * {@linkcode run} is for all others.
 * @module
 */
import { notInstalled } from "./not_installed.ts";

/** What a started program gets. */
export interface ProgramOptions {
  /** Default: `null`, no input. */
  stdin?: "piped" | "null";
  /** Default: `piped`. */
  stdout?: "piped" | "null";
  /** Default: `piped`. */
  stderr?: "piped" | "null";
  /** Added to the environment. */
  env?: NonNullable<Deno.CommandOptions["env"]>;
  /** Sent to the program when `signal` aborts. Default: `SIGTERM`. */
  stopSignal?: Deno.Signal;
  /** Ends the program with `stopSignal`. */
  signal?: AbortSignal;
}

/**
 * Starts `program` with `args`; no shell interprets them. The caller reads its output and awaits its
 * status.
 *
 * @throws {GatewrightError} if it is not installed.
 */
export function startProgram(
  program: string,
  args: string[],
  options: ProgramOptions = {},
): Deno.ChildProcess {
  const { signal, stopSignal = "SIGTERM" } = options;
  signal?.throwIfAborted();
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(program, {
      args,
      stdin: options.stdin ?? "null",
      stdout: options.stdout ?? "piped",
      stderr: options.stderr ?? "piped",
      env: { LC_ALL: "C", ...options.env },
    }).spawn();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw notInstalled(program, cause);
  }
  if (signal) {
    const stop = () => stopProgram(child, stopSignal);
    signal.addEventListener("abort", stop, { once: true });
    child.status.finally(() => signal.removeEventListener("abort", stop));
  }
  return child;
}

/** Sends `signal` to a program; one that has ended already is left alone. */
export function stopProgram(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch { /* it has ended */ }
}
