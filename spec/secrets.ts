/**
 * Secrets: the spec only says where they are; they are read when something is rendered.
 * @module
 */
import { GatewrightError } from "./error.ts";
import type { Gateway, Password, SecretRef } from "./gateway.ts";
import { run } from "./run.ts";

/** Everything secret a gateway needs, read and checked, for the renderers. Never log it. */
export interface Secrets {
  /** Pre-shared keys by tunnel name. */
  psks: Record<string, string>;
  /** Password hashes (`$2b$...`) by login name; `root` among them. Absent: login by password is off. */
  passwords: Record<string, string>;
  /** Contents of secret files by their path on the gateway. */
  files: Record<string, string>;
}

/** Secrets, and what is wrong with the way they are kept. */
export interface ResolvedSecrets {
  /** For the renderers; never log it. */
  secrets: Secrets;
  /** Sentences for people; they name places, never values. */
  warnings: string[];
}

/** Characters that ipsec.conf(5) and iked.conf(5) can carry between quotes. */
const QUOTABLE = /^[\x20\x21\x23\x25-\x5b\x5d-\x5f\x61-\x7e]+$/;

/**
 * Reads every secret that `gateway` names.
 *
 * @throws {GatewrightError} (spec) naming the place of the first one that cannot be used.
 */
export async function resolveSecrets(
  gateway: Gateway,
  signal?: AbortSignal,
): Promise<ResolvedSecrets> {
  const secrets: Secrets = { psks: {}, passwords: {}, files: {} };
  const warnings: string[] = [];
  const read = (ref: SecretRef, what: string) =>
    readSecret(ref, what, gateway.file, warnings, signal);
  for (const tunnel of gateway.tunnels) {
    if (tunnel.auth.method !== "psk") continue;
    const what = `the psk of tunnel ${tunnel.name}`;
    const psk = await read(tunnel.auth.psk, what);
    if (!QUOTABLE.test(psk) || psk.startsWith("0x")) {
      throw unusable(
        `${what} holds characters that a configuration file cannot quote, or begins with 0x`,
        gateway.file,
        "use letters, digits and -_.,:;+=@%/ only: openssl rand -base64 33",
      );
    }
    if (psk.length < 20) {
      warnings.push(
        `${what} is short (${psk.length} characters); openssl rand -base64 33 makes a good one`,
      );
    }
    secrets.psks[tunnel.name] = psk;
  }
  const accounts: [string, Password][] = [
    ["root", gateway.access.rootPassword],
    ...gateway.access.users.map((user): [string, Password] => [user.name, user.password]),
  ];
  for (const [name, password] of accounts) {
    if (password.kind === "hash") secrets.passwords[name] = password.hash;
    if (password.kind === "secret") {
      secrets.passwords[name] = await hash(await read(password.ref, `the password of ${name}`));
    }
  }
  for (const file of gateway.files) {
    if (file.content.kind === "secret") {
      secrets.files[file.path] = await read(file.content.ref, `the content of ${file.path}`);
    }
  }
  return { secrets, warnings };
}

async function hash(password: string): Promise<string> {
  if (/^\$2[aby]\$\d\d\$.{53}$/.test(password)) return password;
  const { default: bcrypt } = await import("bcryptjs");
  return await bcrypt.hash(password, 10);
}

function unusable(message: string, where: string, next: string, why?: string): GatewrightError {
  return new GatewrightError(message, { kind: "spec", where, next, ...(why ? { why } : {}) });
}

async function readSecret(
  ref: SecretRef,
  what: string,
  where: string,
  warnings: string[],
  signal?: AbortSignal,
): Promise<string> {
  let value: string;
  if ("env" in ref) {
    value = Deno.env.get(ref.env) ?? "";
    if (!value) {
      throw unusable(
        `${what} is missing`,
        where,
        `export ${ref.env}=...`,
        `the environment variable ${ref.env} is not set`,
      );
    }
  } else if ("file" in ref) {
    try {
      const { mode } = await Deno.stat(ref.file);
      if (mode !== null && mode & 0o066) {
        warnings.push(`${ref.file} can be read by others; chmod 600 ${ref.file}`);
      }
      value = (await Deno.readTextFile(ref.file)).replace(/\r?\n$/, "");
    } catch (cause) {
      const why = cause instanceof Deno.errors.NotFound
        ? `there is no file ${ref.file}`
        : `${ref.file} cannot be read`;
      throw unusable(`${what} is missing`, where, `put it into ${ref.file}, mode 600`, why);
    }
  } else {
    const [program = "", ...args] = ref.command;
    let stdout: string;
    try {
      ({ stdout } = await run(program, args, signal ? { signal } : {}));
    } catch {
      signal?.throwIfAborted();
      // What the program wrote may hold the secret, so its words stay out of the error.
      throw unusable(
        `${what} is missing`,
        where,
        "run the command by hand and see what it says",
        `the command ${program} failed`,
      );
    }
    value = stdout.split("\n", 1)[0]!.replace(/\r$/, "");
  }
  if (!value) {
    throw unusable(`${what} is empty`, where, "put a value where the spec says it is kept");
  }
  return value;
}
