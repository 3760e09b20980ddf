import assert from "node:assert/strict";
import { ontoDevice } from "./onto_device.ts";

Deno.test("ontoDevice() refuses what another program came to write to, before a byte is written", async () => {
  const folder = await Deno.makeTempDir();
  try {
    // A file does for a device: both are found by their open descriptors.
    const path = `${folder}/disk`;
    await Deno.writeTextFile(path, "old");
    const write = () => Deno.writeTextFile(path, "new");
    const other = new Deno.Command("sh", {
      args: ["-c", 'exec 3<>"$1"; echo open; read line', "sh", path],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const said = other.stdout.getReader();
    await said.read();
    try {
      await assert.rejects(ontoDevice(path, write), {
        code: "in-use",
        why: `open for writing in sh (pid ${other.pid})`,
      });
      assert.equal(await Deno.readTextFile(path), "old");
    } finally {
      await other.stdin.close();
      await said.cancel();
      await other.status;
    }
    await ontoDevice(path, write);
    assert.equal(await Deno.readTextFile(path), "new");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
