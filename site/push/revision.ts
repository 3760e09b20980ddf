/**
 * A short name for what a description comes to.
 * @module
 */
import { createHash } from "node:crypto";
import { bytesOf, isPrivate, type SiteFile } from "../file.ts";

/**
 * Twelve hexadecimal digits of a hash of all files without a secret. Files with one are left out: what
 * else is in them can be known, so that the hash would let others try guesses.
 */
export function revisionOf(files: readonly SiteFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    if (isPrivate(file)) continue;
    const bytes = bytesOf(file);
    hash.update(`${file.path} ${file.mode.toString(8)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex").slice(0, 12);
}
