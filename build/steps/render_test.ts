import assert from "node:assert/strict";
import { RENDERED, SITE_SET, testMirror, testStart } from "../../test/install_job.ts";
import { folder } from "./folder.ts";
import { render } from "./render.ts";

Deno.test("step render: the release, the site set and a list of both are on the mirror", async () => {
  await using test = await testStart();
  const mirror = testMirror();
  const first = { ...test.start, ...await folder.run(test.start), mirror };
  const given = { ...first, ...await render.run(first) };
  const { environment, rendered } = given;
  assert.equal(rendered, RENDERED);
  assert.equal(environment.httpServer, "http://10.0.2.2:4711");
  assert.equal(environment.serverDirectory, `${mirror.secret}/pub/OpenBSD/7.9/amd64`);
  const text = async (name: string) => {
    const file = mirror.files.get(`/${environment.serverDirectory}/${name}`)!;
    const pieces = await Array.fromAsync(file.pieces(0, file.size));
    return await new Blob(pieces).text();
  };
  assert.equal(await text("bsd.rd"), "the file bsd.rd");
  const set = `${first.folder.path}/site79.tgz`;
  assert.equal(await Deno.readTextFile(set), SITE_SET);
  assert.equal(Deno.statSync(set).mode! & 0o777, 0o600);
  // What takes its place is not served.
  await Deno.rename(set, `${set}.old`);
  await Deno.writeTextFile(set, "of another user");
  assert.equal(await text("site79.tgz"), SITE_SET);
  const names = (await text("index.txt")).trim().split("\n").map((line) => line.split(" ").at(-1));
  assert.deepEqual(names.sort(), ["bsd.rd", "pxeboot", "site79.tgz"]);
  // Nothing is where anyone could guess it.
  assert([...mirror.files.keys()].every((path) => path.startsWith(`/${mirror.secret}/`)));
  assert.equal(mirror.files.size, 4);
  await render.undo!(given);
  await folder.undo!(first);
});
