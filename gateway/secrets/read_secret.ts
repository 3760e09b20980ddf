/**
 * Reads one secret from where it is kept.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { SecretRef } from "../gateway.ts";
import { run } from "../../host/run.ts";
import { readBounded, UnfitFile } from "../../host/read_bounded.ts";
import { Secret } from "../../host/secret.ts";

/**
 * Size limit of a secret in bytes; a larger file is probably the wrong one, or an endless device.
 */
const MOST_BYTES = 1 << 20;

/** Default time limit of a command in seconds: long enough to type a passphrase. */
const COMMAND_SECONDS = 60;

/** Options of reading a secret. */
export interface SecretReading {
  /** Name in messages: `the psk of tunnel branch10`. */
  what: string;
  /** The description, for errors. */
  where: string;
  /** Use every byte, as of a file; else the secret is one line without its newline. */
  whole?: boolean;
  /** Others may read it, as a certificate; but only its owner may change it. */
  open?: boolean;
  /** Called with a warning about the way it is kept; never contains a value. */
  warn: (text: string) => void;
  /** Ends the command. */
  signal?: AbortSignal | undefined;
  /** Time limit of a command in seconds. Default: 60. */
  patience?: number;
}

/** The error if the file of a secret does not exist. */
export class NoSecretFile extends GatewrightError {}

/**
 * The secret that `ref` names.
 *
 * @throws {GatewrightError} (description) naming the place; never contains the secret or output of
 * a command.
 */
export async function readSecret(ref: SecretRef, reading: SecretReading): Promise<Secret> {
  const { what, where, whole = false, warn } = reading;
  const kept = "env" in ref
    ? fromEnvironment(ref.env, reading)
    : "file" in ref
    ? await fromFile(ref.file, reading)
    : await fromCommand(ref.command, reading);
  if (kept === "") {
    throw new GatewrightError(`${what} is empty`, {
      kind: "description",
      where,
      next: "store a value where the description says it is kept",
    });
  }
  if (whole) return new Secret(kept);
  const [line = "", ...more] = kept.replace(/\r?\n$/, "").split(/\r?\n/);
  if (line === "") {
    throw new GatewrightError(`${what} begins with an empty line`, {
      kind: "description",
      where,
      next: "put the secret on the first line",
    });
  }
  // Password stores print the secret first, then notes about it.
  if (more.length > 0) {
    warn(`${what} is the first of ${more.length + 1} lines; the rest is ignored`);
  }
  return new Secret(line);
}

function fromEnvironment(name: string, { what, where }: SecretReading): string {
  const value = Deno.env.get(name);
  if (value === undefined) {
    throw missing(what, where, `export ${name}=...`, `the environment variable ${name} is not set`);
  }
  return value;
}

async function fromFile(path: string, { what, where, open, warn }: SecretReading): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readBounded(path, MOST_BYTES, ({ mode }) => {
      if (mode === null) return;
      if (open) {
        if (mode & 0o022) warn(`${path} can be changed by others; chmod go-w ${path}`);
      } else if (mode & 0o066) warn(`${path} can be read by others; chmod 600 ${path}`);
    });
  } catch (cause) {
    if (cause instanceof UnfitFile) {
      const why = cause.message.replace(/^it/, path);
      throw missing(what, where, "name the right file", why);
    }
    if (cause instanceof Deno.errors.NotFound) {
      throw new NoSecretFile(`${what} is missing`, {
        kind: "description",
        where,
        next: `put it into ${path}, mode 600`,
        why: `there is no file ${path}`,
      });
    }
    const denied = cause instanceof Deno.errors.PermissionDenied;
    const next = denied ? `see who may read it: namei -l ${path}` : "name the right file";
    throw missing(what, where, next, `${path} cannot be read`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw missing(what, where, "name the right file", `${path} is not UTF-8 text`);
  }
}

async function fromCommand(command: string[], reading: SecretReading): Promise<string> {
  const { what, where, signal, patience = COMMAND_SECONDS } = reading;
  const [program = "", ...args] = command;
  const late = AbortSignal.timeout(patience * 1000);
  try {
    const { stdout } = await run(program, args, {
      signal: signal ? AbortSignal.any([signal, late]) : late,
      mostBytes: MOST_BYTES,
    });
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    // The output of the program may contain the secret, so it stays out of the error.
    const why = late.aborted
      ? `the command ${program} did not end within ${patience} s`
      : error instanceof GatewrightError && error.code === "not-installed"
      ? `${program} is not installed`
      : error instanceof GatewrightError && error.code === "too-much-output"
      ? `the command ${program} wrote more than 1 MiB`
      : `the command ${program} failed`;
    throw missing(what, where, "run the command by hand and read its output", why);
  }
}

function missing(what: string, where: string, next: string, why: string): GatewrightError {
  return new GatewrightError(`${what} is missing`, { kind: "description", where, next, why });
}
