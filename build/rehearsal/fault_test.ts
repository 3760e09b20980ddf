import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { FAULTS, parseFault } from "./fault.ts";

Deno.test("every fault can be named, and a hang at the words of a question", () => {
  for (const name of [...Object.keys(FAULTS), "hang:Which disk is the root disk"]) {
    assert.equal(parseFault(name), name);
  }
});

Deno.test("what is no fault is a usage error that lists them, and nothing reaches the kernel", () => {
  for (const name of ["", "panics", "hang:", 'hang:x" init=/bin/sh', "toString"]) {
    assert.throws(() => parseFault(name), (error) => {
      assert(error instanceof GatewrightError);
      assert.equal(error.exitCode, 2);
      assert.match(error.next!, /panic.*hang:/);
      return true;
    });
  }
});
