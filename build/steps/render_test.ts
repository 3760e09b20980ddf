import assert from "node:assert/strict";
import { RENDERED, testStart } from "../../test/install_job.ts";
import type { Served } from "../installer/http_server.ts";
import { render } from "./render.ts";

Deno.test("step render: the release, the site set and a list of both are on the mirror", async () => {
  await using test = await testStart();
  const files = new Map<string, Served>();
  const mirror = { port: 4711, files, [Symbol.asyncDispose]: () => Promise.resolve() };
  const { environment, rendered } = await render.run({ ...test.start, mirror });
  assert.equal(rendered, RENDERED);
  assert.equal(environment.httpServer, "http://10.0.2.2:4711");
  const at = (name: string) => files.get(`/${environment.serverDirectory}/${name}`);
  assert.deepEqual(at("bsd.rd"), { file: `${test.root}/bsd.rd` });
  assert.deepEqual(at("site79.tgz"), { bytes: RENDERED.siteSet });
  const index = at("index.txt") as { bytes: Uint8Array<ArrayBuffer> };
  const names = new TextDecoder().decode(index.bytes).trim().split("\n")
    .map((line) => line.split(" ").at(-1));
  assert.deepEqual(names.sort(), ["bsd.rd", "pxeboot", "site79.tgz"]);
  assert.equal(files.size, 4);
});
