/**
 * Runs programs.
 * @module
 */
import { Buffer } from "node:buffer";
import { GatewrightError } from "./error.ts";
import { killTree } from "./kill_tree.ts";
import { notInstalled } from "./not_installed.ts";
import type { ProcessOutput, ProcessPromise } from "zx";

/** Output limit by default, in bytes: output is kept in memory. */
const MOST_BYTES = 256 << 20;

/** The result of a program. */
export interface RunResult {
  /** Its exit status. */
  status: number;
  /** What it wrote to standard output. */
  stdout: string;
  /** What it wrote to standard error. */
  stderr: string;
}

/** How a program is run. */
export interface RunOptions {
  /** Written to its standard input; never shown in an error. */
  stdin?: string | Uint8Array;
  /** Working folder. */
  cwd?: string;
  /** Added to the environment. */
  env?: NonNullable<Deno.CommandOptions["env"]>;
  /** Ends the program and its descendants. */
  signal?: AbortSignal;
  /** Exit statuses that count as success. Default: 0. */
  okStatus?: number[];
  /** Masked in an error. */
  secrets?: string[];
  /** Limit of its output in bytes; a program that exceeds it is ended. Default: 256 MiB. */
  mostBytes?: number;
}

/** How a program ended, as node reports it. */
interface Ending {
  /** `ENOENT` if the program does not exist. */
  code?: string;
}

/**
 * Runs `program` with `args` and waits for its end. No shell interprets them: zx is given a spawn
 * of our own, which takes 1.4 ms a call instead of 3.0 (bash) or 2.5 (dash), and distinguishes a
 * missing program from one that exits with status 127.
 *
 * @throws {GatewrightError} if it is not installed, is ended by a signal, or ends with a status
 * that is not in `okStatus`. `options.secrets` are masked in the error.
 */
export async function run(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  // Loaded on first use: most commands run no program.
  const [{ $ }, { spawn }] = await Promise.all([import("zx"), import("node:child_process")]);
  options.signal?.throwIfAborted();
  let missing = false;
  const spawnDirectly = (_shell: string, _words: unknown, settings: Record<string, unknown>) => {
    const started = spawn(program, args, { ...settings, shell: false });
    started.once("error", ({ code }: Ending) => missing = code === "ENOENT");
    return started;
  };
  const child = $({
    quiet: true,
    nothrow: true,
    input: Buffer.from(options.stdin ?? ""),
    env: { ...Deno.env.toObject(), LC_ALL: "C", ...options.env },
    spawn: spawnDirectly as unknown as typeof spawn,
    ...(options.cwd ? { cwd: options.cwd } : {}),
  })`${program}`;
  // A program may end before it has read all its input: its exit status says whether that is a
  // failure.
  child.child?.stdin?.on("error", () => {});
  using bound = bounded(child, options.mostBytes ?? MOST_BYTES);
  const output = await endedBy(
    child,
    options.signal ? AbortSignal.any([options.signal, bound.signal]) : bound.signal,
  ).catch((error) => {
    if (error !== bound.signal.reason) throw error;
    throw new GatewrightError(`${program} wrote more than it may`, {
      code: "too-much-output",
      why: `limit ${options.mostBytes ?? MOST_BYTES} bytes`,
      next: "run it by hand and see what it writes",
    });
  });
  if (missing) throw notInstalled(program);
  const status = output.exitCode ?? -1;
  if (!(options.okStatus ?? [0]).includes(status)) {
    const words = output.stderr.trim().split("\n").slice(-5).join("\n");
    const ending = output.signal ? `ended by ${output.signal}` : `exit status ${status}`;
    throw new GatewrightError(`${program} failed`, {
      why: masked(words, options.secrets ?? []) || ending,
      next: "correct what it reports and try again",
    });
  }
  return { status, stdout: output.stdout, stderr: output.stderr };
}

/** A signal that aborts when a program has written more than `most` bytes. */
function bounded(child: ProcessPromise, most: number): Disposable & { signal: AbortSignal } {
  const abort = new AbortController();
  let written = 0;
  const count = (piece: Uint8Array) => {
    written += piece.length;
    if (written <= most || abort.signal.aborted) return;
    abort.abort(new Error("too much output"));
    // Stops reading, so that the program cannot fill memory while it is being ended.
    for (const stream of streams) stream?.destroy();
  };
  const streams = [child.child?.stdout, child.child?.stderr];
  for (const stream of streams) stream?.on("data", count);
  return {
    signal: abort.signal,
    [Symbol.dispose]: () => {
      for (const stream of streams) stream?.off("data", count);
    },
  };
}

/** Waits for a program; an abort ends it and its descendants, after 2 s by SIGKILL. */
async function endedBy(child: ProcessPromise, signal?: AbortSignal): Promise<ProcessOutput> {
  let patience: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    // Not in a process group of its own: a program that prompts on the terminal would be stopped.
    const pid = child.child?.pid;
    if (pid === undefined) return;
    killTree(pid, "SIGTERM");
    patience = setTimeout(() => {
      killTree(pid, "SIGKILL");
      // A descendant that was missed may keep the pipes open for ever.
      child.child?.stdout?.destroy();
      child.child?.stderr?.destroy();
    }, 2000);
  };
  signal?.addEventListener("abort", stop, { once: true });
  const output = await child.finally(() => {
    clearTimeout(patience);
    signal?.removeEventListener("abort", stop);
  });
  signal?.throwIfAborted();
  return output;
}

/** `text` with each of `secrets` replaced by `[secret]`. */
function masked(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((rest, one) => rest.replaceAll(one, "[secret]"), text);
}
