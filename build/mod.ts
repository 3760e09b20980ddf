/**
 * Gatewright's builds as a library: rendering a gateway's files, building its disk with OpenBSD's
 * installer, booting and delivering it.
 * @module
 */
export type { InstallEnvironment } from "../autoinstall/environment.ts";
export {
  bootImage,
  type BootOptions,
  type BootResult,
  type GuestConsole,
} from "./guest/boot_image.ts";
export type { BaseSource } from "./base/foreign_base.ts";
export { build, type BuildOptions, type BuildResult } from "./build.ts";
export { buildBase, type BuildBaseOptions } from "./build_base.ts";
export {
  buildFamily,
  type FamilyMember,
  type FamilyOptions,
  familyStatus,
} from "./build_family.ts";
export type { BootEvent, SelfCheck } from "./guest/boot_console.ts";
export type { BuildEvent, BuildPhase, FetchEvent, Outlook } from "./progress/events.ts";
export type { Accelerator } from "./qemu/args.ts";
export type { FetchTotals } from "./release/fetch_meter.ts";
export type { FetchProgress } from "./release/fetch_release.ts";
export { type RenderedGateway, renderGateway } from "./render.ts";
export type { Rendered } from "./steps/rendered.ts";
export {
  type DefineWish,
  deployGateway,
  type DeployGatewayEvent,
  type DeployGatewayOptions,
  type DeployGatewayResult,
} from "./deliver/deploy_gateway.ts";
export { packImage, type PackOptions, type PackResult } from "./deliver/pack.ts";
export type { SiteFile } from "../site/file.ts";
export type { SiteSet } from "../site/set.ts";
export type { FileHash } from "../host/hash_file.ts";
export type { HostFile } from "../host/host_file.ts";
