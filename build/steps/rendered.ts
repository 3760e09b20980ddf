/**
 * The rendered files of a build.
 * @module
 */
import type { Text } from "../../host/secret.ts";
import type { SiteSet } from "../../site/set.ts";

/** The rendered files of a gateway. */
export interface Rendered {
  /** The gzipped tar, in pieces. */
  siteSet: SiteSet;
  /** Total bytes of its files. */
  siteBytes: number;
  /** Name: `site79.tgz`. */
  siteSetName: string;
  /** Answers of autoinstall(8). */
  installConf: Text;
  /** Template of `disklabel -T`; absent: OpenBSD's own layout. */
  disklabelConf?: string;
  /** libvirt domain; absent: the disk is a base. */
  domainXml?: string;
}
