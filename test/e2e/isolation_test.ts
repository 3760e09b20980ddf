/**
 * A guest that is to reach nothing, tried by a real OpenBSD: a boot test must not dial the peers of
 * the gateway with its keys, nor look around on the host.
 */
import assert from "node:assert/strict";
import { bootRamdisk, haveMedia } from "../ramdisk.ts";

/** What a guest gets of a server on the host's loopback interface, and how often that was asked. */
async function fetched(reachesHost: boolean): Promise<{ text: string; requests: number }> {
  const disk = await Deno.makeTempFile({ prefix: "gw-isolation-" });
  let requests = 0;
  // Another test may knock at every port of the host meanwhile.
  const path = `/${crypto.randomUUID()}`;
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, ({ url }) => {
    if (new URL(url).pathname !== path) return new Response(null, { status: 404 });
    requests++;
    return new Response("from the host\n");
  });
  try {
    await Deno.truncate(disk, 64 << 20);
    await using shell = await bootRamdisk(disk, reachesHost);
    await shell.run("ifconfig em0 inet 10.0.2.15 netmask 255.255.255.0 up");
    const url = `http://10.0.2.2:${server.addr.port}${path}`;
    // Only a guest that gets no answer has to give up; on a loaded host an answer may take long.
    const patience = reachesHost ? "" : "-w 10 ";
    const text = await shell.run(`ftp ${patience}-V -o - ${url} 2>&1 || true`);
    return { text, requests };
  } finally {
    await server.shutdown();
    await Deno.remove(disk);
  }
}

Deno.test({
  name: "an isolated guest does not reach the host; one that installs does",
  ignore: !haveMedia(),
  async fn() {
    const isolated = await fetched(false);
    assert.equal(isolated.requests, 0, isolated.text);
    assert.doesNotMatch(isolated.text, /from the host/);
    const installing = await fetched(true);
    assert.equal(installing.requests, 1, installing.text);
    assert.match(installing.text, /from the host/);
  },
});
