import assert from "node:assert/strict";
import { servedBytes, serveMirror } from "./http_server.ts";

const BYTES = Uint8Array.from({ length: 1000 }, (_, i) => i & 255);

/** A server of one file, `/x/set.tgz`. */
function server(onMiss?: (count: number) => void) {
  return serveMirror(new Map([["/x/set.tgz", servedBytes(BYTES)]]), onMiss);
}

/** The answer to a request, with its body read. */
async function get(port: number, path: string, init: RequestInit = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const body = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, body };
}

/** What a client that types `text` gets as the first line. */
async function raw(port: number, text: string): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(text));
  const buffer = new Uint8Array(1000);
  const n = await connection.read(buffer);
  return new TextDecoder().decode(buffer.subarray(0, n ?? 0)).split("\r\n")[0]!;
}

Deno.test("the mirror serves whole files and single ranges", async () => {
  await using one = server();
  const whole = await get(one.port, "/x/set.tgz");
  assert.deepEqual([whole.status, whole.body], [200, BYTES]);
  const head = await get(one.port, "/x/set.tgz", { method: "HEAD" });
  assert.deepEqual([head.status, head.headers.get("content-length")], [200, "1000"]);
  for (
    const [range, status, first, last] of [
      ["bytes=0-0", 206, 0, 1],
      ["bytes=999-", 206, 999, 1000],
      ["bytes=-1", 206, 999, 1000],
      ["bytes=10-5000", 206, 10, 1000],
      ["bytes=5-4", 200, 0, 1000],
      ["bytes=-5000", 206, 0, 1000],
      ["bytes=0-1,5-6", 200, 0, 1000],
      ["lines=0-1", 200, 0, 1000],
    ] as const
  ) {
    const { status: found, body } = await get(one.port, "/x/set.tgz", { headers: { range } });
    assert.deepEqual([found, body], [status, BYTES.subarray(first, last)], range);
  }
  for (const range of ["bytes=1000-", "bytes=-0"]) {
    const { status, headers } = await get(one.port, "/x/set.tgz", { headers: { range } });
    assert.deepEqual([status, headers.get("content-range")], [416, "bytes */1000"], range);
  }
});

Deno.test("everything but the very path is 404, and counted", async () => {
  let missed = 0;
  await using one = server((count) => missed = count);
  const paths = ["/", "/x", "/x/", "/x/set.tgz/", "/X/set.tgz", "/x/set.tg", "//x/set.tgz"];
  for (const path of paths) assert.equal((await get(one.port, path)).status, 404, path);
  assert.equal(missed, paths.length);
  assert.equal((await get(one.port, "/x/set.tgz", { method: "POST" })).status, 405);
  assert.equal(missed, paths.length + 1);
  assert.equal((await get(one.port, "/x/set.tgz?path=7.9")).status, 200);
});

Deno.test("what is no request gets an answer, and prints nothing", async () => {
  const error = console.error;
  const printed: unknown[] = [];
  console.error = (...words: unknown[]) => printed.push(words);
  try {
    await using one = server();
    for (
      const [text, status] of [
        ["GET / HTTP/1.1\r\nHost: [\r\n\r\n", /^HTTP\/1\.1 400/],
        ["GET http://[::::/ HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1\.1 400/],
        ["GET //[ HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1\.1 404/],
        ["\x00\x01\x02\r\n\r\n", /^HTTP\/1\.1 400/],
        ["CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", /^HTTP\/1\.1 405/],
        [`GET /${"a".repeat(100_000)} HTTP/1.1\r\n\r\n`, /^HTTP\/1\.1 4/],
      ] as const
    ) {
      assert.match(await raw(one.port, text), status, text.slice(0, 40));
    }
  } finally {
    console.error = error;
  }
  assert.deepEqual(printed, []);
});

Deno.test("a client that reads nothing, and one that asks nothing, do not hold up the end", async () => {
  let waiting = () => {};
  const endless = {
    size: 1e12,
    async *pieces() {
      for (;;) {
        yield new Uint8Array(65536);
        // Nothing more is taken from here once the client's buffers are full.
        waiting();
      }
    },
  };
  const one = serveMirror(new Map([["/endless", endless]]));
  const idle = await Deno.connect({ hostname: "127.0.0.1", port: one.port });
  const deaf = await Deno.connect({ hostname: "127.0.0.1", port: one.port });
  const served = new Promise<void>((resolve) => waiting = resolve);
  await deaf.write(new TextEncoder().encode("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n"));
  await served;
  await one[Symbol.asyncDispose]();
  // Both are cut off: they come to an end, by a reset or by nothing more.
  for (const client of [idle, deaf]) {
    const buffer = new Uint8Array(1 << 20);
    while (await client.read(buffer).catch(() => null) !== null);
    client.close();
  }
});
