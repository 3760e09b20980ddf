import assert from "node:assert/strict";
import { attackSignals } from "../attack/signals.ts";
import { haveMakefs } from "../makefs.ts";
import { canLoop } from "./loop.ts";

Deno.test({
  name: "deploy, deploy --grow and pack leave nothing half and nothing running at any signal",
  ignore: !haveMakefs() || !await canLoop(),
  async fn() {
    assert.equal(await attackSignals(1, Date.now() >>> 0), 12);
  },
});
