/**
 * The installer's mirror: a few files over HTTP on the loopback interface.
 *
 * Every user of the host can connect to its port, so the path of a private file must be
 * unguessable.
 * @module
 */
import { parse as parseRange } from "range-parser";

/** Status for a range after the end of the file; an invalid range has another one. */
const UNSATISFIABLE = 2;

/** A file to serve. */
export interface Served {
  /** Size in bytes. */
  readonly size: number;
  /** Its content from byte `start` up to byte `end`, in pieces. */
  pieces(start: number, end: number): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/** Bytes in memory as a file. */
export function servedBytes(bytes: Uint8Array<ArrayBuffer>): Served {
  return {
    size: bytes.length,
    async *pieces(start, end) {
      yield bytes.subarray(start, end);
    },
  };
}

/** A running server; dispose of it to close its port and all connections, finished or not. */
export interface MirrorServer extends AsyncDisposable {
  /** Its port on 127.0.0.1, chosen by the kernel. */
  port: number;
}

/**
 * Serves `files` by their absolute path (`/pub/OpenBSD/7.9/amd64/base79.tgz`); everything else is
 * 404, so that a release without a set looks like a mirror without that set.
 *
 * @param onMiss called for every request without a file, with their number so far
 */
export function serveMirror(
  files: ReadonlyMap<string, Served>,
  onMiss: (count: number) => void = () => {},
): MirrorServer {
  // A client that does not read would delay a graceful shutdown.
  const end = new AbortController();
  let missed = 0;
  const refuse = (status: number, headers: HeadersInit = {}) => {
    onMiss(++missed);
    return new Response(null, { status, headers });
  };
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
    // Deno would print the error with its stack; an aborted client is not an error.
    onError: () => refuse(400),
    signal: end.signal,
  }, (request) => answer(request, files, refuse));
  return {
    port: server.addr.port,
    async [Symbol.asyncDispose]() {
      end.abort();
      await server.finished;
    },
  };
}

function answer(
  request: Request,
  files: ReadonlyMap<string, Served>,
  refuse: (status: number, headers?: HeadersInit) => Response,
): Response {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, { allow: "GET, HEAD" });
  }
  const served = files.get(new URL(request.url).pathname);
  if (!served) return refuse(404);
  const { size } = served;
  const { code, type, ranges } = parseRange(size, request.headers.get("range") ?? "");
  if (code === UNSATISFIABLE) return refuse(416, { "content-range": `bytes */${size}` });
  // Several ranges, or an invalid one: the whole file (RFC 9110, 14.2).
  const range = type === "bytes" && ranges.length === 1 ? ranges[0] : undefined;
  const { start: first, end: last } = range ?? { start: 0, end: size - 1 };
  const total = last - first + 1;
  const headers = new Headers({
    "content-length": String(total),
    "accept-ranges": "bytes",
    "content-type": "application/octet-stream",
  });
  if (range) headers.set("content-range", `bytes ${first}-${last}/${size}`);
  const status = range ? 206 : 200;
  if (request.method === "HEAD" || total === 0) return new Response(null, { status, headers });
  const body = ReadableStream.from(served.pieces(first, last + 1));
  return new Response(body, { status, headers });
}
