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
  /** Goes on when this process is killed. Default: the kernel ends it then, whatever it is doing. */
  outlivesUs?: boolean;
}

/**
 * The words that start a program which the kernel ends (SIGKILL) when this process has ended: see
 * PR_SET_PDEATHSIG in prctl(2), which setpriv(1) sets. Where this process ended before that was set,
 * the parent is another one, and the program is not started.
 */
function tied(program: string, args: string[]): [string, string[]] {
  const script = '[ "$PPID" = "$0" ] && exec "$@"';
  const shell = ["sh", "-c", script, String(Deno.pid)];
  const words = ["--pdeathsig", "KILL", "--", ...shell, program, ...args];
  return ["setpriv", words];
}

/** The file that `program` is, by PATH; undefined where there is none. */
export function programFile(program: string): string | undefined {
  if (program.includes("/")) return program;
  const folders = (Deno.env.get("PATH") ?? "/usr/bin:/bin").split(":");
  return folders.map((folder) => `${folder || "."}/${program}`).find((path) => {
    try {
      const { isFile, mode } = Deno.statSync(path);
      return isFile && ((mode ?? 0) & 0o111) !== 0;
    } catch {
      return false;
    }
  });
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
  const file = programFile(program);
  if (file === undefined) throw notInstalled(program);
  const [command, words] = options.outlivesUs ? [file, args] : tied(file, args);
  let child: Deno.ChildProcess;
  try {
    child = new Deno.Command(command, {
      args: words,
      stdin: options.stdin ?? "null",
      stdout: options.stdout ?? "piped",
      stderr: options.stderr ?? "piped",
      env: { LC_ALL: "C", ...options.env },
    }).spawn();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw notInstalled(command, cause);
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
