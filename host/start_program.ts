/**
 * Starts programs whose input and output are streamed, or that run long: QEMU, zstd, a console. For
 * all others see {@linkcode run}.
 * @module
 */
import { notInstalled } from "./not_installed.ts";

/** How a program is started. */
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
  /**
   * Keeps running when this process is killed. Default: the kernel kills the program with this
   * process.
   */
  outlivesUs?: boolean;
}

/**
 * Command prefix that makes the kernel kill a program (SIGKILL) when this process ends:
 * PR_SET_PDEATHSIG (prctl(2)), set by setpriv(1). If this process ended before that was set, the
 * parent has changed, and the program is not started.
 */
function tied(program: string, args: string[]): [string, string[]] {
  const script = '[ "$PPID" = "$0" ] && exec "$@"';
  const shell = ["sh", "-c", script, String(Deno.pid)];
  const words = ["--pdeathsig", "KILL", "--", ...shell, program, ...args];
  return ["setpriv", words];
}

/** The path of `program` according to PATH; undefined if there is none. */
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

/** Sends `signal` to a program; does nothing if it has ended. */
export function stopProgram(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch { /* it has ended */ }
}
