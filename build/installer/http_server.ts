/**
 * The mirror as the installer sees it: a few files over HTTP on the loopback interface.
 * @module
 */
import { byteRange } from "./byte_range.ts";

/** What is served under a path: a file of the host, or bytes. */
export type Served = { file: string } | { bytes: Uint8Array<ArrayBuffer> };

/** One answer of the server. */
export interface Transfer {
  /** Path that was asked for. */
  path: string;
  /** HTTP status. */
  status: number;
  /** Bytes sent so far, and in all. */
  sent: number;
  total: number;
}

/** A running server; dispose of it to close its port. */
export interface MirrorServer extends AsyncDisposable {
  /** The free port it took on 127.0.0.1. */
  port: number;
}

/**
 * Serves `files` by their absolute path (`/pub/OpenBSD/7.9/amd64/base79.tgz`); everything else is
 * 404, so that a release without a set looks like a mirror without it.
 *
 * @param onTransfer told once at the start, at every percent, and at the end of an answer.
 */
export function serveMirror(
  files: ReadonlyMap<string, Served>,
  onTransfer: (transfer: Transfer) => void = () => {},
): MirrorServer {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => answer(request, files, onTransfer),
  );
  return {
    port: server.addr.port,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
    },
  };
}

async function answer(
  request: Request,
  files: ReadonlyMap<string, Served>,
  onTransfer: (transfer: Transfer) => void,
): Promise<Response> {
  const path = new URL(request.url).pathname;
  const refuse = (status: number, headers: HeadersInit = {}) => {
    onTransfer({ path, status, sent: 0, total: 0 });
    return new Response(null, { status, headers });
  };
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, { allow: "GET, HEAD" });
  }
  const served = files.get(path);
  if (!served) return refuse(404);
  const size = "bytes" in served ? served.bytes.length : (await Deno.stat(served.file)).size;
  const range = byteRange(request.headers.get("range"), size);
  if (range === "unsatisfiable") return refuse(416, { "content-range": `bytes */${size}` });
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const total = last - first + 1;
  const headers = new Headers({
    "content-length": String(total),
    "accept-ranges": "bytes",
    "content-type": "application/octet-stream",
  });
  if (range) headers.set("content-range", `bytes ${first}-${last}/${size}`);
  const status = range ? 206 : 200;
  onTransfer({ path, status, sent: 0, total });
  if (request.method === "HEAD" || total === 0) return new Response(null, { status, headers });
  const body = "bytes" in served
    ? new Blob([served.bytes.subarray(first, last + 1)]).stream()
    : await fileStream(served.file, first, total);
  return new Response(body.pipeThrough(counted(path, status, total, onTransfer)), {
    status,
    headers,
  });
}

/** `total` bytes of a file from `first`; the file is closed at the end, on error, and on cancel. */
async function fileStream(
  path: string,
  first: number,
  total: number,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const file = await Deno.open(path);
  if (first > 0) await file.seek(first, Deno.SeekMode.Start);
  let left = total;
  return new ReadableStream({
    async pull(controller) {
      const buffer = new Uint8Array(Math.min(left, 65536));
      const n = await file.read(buffer);
      if (n === null) {
        file.close();
        controller.error(new Error(`${path} is shorter than it was`));
        return;
      }
      left -= n;
      controller.enqueue(buffer.subarray(0, n));
      if (left === 0) {
        file.close();
        controller.close();
      }
    },
    cancel() {
      file.close();
    },
  }, { highWaterMark: 0 });
}

function counted(
  path: string,
  status: number,
  total: number,
  onTransfer: (transfer: Transfer) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let sent = 0;
  let told = 0;
  return new TransformStream({
    transform(chunk, controller) {
      sent += chunk.length;
      controller.enqueue(chunk);
      const percent = Math.floor(100 * sent / total);
      if (percent > told) onTransfer({ path, status, sent, total });
      told = percent;
    },
  });
}
