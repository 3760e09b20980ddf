import assert from "node:assert/strict";
import { detailsOf, type ErrorDetails, GatewrightError } from "./error.ts";

Deno.test("the details of an error make the same error again, whatever it has", () => {
  const all: Required<ErrorDetails> = {
    kind: "verification",
    code: "in-use",
    where: "/dev/vg0/hq",
    why: "it is mounted",
    next: "umount it",
    cause: new Error("busy"),
  };
  assert.deepEqual(detailsOf(new GatewrightError("no", all)), all);
  assert.deepEqual(detailsOf(new GatewrightError("no")), { kind: "failed" });
});
