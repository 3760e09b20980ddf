import assert from "node:assert/strict";
import { availableMemory } from "./available_memory.ts";

Deno.test("the limit of a control group counts, and files that it has read do not", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const whole = await availableMemory(folder);
    assert(whole > 0);
    await Deno.writeTextFile(`${folder}/memory.max`, "max\n");
    await Deno.writeTextFile(`${folder}/memory.current`, "3000000\n");
    await Deno.writeTextFile(`${folder}/memory.stat`, "anon 1\ninactive_file 1000000\n");
    assert(await availableMemory(folder) > 5_000_000);
    await Deno.writeTextFile(`${folder}/memory.max`, "5000000\n");
    assert.equal(await availableMemory(folder), 3_000_000);
    await Deno.writeTextFile(`${folder}/memory.max`, "1000000\n");
    assert.equal(await availableMemory(folder), 0);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
