import assert from "node:assert/strict";
import { testStart } from "../../test/install_job.ts";
import { servedBytes } from "../installer/http_server.ts";
import { mirror } from "./mirror.ts";

Deno.test("step mirror: it serves what later steps put there, until it is undone", async () => {
  await using test = await testStart();
  const given = { ...test.start, ...await mirror.run(test.start) };
  const { port, files, secret } = given.mirror;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const status = async (path: string) => {
    const answer = await get(path);
    await answer.body?.cancel();
    return answer.status;
  };
  assert.match(secret, /^[0-9a-f]{32}$/);
  assert.equal(await status(`/${secret}/bsd.rd`), 404);
  files.set(`/${secret}/bsd.rd`, servedBytes(new TextEncoder().encode("kernel")));
  assert.equal(await (await get(`/${secret}/bsd.rd`)).text(), "kernel");
  await mirror.undo!(given);
  await assert.rejects(get(`/${secret}/bsd.rd`), TypeError);
  const other = { ...test.start, ...await mirror.run(test.start) };
  assert.notEqual(other.mirror.secret, secret);
  await mirror.undo!(other);
});

Deno.test("step mirror: many requests for what is not there are reported, once", async () => {
  await using test = await testStart();
  const given = { ...test.start, ...await mirror.run(test.start) };
  const url = `http://127.0.0.1:${given.mirror.port}/pub/OpenBSD/7.9/amd64/site79.tgz`;
  const notices = () => test.events.filter(({ kind }) => kind === "notice").length;
  for (let count = 1; count <= 25; count++) {
    await (await fetch(url)).body?.cancel();
    assert.equal(notices(), count < 20 ? 0 : 1);
  }
  assert(!JSON.stringify(test.events).includes(given.mirror.secret));
  await mirror.undo!(given);
});
