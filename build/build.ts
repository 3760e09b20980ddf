/**
 * From a description file to a sealed disk.
 * @module
 */
import type { Manifest } from "../images/manifest/manifest.ts";
import { GatewrightError } from "../host/error.ts";
import { shippedPaths } from "../images/compare/installed_files.ts";
import { scrubImage } from "../images/hygiene/scrub.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { loadGateway } from "../site/load_gateway.ts";
import { resolveSecrets } from "../gateway/secrets/secrets.ts";
import { deadline } from "../host/deadline.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";
import { fetchEvents } from "./progress/fetch_events.ts";
import { refuseForeign } from "./steps/made_before.ts";
import { installGateway } from "./pipeline.ts";
import type { Accelerator } from "./qemu/args.ts";
import { rehearsalBoot } from "./rehearsal/boot.ts";
import type { Fault } from "./rehearsal/fault.ts";
import { holdRehearsals, rehearsalRelease } from "./rehearsal/release.ts";
import { fetchRelease, type ReleaseFiles } from "./release/fetch_release.ts";
import { renderGateway } from "./render.ts";
import { judgeImage, refuseBadImage } from "./verdict.ts";

/** One build. */
export interface BuildOptions {
  /** The description. */
  file: string;
  /** Folder of the results; default: `out/NAME`. */
  out?: string;
  /** Mirror that replaces the description's. */
  mirror?: string;
  /** signify key that replaces the description's. */
  key?: string;
  /** Default: `auto`, KVM where it really runs a guest. */
  accelerator?: "auto" | Accelerator;
  /** Milliseconds for the whole build. Default: each phase has its own limit. */
  timeout?: number;
  /** Boot the sealed image and let only one that passes its self-check appear in `out`. */
  verify?: boolean;
  /** What goes wrong in a rehearsal; for tests. */
  fault?: Fault;
  /** Warnings are errors. */
  strict?: boolean;
  /** Ends QEMU and removes what was written. */
  signal?: AbortSignal;
  /** Told what goes on, from the first download to the seal. */
  onEvent?: (event: BuildEvent | FetchEvent) => void;
}

/** What was built. */
export interface BuildResult {
  /** What went in and what came out; also written beside the disk. */
  manifest: Manifest;
  /** Folder of the results. */
  out: string;
}

/**
 * Checks the description, fetches and verifies the release, and has its installer write the disk.
 *
 * @throws {GatewrightError} if any of it fails; `out` is then as it was.
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  let at = "reading the description";
  const onEvent: NonNullable<BuildOptions["onEvent"]> = (event) => {
    if (event.kind === "phase") at = `phase ${event.phase}`;
    if (event.kind === "fetch") at = `fetching ${event.progress.file}`;
    options.onEvent?.(event);
  };
  if (options.timeout === undefined) return await buildWithin({ ...options, onEvent });
  using limit = deadline(options.timeout, () => at, options.signal);
  return await buildWithin({ ...options, onEvent, signal: limit.signal });
}

async function buildWithin(
  options: BuildOptions & Required<Pick<BuildOptions, "onEvent">>,
): Promise<BuildResult> {
  const { signal, onEvent } = options;
  const abort = signal ? { signal } : {};
  const { gateway, warnings } = await loadGateway(options.file, {
    strict: options.strict ?? false,
  });
  for (const { line, column, message } of warnings) {
    onEvent({ kind: "notice", text: `${options.file}:${line}:${column}: ${message}` });
  }
  const rehearsal = gateway.release.rehearsal === true;
  if (rehearsal) refuseInRehearsal(options);
  else if (options.fault !== undefined) {
    throw new GatewrightError("only a rehearsal has faults on request", {
      kind: "usage",
      where: options.file,
      next: "write release: rehearsal, or unset GATEWRIGHT_REHEARSAL_FAULT",
    });
  }
  if (options.mirror) gateway.release.mirror = options.mirror.replace(/\/+$/, "");
  if (options.key) gateway.release.key = options.key;
  const out = options.out ?? `out/${gateway.name}`;
  // What cannot be rendered or written should not cost a download.
  await refuseForeign(out, "build");
  const { secrets, warnings: kept } = await resolveSecrets(gateway, signal, {
    onHashed: (done, all) =>
      onEvent({ kind: "notice", text: `hashing passwords: ${done} of ${all}` }),
  });
  for (const text of kept) onEvent({ kind: "notice", text });
  const { files } = await renderGateway(gateway, secrets);
  using release = await releaseOf(gateway, onEvent, signal);
  const manifest = await installGateway({
    gateway,
    release,
    ...(rehearsal ? { boot: rehearsalBoot(gateway, options.fault) } : {}),
    out,
    render: (environment) => renderGateway(gateway, secrets, environment),
    shipped: shippedPaths(files),
    scrub: (image) => scrubImage(image, signal),
    inspect: async (image) =>
      refuseBadImage(image, await judgeImage(image, gateway, files, secrets)),
    secrets: [secrets.psks, secrets.passwords, secrets.files].flatMap((group) => [
      ...group.values(),
    ]),
    verify: options.verify ?? false,
    ...(options.accelerator ? { accelerator: options.accelerator } : {}),
    ...abort,
    onEvent,
  });
  return { manifest, out };
}

/** The files of the release, or those of its rehearsal, verified. */
async function releaseOf(
  gateway: Gateway,
  onEvent: NonNullable<BuildOptions["onEvent"]>,
  signal: AbortSignal | undefined,
): Promise<ReleaseFiles> {
  const more = { ...(signal ? { signal } : {}), onProgress: fetchEvents(onEvent) };
  if (!gateway.release.rehearsal) return await fetchRelease({ release: gateway.release, ...more });
  using _held = await holdRehearsals();
  const release = await rehearsalRelease(gateway, {
    ...(signal ? { signal } : {}),
    onNotice: (text) => onEvent({ kind: "notice", text }),
  });
  return await fetchRelease({ release, ...more });
}

/** What only a real release has. */
function refuseInRehearsal({ file, mirror, key, verify }: BuildOptions): void {
  const given = { mirror, key, verify };
  const name = (["mirror", "key", "verify"] as const).find((one) => given[one]);
  if (name === undefined) return;
  throw new GatewrightError(`a rehearsal goes without --${name}`, {
    kind: "usage",
    where: file,
    why: name === "verify" ? "its disk does not boot OpenBSD" : "it makes its own release",
    next: `leave --${name} away, or name a real release in the description`,
  });
}
