/**
 * Small gateways for tests of what is said of their tunnels, each mistake with its good twin.
 * @module
 */
import assert from "node:assert/strict";
import { problems } from "./broken_description.ts";

/** A gateway of which only the tunnels matter; `tunnels` in YAML, one element a line. */
export function gateway(tunnels: string[], more = ""): string {
  return `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
${more}tunnels:
${tunnels.map((one) => `  - {${one}}\n`).join("")}`;
}

/** A tunnel in YAML: what is common to all tests, and `more`. */
export function tunnel(name: string, peer: string, remote: string, more: string): string {
  const fields = [
    `name: ${name}, peer: ${peer}, local: 10.0.0.0/24, remote: ${remote}`,
    more.replace(/, $/, ""),
    more.includes("psk:") ? "" : "psk: {file: a.psk}",
  ];
  return fields.filter(Boolean).join(", ");
}

/** A gateway with one tunnel. */
export const one = (more: string): string =>
  gateway([tunnel("a", "198.51.100.7", "10.1.0.0/24", more)]);

/** Two tunnels to one peer, or to any, each with something of its own. */
export const two = (common: string, a: string, b: string, peer = "198.51.100.7"): string =>
  gateway([
    tunnel("a", peer, "10.1.0.0/24", `${common}${a}`),
    tunnel("b", peer, "10.2.0.0/24", `${common}${b}`),
  ]);

/** A mistake and its good twin. */
export interface Case {
  /** What is wrong. */
  name: string;
  /** The description that has it. */
  wrong: string;
  /** What is said, with `error` or `warning` and the line. */
  says: RegExp;
  /** Just inside the boundary: nothing is said, but for `note`. */
  right: string;
  note?: RegExp;
}

/** Registers a test for each of `cases`. */
export function testCases(cases: Case[]): void {
  for (const { name, wrong, says, right, note } of cases) {
    Deno.test(`reported: ${name}`, () => {
      const found = problems(wrong);
      assert(found.some((line) => says.test(line)), `wanted ${says}, found:\n${found.join("\n")}`);
      assert.deepEqual(problems(right).filter((line) => !note?.test(line)), []);
      if (note) assert(problems(right).some((line) => note.test(line)), String(note));
    });
  }
}
