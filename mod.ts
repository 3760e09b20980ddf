/**
 * Gatewright as a library: an OpenBSD IPsec gateway as a KVM guest, from one description.
 *
 * {@linkcode loadGateway} reads a spec, {@linkcode renderGateway} makes the files of it,
 * {@linkcode build} has OpenBSD's own installer write the disk, {@linkcode bootImage} tries it,
 * {@linkcode inspectImage} looks into it, {@linkcode deployImage} puts it onto a volume. Nothing here
 * prints or exits; what a user can act on is thrown as a {@linkcode GatewrightError}.
 *
 * @example Everything that is wrong with a spec
 * ```ts
 * import { loadGateway, SpecError } from "@gatewright/gatewright";
 *
 * try {
 *   const { gateway, warnings } = await loadGateway("hq.yaml");
 *   console.log(gateway.hostname, warnings.length);
 * } catch (error) {
 *   if (!(error instanceof SpecError)) throw error;
 *   for (const { line, column, message } of error.problems) console.log(line, column, message);
 * }
 * ```
 * @module
 */
export type { InstallEnvironment } from "./autoinstall/environment.ts";
export { bootImage, type BootOptions, type BootResult } from "./build/boot_image.ts";
export { build, type BuildOptions, type BuildResult } from "./build/build.ts";
export type { BootAction, SelfCheck } from "./build/console/boot_console.ts";
export type { BuildEvent, BuildPhase, FetchEvent, Outlook } from "./build/events.ts";
export type { Accelerator } from "./build/qemu/args.ts";
export { type Fault, FAULTS } from "./build/rehearsal/fault.ts";
export type { FetchTotals } from "./build/release/fetch_meter.ts";
export type { FetchProgress } from "./build/release/fetch_release.ts";
export { type RenderedGateway, renderGateway } from "./build/render.ts";
export type { Rendered } from "./build/rendered.ts";
export {
  type DefineWish,
  deployGateway,
  type DeployGatewayOptions,
  type DeployGatewayResult,
} from "./build/deploy_gateway.ts";
export { packImage, type PackOptions, type PackResult } from "./build/pack.ts";
export { type DomainOverrides, overrideDomain } from "./images/domain_overrides.ts";
export { type DomainOptions, renderDomain } from "./images/domain_xml.ts";
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
export { knownExpectations } from "./images/expectations.ts";
export { type Built, findBuilt } from "./images/find_built.ts";
export {
  checkHygiene,
  type Expectations,
  type GuardedSecret,
  type HygieneResult,
} from "./images/hygiene.ts";
export { type FileSystem, inspectImage, type Inspection } from "./images/inspect.ts";
export type { GuestHardware, Manifest, ManifestFile } from "./images/manifest.ts";
export { checkGrowth, type GrowOptions, growTarget, type Growth } from "./images/grow.ts";
export type { FileTree, Mount, TreeFile } from "./images/tree.ts";
export type { SiteFile } from "./site/file.ts";
export { type ErrorDetails, EXIT, type ExitKind, GatewrightError } from "./spec/error.ts";
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
  Network,
  NetworkInterface,
  Partition,
  Password,
  Release,
  SecretRef,
  Transform,
  Tunnel,
  User,
} from "./spec/gateway.ts";
export { type Loaded, loadGateway, type LoadOptions, parseGateway } from "./spec/load.ts";
export { loadTogether, type Outcome } from "./spec/load_together.ts";
export { type Problem, SpecError } from "./spec/problem.ts";
export {
  type ReadingOptions,
  type ResolvedSecrets,
  resolveSecrets,
  type Secrets,
} from "./spec/secrets.ts";
