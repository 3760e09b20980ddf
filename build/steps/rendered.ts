/**
 * The files of a build that are rendered rather than installed.
 * @module
 */
import type { Text } from "../../host/secret.ts";
import type { SiteSet } from "../../site/set.ts";

/** What the renderers made of a gateway. */
export interface Rendered {
  /** The gzipped tar, read piece by piece. */
  siteSet: SiteSet;
  /** Bytes of the files in it. */
  siteBytes: number;
  /** `site79.tgz`. */
  siteSetName: string;
  /** Answers of autoinstall(8). */
  installConf: Text;
  /** Template of `disklabel -T`; absent: OpenBSD's own layout. */
  disklabelConf?: string;
  /** libvirt domain; absent: the disk is of no gateway. */
  domainXml?: string;
}
