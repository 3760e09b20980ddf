/**
 * Builds a finished disk from a gateway, or from its description.
 * @module
 */
import { dirname, resolve } from "node:path";
import { installEnvironment } from "../autoinstall/environment.ts";
import type { Manifest } from "../images/manifest/manifest.ts";
import { GatewrightError } from "../host/error.ts";
import { shippedPaths } from "../images/compare/installed_files.ts";
import { scrubImage } from "../images/hygiene/scrub.ts";
import { formatProblem } from "../gateway/document/problem.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { loadGateway } from "../site/load_gateway.ts";
import { readSecrets, type Secrets } from "../gateway/secrets/secrets.ts";
import { canonical } from "../host/canonical.ts";
import { temporaryFiles } from "../host/host_error.ts";
import { removeLeftFolders } from "../host/own_folder.ts";
import { SharedValues } from "../host/shared_values.ts";
import { deadline } from "../host/deadline.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";
import { fetchEvents } from "./progress/fetch_events.ts";
import { OutputFolder } from "./steps/output_folder.ts";
import { inspectImage } from "../images/inspect/inspect.ts";
import { baseKind } from "./base/base_key.ts";
import {
  type BaseSource,
  type ForeignBase,
  openForeignBase,
  refuseUnfitBase,
} from "./base/foreign_base.ts";
import { keepIdentity, type KeptIdentity } from "./keep_identity.ts";
import { cachedBase, type HeldBase } from "./make_base.ts";
import { installGateway } from "./pipeline.ts";
import { defaultCacheDir } from "./release/cache.ts";
import { CannotStamp } from "./stamp/cannot_stamp.ts";
import { renderStampScript } from "./stamp/stamp_script.ts";
import { whyNotTried, whyWhole } from "./stamp/why_whole.ts";
import type { InstallJob, StampJob } from "./steps/job.ts";
import { BuiltBefore } from "./unchanged/built_before.ts";
import { inputOptions } from "./unchanged/input_options.ts";
import type { SiteFile } from "../site/file.ts";
import { siteFiles, siteRevision } from "../site/files.ts";
import type { Accelerator } from "./qemu/args.ts";
import { refuseInRehearsal } from "./refuse_in_rehearsal.ts";
import { rehearsalBoot } from "./rehearsal/boot.ts";
import type { Fault } from "./rehearsal/fault.ts";
import { holdRehearsals, rehearsalRelease } from "./rehearsal/release.ts";
import { fetchRelease, type ReleaseFiles } from "./release/fetch_release.ts";
import { readSources, renderWith } from "./render.ts";
import { compareDisk, refuseBadImage } from "./compare_disk.ts";
import { maskedTexts } from "./masked_texts.ts";

/** Options of a build. */
export interface BuildOptions {
  /** Output folder; default: `out/NAME`. */
  out?: string;
  /** Mirror, instead of the description's. */
  mirror?: string;
  /** signify key, instead of the description's. */
  key?: string;
  /** Default: `auto`, KVM if it really runs a guest. */
  accelerator?: "auto" | Accelerator;
  /** Time limit of the whole build in milliseconds. Default: each phase has its own limit. */
  timeout?: number;
  /** Boot the finished image, and publish it in `out` only if it passes its self-check. */
  verify?: boolean;
  /**
   * `whole`: the installer writes the disk directly. `stamp`: the disk is made from a copy of a
   * base, if possible. Default: `stamp` for releases that were tested with it.
   */
  way?: "stamp" | "whole";
  /** Boot the installer for a stamp, instead of resuming a saved one. */
  cold?: boolean;
  /** Base to stamp, instead of one made here. */
  base?: BaseSource;
  /**
   * The disk of the gateway that this one replaces, an image or a block device: its ssh host keys,
   * its keys of isakmpd(8) and iked(8) and its soii.key are copied to the new disk, except where
   * the description has its own.
   */
  identityFrom?: string;
  /** Treat warnings about the description as errors. */
  strict?: boolean;
  /** `qcow2`: an overlay on the stamped base, which is put beside `out`. Default: `raw`. */
  format?: "raw" | "qcow2";
  /** Build even if `out` is up to date. */
  force?: boolean;
  /** Rehearse with a stand-in for the installer of the release; the disk does not boot OpenBSD. */
  rehearse?: boolean;
  /** Ends QEMU and removes the partial result. */
  signal?: AbortSignal;
  /** Called with the progress, from the first download to the last hash. */
  onEvent?: (event: BuildEvent | FetchEvent) => void;
}

/** Result of a build. */
export interface BuildResult {
  /** The manifest, which is also written beside the disk. */
  manifest: Manifest;
  /** Output folder. */
  out: string;
  /** Nothing was built, because `out` was up to date. */
  unchanged?: true;
}

/**
 * Checks the description, fetches and verifies the release, and has its installer write the disk.
 *
 * @param from the file of a description, or a gateway from {@linkcode loadGateway}, which may have
 * been changed in code
 * @example A gateway with another name
 * ```ts no-run
 * import { build, loadGateway } from "@gatewright/gatewright";
 *
 * const { gateway } = await loadGateway("hq.yaml");
 * await build({ ...gateway, name: "hq2", hostname: "hq2.example.net" }, { out: "out/hq2" });
 * ```
 * @throws {GatewrightError} on failure; `out` is then unchanged.
 */
export function build(from: string | Gateway, options: BuildOptions = {}): Promise<BuildResult> {
  return buildAmong(from, options, {});
}

/** Internal options of a build. */
export interface BuildSurroundings {
  /** Fault of a rehearsal; for tests. */
  fault?: Fault | undefined;
  /** Releases and bases shared by builds of one command; default: none. */
  shared?: SharedValues | undefined;
}

/** {@linkcode build} as part of several builds. */
export async function buildAmong(
  from: string | Gateway,
  options: BuildOptions,
  surroundings: BuildSurroundings,
): Promise<BuildResult> {
  let at = "reading the description";
  const onEvent: NonNullable<BuildOptions["onEvent"]> = (event) => {
    if (event.kind === "phase") at = `phase ${event.phase}`;
    if (event.kind === "fetch") at = `fetching ${event.progress.file}`;
    options.onEvent?.(event);
  };
  await using own = new SharedValues();
  const around = { ...surroundings, shared: surroundings.shared ?? own };
  if (options.timeout === undefined) {
    return await buildWithin(from, { ...options, onEvent }, around);
  }
  using limit = deadline(options.timeout, () => at, options.signal);
  return await buildWithin(from, { ...options, onEvent, signal: limit.signal }, around);
}

/** A copy of the gateway to build. */
async function gatewayOf(
  from: string | Gateway,
  options: BuildOptions,
): Promise<Gateway> {
  const { strict = false, onEvent, signal } = options;
  if (typeof from !== "string") return withRelease(from, options);
  const { gateway, warnings } = await loadGateway(from, { strict, signal });
  for (const warning of warnings) onEvent?.({ kind: "notice", text: formatProblem(warning) });
  return withRelease(gateway, options);
}

function withRelease(gateway: Gateway, { mirror, key, rehearse }: BuildOptions): Gateway {
  // A rehearsal has its own mirror and key.
  const { mirror: _, key: __, ...bare } = gateway.release;
  const release = {
    ...(rehearse ? { ...bare, rehearsal: true as const } : gateway.release),
    ...(mirror ? { mirror: mirror.replace(/\/+$/, "") } : {}),
    ...(key ? { key } : {}),
  };
  return { ...gateway, release };
}

/** The domain refers to the overlay in the output folder: it stays beside its base. */
function withOverlay(gateway: Gateway, out: string): Gateway {
  const disk = resolve(out, `${gateway.name}.qcow2`);
  return { ...gateway, domain: { ...gateway.domain, disk, format: "qcow2" } };
}

async function buildWithin(
  from: string | Gateway,
  options: BuildOptions & Required<Pick<BuildOptions, "onEvent">>,
  { fault, shared }: BuildSurroundings & { shared: SharedValues },
): Promise<BuildResult> {
  const { signal, onEvent } = options;
  const abort = signal ? { signal } : {};
  const described = await gatewayOf(from, options);
  const out = options.out ?? `out/${described.name}`;
  const gateway = options.format === "qcow2" ? withOverlay(described, out) : described;
  const rehearsal = gateway.release.rehearsal === true;
  if (rehearsal) refuseInRehearsal(gateway.file, options);
  else if (fault !== undefined) {
    throw new GatewrightError("faults are for rehearsals only", {
      kind: "usage",
      where: gateway.file,
      next: "write release: rehearsal",
    });
  }
  // Anything that cannot be rendered or written should fail before a download.
  const read = await readSecrets(gateway, signal, {
    onEvent: ({ done, all }) =>
      onEvent({ kind: "notice", text: `hashing passwords: ${done} of ${all}` }),
  });
  for (const text of read.warnings) onEvent({ kind: "notice", text });
  const sources = await readSources(gateway, signal);
  const inputs = { gateway, secrets: read.values, sources, options: await inputOptions(options) };
  const before = await BuiltBefore.open(defaultCacheDir(), out, inputs);
  // The kept identity is unknown before the other disk is read.
  const certain = options.identityFrom === undefined && fault === undefined;
  if (!options.force && certain && before.sameInputs) {
    const manifest = await whatIsThere(before, gateway, shared, { ...options, out });
    if (manifest) return { manifest, out, unchanged: true };
  }
  await OutputFolder.probe(out, "build");
  const secrets = await read.secrets();
  const site = siteFiles(gateway, secrets, sources);
  const revision = siteRevision(gateway, sources);
  const identity = await identityOf(gateway, site, options);
  const files = [...site, ...identity?.files ?? []];
  renderWith(files, gateway, secrets, installEnvironment(gateway));
  const whole = options.way === "whole" || whyWhole(gateway, site) !== undefined;
  if (options.base && !whole) await refuseUnfitBase(options.base, gateway);
  const release = await releaseOf(gateway, shared, onEvent, signal);
  const job: InstallJob = {
    gateway,
    release,
    ...(rehearsal ? { boot: rehearsalBoot(gateway, fault) } : {}),
    out,
    render: (environment) => renderWith(files, gateway, secrets, environment, signal),
    shipped: shippedPaths(site),
    ...(identity ? { kept: identity.paths } : {}),
    revision,
    scrub: (image) => scrubImage(image, signal),
    inspect: async (image, openDisk) => {
      const kept = withKept(secrets, identity);
      refuseBadImage(image, await compareDisk(await openDisk(), gateway, files, kept));
    },
    secrets: maskedTexts(secrets, identity?.keys.values()),
    verify: options.verify ?? false,
    ...(options.format ? { format: options.format } : {}),
    ...(certain
      ? { note: (folder, manifest) => before.note(folder, manifest, release, signal) }
      : {}),
    ...(options.accelerator ? { accelerator: options.accelerator } : {}),
    ...abort,
    onEvent,
  };
  return { manifest: await stampOrInstall(job, files, secrets, shared, options), out };
}

/** The manifest in the output folder, if a build would give the same result. */
async function whatIsThere(
  before: BuiltBefore,
  gateway: Gateway,
  shared: SharedValues,
  { onEvent, out, signal, verify }: BuildOptions & Required<Pick<BuildOptions, "onEvent" | "out">>,
): Promise<Manifest | undefined> {
  const release = await releaseOf(gateway, shared, onEvent, signal);
  const onChange = (why: string) => onEvent({ kind: "notice", text: `built again: ${why}` });
  const manifest = await before.manifest(release, onChange, signal);
  if (!manifest || verify && !manifest.verified) return undefined;
  // Files of killed builds are removed by every other build when it makes its own folders.
  await removeLeftFolders(temporaryFiles(), "gatewright-");
  await removeLeftFolders(dirname(out), ".gatewright-");
  return manifest;
}

/** The keys of the other disk, if one is named. */
function identityOf(
  gateway: Gateway,
  site: SiteFile[],
  { identityFrom, signal, onEvent }: BuildOptions,
): Promise<KeptIdentity> | undefined {
  if (identityFrom === undefined) return undefined;
  return keepIdentity(identityFrom, gateway, site, {
    ...(signal ? { signal } : {}),
    onNotice: (text) => onEvent?.({ kind: "notice", text }),
  });
}

/** The secrets of the description, and the kept keys: the inspection searches for both. */
function withKept(secrets: Secrets, kept: KeptIdentity | undefined): Secrets {
  return kept ? { ...secrets, keys: new Map([...secrets.keys, ...kept.keys]) } : secrets;
}

/** Stamps if possible; otherwise installs directly, and reports why. */
async function stampOrInstall(
  job: InstallJob,
  files: SiteFile[],
  secrets: Secrets,
  shared: SharedValues,
  { way, cold = false, base: given, onEvent }: BuildOptions,
): Promise<Manifest> {
  const { gateway, release, accelerator, signal } = job;
  const never = whyWhole(gateway, files);
  const asked = way === "stamp" || given !== undefined;
  const why = way === "whole" ? "" : never ?? (asked ? undefined : whyNotTried(gateway));
  if (why !== undefined) {
    refuseNoBase(job, why);
    // A rehearsal is never stamped, as its user knows.
    if (why !== "" && !gateway.release.rehearsal) {
      onEvent?.({ kind: "notice", text: `installed in one go: ${why}` });
    }
    return await installGateway(job);
  }
  try {
    const kind = baseKind(gateway, release);
    const base = await shared.get<ForeignBase | HeldBase>(
      canonical(["base", given, kind]),
      () =>
        given ? openForeignBase(given, kind, gateway.file, signal) : cachedBase(defaultCacheDir(), {
          gateway,
          release,
          ...(accelerator ? { accelerator } : {}),
          ...(signal ? { signal } : {}),
          ...(onEvent ? { onEvent } : {}),
        }),
    );
    const mounts = await mountsOf(base.image);
    const script: StampJob["script"] = (plan) =>
      renderStampScript({ ...plan, gateway, secrets, mounts });
    const { image, pieces } = base;
    const log = "log" in base && base.log !== undefined ? { log: base.log } : {};
    return await installGateway({
      ...job,
      stamp: { image, pieces, ...log, mounts, cold, script },
    });
  } catch (error) {
    if (!(error instanceof CannotStamp)) throw error;
    refuseNoBase(job, error.message);
    onEvent?.({ kind: "notice", text: `installed in one go: ${error.message}` });
    return await installGateway(job);
  }
}

/** A directly installed disk has no base for an overlay. */
function refuseNoBase({ gateway, format }: InstallJob, why: string): void {
  if (format !== "qcow2") return;
  throw new GatewrightError("there is no base for an overlay", {
    kind: "usage",
    code: "no-stamp",
    where: gateway.file,
    ...(why === "" ? {} : { why }),
    next: "build a raw disk",
  });
}

/** The partitions of a base by mount point. */
async function mountsOf(image: string): Promise<StampJob["mounts"]> {
  using disk = await inspectImage(image);
  return disk.fileSystems.flatMap(({ mount, letter }) =>
    mount === undefined ? [] : [[mount, letter] as const]
  );
}

/** The verified files of the release, or of its rehearsal. */
async function releaseOf(
  gateway: Gateway,
  shared: SharedValues,
  onEvent: NonNullable<BuildOptions["onEvent"]>,
  signal: AbortSignal | undefined,
): Promise<ReleaseFiles> {
  const more = { ...(signal ? { signal } : {}), onProgress: fetchEvents(onEvent) };
  if (!gateway.release.rehearsal) {
    // Most gateways built together have the same release.
    return await shared.get(
      canonical(["release", gateway.release]),
      () => fetchRelease({ release: gateway.release, unchanged: true, ...more }),
    );
  }
  return await shared.get(canonical(["rehearsal", gateway.file, gateway.name]), async () => {
    using _held = await holdRehearsals();
    const release = await rehearsalRelease(gateway, {
      ...(signal ? { signal } : {}),
      onNotice: (text) => onEvent({ kind: "notice", text }),
    });
    return await fetchRelease({ release, ...more });
  });
}
