/**
 * Secrets: the description says where they are kept; they are read for rendering.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { few } from "../../host/few.ts";
import { MOST_PROBLEMS } from "../document/first_problems.ts";
import { hashPasswords } from "./hash_passwords.ts";
import type { ClientUser } from "../clients.ts";
import type { ExtraFile, Gateway, Password, SecretRef } from "../gateway.ts";
import { type KeyFileKind, keyFiles } from "../key_files.ts";
import { certificatesOf, PemFault, privateKeyOf, publicKeyOf, spkiPem } from "../pem.ts";
import { networkSecrets } from "./network_secrets.ts";
import { pskDoubt, pskFault } from "./psk.ts";
import { readSecret, type SecretReading } from "./read_secret.ts";
import { reveal, Secret, type Text } from "../../host/secret.ts";

/** All secrets of a gateway, read and checked, for the renderers. Never log them. */
export interface Secrets {
  /** Pre-shared keys by the name of the tunnel or of the clients. */
  psks: ReadonlyMap<string, Secret>;
  /** Keys and certificates in PEM, by their path on the gateway ({@linkcode keyFiles}); private keys are secret. */
  keys: ReadonlyMap<string, Text>;
  /** Passwords of dial-in users by `CLIENTS/USER`. */
  clientPasswords: ReadonlyMap<string, Secret>;
  /** Password hashes (`$2b$...`) by login name; `root` among them. Absent: login by password is off. */
  passwords: ReadonlyMap<string, Secret>;
  /** Contents of secret files by key, see {@linkcode fileSecret}. */
  files: ReadonlyMap<string, Secret>;
  /** Secrets of the network, by the keys of `network_secrets.ts`. */
  network: ReadonlyMap<string, Secret>;
}

/** The key of a file in {@linkcode Secrets.files}: its path, marked if the content is appended. */
export function fileSecret({ path, append }: Pick<ExtraFile, "path" | "append">): string {
  return append ? `${path} (appended)` : path;
}

/** Secrets, and warnings about the way they are kept. */
export interface ResolvedSecrets {
  /** For the renderers; never log it. */
  secrets: Secrets;
  /** Warnings; they name places, never values. */
  warnings: string[];
}

/** Secrets with passwords not hashed yet, which takes a while. */
export interface ReadSecrets extends Omit<ResolvedSecrets, "secrets"> {
  /** Every value with its key, in the order of the description. */
  values: readonly (readonly [what: string, value: Secret])[];
  /** For the renderers; never log it. */
  secrets(): Promise<Secrets>;
}

/** bcrypt uses no more than this many bytes (bcrypt_newhash(3)); encrypt(1) silently truncates. */
const PASSWORD_BYTES = 72;

/** A password that is already hashed (crypt(3)). */
const HASH = /^\$2[aby]\$\d\d\$.{53}$/;

/** Options of reading secrets. */
export interface ReadingOptions {
  /** Time limit of a command in seconds. Default: 60. */
  patience?: number;
  /** Called every few seconds with the numbers of hashes done and of all. */
  onEvent?: ((event: { kind: "hashed"; done: number; all: number }) => void) | undefined;
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
  const { secrets, warnings } = await readSecrets(gateway, signal, options);
  return { secrets: await secrets(), warnings };
}

/**
 * Reads every secret that `gateway` names, and leaves the hashing of passwords to the caller.
 *
 * @throws {GatewrightError} (description) naming the places of all that cannot be used.
 */
export async function readSecrets(
  gateway: Gateway,
  signal?: AbortSignal,
  options: ReadingOptions = {},
): Promise<ReadSecrets> {
  const values: [string, Secret][] = [];
  const psks = new Map<string, Secret>();
  const passwords = new Map<string, Secret>();
  const files = new Map<string, Secret>();
  const keys = new Map<string, Text>();
  const clientPasswords = new Map<string, Secret>();
  const network = new Map<string, Secret>();
  const warnings = new Set<string>();
  const errors: GatewrightError[] = [];
  const where = gateway.file;
  const warn = (text: string) => void warnings.add(text);
  const use: Use = async (ref, what, take, form = {}) => {
    try {
      const value = await readSecret(ref, { what, where, ...form, warn, signal, ...options });
      values.push([what, value]);
      await take(value);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GatewrightError)) throw error;
      errors.push(error);
    }
  };
  await readTunnelSecrets(gateway, { psks, keys, clientPasswords }, use, warn);
  const accounts: [string, Password][] = [
    ["root", gateway.access.rootPassword],
    ...gateway.access.users.map((user): [string, Password] => [user.name, user.password]),
  ];
  const plain = new Map<string, Secret>();
  for (const [name, password] of accounts) {
    if (password.kind === "hash") passwords.set(name, new Secret(password.hash));
    if (password.kind !== "secret") continue;
    const what = `the password of ${name}`;
    await use(password.ref, what, (text) => {
      if (HASH.test(reveal(text))) passwords.set(name, text);
      else plain.set(name, checkPassword(text, what, where));
    });
  }
  for (const file of gateway.files) {
    if (file.content.kind !== "secret") continue;
    const name = fileSecret(file);
    await use(file.content.ref, `the content of ${name}`, (text) => {
      files.set(name, text);
    }, { whole: true });
  }
  await readNetworkSecrets(gateway, network, use, warn);
  if (errors.length > 0) throw together(errors, where);
  const read = { psks, keys, clientPasswords, files, network };
  return {
    values,
    warnings: [...warnings],
    secrets: async () => ({
      ...read,
      passwords: new Map([...passwords, ...await hashed(plain, signal, options)]),
    }),
  };
}

/** The hashes of passwords by login name. */
async function hashed(
  plain: ReadonlyMap<string, Secret>,
  signal: AbortSignal | undefined,
  { onEvent }: ReadingOptions,
): Promise<[string, Secret][]> {
  const onProgress = (done: number, all: number) => onEvent?.({ kind: "hashed", done, all });
  const hashes = await hashPasswords([...plain.values()].map(reveal), { signal, onProgress });
  return [...plain.keys()].map((name, at) => [name, new Secret(hashes[at]!)]);
}

/** Reads the secret of `ref`, or records why it cannot be used. */
type Use = (
  ref: SecretRef,
  what: string,
  take: (value: Secret) => void | Promise<void>,
  form?: Pick<SecretReading, "whole" | "open">,
) => Promise<void>;

/** Secrets of tunnels and clients. */
async function readTunnelSecrets(
  gateway: Gateway,
  { psks, keys, clientPasswords }: {
    psks: Map<string, Secret>;
    keys: Map<string, Text>;
    clientPasswords: Map<string, Secret>;
  },
  use: Use,
  warn: (text: string) => void,
): Promise<void> {
  const where = gateway.file;
  for (const { whose, name, ike, ref } of pskRefs(gateway)) {
    const what = `the psk of ${whose} ${name}`;
    await use(ref, what, (psk) => {
      checkPsk(reveal(psk), ike, { what, where, warn });
      psks.set(name, psk);
    });
  }
  for (const { path, kind, owner, ref, ike } of keyFiles(gateway)) {
    if (keys.has(path)) continue;
    const what = `the ${kind} of ${owner}`;
    await use(
      ref,
      what,
      (text) => void keys.set(path, checkKey(reveal(text), kind, ike, what, where)),
      { whole: true, open: kind !== "private key" },
    );
  }
  for (const { name, user } of clientUsers(gateway)) {
    const what = `the password of ${user.name} (clients ${name})`;
    await use(user.password, what, (text) => {
      const fault = pskFault(reveal(text), 2);
      if (fault) throw unusable(`${what} ${fault.what}`, where, fault.next);
      clientPasswords.set(`${name}/${user.name}`, text);
    });
  }
}

/** Secrets of interfaces and sasyncd(8). */
async function readNetworkSecrets(
  gateway: Gateway,
  network: Map<string, Secret>,
  use: Use,
  warn: (text: string) => void,
): Promise<void> {
  for (const { key, ref, what, fault, doubt } of networkSecrets(gateway)) {
    await use(ref, what, (value) => {
      const why = fault(reveal(value));
      if (why) throw unusable(`${what} ${why}`, gateway.file, "choose another one");
      const said = doubt?.(reveal(value));
      if (said) warn(`${what} ${said}`);
      network.set(key, value);
    });
  }
}

function pskRefs(
  { tunnels, clients }: Gateway,
): { whose: string; name: string; ike: 1 | 2; ref: SecretRef }[] {
  return [
    ...tunnels.flatMap(({ name, ike, auth }) =>
      auth.method === "psk" ? [{ whose: "tunnel", name, ike, ref: auth.psk }] : []
    ),
    ...clients.flatMap(({ name, psk }) =>
      psk ? [{ whose: "clients", name, ike: 2 as const, ref: psk }] : []
    ),
  ];
}

function clientUsers({ clients }: Gateway): { name: string; user: ClientUser }[] {
  return clients.flatMap(({ name, users }) => users.map((user) => ({ name, user })));
}

/** `text` in the form that the daemon reads. */
function checkKey(
  text: string,
  kind: KeyFileKind,
  ike: 1 | 2,
  what: string,
  where: string,
): Text {
  try {
    if (kind === "public key") return spkiPem(publicKeyOf(text, ike));
    const whole = text.endsWith("\n") ? text : `${text}\n`;
    if (kind === "private key") {
      privateKeyOf(text, ike);
      return new Secret(whole);
    }
    certificatesOf(text);
    return whole;
  } catch (error) {
    if (!(error instanceof PemFault)) throw error;
    throw unusable(`${what} cannot be used: the content ${error.message}`, where, "see check");
  }
}

function together(errors: GatewrightError[], where: string): GatewrightError {
  const [first] = errors;
  if (errors.length === 1) return first!;
  return new GatewrightError(`${errors.length} secrets cannot be used`, {
    kind: "description",
    where,
    why: few(
      errors.map((one) => one.why ? `${one.message}: ${one.why}` : one.message),
      MOST_PROBLEMS,
    ).join("\n"),
    ...(first!.next ? { next: first!.next } : {}),
  });
}

/**
 * The pre-shared key that `ref` names.
 *
 * @throws {GatewrightError} (description) if it cannot be read, or the daemon of IKE version `ike`
 *   would reject it.
 */
export async function readPsk(
  ref: SecretRef,
  ike: 1 | 2,
  reading: Omit<SecretReading, "whole" | "open">,
): Promise<Secret> {
  const psk = await readSecret(ref, reading);
  checkPsk(reveal(psk), ike, reading);
  return psk;
}

function checkPsk(
  psk: string,
  ike: 1 | 2,
  { what, where, warn }: { what: string; where: string; warn: (text: string) => void },
): void {
  const fault = pskFault(psk, ike);
  if (fault) throw unusable(`${what} ${fault.what}`, where, fault.next);
  const doubt = pskDoubt(psk);
  if (doubt !== undefined) warn(`${what} ${doubt}`);
}

/** The password, if it is short enough for bcrypt. */
function checkPassword(password: Secret, what: string, where: string): Secret {
  if (new TextEncoder().encode(reveal(password)).length <= PASSWORD_BYTES) return password;
  throw unusable(
    `${what} is longer than ${PASSWORD_BYTES} bytes, and bcrypt ignores the rest`,
    where,
    "choose a shorter one",
  );
}

function unusable(message: string, where: string, next: string): GatewrightError {
  return new GatewrightError(message, { kind: "description", where, next });
}
