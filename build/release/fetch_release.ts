/**
 * The verified files of an OpenBSD release, from the cache or from a mirror.
 * @module
 */
import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { cannotWrite } from "../../host/cannot_write.ts";
import { GatewrightError } from "../../host/error.ts";
import type { HeldFile } from "../../host/held_file.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { shownUrl } from "../../host/shown_url.ts";
import type { Release } from "../../gateway/gateway.ts";
import { Cache, cacheError } from "./cache.ts";
import { download, type DownloadOptions, TooLarge } from "./download.ts";
import { releaseKey } from "./keys.ts";
import { largest } from "./largest.ts";
import { mirrorUrl } from "./mirror.ts";
import { parseSha256List } from "./sha256_list.ts";
import { parseSignedMessage, type SignifyPublicKey, verifySignedMessage } from "./signify.ts";

const MAX_LIST = 1024 * 1024;
const PARALLEL = 4;

/** Progress of a file. */
export interface FetchProgress {
  /** File name, such as `base79.tgz`. */
  file: string;
  /** Bytes so far. */
  received: number;
  /** Total bytes, if known. */
  total: number | undefined;
  /** `cached`: verified in the cache; `verified`: downloaded and verified. */
  state: "downloading" | "cached" | "verified";
}

/** Options of {@linkcode fetchRelease}. */
export interface FetchOptions {
  /** Version, architecture, mirror and key. */
  release: Release;
  /** Further sets besides base: `man`, `comp79.tgz`, `bsd.mp`. Default: `man` and `bsd.mp`. */
  sets?: string[] | undefined;
  /** Folder of the cache. Default: `$XDG_CACHE_HOME/gatewright`. */
  cacheDir?: string | undefined;
  /** Aborts it; partial downloads are kept for the next attempt. */
  signal?: AbortSignal | undefined;
  /** Called with the progress of every file. */
  onProgress?: ((progress: FetchProgress) => void) | undefined;
  /** Use cached files that have not changed since they were hashed, without hashing them again. */
  unchanged?: boolean | undefined;
  /** Use the cache only. */
  offline?: boolean | undefined;
  /** Limits of each download. */
  download?:
    | Pick<DownloadOptions, "idleTimeoutMs" | "retries" | "retryDelayMs" | "maxBytes">
    | undefined;
}

/** A verified file. */
export interface ReleaseFile {
  /** Absolute path in the cache. */
  path: string;
  /** SHA-256 in hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** The open file, as it was verified. */
  content: HeldFile;
}

/** A verified release. Dispose of it to close its files; until then the cache keeps them. */
export interface ReleaseFiles extends Disposable {
  /** Files by name on the mirror: `bsd.rd`, `base79.tgz`, `SHA256.sig`. */
  files: Map<string, ReleaseFile>;
  /** Requested names that are not in the signed list. */
  absent: string[];
  /** The key that signed them. */
  signature: {
    /** Comment of the public key. */
    key: string;
    /** Number of the public key, in hexadecimal. */
    keynum: string;
  };
}

/** Names of the requested files, and the required ones. */
function wantedFiles(release: Release, sets: string[]): { required: string[]; other: string[] } {
  const file = (set: string) =>
    set.startsWith("bsd") || set.includes(".") ? set : `${set}${release.number}.tgz`;
  const required = ["pxeboot", "bsd.rd", "bsd", file("base")];
  const other = [...sets.map(file), `INSTALL.${release.arch}`, "BUILDINFO"];
  return { required, other: [...new Set(other)].filter((name) => !required.includes(name)) };
}

/**
 * Downloads SHA256.sig; it is small and limited, so it is kept in memory. A cache that can only be
 * read has no place for it.
 */
async function downloadList(cache: Cache, url: URL, options: FetchOptions): Promise<Uint8Array> {
  await using part = await cache.scratch("SHA256.sig").catch(async (error) => {
    if (!cannotWrite(error)) throw cacheError(error, cache.dir);
    const folder = await temporaryFolder("gatewright-list-");
    return {
      path: `${folder.path}/SHA256.sig`,
      [Symbol.asyncDispose]: folder[Symbol.asyncDispose],
    };
  });
  await download(url, part.path, {
    ...options.download,
    maxBytes: MAX_LIST,
    signal: options.signal,
  });
  return await Deno.readFile(part.path);
}

/** SHA256.sig from the cache, for offline use. */
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
  // One key signs every architecture, so a list of another one would have a valid signature.
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

/** One file: from the cache, or downloaded, hashed and added. */
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
  // An earlier partial download may belong to another file, so a wrong hash is an error only for a
  // download from the start.
  for (let resumed = true;; resumed = false) {
    await using part = await cache.takePart(sha256).catch((error) => {
      throw cacheError(error, cache.dir, { lacking: name });
    });
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
      // Also after an interrupt while hashing: the next attempt continues with it. A file that is
      // too large is removed.
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
 * Gets a release: checks SHA256.sig with the release's key, then every requested file against it.
 * pxeboot, bsd.rd, bsd and base are required; other names are skipped if they are not in the signed
 * list. Unsigned files of a mirror (index.txt) are never fetched.
 *
 * Errors: kind `verification` for a wrong hash, signature, key or list, `failed` for transport;
 * both name the URL. The file is then not in the cache.
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
    files.set(
      "SHA256.sig",
      await keepList(cache, name, bytes, options).catch((error) => {
        throw cacheError(error, cache.dir, { lacking: "SHA256.sig of the release" });
      }),
    );
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

/** The verified list as a file of the cache, recorded for the release. */
async function keepList(
  cache: Cache,
  name: string,
  bytes: Uint8Array,
  options: FetchOptions,
): Promise<ReleaseFile> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const content = await cache.get(sha256, options) ?? await cache.putBytes(sha256, bytes);
  if (await cache.getRelease(name) !== sha256) await cache.setRelease(name, sha256);
  return { path: cache.path(sha256), sha256, size: bytes.length, content };
}

/** Fetches `names`, several in parallel; the first failure aborts the others and is thrown. */
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
