import assert from "node:assert/strict";
import { tryLock } from "../../host/locked.ts";
import { lockIsAwaited } from "../../test/lock_is_awaited.ts";
import { holdRehearsals } from "./release.ts";

Deno.test("a rehearsal waits for a prune that is going on, and the next prune finds it in use", async () => {
  const dir = await Deno.makeTempDir({ prefix: "gw-held-" });
  try {
    await Deno.mkdir(`${dir}/rehearsal`);
    using prune = await Deno.open(`${dir}/rehearsal`);
    await prune.lock(true);
    const holding = holdRehearsals(dir);
    await lockIsAwaited(holding);
    await prune.unlock();
    using _held = await holding;
    assert.equal(await tryLock(prune, "exclusive"), false);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
