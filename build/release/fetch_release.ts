/**
 * The verified files of an OpenBSD release, from the cache or from a mirror.
 * @module
 */
import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { GatewrightError } from "../../host/error.ts";
import type { HeldFile } from "../../host/held_file.ts";
import { shownUrl } from "../../host/shown_url.ts";
import type { Release } from "../../gateway/gateway.ts";
import { Cache } from "./cache.ts";
import { download, type DownloadOptions, TooLarge } from "./download.ts";
import { releaseKey } from "./keys.ts";
import { largest } from "./largest.ts";
import { mirrorUrl } from "./mirror.ts";
import { parseSha256List } from "./sha256_list.ts";
import { parseSignedMessage, type SignifyPublicKey, verifySignedMessage } from "./signify.ts";

const MAX_LIST = 1024 * 1024;
const PARALLEL = 4;

/** Where a fetch is. */
export interface FetchProgress {
  /** File name, as `base79.tgz`. */
  file: string;
  /** Bytes so far. */
  received: number;
  /** Bytes of all, where known. */
  total: number | undefined;
  /** `cached`: verified in the cache; `verified`: downloaded and verified. */
  state: "downloading" | "cached" | "verified";
}

/** What {@linkcode fetchRelease} is to do. */
export interface FetchOptions {
  /** Version, architecture, mirror and key. */
  release: Release;
  /** Further sets besides base: `man`, `comp79.tgz`, `bsd.mp`. Default: `man` and `bsd.mp`. */
  sets?: string[] | undefined;
  /** Folder of the cache. Default: `$XDG_CACHE_HOME/gatewright`. */
  cacheDir?: string | undefined;
  /** Ends it; what came is kept for the next time. */
  signal?: AbortSignal | undefined;
  /** Called with every step of every file. */
  onProgress?: ((progress: FetchProgress) => void) | undefined;
  /** Take files of the cache that have not changed since they were hashed without hashing them again. */
  unchanged?: boolean | undefined;
  /** Use the cache only. */
  offline?: boolean | undefined;
  /** Bounds of each download. */
  download?:
    | Pick<DownloadOptions, "idleTimeoutMs" | "retries" | "retryDelayMs" | "maxBytes">
    | undefined;
}

/** A verified file. */
export interface ReleaseFile {
  /** Absolute path in the cache. */
  path: string;
  /** SHA-256 in hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** The file itself, as it was when it was verified. */
  content: HeldFile;
}

/** A verified release. Dispose of it to close its files; until then none leaves the cache. */
export interface ReleaseFiles extends Disposable {
  /** By name on the mirror: `bsd.rd`, `base79.tgz`, `SHA256.sig`. */
  files: Map<string, ReleaseFile>;
  /** Wanted names that the signed list does not have. */
  absent: string[];
  /** Whose signature vouches for them. */
  signature: {
    /** Comment of the public key. */
    key: string;
    /** Number of the public key, in hex. */
    keynum: string;
  };
}

/** Names of wanted files, and those a release cannot be without. */
function wantedFiles(release: Release, sets: string[]): { required: string[]; other: string[] } {
  const file = (set: string) =>
    set.startsWith("bsd") || set.includes(".") ? set : `${set}${release.number}.tgz`;
  const required = ["pxeboot", "bsd.rd", "bsd", file("base")];
  const other = [...sets.map(file), `INSTALL.${release.arch}`, "BUILDINFO"];
  return { required, other: [...new Set(other)].filter((name) => !required.includes(name)) };
}

/** Downloads SHA256.sig; small and bounded, so it may be held in memory. */
async function downloadList(cache: Cache, url: URL, options: FetchOptions): Promise<Uint8Array> {
  await using part = await cache.scratch("SHA256.sig");
  await download(url, part.path, {
    ...options.download,
    maxBytes: MAX_LIST,
    signal: options.signal,
  });
  return await Deno.readFile(part.path);
}

/** SHA256.sig of the cache, for work without a network. */
async function cachedList(cache: Cache, name: string, options: FetchOptions): Promise<Uint8Array> {
  const hash = await cache.getRelease(name);
  using list = hash ? await cache.get(hash, options) : undefined;
  if (!list) throw notCached("SHA256.sig", options.release);
  const bytes = new Uint8Array(list.size);
  await list.read(bytes, 0);
  return bytes;
}

function notCached(file: string, release: Release): GatewrightError {
  return new GatewrightError(`${file} is not in the cache`, {
    where: `OpenBSD ${release.version} ${release.arch}`,
    next: `run gatewright fetch ${release.version} while online`,
  });
}

/** The signed hashes, after the signature and the architecture were checked. */
async function verifyList(
  release: Release,
  key: SignifyPublicKey,
  bytes: Uint8Array,
  where: string,
): Promise<Map<string, string>> {
  const signed = parseSignedMessage(bytes, where);
  await verifySignedMessage(key, signed, where);
  const list = parseSha256List(new TextDecoder().decode(signed.message), where);
  // One key signs every architecture, so the list of another one would pass the check above.
  const other = [...list.keys()].find((name) => name.startsWith("INSTALL."));
  if (other !== undefined && !list.has(`INSTALL.${release.arch}`)) {
    throw new GatewrightError("the signed list is that of another architecture", {
      kind: "verification",
      where,
      why: `it has ${other}, not INSTALL.${release.arch}`,
      next: "use another mirror",
    });
  }
  return list;
}

/** One file: out of the cache, or downloaded, hashed and put there. */
async function fetchFile(
  cache: Cache,
  name: string,
  sha256: string,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<ReleaseFile> {
  const report = (state: FetchProgress["state"], received: number, total?: number) =>
    options.onProgress?.({ file: name, received, total, state });
  const done = (content: HeldFile, state: "cached" | "verified") => {
    const { size } = content;
    report(state, size, size);
    return { path: cache.path(sha256), sha256, size, content };
  };
  const cached = await cache.get(sha256, { ...options, signal });
  if (cached) return done(cached, "cached");
  if (options.offline) throw notCached(name, options.release);
  const url = mirrorUrl(options.release, name);
  // What an earlier try left may be of another file, so a wrong hash counts only from scratch.
  for (let resumed = true;; resumed = false) {
    await using part = await cache.takePart(sha256);
    if (!resumed) await part.file.truncate(0);
    const left = (await part.file.stat()).size > 0;
    try {
      await download(url, part.path, {
        maxBytes: largest(name),
        ...options.download,
        signal,
        onBytes: (received, total) => report("downloading", received, total),
      });
      const verified = await cache.put(sha256, part, signal);
      if (verified) return done(verified, "verified");
    } catch (error) {
      // Interrupted while it was hashed, too: the next try goes on with it. What is too large is junk.
      if (!(error instanceof TooLarge)) await cache.leavePart(sha256, part);
      throw error;
    }
    if (left) continue;
    throw new GatewrightError(`${name} is not the file that OpenBSD signed`, {
      kind: "verification",
      where: shownUrl(url),
      why: `its SHA-256 is not ${sha256}: it is damaged, cut or another file`,
      next: "try again later, or use another mirror",
    });
  }
}

/**
 * Gets a release: SHA256.sig checked with the release's key, then every wanted file checked
 * against it. pxeboot, bsd.rd, bsd and base are required; other names are skipped where the signed
 * list has none. Unsigned files of a mirror (index.txt) are never fetched.
 *
 * Errors: kind `verification` for a wrong hash, signature, key or list, `failed` for transport;
 * both name the URL. The cache then holds nothing of the file.
 */
export async function fetchRelease(options: FetchOptions): Promise<ReleaseFiles> {
  const { release } = options;
  options.signal?.throwIfAborted();
  const key = await releaseKey(release);
  const cache = await Cache.open(options.cacheDir);
  const name = `${release.version}-${release.arch}-${key.keynum}`;
  const url = mirrorUrl(release, "SHA256.sig");
  const bytes = options.offline
    ? await cachedList(cache, name, options)
    : await downloadList(cache, url, options);
  const list = await verifyList(release, key, bytes, shownUrl(url));
  const { required, other } = wantedFiles(release, options.sets ?? ["man", "bsd.mp"]);
  for (const file of required) {
    if (list.has(file)) continue;
    throw new GatewrightError(`${file} is not in the signed list`, {
      kind: "verification",
      where: shownUrl(url),
      next: "check release.version and release.mirror",
    });
  }
  const files = new Map<string, ReleaseFile>();
  const close = () => {
    for (const { content } of files.values()) content[Symbol.dispose]();
  };
  try {
    files.set("SHA256.sig", await keepList(cache, name, bytes, options));
    const names = [...required, ...other].filter((file) => list.has(file));
    await fetchAll(cache, names, list, options, files);
  } catch (error) {
    close();
    throw error;
  }
  return {
    files,
    absent: other.filter((file) => !list.has(file)),
    signature: { key: key.comment, keynum: key.keynum },
    [Symbol.dispose]: close,
  };
}

/** The verified list as a file of the cache, known as that of the release. */
async function keepList(
  cache: Cache,
  name: string,
  bytes: Uint8Array,
  options: FetchOptions,
): Promise<ReleaseFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const cached = options.offline ? await cache.get(sha256, options) : undefined;
  const content = cached ?? await cache.putBytes(sha256, bytes);
  if (!options.offline) await cache.setRelease(name, sha256);
  return { path: cache.path(sha256), sha256, size: bytes.length, content };
}

/** Fetches `names`, some at a time; the first failure ends the others and is thrown. */
async function fetchAll(
  cache: Cache,
  names: string[],
  list: Map<string, string>,
  options: FetchOptions,
  files: Map<string, ReleaseFile>,
): Promise<void> {
  const abort = new AbortController();
  const forward = () => abort.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", forward);
  const inTurn = pLimit(PARALLEL);
  const fetchOne = async (name: string) => {
    try {
      abort.signal.throwIfAborted();
      files.set(name, await fetchFile(cache, name, list.get(name)!, options, abort.signal));
    } catch (error) {
      abort.abort(error);
      throw error;
    }
  };
  try {
    const ended = await Promise.allSettled(names.map((name) => inTurn(fetchOne, name)));
    if (ended.some((end) => end.status === "rejected")) throw abort.signal.reason;
  } finally {
    options.signal?.removeEventListener("abort", forward);
  }
}
