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

/** How a certificate is made; times in days from now. */
export interface Making {
  /** It holds from then on; default: today. */
  from?: number;
  /** And until then. */
  days?: number;
  /** The authority that signs it. */
  ca?: string;
  kind?: string;
  /** Lines for openssl-x509v3_config(5), instead of those of a server's certificate, or an authority's. */
  extensions?: string;
}

/** Makes the authority `NAME`: a key, and a certificate that signed itself, or that `ca` signed. */
export async function makeAuthority(pki: Pki, name = "ca", making: Making = {}): Promise<void> {
  const { kind, days = 3650, ca, extensions = "basicConstraints=critical,CA:TRUE" } = making;
  await makeKey(pki, name, kind);
  await sign(pki, name, { ...making, days, extensions, ...(ca ? { ca } : {}) });
}

/** Issues `NAME.crt` for `san`; `days` may be negative. */
export async function issue(
  pki: Pki,
  name: string,
  san: string,
  { ca = "ca", kind, days = 365, extensions = "extendedKeyUsage=serverAuth", ...more }: Making = {},
): Promise<void> {
  await makeKey(pki, name, kind);
  const names = `${extensions}\nsubjectAltName=${san}`;
  await sign(pki, name, { ...more, ca, days, extensions: names });
}

/** Makes `NAME.crt` for `NAME.key`, signed by `ca` or by itself. */
async function sign(
  pki: Pki,
  name: string,
  { from = 0, days, ca, extensions }: Making & { days: number; extensions: string },
): Promise<void> {
  const { folder } = pki;
  await openssl(
    folder,
    ...["req", "-new", "-key", `${name}.key`, "-subj", `/CN=${name}`, "-out", `${name}.csr`],
  );
  await Deno.writeTextFile(
    `${folder}/${name}.cnf`,
    `[ca]\ndefault_ca = d\n[d]\ndatabase = ${name}.index\nnew_certs_dir = .\nrand_serial = yes\n` +
      `default_md = default\npolicy = p\nx509_extensions = e\n[p]\ncommonName = supplied\n[e]\n${extensions}\n`,
  );
  await Deno.writeTextFile(`${folder}/${name}.index`, "");
  const at = (day: number) =>
    new Date(Date.now() + day * 86_400_000).toISOString().replace(/\D/g, "").slice(0, 14) + "Z";
  await openssl(
    folder,
    ...["ca", "-batch", "-notext", "-config", `${name}.cnf`, "-in", `${name}.csr`],
    ...(ca
      ? ["-cert", `${ca}.crt`, "-keyfile", `${ca}.key`]
      : ["-selfsign", "-keyfile", `${name}.key`]),
    // One that ended began before.
    ...["-startdate", at(Math.min(from, days - 1)), "-enddate", at(days), "-out", `${name}.crt`],
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
