import assert from "node:assert/strict";
import { mirror } from "./mirror.ts";

Deno.test("step mirror: it serves what later steps put there, until it is undone", async () => {
  const given = await mirror.run({});
  const { port, files } = given.mirror;
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const status = async (path: string) => {
    const answer = await get(path);
    await answer.body?.cancel();
    return answer.status;
  };
  assert.equal(await status("/bsd.rd"), 404);
  files.set("/bsd.rd", { bytes: new TextEncoder().encode("kernel") });
  assert.equal(await (await get("/bsd.rd")).text(), "kernel");
  await mirror.undo!(given);
  await assert.rejects(get("/bsd.rd"), TypeError);
});
