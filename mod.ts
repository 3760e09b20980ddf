/**
 * Gatewright as a library: an OpenBSD IPsec gateway as a KVM guest, from one description.
 *
 * {@linkcode loadGateway} reads a description, {@linkcode renderGateway} makes the files of it,
 * {@linkcode build} has OpenBSD's own installer write the disk, {@linkcode bootImage} tries it,
 * {@linkcode inspectImage} looks into it, {@linkcode deployImage} puts it onto a volume. Nothing here
 * prints or exits; what a user can act on is thrown as a {@linkcode GatewrightError}.
 *
 * @example Everything that is wrong with a description
 * ```ts
 * import { loadGateway, DescriptionError } from "@gatewright/gatewright";
 *
 * try {
 *   const { gateway, warnings } = await loadGateway("hq.yaml");
 *   console.log(gateway.hostname, warnings.length);
 * } catch (error) {
 *   if (!(error instanceof DescriptionError)) throw error;
 *   for (const { line, column, message } of error.problems) console.log(line, column, message);
 * }
 * ```
 * @module
 */
export type { InstallEnvironment } from "./autoinstall/environment.ts";
export { bootImage, type BootOptions, type BootResult } from "./build/guest/boot_image.ts";
export { build, type BuildOptions, type BuildResult } from "./build/build.ts";
export type { BootAction, SelfCheck } from "./build/guest/boot_console.ts";
export type { BuildEvent, BuildPhase, FetchEvent, Outlook } from "./build/progress/events.ts";
export type { Accelerator } from "./build/qemu/args.ts";
export { type Fault, FAULTS } from "./build/rehearsal/fault.ts";
export type { FetchTotals } from "./build/release/fetch_meter.ts";
export type { FetchProgress } from "./build/release/fetch_release.ts";
export { type RenderedGateway, renderGateway } from "./build/render.ts";
export type { Rendered } from "./build/steps/rendered.ts";
export {
  type DefineWish,
  deployGateway,
  type DeployGatewayOptions,
  type DeployGatewayResult,
} from "./build/deliver/deploy_gateway.ts";
export { packImage, type PackOptions, type PackResult } from "./build/deliver/pack.ts";
export { type DomainOverrides, overrideDomain } from "./images/domain/domain_overrides.ts";
export { type DomainOptions, renderDomain } from "./images/domain/domain_xml.ts";
export type { DefinePlan } from "./images/libvirt/define.ts";
export {
  type DeployEvent,
  deployImage,
  type DeployOptions,
  type DeployResult,
} from "./images/deploy/deploy.ts";
export type { Consent } from "./images/deploy/refuse.ts";
export type { Target } from "./images/deploy/target.ts";
export type { WriteProgress } from "./images/deploy/write_image.ts";
export type { Disklabel, LabelPartition } from "./images/disk/disklabel.ts";
export type { Ffs } from "./images/disk/ffs.ts";
export type { DirectoryEntry } from "./images/disk/ffs_directory.ts";
export type { FileKind, Inode } from "./images/disk/ffs_inode.ts";
export type { Superblock } from "./images/disk/ffs_superblock.ts";
export type { GptPartition } from "./images/disk/gpt.ts";
export type { MovedSwap } from "./images/disk/grow_label.ts";
export type { MbrPartition } from "./images/disk/mbr.ts";
export type { Source } from "./images/disk/source.ts";
export { knownExpectations } from "./images/hygiene/expectations.ts";
export { type Built, findBuilt } from "./images/manifest/find_built.ts";
export {
  checkHygiene,
  type Expectations,
  type GuardedSecret,
  type HygieneResult,
} from "./images/hygiene/hygiene.ts";
export { type FileSystem, inspectImage, type Inspection } from "./images/inspect/inspect.ts";
export type { GuestHardware, Manifest, ManifestFile } from "./images/manifest/manifest.ts";
export { checkGrowth, type GrowOptions, growTarget, type Growth } from "./images/disk/grow.ts";
export type { FileTree, Mount, TreeFile } from "./images/disk/file_tree.ts";
export type { SiteFile } from "./site/file.ts";
export {
  type ErrorCode,
  type ErrorDetails,
  EXIT,
  type ExitKind,
  GatewrightError,
} from "./host/error.ts";
export type {
  Access,
  AllowRule,
  Arch,
  Cidr,
  Disk,
  Domain,
  DomainInterface,
  ExtraFile,
  Firewall,
  Gateway,
  Ikev1Tunnel,
  Ikev2Tunnel,
  Network,
  NetworkInterface,
  Partition,
  Password,
  Phase,
  Release,
  SecretRef,
  TransformSet,
  Tunnel,
  TunnelAuth,
  User,
} from "./gateway/gateway.ts";
export type { Loaded } from "./gateway/load/load.ts";
export { loadGateway, parseGateway, type ReadOptions } from "./site/load_gateway.ts";
export type { Outcome } from "./gateway/load/load_together.ts";
export { loadTogether } from "./site/load_gateway.ts";
export { DescriptionError, type Problem } from "./gateway/document/problem.ts";
export {
  type ReadingOptions,
  type ResolvedSecrets,
  resolveSecrets,
  type Secrets,
} from "./gateway/secrets/secrets.ts";
