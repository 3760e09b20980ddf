import assert from "node:assert/strict";
import { testStart } from "../../test/install_job.ts";
import { disk } from "./disk.ts";
import { folder } from "./folder.ts";

Deno.test("step disk: a sparse file of the size that was asked for, for this user alone", async () => {
  await using test = await testStart();
  const first = { ...test.start, ...await folder.run(test.start) };
  const { image } = await disk.run(first);
  const { size, mode, blocks } = await Deno.stat(image);
  assert.equal(image, `${first.folder.path}/hq.raw`);
  assert.deepEqual([size, mode! & 0o777], [1024 * 1024, 0o600]);
  assert(blocks! * 512 < size);
  await folder.undo!(first);
});
