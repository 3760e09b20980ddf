/**
 * Downloads that resume where they were interrupted, and end when no more data arrives.
 * @module
 */
import { fileURLToPath } from "node:url";
import { GatewrightError } from "../../host/error.ts";
import { shownUrl, withoutPasswords } from "../../host/shown_url.ts";
import { writeAll } from "../../host/write_all.ts";

/** Limits and callbacks of a download. */
export interface DownloadOptions {
  /** Aborts the download; the signal's reason is thrown. */
  signal?: AbortSignal | undefined;
  /** Size limit in bytes. Default: 2 GiB. */
  maxBytes?: number | undefined;
  /** Milliseconds without data before the connection is given up. Default: 60000. */
  idleTimeoutMs?: number | undefined;
  /** Attempts after a 5xx status or an interruption. Default: 4. */
  retries?: number | undefined;
  /** Milliseconds before the first retry, doubled each time. Default: 500. */
  retryDelayMs?: number | undefined;
  /** Called as data arrives: bytes so far and, if known, in total. */
  onBytes?: ((received: number, total: number | undefined) => void) | undefined;
}

/** A transport failure; `again` if a retry may help. */
class Transport extends GatewrightError {
  readonly again: boolean;

  constructor(url: URL, message: string, again: boolean, why?: string, cause?: unknown) {
    super(message, {
      where: shownUrl(url),
      ...(why ? { why } : {}),
      next: again ? "try again, or use another mirror" : "check release.mirror and release.version",
      cause,
    });
    this.again = again;
  }
}

/** The file exceeds its size limit; the partial download is useless. */
export class TooLarge extends GatewrightError {
  /** @param maxBytes the limit */
  constructor(url: URL, maxBytes: number) {
    super("the file is too large", {
      where: shownUrl(url),
      why: `limit ${maxBytes} bytes`,
      next: "use another mirror",
    });
  }
}

/** The messages of an error and its causes; fetch() only says "fetch failed". */
export function words(error: unknown): string {
  const said: string[] = [];
  for (let one = error; one !== undefined && said.length < 4;) {
    said.push(one instanceof Error ? one.message : String(one));
    one = one instanceof Error ? one.cause : undefined;
  }
  return withoutPasswords(
    said.at(-1)!.replace(/^error sending request for url \(.*?\): (client error \(.*?\): )?/, ""),
  );
}

/** Checks a response before its body is read; returns the offset that the body starts at. */
function checkAnswer(url: URL, response: Response, offset: number): number {
  const { status } = response;
  if (status !== 200 && status !== 206) {
    const again = status >= 500 || status === 429 || status === 416;
    throw new Transport(url, `the mirror answered ${status} ${response.statusText}`, again);
  }
  if (/^text\/html\b/i.test(response.headers.get("content-type") ?? "")) {
    throw new Transport(url, "the mirror answered with an HTML page instead of the file", false);
  }
  if (status === 200) return 0;
  const begin = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1];
  if (begin === undefined || Number(begin) !== offset) {
    throw new Transport(url, "the mirror sent another part of the file than requested", true);
  }
  return offset;
}

/** Appends a body to `file`, within limits. */
async function copy(
  url: URL,
  body: ReadableStream<Uint8Array>,
  file: Deno.FsFile,
  start: number,
  total: number | undefined,
  abort: AbortController,
  options: DownloadOptions,
): Promise<void> {
  const idle = options.idleTimeoutMs ?? 60_000;
  const max = options.maxBytes ?? 2 ** 31;
  const late = new Transport(
    url,
    "the mirror stopped sending",
    true,
    `no data for ${idle} ms`,
  );
  if ((total ?? 0) > max) {
    await body.cancel();
    throw new TooLarge(url, max);
  }
  let size = start;
  let timer = setTimeout(() => abort.abort(late), idle);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      if ((size += chunk.length) > max) throw new TooLarge(url, max);
      await writeAll(file, chunk);
      options.onBytes?.(size, total);
      timer = setTimeout(() => abort.abort(late), idle);
    }
  } finally {
    clearTimeout(timer);
  }
  if (size === 0) throw new Transport(url, "the mirror answered with an empty file", false);
  if (total !== undefined && size < total) {
    throw new Transport(url, "the file is incomplete", true, `${size} of ${total} bytes arrived`);
  }
}

/**
 * One attempt: continues at the end of `path`, or from the start if the server does not support
 * ranges.
 */
async function once(url: URL, path: string, options: DownloadOptions): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, mode: 0o600 });
  let start = await file.seek(0, Deno.SeekMode.End);
  const abort = new AbortController();
  const forward = () => abort.abort(options.signal?.reason);
  options.signal?.addEventListener("abort", forward);
  try {
    options.signal?.throwIfAborted();
    if (url.protocol === "file:") {
      await file.truncate(0);
      await file.seek(0, Deno.SeekMode.Start);
      const source = await Deno.open(fileURLToPath(url)).catch((cause) => {
        throw new Transport(url, "the mirror's file cannot be read", false, words(cause), cause);
      });
      return await copy(url, source.readable, file, 0, undefined, abort, options);
    }
    const idle = options.idleTimeoutMs ?? 60_000;
    const late = new Transport(url, "the mirror does not answer", true, `no data for ${idle} ms`);
    const timer = setTimeout(() => abort.abort(late), idle);
    const response = await fetch(url, {
      signal: abort.signal,
      headers: {
        "accept-encoding": "identity",
        ...(start > 0 ? { range: `bytes=${start}-` } : {}),
      },
    }).finally(() => clearTimeout(timer));
    let body = response.body;
    try {
      const wanted = start;
      if (response.status === 416) await file.truncate(0);
      start = checkAnswer(url, response, wanted);
      if (start === 0) await file.truncate(0);
      await file.seek(start, Deno.SeekMode.Start);
      const length = response.headers.get("content-length");
      const total = length === null ? undefined : start + Number(length);
      if (!body) throw new Transport(url, "the mirror answered with an empty file", false);
      const stream = body;
      body = null;
      await copy(url, stream, file, start, total, abort, options);
    } finally {
      await body?.cancel().catch(() => {});
    }
  } catch (error) {
    if (options.signal?.aborted) throw options.signal.reason;
    if (abort.signal.aborted) throw abort.signal.reason;
    if (error instanceof GatewrightError) throw error;
    if (error instanceof TypeError) {
      throw new Transport(url, "the connection failed", true, words(error), error);
    }
    // A folder or a full disk, not the network: errors of fetch and its streams are handled above.
    const network = error instanceof Deno.errors.Http ||
      error instanceof Deno.errors.ConnectionReset ||
      error instanceof Deno.errors.UnexpectedEof;
    if (network) throw new Transport(url, "the connection was cut", true, words(error), error);
    throw new GatewrightError("the file cannot be written", {
      where: path,
      why: words(error),
      next: "make room in the cache, or give another folder in XDG_CACHE_HOME",
      cause: error,
    });
  } finally {
    options.signal?.removeEventListener("abort", forward);
  }
}

/** Waits, unless the signal aborts. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      reject(signal!.reason);
    };
    // deno-lint-ignore house/sleep -- a mirror that refused is left alone for a while before the next try
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}

/**
 * Downloads `url` to `path`, continuing after the bytes that `path` already has. Proxies are those
 * of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. On failure `path` keeps what has arrived. Errors
 * are of kind `failed`; the caller must verify the content.
 */
export async function download(
  url: URL,
  path: string,
  options: DownloadOptions = {},
): Promise<void> {
  const retries = options.retries ?? 4;
  for (let attempt = 0;; attempt++) {
    try {
      return await once(url, path, options);
    } catch (error) {
      if (!(error instanceof Transport && error.again) || attempt >= retries) throw error;
      await pause((options.retryDelayMs ?? 500) * 2 ** attempt, options.signal);
    }
  }
}
