/**
 * Descriptions of which the promises are tried.
 * @module
 */
import { DescriptionError, type Problem } from "../../gateway/document/problem.ts";
import { parseGateway as parseOnly } from "../../gateway/load/load.ts";
import { parseGateway } from "../load_gateway.ts";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY p@x";

/** A router: vio0 outside, vio1 a LAN, one tunnel; `change` is merged over it. */
export function description(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    hostname: "gw.example.net",
    network: {
      interfaces: [
        { name: "vio0", address: "203.0.113.10/28" },
        { name: "vio1", address: "10.0.0.1/24" },
      ],
      gateway: "203.0.113.1",
    },
    access: { users: [{ name: "paul", keys: [KEY] }] },
    domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }] },
    tunnels: [{
      name: "b",
      ike: 2,
      peer: "198.51.100.7",
      local: "10.0.0.0/24",
      remote: "10.1.0.0/24",
      psk: { env: "PSK" },
    }],
    ...change,
  };
}

/** What is said of it. */
export function problems(data: Record<string, unknown>, parse = parseGateway): Problem[] {
  try {
    return parse(JSON.stringify(data), "gw.yaml").warnings;
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    return error.problems;
  }
}

/** Said of a description without a rule for ssh, which most of these are. */
const OPEN_SSH = /^no rule lets an administrator in/;

/** Complaints that only the promises make, without that of ssh for the outer network. */
export function broken(data: Record<string, unknown>): Problem[] {
  const known = new Set(problems(data, parseOnly).map(({ message }) => message));
  return problems(data).filter(({ message }) => !known.has(message) && !OPEN_SSH.test(message));
}
