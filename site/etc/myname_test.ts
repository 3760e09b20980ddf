import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderMyname } from "./myname.ts";

Deno.test("myname is the whole name", () => {
  assert.equal(renderMyname(testGateway()), "vpn1.example.net\n");
});
