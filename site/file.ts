/**
 * A file of the site set.
 * @module
 */
import { reveal, Secret, type Text } from "../host/secret.ts";

/** One entry of siteXX.tgz. Directories above it are implied and never written, so their modes stay OpenBSD's. */
export interface SiteFile {
  /** Path from the root, without a leading slash: `etc/pf.conf`. */
  path: string;
  /** Text is written as UTF-8. A {@linkcode Secret}: never shown, never for others, also on the host. */
  content: Text | Uint8Array;
  /** Permission bits, e.g. 0o600. */
  mode: number;
  /** Default `root`. */
  owner?: string;
  /** Default `wheel`. */
  group?: string;
}

/** Whether the file holds a secret. */
export function isPrivate({ content }: Pick<SiteFile, "content">): boolean {
  return content instanceof Secret;
}

/** The file as it is written. */
export function bytesOf({ content }: Pick<SiteFile, "content">): Uint8Array<ArrayBuffer> {
  return content instanceof Uint8Array
    ? new Uint8Array(content)
    : new TextEncoder().encode(reveal(content));
}
