/**
 * Makes bases: in a folder, or in the cache for later builds.
 * @module
 */
import { join } from "node:path";
import { installEnvironment } from "../autoinstall/environment.ts";
import { renderDisklabelConf } from "../autoinstall/disklabel_conf.ts";
import { renderInstallConf } from "../autoinstall/install_conf.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { isOwn } from "../host/owner.ts";
import { own } from "../host/own.ts";
import { readTextBounded } from "../host/read_bounded.ts";
import { isStillAt, tryLock } from "../host/locked.ts";
import { unlessAborted } from "../host/unless_aborted.ts";
import { scrubImage } from "../images/hygiene/scrub.ts";
import type { BaseKind, Manifest } from "../images/manifest/manifest.ts";
import { renderInstallurl } from "../site/etc/installurl.ts";
import { siteSet, siteSetName } from "../site/set.ts";
import { BASE_NAME, baseGateway, NO_SECRETS } from "./base/base_gateway.ts";
import { baseId, baseKind } from "./base/base_key.ts";
import { blankSeeds, checkBase } from "./base/check_base.ts";
import { installGateway } from "./pipeline.ts";
import type { BuildEvent } from "./progress/events.ts";
import type { Accelerator } from "./qemu/args.ts";
import { Cache, cacheError, ifThere, ifWritable, readable } from "./release/cache.ts";
import type { ReleaseFiles } from "./release/fetch_release.ts";

/** Options of a base. */
export interface MakeBaseOptions {
  /** Properties that it must have. */
  gateway: Gateway;
  release: ReleaseFiles;
  accelerator?: "auto" | Accelerator;
  signal?: AbortSignal;
  onEvent?: (event: BuildEvent) => void;
}

/** A usable base, which is locked until it is disposed of. */
export interface HeldBase extends Disposable {
  /** Path of the raw image. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
  /** Path of its installer's console log. */
  log?: string;
}

/**
 * Makes a base with the installer in the folder `out`, all or nothing, and saves the installer
 * during that.
 *
 * @throws {GatewrightError} on failure, or if it contains anything of a gateway.
 */
export async function makeBase(out: string, options: MakeBaseOptions): Promise<Manifest> {
  const { gateway, release, accelerator, signal, onEvent } = options;
  const base = baseGateway(gateway);
  const installurl = renderInstallurl(base);
  // Without an installurl the installer would write the URL of the sets.
  const set = siteSet([{ path: "etc/installurl", content: installurl, mode: 0o644 }]);
  const disklabelConf = renderDisklabelConf(base);
  return await installGateway({
    gateway: base,
    release,
    base: baseKind(gateway, release),
    out,
    shipped: ["/etc/installurl"],
    render: (environment = installEnvironment(base)) => ({
      siteSet: set,
      siteBytes: installurl.length,
      siteSetName: siteSetName(base.release),
      installConf: renderInstallConf(base, NO_SECRETS, environment),
      ...(disklabelConf === undefined ? {} : { disklabelConf }),
    }),
    async scrub(image) {
      await scrubImage(image, signal);
      await blankSeeds(image);
    },
    inspect: (image) => checkBase(image, base, ["/etc/installurl"], signal),
    ...(accelerator ? { accelerator } : {}),
    ...(signal ? { signal } : {}),
    ...(onEvent ? { onEvent } : {}),
  });
}

/**
 * The cached base for a gateway, which is made if it does not exist.
 *
 * @throws {GatewrightError} also if the cache cannot be written.
 */
export async function cachedBase(
  cacheDir: string,
  options: MakeBaseOptions,
): Promise<HeldBase> {
  try {
    return await findOrMake(cacheDir, options);
  } catch (error) {
    throw cacheError(error, cacheDir, { lacking: "a base for this gateway", code: "no-stamp" });
  }
}

async function findOrMake(cacheDir: string, options: MakeBaseOptions): Promise<HeldBase> {
  const kind = baseKind(options.gateway, options.release);
  const folder = await basesFolder(cacheDir);
  const path = join(folder, baseId(kind));
  // It appears whole: who only uses it needs no turn.
  const there = await openBase(path, kind);
  if (there) return there;
  // One build makes it, the others wait.
  using _turn = await takeTurn(`${path}.lock`, options);
  const found = await openBase(path, kind);
  if (found) return found;
  options.onEvent?.({
    kind: "notice",
    text: "there is no base for this gateway yet: installing one, once",
  });
  await makeBase(path, options);
  const made = await openBase(path, kind);
  if (!made) throw new Error(`${path} was made, but does not exist`);
  return made;
}

/** Locks the file `path` for this build, and reports if another build holds the lock. */
async function takeTurn(path: string, options: MakeBaseOptions): Promise<Disposable> {
  for (;;) {
    const file = await Deno.open(path, { write: true, create: true, mode: 0o600 });
    try {
      await locked(file, options);
      if (await isStillAt(path, file)) return file;
    } catch (error) {
      file.close();
      throw error;
    }
    // `cache prune` removed it between open and lock: another build may have locked a new file.
    file.close();
  }
}

async function locked(file: Deno.FsFile, { signal, onEvent }: MakeBaseOptions): Promise<void> {
  if (await tryLock(file, "exclusive")) return;
  onEvent?.({ kind: "notice", text: "another build is installing the base: waiting for it" });
  // The file system has no locks.
  await unlessAborted(file.lock(true).catch(() => {}), signal);
}

/** A base in a folder, if it is complete, owned by this user, and of the wanted kind. */
async function openBase(path: string, kind: BaseKind): Promise<HeldBase | undefined> {
  const held = await readable(Deno.open(path));
  if (!held) return undefined;
  try {
    // `cache prune` skips locked bases; wait for one that is being removed.
    await held.lock(false).catch(() => {}); // the file system has no locks
    const image = join(path, `${BASE_NAME}.raw`);
    const [folder, info] = await Promise.all([held.stat(), ifThere(Deno.stat(image))]);
    const output = await imageOutput(path, kind);
    const whole = await isStillAt(path, held) && info && isOwn(folder) && isOwn(info) &&
      info.size === output?.size;
    if (whole && output) {
      const log = join(path, "install.log");
      return { image, pieces: output.pieces, log, [Symbol.dispose]: () => held.close() };
    }
  } catch (error) {
    held.close();
    throw error;
  }
  held.close();
  return undefined;
}

/** The image in the manifest of a base; undefined for one of another kind. */
async function imageOutput(
  path: string,
  kind: BaseKind,
): Promise<{ size: number; pieces: string } | undefined> {
  const text = await ifThere(readTextBounded(join(path, "manifest.json"), 16 << 20));
  const manifest: unknown = text === undefined ? undefined : parsed(text);
  const found = own(manifest, "base");
  const same = Object.entries(kind).every(([name, value]) => own(found, name) === value);
  const outputs = own(manifest, "outputs");
  if (!same || !Array.isArray(outputs)) return undefined;
  const output = outputs.find((one) => own(one, "name") === `${BASE_NAME}.raw`);
  const [size, pieces] = [own(output, "size"), own(output, "pieces")];
  return typeof size === "number" && typeof pieces === "string" ? { size, pieces } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function basesFolder(cacheDir: string): Promise<string> {
  await Cache.open(cacheDir);
  const folder = join(cacheDir, "base");
  await ifWritable(Deno.mkdir(folder, { recursive: true, mode: 0o700 }));
  return folder;
}
