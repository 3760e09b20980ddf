import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { run } from "../../host/run.ts";
import { openDisk } from "./open_disk.ts";
import { openSource } from "./source.ts";

Deno.test("a pipe, a device of characters and a folder are no image, and nothing waits for a writer", async () => {
  await using folder = await temporaryFolder("gatewright-test-");
  const fifo = `${folder.path}/fifo`;
  await run("mkfifo", [fifo]);
  for (const path of [fifo, "/dev/zero"]) {
    for (const open of [openDisk, openSource]) {
      await assert.rejects(open(path), (error: GatewrightError) => {
        assert(error instanceof GatewrightError);
        assert.match(error.format(), /neither a file nor a block device/);
        return true;
      });
    }
  }
  await assert.rejects(openDisk(folder.path), /is a folder/);
  const file = `${folder.path}/disk.raw`;
  await Deno.writeFile(file, new Uint8Array(512));
  (await openDisk(file)).close();
});
