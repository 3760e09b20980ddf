import assert from "node:assert/strict";
import { DescriptionError } from "../document/problem.ts";
import { parseGateway } from "../load/load.ts";

function complaints(text: string): string[] {
  try {
    parseGateway(text, "gw.yaml");
    return [];
  } catch (error) {
    assert(error instanceof DescriptionError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

Deno.test("the character that a name must not have is named", () => {
  const rest = "network: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  assert(
    complaints(`hostname: VPN_1\n${rest}`).some((one) =>
      /^hostname: found "VPN_1"; "_" is not allowed in it; allowed: /.test(one)
    ),
  );
  assert(!complaints(`hostname: VPN-1\n${rest}`).some((one) => one.startsWith("hostname")));
});

Deno.test("a text that is wrong in more than one way gets the rule alone", () => {
  const said = complaints("hostname: a_b c\n").find((one) => one.startsWith("hostname"));
  assert(said && !said.includes("is not allowed in it"), said);
});
