/**
 * A file of the site set.
 * @module
 */

/** One entry of siteXX.tgz. Directories above it are implied and never written, so their modes stay OpenBSD's. */
export interface SiteFile {
  /** Path from the root, without a leading slash: `etc/pf.conf`. */
  path: string;
  /** Text is written as UTF-8. */
  content: string | Uint8Array;
  /** Permission bits, e.g. 0o600. */
  mode: number;
  /** Default `root`. */
  owner?: string;
  /** Default `wheel`. */
  group?: string;
  /** Holds a secret: never shown, never world-readable, also on the host. */
  secret?: boolean;
}
