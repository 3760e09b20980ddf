/**
 * A tiny signed mirror of a made-up release, and a web server that serves it badly on demand; for tests.
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Release } from "../gateway/gateway.ts";
import { type MadeKey, makeKey } from "../build/release/make_key.ts";
import { signMessage } from "../build/release/signify.ts";

export { makeKey };

/** Answers a request for `name`, or undefined for the usual answer. */
export type Fault = (name: string, request: Request, tries: number) => Response | undefined;

/** A mirror on a loopback port, with a folder of its own. */
export class TestMirror implements AsyncDisposable {
  /** What to fetch; cacheDir is `${dir}/cache`. */
  release!: Release;
  /** Temporary folder; the mirror lies in `pub`, as for a file URL. */
  dir!: string;
  /** Replaces answers. */
  fault: Fault = () => undefined;
  /** Requests so far: file name and Range header. */
  requests: string[] = [];
  /** For faults that wait until the client has got something. */
  arrived: PromiseWithResolvers<void> = Promise.withResolvers();
  /** Contents by name. */
  files = new Map<string, Uint8Array<ArrayBuffer>>();
  #server!: Deno.HttpServer<Deno.NetAddr>;
  /** Another test may knock at every port of the host meanwhile. */
  readonly #folder = crypto.randomUUID();

  /** Makes the release and starts the server. */
  static async start(arch: "amd64" | "i386" = "amd64"): Promise<TestMirror> {
    const mirror = new TestMirror();
    mirror.dir = await Deno.makeTempDir();
    const names = ["pxeboot", "bsd", "bsd.rd", "base79.tgz", "man79.tgz", "BUILDINFO"];
    for (const name of [...names, `INSTALL.${arch}`]) {
      mirror.files.set(name, new TextEncoder().encode(`${name}\n`.repeat(9000)));
    }
    const key = await makeKey("test key");
    await mirror.sign(key);
    await Deno.writeTextFile(join(mirror.dir, "key.pub"), key.publicFile);
    mirror.#server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      (request) => mirror.#answer(request),
    );
    mirror.release = {
      version: "7.9",
      number: 79,
      arch: "amd64",
      mirror: `http://127.0.0.1:${mirror.#server.addr.port}/${mirror.#folder}/pub/OpenBSD`,
      key: join(mirror.dir, "key.pub"),
    };
    return mirror;
  }

  /** Signs the list of files anew. */
  async sign(key: MadeKey): Promise<void> {
    this.files.delete("SHA256.sig");
    const lines = [...this.files].map(([name, bytes]) =>
      `SHA256 (${name}) = ${createHash("sha256").update(bytes).digest("hex")}\n`
    );
    const list = new TextEncoder().encode(lines.join(""));
    this.files.set("SHA256.sig", await signMessage(key.secret, list, "verify with key.pub"));
  }

  /** Options of fetchRelease without waits. */
  options(): {
    release: Release;
    cacheDir: string;
    download: { retries: number; retryDelayMs: number; idleTimeoutMs?: number };
  } {
    const download = { retries: 2, retryDelayMs: 1 };
    return { release: this.release, cacheDir: join(this.dir, "cache"), download };
  }

  #answer(request: Request): Response {
    const { pathname } = new URL(request.url);
    if (!pathname.includes(this.#folder)) return new Response(null, { status: 404 });
    const name = pathname.split("/").at(-1)!;
    const range = request.headers.get("range");
    this.requests.push(range ? `${name} ${range}` : name);
    const tries = this.requests.filter((seen) => seen.split(" ")[0] === name).length;
    const fault = this.fault(name, request, tries);
    if (fault) return fault;
    const bytes = this.files.get(name);
    if (!bytes) return new Response("no such file", { status: 404 });
    const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    if (start >= bytes.length) return new Response(null, { status: 416 });
    if (start === 0) return new Response(bytes);
    const headers = { "content-range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
    return new Response(bytes.subarray(start), { status: 206, headers });
  }

  /** Ends the server and removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#server.shutdown();
    await Deno.remove(this.dir, { recursive: true });
  }
}
