/**
 * Secrets: the description only says where they are; they are read when something is rendered.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { ExtraFile, Gateway, Password, SecretRef } from "../gateway.ts";
import { pskFault } from "./psk.ts";
import { readSecret } from "./read_secret.ts";

/** Everything secret a gateway needs, read and checked, for the renderers. Never log it. */
export interface Secrets {
  /** Pre-shared keys by tunnel name. */
  psks: ReadonlyMap<string, string>;
  /** Password hashes (`$2b$...`) by login name; `root` among them. Absent: login by password is off. */
  passwords: ReadonlyMap<string, string>;
  /** Contents of secret files by their path on the gateway, see {@linkcode fileSecret}. */
  files: ReadonlyMap<string, string>;
}

/** What {@linkcode Secrets.files} calls the content of a file: its path, or that something is added to it. */
export function fileSecret({ path, append }: Pick<ExtraFile, "path" | "append">): string {
  return append ? `${path} (appended)` : path;
}

/** Secrets, and what is wrong with the way they are kept. */
export interface ResolvedSecrets {
  /** For the renderers; never log it. */
  secrets: Secrets;
  /** Sentences for people; they name places, never values. */
  warnings: string[];
}

/** bcrypt reads no more than this (bcrypt_newhash(3)); encrypt(1) would cut the rest off silently. */
const PASSWORD_BYTES = 72;

/** How secrets are read. */
export interface ReadingOptions {
  /** Seconds that a command may take. Default: 60. */
  patience?: number;
}

/**
 * Reads every secret that `gateway` names.
 *
 * @throws {GatewrightError} (description) naming the places of all that cannot be used.
 */
export async function resolveSecrets(
  gateway: Gateway,
  signal?: AbortSignal,
  options: ReadingOptions = {},
): Promise<ResolvedSecrets> {
  const psks = new Map<string, string>();
  const passwords = new Map<string, string>();
  const files = new Map<string, string>();
  const warnings: string[] = [];
  const errors: GatewrightError[] = [];
  const where = gateway.file;
  const warn = (text: string) => void (warnings.includes(text) || warnings.push(text));
  const use = async (
    ref: SecretRef,
    what: string,
    take: (value: string) => void | Promise<void>,
    whole = false,
  ) => {
    try {
      await take(await readSecret(ref, { what, where, whole, warn, signal, ...options }));
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GatewrightError)) throw error;
      errors.push(error);
    }
  };
  for (const { name, ike, auth } of gateway.tunnels) {
    if (auth.method !== "psk") continue;
    const what = `the psk of tunnel ${name}`;
    await use(auth.psk, what, (psk) => {
      checkPsk(psk, ike, { what, where, warn });
      psks.set(name, psk);
    });
  }
  const accounts: [string, Password][] = [
    ["root", gateway.access.rootPassword],
    ...gateway.access.users.map((user): [string, Password] => [user.name, user.password]),
  ];
  for (const [name, password] of accounts) {
    if (password.kind === "hash") passwords.set(name, password.hash);
    if (password.kind !== "secret") continue;
    const what = `the password of ${name}`;
    await use(password.ref, what, async (text) => {
      passwords.set(name, await hash(text, what, where));
    });
  }
  for (const file of gateway.files) {
    if (file.content.kind !== "secret") continue;
    const name = fileSecret(file);
    await use(file.content.ref, `the content of ${name}`, (text) => {
      files.set(name, text);
    }, true);
  }
  if (errors.length > 0) throw together(errors, where);
  return { secrets: { psks, passwords, files }, warnings };
}

function together(errors: GatewrightError[], where: string): GatewrightError {
  const [first] = errors;
  if (errors.length === 1) return first!;
  return new GatewrightError(`${errors.length} secrets cannot be used`, {
    kind: "description",
    where,
    why: errors.map((one) => one.why ? `${one.message}: ${one.why}` : one.message).join("\n"),
    ...(first!.next ? { next: first!.next } : {}),
  });
}

function checkPsk(
  psk: string,
  ike: 1 | 2,
  { what, where, warn }: { what: string; where: string; warn: (text: string) => void },
): void {
  const fault = pskFault(psk, ike);
  if (fault) throw unusable(`${what} ${fault.what}`, where, fault.next);
  if (psk.length < 20) {
    warn(`${what} is short (${psk.length} characters); openssl rand -base64 33 makes a good one`);
  }
}

async function hash(password: string, what: string, where: string): Promise<string> {
  if (/^\$2[aby]\$\d\d\$.{53}$/.test(password)) return password;
  if (new TextEncoder().encode(password).length > PASSWORD_BYTES) {
    throw unusable(
      `${what} is longer than ${PASSWORD_BYTES} bytes, and bcrypt would not read the rest`,
      where,
      "choose a shorter one",
    );
  }
  const { default: bcrypt } = await import("bcryptjs");
  return await bcrypt.hash(password, 10);
}

function unusable(message: string, where: string, next: string): GatewrightError {
  return new GatewrightError(message, { kind: "description", where, next });
}
