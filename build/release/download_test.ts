import assert from "node:assert/strict";
import { download, words } from "./download.ts";
import { GatewrightError } from "../../host/error.ts";
import { refusedPort } from "../../test/refused_port.ts";

Deno.test("a failed connection says why, and not the password of the URL", async () => {
  using refused = await refusedPort();
  const { port } = refused;
  const folder = await Deno.makeTempDir();
  try {
    const url = new URL(`http://me:secret@127.0.0.1:${port}/a?token=secret`);
    await assert.rejects(download(url, `${folder}/a`, { retries: 0 }), (error) => {
      assert.ok(error instanceof GatewrightError);
      assert.equal(error.where, `http://127.0.0.1:${port}/a`);
      assert.match(error.why ?? "", /Connection refused/);
      assert.doesNotMatch(JSON.stringify(error) + error.format(), /secret/);
      return true;
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("of errors that led to each other the first cause is reported", () => {
  const lookup = new Error(
    "error sending request for url (http://x/): client error (Connect): dns error: Name or service not known",
  );
  const proxy = new Error("proxy http://me:secret@10.0.0.1:3128 refuses");
  assert.equal(
    words(new TypeError("fetch failed", { cause: lookup })),
    "dns error: Name or service not known",
  );
  assert.equal(
    words(new TypeError("a", { cause: proxy })),
    "proxy http://***@10.0.0.1:3128 refuses",
  );
  assert.equal(words("text"), "text");
});

Deno.test("a server that sends another part than asked for is not believed", async () => {
  const bytes = new TextEncoder().encode("0123456789");
  let first = 4;
  await using server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    assert.equal(request.headers.get("range"), "bytes=4-");
    return new Response(bytes.subarray(first), {
      status: 206,
      headers: { "content-range": `bytes ${first}-9/10` },
    });
  });
  const folder = await Deno.makeTempDir();
  try {
    const url = new URL(`http://127.0.0.1:${server.addr.port}/a`);
    await Deno.writeFile(`${folder}/a`, bytes.subarray(0, 4));
    for (first of [0, 3, 5]) {
      await assert.rejects(download(url, `${folder}/a`, { retries: 0 }), /another part/);
      assert.equal(await Deno.readTextFile(`${folder}/a`), "0123");
    }
    first = 4;
    await download(url, `${folder}/a`, { retries: 0 });
    assert.equal(await Deno.readTextFile(`${folder}/a`), "0123456789");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
