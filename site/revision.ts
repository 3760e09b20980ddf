/**
 * The revision: a short id of the rendered description.
 * @module
 */
import { createHash } from "node:crypto";
import type { Gateway } from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { Secret } from "../host/secret.ts";
import { bytesOf, contentSize, isHostFile, type SiteFile } from "./file.ts";

/** A value that is valid in every field, also as the key of sasyncd.conf(5). */
const HIDDEN = new Secret(`0x${"0".repeat(32)}`);

/** A map that has the same value for every key. */
class Hidden extends Map<string, Secret> {
  override get(): Secret {
    return HIDDEN;
  }
}

/**
 * Placeholders for the secrets of `gateway`, for computing a revision. The rest of a file may be
 * known, so that a hash that includes a secret would allow guessing it.
 */
export function hiddenSecrets({ access }: Gateway): Secrets {
  const passwords = [
    ["root", access.rootPassword] as const,
    ...access.users.map(({ name, password }) => [name, password] as const),
  ].filter(([, { kind }]) => kind === "hash" || kind === "secret");
  return {
    psks: new Hidden(),
    // Keys and certificates are files of their own, and are left out.
    keys: new Map(),
    clientPasswords: new Hidden(),
    passwords: new Map(passwords.map(([name]) => [name, HIDDEN])),
    files: new Hidden(),
    network: new Hidden(),
  };
}

/**
 * Twelve hexadecimal digits of a hash of `files`, which must be rendered with
 * {@linkcode hiddenSecrets}.
 */
export function revisionOf(files: readonly SiteFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const { path, mode, content } = file;
    hash.update(`${path} ${mode.toString(8)} ${contentSize(content)}\n`);
    hash.update(isHostFile(content) ? content.sha256 : bytesOf(file));
  }
  return hash.digest("hex").slice(0, 12);
}
