import assert from "node:assert/strict";
import { attackDisks } from "../attack/disks.ts";
import { haveMakefs } from "../makefs.ts";

Deno.test({
  name: "inspect and --grow end on damaged disks, soon, and harm none that they take",
  ignore: !haveMakefs(),
  async fn() {
    const { read, refused, grown } = await attackDisks(200, Date.now() >>> 0);
    assert.equal(read + refused + grown, 200);
    // Else the damage would only ever be met at the door, or never.
    assert.ok(refused > 10 && grown > 50, JSON.stringify({ read, refused, grown }));
  },
});
