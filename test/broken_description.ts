/**
 * A small gateway for tests of complaints; each puts one mistake into it.
 * @module
 */
import assert from "node:assert/strict";
import { parseGateway } from "../gateway/load/load.ts";
import { DescriptionError } from "../gateway/document/problem.ts";

/** The gateway without a mistake. */
export const GOOD = `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 10.0.0.50/24}
  gateway: 10.0.0.1
access:
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul"]}
tunnels:
  - name: a
    peer: 192.0.2.1
    local: 10.0.0.0/24
    remote: 10.0.10.0/24
    psk: {file: a.psk}
`;

/** What `text` is told: the lines of an error, or the warnings. */
export function problems(text: string): string[] {
  try {
    return parseGateway(text, "gw.yaml").warnings.map((one) => `${one.severity} ${one.message}`);
  } catch (error) {
    assert(error instanceof DescriptionError, String(error));
    return error.message.split("\n");
  }
}

/**
 * A mistake: its name, what is replaced, by what, where the complaint is, what it says, and what the
 * other complaints say, in their order, where there are others.
 */
export type Mistake = [
  name: string,
  from: string | RegExp,
  to: string,
  where: string,
  says: RegExp,
  ...also: RegExp[],
];

/** Registers a test for each of `mistakes`: it is refused for what is wrong, and for nothing else. */
export function testRefusals(mistakes: Mistake[]): void {
  for (const [name, from, to, where, says, ...also] of mistakes) {
    Deno.test(`refused: ${name}`, () => {
      const found = problems(GOOD.replace(from, to));
      const right = found.find((line) => line.startsWith(`gw.yaml:${where}`) && says.test(line));
      assert(right, `wanted ${where} ${says}, found:\n${found.join("\n")}`);
      const others = found.filter((line) => line !== right && !/: (warning|note): /.test(line));
      assert.equal(others.length, also.length, others.join("\n"));
      for (const [at, line] of others.entries()) assert.match(line, also[at]!);
    });
  }
}
