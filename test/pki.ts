/**
 * Authorities, certificates and keys for tests, made by openssl(1).
 * @module
 */
import assert from "node:assert/strict";

/** A folder with `ca.crt`, `ca.key` and what {@linkcode issue} puts there. */
export interface Pki {
  folder: string;
}

async function openssl(folder: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("openssl", {
    args,
    cwd: folder,
    stdout: "null",
    stderr: "piped",
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

/** Makes a private key `NAME.key` and its public one, `NAME.pub`. */
export async function makeKey({ folder }: Pki, name: string, kind = "ec"): Promise<void> {
  const options: Record<string, string[]> = {
    ec: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    rsa: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    small: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
    ed25519: ["-algorithm", "ED25519"],
    secp256k1: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
  };
  await openssl(folder, "genpkey", "-quiet", ...options[kind]!, "-out", `${name}.key`);
  await openssl(folder, "pkey", "-in", `${name}.key`, "-pubout", "-out", `${name}.pub`);
  await Deno.chmod(`${folder}/${name}.key`, 0o600);
}

/** Makes the authority `NAME`: a key, and a certificate that signed itself. */
export async function makeAuthority(pki: Pki, name = "ca"): Promise<void> {
  await makeKey(pki, name);
  await openssl(
    pki.folder,
    ...["req", "-x509", "-new", "-key", `${name}.key`, "-days", "3650", "-subj", `/CN=${name}`],
    ...["-addext", "basicConstraints=critical,CA:TRUE", "-out", `${name}.crt`],
  );
}

/** Issues `NAME.crt` for `san`, signed by `ca`; `days` may be negative. */
export async function issue(
  pki: Pki,
  name: string,
  san: string,
  { days = 365, ca = "ca", kind = "ec" }: { days?: number; ca?: string; kind?: string } = {},
): Promise<void> {
  const { folder } = pki;
  await makeKey(pki, name, kind);
  await openssl(
    folder,
    ...["req", "-new", "-key", `${name}.key`, "-subj", `/CN=${name}`, "-out", `${name}.csr`],
  );
  await Deno.writeTextFile(`${folder}/${name}.ext`, `subjectAltName=${san}\n`);
  await openssl(
    folder,
    ...["x509", "-req", "-in", `${name}.csr`, "-CA", `${ca}.crt`, "-CAkey", `${ca}.key`],
    ...["-CAcreateserial", "-days", String(days), "-extfile", `${name}.ext`],
    ...["-out", `${name}.crt`],
  );
}

/** Runs `work` in a folder with an authority, and takes the folder away. */
export async function withPki(work: (pki: Pki) => Promise<void>): Promise<void> {
  const pki = { folder: await Deno.makeTempDir() };
  try {
    await makeAuthority(pki);
    await work(pki);
  } finally {
    await Deno.remove(pki.folder, { recursive: true });
  }
}
