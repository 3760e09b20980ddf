/**
 * The release that a rehearsal installs: a mirror in the cache, made and signed locally.
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Gateway, Release } from "../../gateway/gateway.ts";
import { ownFolder } from "../../host/own_folder.ts";
import { Cache, defaultCacheDir } from "../release/cache.ts";
import { makeKey } from "../release/make_key.ts";
import { signMessage } from "../release/signify.ts";
import { baseSet, manSet } from "./base_set.ts";
import { cpio } from "./cpio.ts";
import { debianParts } from "./debian.ts";
import { guestFiles, initrd } from "./initrd.ts";

/** Options of {@linkcode rehearsalRelease}. */
export interface RehearsalOptions {
  /** Folder of the cache. Default: `$XDG_CACHE_HOME/gatewright`. */
  cacheDir?: string;
  signal?: AbortSignal;
  /** Called before anything that takes time. */
  onNotice?: (text: string) => void;
}

/**
 * The release to rehearse `gateway` with: its `mirror` is a folder of the cache, its `key` the one
 * that signed it. `pxeboot` is a Linux kernel and `bsd.rd` its ramdisk; `bsd` and `base` are text
 * and a skeleton.
 *
 * @throws {GatewrightError} if the parts cannot be downloaded from Debian.
 */
export async function rehearsalRelease(
  gateway: Gateway,
  options: RehearsalOptions = {},
): Promise<Release> {
  const { release, domain } = gateway;
  const cacheDir = options.cacheDir ?? defaultCacheDir();
  const parts = await debianParts(domain.hardware, {
    cacheDir,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onNotice ? { onNotice: options.onNotice } : {}),
  });
  const guest = await guestFiles(release, parts);
  const contents = new Map<string, Uint8Array>([
    ["pxeboot", await Deno.readFile(parts.kernel)],
    ["bsd", kernel(release, "GENERIC")],
    ["bsd.mp", kernel(release, "GENERIC.MP")],
    [`base${release.number}.tgz`, await baseSet()],
    [`man${release.number}.tgz`, await manSet()],
    ["BUILDINFO", new TextEncoder().encode("Build date: 0 - a rehearsal of Gatewright\n")],
    [`INSTALL.${release.arch}`, new TextEncoder().encode("A rehearsal, not a release.\n")],
  ]);
  const identity = createHash("sha256").update(cpio(guest));
  for (const [name, bytes] of contents) identity.update(`\0${name}\0`).update(bytes);
  const folder = join(cacheDir, "rehearsal", identity.digest("hex").slice(0, 32));
  const made = {
    ...release,
    mirror: `file://${folder}/pub/OpenBSD`,
    key: join(folder, "rehearsal.pub"),
  };
  if (await Deno.stat(folder).then(() => true, () => false)) return made;
  await using work = await ownFolder(join(cacheDir, "rehearsal"), ".work-");
  const key = await makeKey(`rehearsal of OpenBSD ${release.version}`);
  contents.set("bsd.rd", initrd(guest, release, key.publicFile));
  const sets = join(work.path, "pub/OpenBSD", release.version, release.arch);
  await Deno.mkdir(sets, { recursive: true });
  let list = "";
  for (const [name, bytes] of contents) {
    await Deno.writeFile(join(sets, name), bytes);
    list += `SHA256 (${name}) = ${createHash("sha256").update(bytes).digest("hex")}\n`;
  }
  await Deno.writeFile(
    join(sets, "SHA256.sig"),
    await signMessage(key.secret, new TextEncoder().encode(list), "verify with rehearsal.pub"),
  );
  await Deno.writeTextFile(join(work.path, "rehearsal.pub"), key.publicFile);
  // Another build may have been faster, with the same result.
  await work.moveTo(folder).catch(async (error) => {
    if (!(await Deno.stat(folder).then(() => true, () => false))) throw error;
  });
  return made;
}

/** Until it is disposed of, `cache prune` keeps the parts of rehearsals. */
export async function holdRehearsals(cacheDir: string = defaultCacheDir()): Promise<Disposable> {
  const folder = join(cacheDir, "rehearsal");
  await Cache.open(cacheDir);
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const held = await Deno.open(folder);
  // Waits for a `cache prune` that is removing them.
  await held.lock(false).catch(() => {}); // the file system has no locks
  return held;
}

/** The text that what(1) finds in a kernel. */
function kernel({ version }: Release, configuration: string): Uint8Array {
  return new TextEncoder().encode(
    `OpenBSD ${version} (${configuration}) #0: Sat Jan  1 00:00:00 UTC 2000\nNot a kernel: a rehearsal's.\n`,
  );
}
