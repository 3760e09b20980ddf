/**
 * A short name for what a description comes to.
 * @module
 */
import { createHash } from "node:crypto";
import type { Gateway } from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { Secret } from "../host/secret.ts";
import { bytesOf, contentSize, isHostFile, type SiteFile } from "./file.ts";

/** What every field takes, the key of sasyncd.conf(5) too. */
const HIDDEN = new Secret(`0x${"0".repeat(32)}`);

/** Has the same value for every name. */
class Hidden extends Map<string, Secret> {
  override get(): Secret {
    return HIDDEN;
  }
}

/**
 * Stands for the secrets of `gateway` where only a revision is made. Everything else in a file can be
 * known, so that a hash over a secret would let others try guesses of it.
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

/** Twelve hexadecimal digits of a hash of `files`, which must be made with {@linkcode hiddenSecrets}. */
export function revisionOf(files: readonly SiteFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    const { path, mode, content } = file;
    hash.update(`${path} ${mode.toString(8)} ${contentSize(content)}\n`);
    hash.update(isHostFile(content) ? content.sha256 : bytesOf(file));
  }
  return hash.digest("hex").slice(0, 12);
}
