/**
 * A file of the site set.
 * @module
 */
import type { HostFile } from "../host/host_file.ts";
import { reveal, Secret, type Text } from "../host/secret.ts";

/**
 * One entry of siteXX.tgz. Parent directories have no entries of their own, so that their modes
 * stay OpenBSD's.
 */
export interface SiteFile {
  /** Path from the root, without a leading slash: `etc/pf.conf`. */
  path: string;
  /**
   * Text is written as UTF-8. A {@linkcode Secret} is never shown, and never readable by others, on
   * the host too. A file of the host is read when it is needed.
   */
  content: Text | HostFile;
  /** Permission bits, e.g. 0o600. */
  mode: number;
  /** Default: `root`. */
  owner?: string;
  /** Default: `wheel`. */
  group?: string;
}

/** Whether the file holds a secret. */
export function holdsSecret({ content }: Pick<SiteFile, "content">): boolean {
  return content instanceof Secret;
}

/** Whether it is a file of the host. */
export function isHostFile(content: SiteFile["content"]): content is HostFile {
  return typeof content === "object" && !(content instanceof Secret);
}

/**
 * The file as it is written.
 *
 * @throws {TypeError} for a file of the host that is too large for memory.
 */
export function bytesOf({ content }: Pick<SiteFile, "content">): Uint8Array<ArrayBuffer> {
  if (!isHostFile(content)) return new TextEncoder().encode(reveal(content));
  if (!content.bytes) throw new TypeError(`${content.path} is to be read in pieces`);
  return content.bytes;
}

/** Whether the content is in memory. */
export function isHeld({ content }: Pick<SiteFile, "content">): boolean {
  return !isHostFile(content) || content.bytes !== undefined;
}

/** The bytes of a content. */
export function contentSize(content: SiteFile["content"]): number {
  return isHostFile(content) ? content.size : bytesOf({ content }).length;
}
