/**
 * The job: data that every step of an installation may read.
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

/** A disk to make. */
export interface InstallJob {
  /** The gateway. */
  gateway: Gateway;
  /** Verified files of the release. */
  release: ReleaseFiles;
  /** The installer to boot; default: OpenBSD's own, over the network. */
  boot?: BootSource;
  /** Renders the files for the environment of this installation. */
  render: (environment: InstallEnvironment) => Rendered | Promise<Rendered>;
  /** Absolute paths of the files from the description, for the manifest. */
  shipped?: string[];
  /** Absolute paths of the keys kept from another disk, for the manifest. */
  kept?: string[];
  /** Revision of the gateway's files, for the manifest. */
  revision?: string;
  /** Clears deleted data on the disk, before it is inspected and hashed. */
  scrub?: (image: string) => Promise<unknown>;
  /**
   * Checks the finished disk, from `openDisk`, before it is published; an exception ends the build.
   */
  inspect?: (image: string, openDisk: () => Promise<Inspection>) => Promise<void>;
  /**
   * The disk becomes a base: the installer is saved during the installation, and nothing of a
   * gateway is in it.
   */
  base?: BaseKind;
  /** The disk is a stamped copy of a base. */
  stamp?: StampJob;
  /** Default: `raw`. `qcow2` is an overlay on the stamped base. */
  format?: "raw" | "qcow2";
  /** Boot the finished image, and publish it only if it passes its self-check. */
  verify?: boolean;
  /** Output folder, which appears when everything is done. */
  out: string;
  /**
   * Records what is about to be published, for later builds; the returned function is called after
   * publication.
   */
  note?: (folder: string, manifest: Manifest) => Promise<() => Promise<void>>;
  /** Kind of virtualisation. Default: `auto`. */
  accelerator?: "auto" | Accelerator;
  /** Texts to mask in the log and in errors. */
  secrets?: string[];
  /** Ends QEMU, closes the port and removes the partial result. */
  signal?: AbortSignal;
  /** Called with the progress. */
  onEvent?: (event: BuildEvent) => void;
}

/** Input of a stamp. */
export interface StampJob {
  /** Path of the base. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
  /** Path of its installer's console log; absent: unknown. */
  log?: string;
  /** Its partitions by mount point. */
  mounts: StampPlan["mounts"];
  /** Boot the installer instead of resuming a saved one. */
  cold: boolean;
  /** Renders the script for the environment of this stamp. */
  script: (plan: Pick<StampPlan, "environment" | "siteSet">) => Secret;
}

/** Input of the first step. */
export interface Start {
  job: InstallJob;
  clock: PhaseClock;
  /** The cache, with the durations of earlier builds. */
  cacheDir: string;
}

/** File for the console log of a failed build. */
export function failedLog({ out }: InstallJob): string {
  return `${resolve(out)}.failed.log`;
}

/** File for a refused disk. */
export function refusedDisk({ out }: InstallJob): string {
  return `${resolve(out)}.refused.raw`;
}

/** Whether the build was aborted, so that nothing is wrong with it. */
export function interrupted(error: unknown, signal: AbortSignal | undefined): boolean {
  if (error instanceof GatewrightError) return error.kind === "interrupted";
  return signal?.aborted === true;
}

/** An error with additional advice, and another place. */
export function withNext(error: unknown, next: string, where?: string): unknown {
  if (!(error instanceof GatewrightError)) return error;
  return new GatewrightError(error.message, {
    ...detailsOf(error),
    ...(where === undefined ? {} : { where }),
    next: error.next ? `${error.next}\n${next}` : next,
    cause: error,
  });
}

/** The stamp of a job; throws if it has none. */
export function stampOf({ stamp }: InstallJob): StampJob {
  if (!stamp) throw new Error("the job does not stamp");
  return stamp;
}
