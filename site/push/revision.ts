/**
 * A short name for what a description comes to.
 * @module
 */
import { createHash } from "node:crypto";
import { bytesOf, contentSize, isHostFile, isPrivate, type SiteFile } from "../file.ts";

/**
 * Twelve hexadecimal digits of a hash of all files without a secret. Files with one are left out: what
 * else is in them can be known, so that the hash would let others try guesses.
 */
export function revisionOf(files: readonly SiteFile[]): string {
  const hash = createHash("sha256");
  for (const file of files) {
    if (isPrivate(file)) continue;
    const { path, mode, content } = file;
    hash.update(`${path} ${mode.toString(8)} ${contentSize(content)}\n`);
    hash.update(isHostFile(content) ? content.sha256 : bytesOf(file));
  }
  return hash.digest("hex").slice(0, 12);
}
