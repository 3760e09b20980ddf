/**
 * Runs scripts on other machines with ssh(1). Only fixed words are in its arguments.
 * @module
 */
import { GatewrightError } from "./error.ts";
import { run, type RunResult } from "./run.ts";
import { startProgram } from "./start_program.ts";

/** A machine to connect to. */
export interface SshTarget {
  /** `paul@gw.example.net`, a name of ssh_config(5), or `ssh://paul@gw.example.net:2222`. */
  dest: string;
  /** Configuration file used instead of the user's own. */
  config?: string;
  /** A user can type a passphrase. */
  interactive: boolean;
  /** Attempts to connect, one a second; default: 1. */
  attempts?: number;
}

/** Seconds to wait for a connection. */
const CONNECT = 15;

/** The arguments of ssh(1) that start a shell on the other machine, which reads standard input. */
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
 * Runs `script` in sh(1) on the other machine; the script is passed on standard input.
 *
 * @param okStatus exit statuses of the script that count as success; default: 0
 * @param mostBytes limit of its output: another machine may write for ever
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
  // ssh(1) exits with 255 if it could not connect.
  if (result.status === 255) throw unreachable(target, result.stderr);
  return result;
}

/** Characters shown of a line of ssh(1). */
const MOST_SHOWN = 500;

/** The error for a machine that cannot be reached; `said` is the output of ssh(1). */
function unreachable({ dest }: SshTarget, said: string): GatewrightError {
  return new GatewrightError("ssh cannot connect", {
    where: dest,
    why: said.trim().split("\n").slice(-3).map((line) => line.slice(0, MOST_SHOWN)).join("\n") ||
      "it said nothing",
    next: `try it by hand: ssh ${dest} true`,
  });
}

/** The last bytes of a stream, which may be larger than memory. */
async function lastOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  let text = "";
  for await (const piece of stream.pipeThrough(new TextDecoderStream())) {
    text = (text + piece).slice(-10 * MOST_SHOWN);
  }
  return text;
}

/** The output of `script`, which may run for ever, on the other machine, as it arrives. */
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
