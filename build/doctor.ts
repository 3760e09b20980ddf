/**
 * Checks the host for everything that a build needs.
 * @module
 */
import { sizeText } from "../host/size_text.ts";
import { dirname, resolve } from "node:path";
import { cannotWrite } from "../host/cannot_write.ts";
import { GatewrightError } from "../host/error.ts";
import { replaceableIn } from "../host/owner.ts";
import { run } from "../host/run.ts";
import { shownUrl } from "../host/shown_url.ts";
import { words } from "./release/download.ts";
import { acceleration } from "./qemu/acceleration.ts";
import { uefiFirmware } from "./qemu/uefi.ts";
import { Cache, defaultCacheDir } from "./release/cache.ts";
import { DEFAULT_MIRROR } from "./release/mirror.ts";

/** One finding. */
export interface Finding {
  /** What was checked. */
  name: string;
  /** `missing` prevents a build; `absent` is needed only for the purpose in `detail`. */
  state: "ok" | "missing" | "absent";
  /** Version, path, or purpose. */
  detail: string;
  /** What to type if it is missing. */
  next?: string;
}

/** Options of the check. */
export interface DoctorOptions {
  /** Output folder, whose free space counts. Default: the current one. */
  out?: string;
  /** Query this mirror too. */
  mirror?: string;
  signal?: AbortSignal;
}

/** Bytes that a build of the default disk, with its release, may need. */
const ROOM = 8 * 2 ** 30;

/** Checks programs, KVM, cache, free space and, if requested, the mirror. */
export async function examineHost(options: DoctorOptions = {}): Promise<Finding[]> {
  const { signal } = options;
  return await Promise.all([
    program("qemu-system-x86_64", "qemu-system-x86", "guests of amd64", true, signal),
    program("qemu-system-i386", "qemu-system-x86", "guests of i386", true, signal),
    program("qemu-img", "qemu-utils", "images", true, signal),
    program("setpriv", "util-linux", "programs that end with Gatewright", true, signal),
    bootRom(),
    uefi(),
    program("virsh", "libvirt-clients", "domains of libvirt", false, signal),
    program("xmllint", "libxml2-utils", "checks of the domain in the tests", false, signal),
    kvm(signal),
    cache(),
    room(options.out ?? "."),
    ...(options.mirror === undefined ? [] : [mirror(options.mirror, signal)]),
  ]);
}

async function program(
  name: string,
  debian: string,
  purpose: string,
  needed: boolean,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  try {
    const { stdout } = await run(name, ["--version"], signal ? { signal } : {});
    return { name, state: "ok", detail: /\d+\.\d+[.\d]*/.exec(stdout)?.[0] ?? "installed" };
  } catch (error) {
    signal?.throwIfAborted();
    const why = error instanceof GatewrightError && error.why ? `: ${error.why}` : "";
    return {
      name,
      state: needed ? "missing" : "absent",
      detail: `for ${purpose}${why}`,
      next: `apt-get install ${debian}`,
    };
  }
}

async function bootRom(): Promise<Finding> {
  const path = "/usr/lib/ipxe/qemu/pxe-e1000.rom";
  const found = { name: "network boot ROM", detail: path };
  if (await Deno.stat(path).then(() => true, () => false)) return { ...found, state: "ok" };
  return { ...found, state: "missing", detail: `no ${path}`, next: "apt-get install ipxe-qemu" };
}

async function uefi(): Promise<Finding> {
  const name = "UEFI firmware";
  try {
    return { name, state: "ok", detail: await uefiFirmware() };
  } catch {
    const detail = "for domain.firmware: uefi";
    return { name, state: "absent", detail, next: "apt-get install ovmf" };
  }
}

async function kvm(signal: AbortSignal | undefined): Promise<Finding> {
  const name = "KVM";
  try {
    const { why, next } = await acceleration("auto", "amd64", signal);
    if (why === undefined || next === undefined) {
      return { name, state: "ok", detail: "runs a guest" };
    }
    return {
      name,
      state: "absent",
      detail: `${why}; builds run under TCG, several times slower`,
      next,
    };
  } catch (error) {
    signal?.throwIfAborted();
    return {
      name,
      state: "absent",
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

async function cache(): Promise<Finding> {
  const name = "cache";
  try {
    const cache = await Cache.open(defaultCacheDir());
    await using probe = await cache.scratch("probe");
    await probe.file.write(new Uint8Array(1));
    const folder = await replaceableIn(cache.dir);
    if (folder === undefined) return { name, state: "ok", detail: cache.dir };
    return {
      name,
      state: "absent",
      detail: `other users can write to ${folder}, and replace ${cache.dir}`,
      next: "set XDG_CACHE_HOME to a folder that only you can replace",
    };
  } catch (error) {
    const next = "set XDG_CACHE_HOME to a folder that you may write to";
    if (cannotWrite(error)) {
      const detail = `${defaultCacheDir()} is read-only; builds use what is in it`;
      return { name, state: "absent", detail, next };
    }
    const detail = error instanceof GatewrightError ? error.why ?? error.message : String(error);
    return { name, state: "missing", detail, next };
  }
}

async function room(out: string): Promise<Finding> {
  const name = "free space";
  let folder = resolve(out);
  while (!await Deno.stat(folder).then(() => true, () => false)) folder = dirname(folder);
  const { stdout } = await run("df", ["-P", "-k", folder]);
  const free = Number(stdout.trim().split("\n").at(-1)?.split(/\s+/)[3]) * 1024;
  const detail = `${sizeText(free)} at ${folder}`;
  if (free >= ROOM) return { name, state: "ok", detail };
  return {
    name,
    state: "absent",
    detail,
    next: "a 6 GiB disk can grow to its size: build on another file system",
  };
}

async function mirror(url: string, signal: AbortSignal | undefined): Promise<Finding> {
  const name = "mirror";
  const asked = url === "" ? DEFAULT_MIRROR : url.replace(/\/+$/, "");
  const at = shownUrl(asked);
  const limit = AbortSignal.timeout(15_000);
  try {
    const response = await fetch(`${asked}/`, {
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    await response.body?.cancel();
    if (response.ok) return { name, state: "ok", detail: at };
    return {
      name,
      state: "missing",
      detail: `${at} answers ${response.status}`,
      next: "use another mirror",
    };
  } catch (error) {
    signal?.throwIfAborted();
    return {
      name,
      state: "missing",
      detail: `${at}: ${words(error)}`,
      next: "set HTTPS_PROXY, or give a mirror that can be reached",
    };
  }
}
