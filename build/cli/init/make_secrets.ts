/**
 * Generates the secrets of a new description, from the host's random source.
 * @module
 */
import { dirname, join, relative } from "node:path";
import type { Gateway, SecretRef } from "../../../gateway/gateway.ts";
import { FAILOVER_KEY, networkSecrets } from "../../../gateway/secrets/network_secrets.ts";
import { run } from "../../../host/run.ts";

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

const text = (bytes: number) => random(bytes).toBase64();

/** Ten years: certificates made by hand are easily forgotten when they expire. */
const DAYS = "3650";

/** Writes a file that only its owner can read; fails if it exists. */
async function write(path: string, content: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await Deno.writeTextFile(path, content, { mode: 0o600, createNew: true });
}

/**
 * Generates every secret that `gateway` refers to by file below `folder`, mode 0600.
 *
 * @returns the paths of the files, relative to `folder`.
 */
export async function makeSecrets(
  gateway: Gateway,
  folder: string,
  signal: AbortSignal,
): Promise<string[]> {
  const made = new Map<string, () => Promise<void>>();
  const add = (ref: SecretRef | undefined, content: () => string) => {
    if (!ref || !("file" in ref)) return;
    const { file } = ref;
    if (!made.has(file)) made.set(file, () => write(file, `${content()}\n`));
  };
  for (const { auth } of gateway.tunnels) if (auth.method === "psk") add(auth.psk, () => text(33));
  for (const { key, ref } of networkSecrets(gateway)) {
    // carp(4) takes 19 characters, sasyncd(8) 32 bytes.
    add(ref, key === FAILOVER_KEY ? () => random(32).toHex() : () => random(9).toHex());
  }
  for (const { users } of gateway.clients) {
    for (const { password } of users) add(password, () => text(12));
  }
  for (const { certificate, srcid } of gateway.clients) {
    if (!certificate) continue;
    const { ca, cert, key } = certificate;
    if (!("file" in ca && "file" in cert && "file" in key)) continue;
    const [authority, own, secret] = [ca.file, cert.file, key.file];
    const name = srcid ?? gateway.hostname;
    made.set(authority, () => makeCertificates(authority, own, secret, name, signal));
    for (const file of [own, secret, authorityKey(authority)]) {
      made.set(file, () => Promise.resolve());
    }
  }
  for (const make of made.values()) await make();
  return [...made.keys()].map((path) => relative(folder, path));
}

const authorityKey = (certificate: string) => certificate.replace(/(\.crt)?$/, ".key");

/** A certificate authority for the gateway, and its certificate for `name`. */
async function makeCertificates(
  ca: string,
  cert: string,
  key: string,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const caKey = authorityKey(ca);
  const subject = `${ca}.csr`;
  for (const path of [caKey, key]) {
    await write(path, ""); // openssl keeps the mode of an existing file
    await openssl(
      ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", path],
      signal,
    );
  }
  await openssl([
    ...["req", "-x509", "-new", "-key", caKey, "-days", DAYS, "-subj", `/CN=${name} authority`],
    ...["-addext", "basicConstraints=critical,CA:TRUE"],
    ...["-addext", "keyUsage=critical,keyCertSign,cRLSign", "-out", ca],
  ], signal);
  await openssl(["req", "-new", "-key", key, "-subj", `/CN=${name}`, "-out", subject], signal);
  const extensions = join(dirname(ca), "extensions");
  await write(
    extensions,
    `subjectAltName=DNS:${name}\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n`,
  );
  await openssl([
    ...["x509", "-req", "-in", subject, "-CA", ca, "-CAkey", caKey, "-set_serial"],
    ...[`0x${random(8).toHex()}`, "-days", DAYS, "-extfile", extensions, "-out", cert],
  ], signal);
  await Deno.remove(subject);
  await Deno.remove(extensions);
  for (const path of [ca, cert]) await Deno.chmod(path, 0o600);
}

const openssl = (args: string[], signal: AbortSignal) => run("openssl", args, { signal });
