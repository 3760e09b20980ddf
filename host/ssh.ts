/**
 * Runs scripts on other machines with ssh(1): nothing but fixed words is in its arguments.
 * @module
 */
import { GatewrightError } from "./error.ts";
import { run, type RunResult } from "./run.ts";
import { startProgram } from "./start_program.ts";

/** A machine. */
export interface SshTarget {
  /** `paul@gw.example.net`, a name of ssh_config(5), or `ssh://paul@gw.example.net:2222`. */
  dest: string;
  /** Configuration in place of the user's own. */
  config?: string;
  /** Somebody is there to type a passphrase. */
  interactive: boolean;
  /** Tries to connect, one a second, while it is not there; default: 1. */
  attempts?: number;
}

/** Seconds that a connection may take. */
const CONNECT = 15;

/** The arguments of ssh(1) that have a shell of the other machine read standard input. */
function sshArgs(
  { dest, config, interactive, attempts = 1 }: SshTarget,
  command: string,
): string[] {
  if (dest.startsWith("-") || /\s/.test(dest)) {
    throw new GatewrightError(`${dest} is not a destination of ssh`, {
      kind: "usage",
      next: "give a host, user@host, or ssh://user@host:port",
    });
  }
  return [
    ...(config === undefined ? [] : ["-F", config]),
    ...["-T", "-o", `ConnectTimeout=${CONNECT}`, "-o", "ServerAliveInterval=10"],
    ...(interactive ? [] : ["-o", "BatchMode=yes"]),
    ...(attempts === 1 ? [] : ["-o", `ConnectionAttempts=${attempts}`]),
    ...["--", dest, command],
  ];
}

/**
 * Has sh(1) of the other machine run `script`, which is given to it on standard input.
 *
 * @param okStatus statuses of the script that are no failure; default: 0
 * @param mostBytes what it may write in all: another machine may write for ever
 * @throws {GatewrightError} if the machine cannot be reached, or the script fails.
 */
export async function runOver(
  target: SshTarget,
  script: string | Uint8Array,
  options: { signal?: AbortSignal; okStatus?: number[]; command?: string; mostBytes?: number } = {},
): Promise<RunResult> {
  const { signal, okStatus = [0], command = "sh -s", mostBytes } = options;
  const result = await run("ssh", sshArgs(target, command), {
    stdin: script,
    okStatus: [...okStatus, 255],
    ...(signal ? { signal } : {}),
    ...(mostBytes === undefined ? {} : { mostBytes }),
  });
  // ssh(1) ends with 255 where it could not connect.
  if (result.status === 255) throw unreachable(target, result.stderr);
  return result;
}

/** Characters of a line of ssh(1) that are shown. */
const MOST_SHOWN = 500;

/** The error of a machine that cannot be reached; `said` is what ssh(1) wrote. */
function unreachable({ dest }: SshTarget, said: string): GatewrightError {
  return new GatewrightError("ssh cannot connect", {
    where: dest,
    why: said.trim().split("\n").slice(-3).map((line) => line.slice(0, MOST_SHOWN)).join("\n") ||
      "it said nothing",
    next: `try it by hand: ssh ${dest} true`,
  });
}

/** The end of what a stream has: it may have more than there is memory. */
async function lastOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) {
    text = (text + piece).slice(-10 * MOST_SHOWN);
  }
  return text;
}

/** What `script`, which may run for ever, writes on the other machine: text as it comes. */
export async function* streamFrom(
  target: SshTarget,
  script: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const child = startProgram("ssh", sshArgs(target, "sh -s"), {
    stdin: "piped",
    stderr: "piped",
    signal,
  });
  const said = lastOf(child.stderr);
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(script)).catch(() => {});
  await writer.close().catch(() => {});
  yield* child.stdout.pipeThrough(new TextDecoderStream());
  const { code } = await child.status;
  const stderr = await said;
  signal.throwIfAborted();
  if (code !== 0) throw unreachable(target, stderr);
}
