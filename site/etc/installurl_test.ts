import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderInstallurl } from "./installurl.ts";

Deno.test("installurl names the mirror of the running gateway", () => {
  assert.equal(renderInstallurl(testGateway()), "https://cdn.openbsd.org/pub/OpenBSD\n");
});
