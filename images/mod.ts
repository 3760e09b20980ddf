/**
 * Gatewright's disks as a library: inspecting them, checking them, writing them to volumes, and
 * their libvirt domains.
 * @module
 */
export { type DomainOverrides, overrideDomain } from "./domain/domain_overrides.ts";
export { type DomainOptions, renderDomain } from "./domain/domain_xml.ts";
export type { DefinePlan } from "./libvirt/define.ts";
export {
  type DeployEvent,
  deployImage,
  type DeployOptions,
  type DeployResult,
  type OwnIdentity,
} from "./deploy/deploy.ts";
export type { Consent } from "./deploy/refuse.ts";
export type { Target } from "./deploy/target.ts";
export type { WriteProgress } from "./deploy/write_image.ts";
export type { Disklabel, LabelPartition } from "./disk/disklabel.ts";
export type { Ffs } from "./disk/ffs.ts";
export type { DirectoryEntry } from "./disk/ffs_directory.ts";
export type { FileKind, Inode } from "./disk/ffs_inode.ts";
export type { Superblock } from "./disk/ffs_superblock.ts";
export type { GptPartition } from "./disk/gpt.ts";
export type { MovedSwap } from "./disk/grow_label.ts";
export type { MbrPartition } from "./disk/mbr.ts";
export type { Source } from "./disk/source.ts";
export { knownExpectations } from "./hygiene/expectations.ts";
export type { Extent } from "../host/extents.ts";
export { type Built, findBuilt } from "./manifest/find_built.ts";
export {
  checkHygiene,
  type Expectations,
  type GuardedSecret,
  type HygieneResult,
} from "./hygiene/hygiene.ts";
export { type FileSystem, inspectImage, type Inspection } from "./inspect/inspect.ts";
export type {
  Backing,
  BaseKind,
  GuestHardware,
  Manifest,
  ManifestFile,
} from "./manifest/manifest.ts";
export { checkGrowth, type GrowOptions, growTarget, type Growth } from "./disk/grow.ts";
export type { FileTree, Mount, TreeFile } from "./disk/file_tree.ts";
