/**
 * From a gateway to its sealed disk: one step after the other, all or nothing.
 * @module
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { type InstallEnvironment, installEnvironment } from "../autoinstall/environment.ts";
import { hashApart } from "../host/hash_apart.ts";
import type { Manifest } from "../images/manifest/manifest.ts";
import { GatewrightError } from "../host/error.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { ConsoleAction } from "./installer/installer_console.ts";
import { hostError, temporaryFolder } from "../host/host_error.ts";
import { install } from "./installer/install.ts";
import { type Served, serveMirror } from "./installer/http_server.ts";
import { indexTxt } from "./installer/index_txt.ts";
import { type BootSource, openbsdBoot } from "./installer/boot_source.ts";
import type { BuildEvent, BuildPhase } from "./events.ts";
import { OutputFolder } from "./output_folder.ts";
import { outlook, type PhaseTimes, readTimes, writeTimes } from "./progress.ts";
import { acceleration } from "./qemu/acceleration.ts";
import type { Accelerator } from "./qemu/args.ts";
import { defaultCacheDir } from "./release/cache.ts";
import type { ReleaseFiles } from "./release/fetch_release.ts";
import type { Rendered } from "./rendered.ts";
import { writeCompanions, writeManifest } from "./seal.ts";
import { verifyImage } from "./guest/verify.ts";

/** A disk to install. */
export interface PipelineOptions {
  /** The gateway to install. */
  gateway: Gateway;
  /** Verified files of the release. */
  release: ReleaseFiles;
  /** What installs it; default: OpenBSD's own installer, booted over the network. */
  boot?: BootSource;
  /** Renders for the surroundings of this installation. */
  render: (environment: InstallEnvironment) => Promise<Rendered>;
  /** Looks into the installed disk before it is sealed; what it throws ends the build. */
  inspect?: (image: string) => Promise<void>;
  /** Boot the sealed image, and publish it only if it passes its self-check. */
  verify?: boolean;
  /** Folder that appears when all is done. */
  out: string;
  /** Default: `auto`. */
  accelerator?: "auto" | Accelerator;
  /** Masked in the log and in errors. */
  secrets?: string[];
  /** Ends QEMU, closes the port and removes what was written. */
  signal?: AbortSignal;
  /** Told what goes on. */
  onEvent?: (event: BuildEvent) => void;
}

/** Installs a gateway and seals what came out into `options.out`. */
export async function installGateway(options: PipelineOptions): Promise<Manifest> {
  const { gateway, signal } = options;
  const tell = options.onEvent ?? (() => {});
  const started = performance.now();
  const timings: Record<string, number> = {};
  let phase: BuildPhase = "render";
  let since = started;
  let earlier: PhaseTimes | undefined;
  const enter = (next: BuildPhase) => {
    const now = performance.now();
    timings[phase] = Math.round(now - since) / 1000;
    [phase, since] = [next, now];
    const expected = outlook(earlier, phase, options.verify ?? false);
    tell({
      kind: "phase",
      phase,
      elapsed: (now - started) / 1000,
      ...(expected ? { expected } : {}),
    });
  };
  tell({ kind: "phase", phase, elapsed: 0 });
  await using out = await OutputFolder.create(options.out);
  await using temporary = await temporaryFolder("gatewright-");
  const work = temporary.path;
  let logPath = `${out.path}/install.log`;
  try {
    using log = await Deno.open(logPath, { write: true, createNew: true, mode: 0o600 });
    const files = new Map<string, Served>();
    await using server = serveMirror(files);
    const legacy = gateway.domain.hardware === "legacy";
    const environment = installEnvironment(gateway, {
      httpServer: `http://10.0.2.2:${server.port}`,
    });
    const folder = environment.serverDirectory;
    const rendered = await options.render(environment);
    const index = [{ name: rendered.siteSetName, size: rendered.siteSet.length }];
    for (const [name, { path, size }] of options.release.files) {
      files.set(`/${folder}/${name}`, { file: path });
      index.push({ name, size });
    }
    files.set(`/${folder}/${rendered.siteSetName}`, { bytes: rendered.siteSet });
    files.set(`/${folder}/index.txt`, { bytes: new TextEncoder().encode(indexTxt(index)) });

    const source = options.boot ?? openbsdBoot(gateway);
    await Deno.mkdir(`${work}/boot`);
    const boot = await source.prepare(`${work}/boot`, options.release);
    const accelerated = await acceleration(options.accelerator ?? "auto", source.arch, signal);
    if (accelerated.why) tell({ kind: "notice", text: `slow, under TCG: ${accelerated.why}` });
    const kind = [
      gateway.release.rehearsal ? "rehearsal" : gateway.release.version,
      source.arch,
      accelerated.accelerator,
    ].join("-");
    const cacheDir = defaultCacheDir();
    earlier = await readTimes(cacheDir, kind);
    const image = `${out.path}/${gateway.name}.raw`;
    {
      using disk = await Deno.open(image, { write: true, createNew: true, mode: 0o600 });
      await disk.truncate(gateway.disk.size * 1024 * 1024);
    }
    const typed = [{ path: "/auto_install.conf", text: rendered.installConf }];
    if (rendered.disklabelConf !== undefined) {
      typed.unshift({ path: "/disklabel.conf", text: rendered.disklabelConf });
    }
    /** Keeps a refused image for people to look at, under a name that nobody takes for a good disk. */
    const keptIfRefused = async <T>(work: () => Promise<T>): Promise<T> => {
      try {
        return await work();
      } catch (error) {
        if (interrupted(error, signal)) throw error;
        const kept = `${resolve(options.out)}.refused.raw`;
        await Deno.rename(image, kept);
        throw moved(error, kept);
      }
    };
    const encoder = new TextEncoder();
    const onAction = (action: Exclude<ConsoleAction, { kind: "type" }>) => {
      if (action.kind === "log") {
        log.writeSync(encoder.encode(`${action.line}\n`));
        tell({ kind: "log", line: action.line });
      } else if (action.kind === "set" || action.kind === "notice") tell(action);
      else if (action.kind === "phase" && action.phase !== "end") enter(action.phase);
    };
    enter("boot");
    await install({
      machine: {
        arch: source.arch,
        hardware: gateway.domain.hardware,
        machine: legacy ? "pc" : gateway.domain.machine,
        firmware: "bios",
        memory: Math.max(512, Math.min(gateway.domain.memory, 1024)),
        smp: environment.smp ? 2 : 1,
        accelerator: accelerated.accelerator,
        rng: gateway.domain.rng,
        disk: { path: image, format: "raw", cache: "unsafe", discard: true },
        macs: [],
        boot,
        serial: `${work}/serial`,
        qmp: `${work}/qmp`,
      },
      files: typed.map((file) => ({
        ...file,
        sha256: createHash("sha256").update(file.text).digest("hex"),
      })),
      release: gateway.release.number,
      secrets: options.secrets ?? [],
      ...(signal ? { signal } : {}),
      onAction,
    });
    enter("seal");
    const sealing = { folder: out.path, gateway, rendered };
    const { sha256: imageHash } = await keptIfRefused(async () => {
      // Both take seconds, on a core each.
      const stop = new AbortController();
      const ended = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const [hash, inspected] = await Promise.allSettled([
        hashApart(image, ended),
        Promise.resolve(options.inspect?.(image)).catch((error) => {
          stop.abort(error);
          throw error;
        }),
      ]);
      if (inspected.status === "rejected") throw inspected.reason;
      if (hash.status === "rejected") throw hash.reason;
      return hash.value;
    });
    await writeCompanions(sealing);
    let verified: Manifest["verified"];
    if (options.verify) {
      enter("verify");
      logPath = `${out.path}/boot.log`;
      verified = await keptIfRefused(() =>
        verifyImage({
          image,
          imageHash,
          log: logPath,
          arch: gateway.release.arch,
          domain: gateway.domain,
          accelerator: accelerated.accelerator,
          secrets: options.secrets ?? [],
          onLine: (line) => tell({ kind: "log", line }),
          ...(signal ? { signal } : {}),
        })
      );
    }
    timings[phase] = Math.round(performance.now() - since) / 1000;
    const manifest = await writeManifest({
      ...sealing,
      release: options.release,
      arch: source.arch,
      accelerator: accelerated.accelerator,
      imageHash,
      timings,
      ...(verified ? { verified } : {}),
      ...(signal ? { signal } : {}),
    });
    signal?.throwIfAborted();
    await out.publish();
    await writeTimes(cacheDir, kind, timings);
    return manifest;
  } catch (error) {
    if (interrupted(error, signal)) throw error;
    const told = hostError(
      error,
      "the output folder cannot be written",
      resolve(options.out),
      "make room on its file system, or give another --out",
    );
    throw await withLog(told, logPath, resolve(options.out));
  }
}

/** Somebody has stopped the build; nothing is wrong with it. */
function interrupted(error: unknown, signal: AbortSignal | undefined): boolean {
  if (error instanceof GatewrightError) return error.kind === "interrupted";
  return signal?.aborted === true;
}

/** Keeps the log of a failure, and names it in the error. */
async function withLog(error: unknown, log: string, out: string): Promise<unknown> {
  const kept = `${out}.failed.log`;
  try {
    if ((await Deno.stat(log)).size === 0) return error;
    await Deno.rename(log, kept);
  } catch {
    return error;
  }
  return withNext(error, `the whole console is in ${kept}`);
}

/** The error of an image that was moved away. */
function moved(error: unknown, kept: string): unknown {
  return withNext(error, `the disk was kept: gatewright inspect ${kept}`, kept);
}

/** An error with one more thing to do next, and another place. */
function withNext(error: unknown, next: string, where?: string): unknown {
  if (!(error instanceof GatewrightError)) return error;
  const place = where ?? error.where;
  return new GatewrightError(error.message, {
    kind: error.kind,
    ...(place ? { where: place } : {}),
    ...(error.why ? { why: error.why } : {}),
    next: error.next ? `${error.next}\n${next}` : next,
    cause: error,
  });
}
