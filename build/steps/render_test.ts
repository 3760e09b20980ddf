import assert from "node:assert/strict";
import { RENDERED, testMirror, testStart } from "../../test/install_job.ts";
import { render } from "./render.ts";

Deno.test("step render: the release, the site set and a list of both are on the mirror", async () => {
  await using test = await testStart();
  const mirror = testMirror();
  const { environment, rendered } = await render.run({ ...test.start, mirror });
  assert.equal(rendered, RENDERED);
  assert.equal(environment.httpServer, "http://10.0.2.2:4711");
  assert.equal(environment.serverDirectory, `${mirror.secret}/pub/OpenBSD/7.9/amd64`);
  const text = async (name: string) => {
    const file = mirror.files.get(`/${environment.serverDirectory}/${name}`)!;
    const pieces = await Array.fromAsync(file.pieces(0, file.size));
    return await new Blob(pieces).text();
  };
  assert.equal(await text("bsd.rd"), "the file bsd.rd");
  assert.equal(await text("site79.tgz"), new TextDecoder().decode(RENDERED.siteSet));
  const names = (await text("index.txt")).trim().split("\n").map((line) => line.split(" ").at(-1));
  assert.deepEqual(names.sort(), ["bsd.rd", "pxeboot", "site79.tgz"]);
  // Nothing is where anybody could guess it.
  assert([...mirror.files.keys()].every((path) => path.startsWith(`/${mirror.secret}/`)));
  assert.equal(mirror.files.size, 4);
});
