/**
 * Tests of complaints about the firewall, each with what is right just beside it.
 * @module
 */
import assert from "node:assert/strict";
import { problems } from "./broken_description.ts";

/** In place of the gateway's two interfaces. */
export const ONE_ARM =
  "network: {interfaces: [{name: vio0, address: 203.0.113.2/29}], gateway: 203.0.113.6}";

/** A gateway between a provider and a LAN, with these lines at its end. */
function router(lines: string, more = ""): string {
  const network = lines.includes(ONE_ARM) ? "" : `network:
  interfaces:
    - {name: vio0, address: 203.0.113.2/29}
    - {name: vio1, address: 10.0.0.1/24}
${more}  gateway: 203.0.113.6
`;
  return `hostname: gw.example.net
${network}access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
${lines}
`;
}

/** From the LAN to 10.20.0.0/24. */
export const TUNNEL =
  "tunnels: [{name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.20.0.0/24, tag: a, psk: {env: PSK}}]";

/** What is wrong, by what must be said of it, and the same just inside what is right. */
export interface Twin {
  name: string;
  /** The firewall as a flow map, or whole lines. */
  bad: string;
  /** At the end of the description, besides. */
  and?: string;
  /** More interfaces, a line each. */
  more?: string;
  /** Of `path: message`. */
  says: RegExp;
  good: string[];
}

function firewall(text: string): string {
  return text.startsWith("firewall:") || text.includes("\n") ? text : `firewall: ${text}`;
}

/** Lines about the part of the description under test; those about its release say nothing of it. */
function said(text: string, twin: Twin): string[] {
  const lines = problems(router([firewall(text), twin.and ?? ""].join("\n"), twin.more ?? ""));
  return lines.filter((line) => !/^note |: note: |errata|weak;/.test(line));
}

/** Registers a test for each of `twins`. */
export function testTwins(twins: readonly Twin[]): void {
  for (const twin of twins) {
    Deno.test(`firewall: ${twin.name}`, () => {
      const found = said(twin.bad, twin);
      assert(found.some((line) => twin.says.test(line)), found.join("\n"));
      assert.equal(found.length, 1, found.join("\n"));
      for (const good of twin.good) assert.deepEqual(said(good, twin), [], good);
    });
  }
}
