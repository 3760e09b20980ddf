/**
 * What every step of an installation may read: the job as it was given.
 * @module
 */
import { resolve } from "node:path";
import type { InstallEnvironment } from "../../autoinstall/environment.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { detailsOf, GatewrightError } from "../../host/error.ts";
import type { BaseKind, Manifest } from "../../images/manifest/manifest.ts";
import type { Inspection } from "../../images/inspect/inspect.ts";
import type { StampPlan } from "../stamp/stamp_script.ts";
import type { Secret } from "../../host/secret.ts";
import type { BuildEvent } from "../progress/events.ts";
import type { BootSource } from "../installer/boot_source.ts";
import type { PhaseClock } from "../progress/phase_clock.ts";
import type { Accelerator } from "../qemu/args.ts";
import type { ReleaseFiles } from "../release/fetch_release.ts";
import type { Rendered } from "./rendered.ts";

/** A disk to install. */
export interface InstallJob {
  /** The gateway to install. */
  gateway: Gateway;
  /** Verified files of the release. */
  release: ReleaseFiles;
  /** What installs it; default: OpenBSD's own installer, booted over the network. */
  boot?: BootSource;
  /** Renders for the surroundings of this installation. */
  render: (environment: InstallEnvironment) => Rendered | Promise<Rendered>;
  /** Absolute paths of the files that the description brings, for the manifest. */
  shipped?: string[];
  /** Absolute paths of the keys that are taken over from another disk, for the manifest. */
  kept?: string[];
  /** Names the files of the gateway, for the manifest. */
  revision?: string;
  /** Clears what the installation deleted from the disk, before it is looked into and hashed. */
  scrub?: (image: string) => Promise<unknown>;
  /** Checks the installed disk, as `openDisk` gives it, before it is published; what it throws ends the build. */
  inspect?: (image: string, openDisk: () => Promise<Inspection>) => Promise<void>;
  /** The disk becomes a base: the installer is saved on the way, and nothing in it is of a gateway. */
  base?: BaseKind;
  /** The disk is stamped on a copy of a base. */
  stamp?: StampJob;
  /** Default: `raw`. `qcow2` is an overlay on the base that is stamped. */
  format?: "raw" | "qcow2";
  /** Boot the finished image, and publish it only if it passes its self-check. */
  verify?: boolean;
  /** Folder that appears when all is done. */
  out: string;
  /** Notes what is about to appear, for the builds to come; what it gives is called when it is there. */
  note?: (folder: string, manifest: Manifest) => Promise<() => Promise<void>>;
  /** Default: `auto`. */
  accelerator?: "auto" | Accelerator;
  /** Masked in the log and in errors. */
  secrets?: string[];
  /** Ends QEMU, closes the port and removes what was written. */
  signal?: AbortSignal;
  /** Told what goes on. */
  onEvent?: (event: BuildEvent) => void;
}

/** What a stamp begins with. */
export interface StampJob {
  /** Path of the base. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
  /** Path of its installer's console; absent: not known. */
  log?: string;
  /** Its partitions by mount point. */
  mounts: StampPlan["mounts"];
  /** Boot the installer instead of resuming one that was saved. */
  cold: boolean;
  /** The script for the surroundings of this stamp. */
  script: (plan: Pick<StampPlan, "environment" | "siteSet">) => Secret;
}

/** What the first step starts from. */
export interface Start {
  job: InstallJob;
  clock: PhaseClock;
  /** The cache's folder, where the times of earlier builds are. */
  cacheDir: string;
}

/** Where the console of a build that failed is kept. */
export function failedLog({ out }: InstallJob): string {
  return `${resolve(out)}.failed.log`;
}

/** Where a disk that was not good is kept. */
export function refusedDisk({ out }: InstallJob): string {
  return `${resolve(out)}.refused.raw`;
}

/** Somebody has stopped the build; nothing is wrong with it. */
export function interrupted(error: unknown, signal: AbortSignal | undefined): boolean {
  if (error instanceof GatewrightError) return error.kind === "interrupted";
  return signal?.aborted === true;
}

/** An error with one more thing to do next, and another place. */
export function withNext(error: unknown, next: string, where?: string): unknown {
  if (!(error instanceof GatewrightError)) return error;
  return new GatewrightError(error.message, {
    ...detailsOf(error),
    ...(where === undefined ? {} : { where }),
    next: error.next ? `${error.next}\n${next}` : next,
    cause: error,
  });
}

/** What a job that stamps has. */
export function stampOf({ stamp }: InstallJob): StampJob {
  if (!stamp) throw new Error("the job does not stamp");
  return stamp;
}
