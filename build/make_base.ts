/**
 * Bases: made in a folder, or in the cache for builds to come.
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
import { Cache, cacheError, ifThere } from "./release/cache.ts";
import type { ReleaseFiles } from "./release/fetch_release.ts";

/** How a base is made. */
export interface MakeBaseOptions {
  /** What it has to be good for. */
  gateway: Gateway;
  release: ReleaseFiles;
  accelerator?: "auto" | Accelerator;
  signal?: AbortSignal;
  onEvent?: (event: BuildEvent) => void;
}

/** A base that is ready for use; it is kept while it is not disposed of. */
export interface HeldBase extends Disposable {
  /** Path of the raw image. */
  image: string;
  /** Sum over its pieces, in hexadecimal. */
  pieces: string;
  /** Path of its installer's console. */
  log?: string;
}

/**
 * Has the installer write a base into the folder `out`, all or nothing, and saves the installer on its way.
 *
 * @throws {GatewrightError} if any of it fails, or something of a gateway is in it.
 */
export async function makeBase(out: string, options: MakeBaseOptions): Promise<Manifest> {
  const { gateway, release, accelerator, signal, onEvent } = options;
  const base = baseGateway(gateway);
  const installurl = renderInstallurl(base);
  // Without one the installer would write where the sets came from.
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
 * The base of the cache that a gateway is stamped from, made where there is none.
 *
 * @throws {GatewrightError} also where the cache cannot be written.
 */
export async function cachedBase(
  cacheDir: string,
  options: MakeBaseOptions,
): Promise<HeldBase> {
  try {
    return await findOrMake(cacheDir, options);
  } catch (error) {
    throw cacheError(error, cacheDir);
  }
}

async function findOrMake(cacheDir: string, options: MakeBaseOptions): Promise<HeldBase> {
  const kind = baseKind(options.gateway, options.release);
  const folder = await basesFolder(cacheDir);
  const path = join(folder, baseId(kind));
  // One makes it, the others wait for that one.
  using _turn = await takeTurn(`${path}.lock`, options);
  const found = await openBase(path, kind);
  if (found) return found;
  options.onEvent?.({
    kind: "notice",
    text: "there is no base for this gateway yet: installing one, once",
  });
  await makeBase(path, options);
  const made = await openBase(path, kind);
  if (!made) throw new Error(`${path} was made and is not there`);
  return made;
}

/** Locks the file `path` for this build alone, and says so where another one has to end first. */
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
    // `cache prune` has removed it between the two: another build may have locked a new one.
    file.close();
  }
}

async function locked(file: Deno.FsFile, { signal, onEvent }: MakeBaseOptions): Promise<void> {
  if (await tryLock(file, "exclusive")) return;
  onEvent?.({ kind: "notice", text: "another build is installing the base: waiting for it" });
  // There are file systems without locks.
  await unlessAborted(file.lock(true).catch(() => {}), signal);
}

/** A base in a folder, where it is whole, this user's alone, and of the kind that is wanted. */
async function openBase(path: string, kind: BaseKind): Promise<HeldBase | undefined> {
  const held = await ifThere(Deno.open(path));
  if (!held) return undefined;
  try {
    // `cache prune` leaves alone what is locked; one that is removing it is waited for.
    await held.lock(false).catch(() => {}); // there are file systems without locks
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

/** What the manifest of a base says of its image; undefined for one of another kind. */
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
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}
