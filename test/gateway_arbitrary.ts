/**
 * Descriptions that the schema allows, made from the schema itself: most of them mean something.
 * @module
 */
import fc from "fast-check";
import { KNOWN } from "../gateway/openbsd/transforms.ts";
import { gatewaySchema } from "../gateway/schema/schema.ts";
import {
  ADDRESS,
  LINE,
  NETWORK,
  PLAIN,
  PREFIXED,
  RAW_LINE,
  TEXT,
} from "../gateway/schema/pattern.ts";

const TAG = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$";

interface Node {
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  minItems?: number;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY x";

/** What breaks out of one file or another, if anything does. */
const NASTY = fc.constantFrom(
  ..."'\"`$\\#;&|{}()<>!*~%=:,\n\r\t\0\u0085\u2028\ud800\ufffe\u007f\u00e9",
  "\n]]>",
  "--",
  "${x}",
);

const line = fc.array(fc.oneof(NASTY, fc.string({ unit: "grapheme", maxLength: 4 })), {
  maxLength: 4,
}).map((parts) => parts.join(""));

/** Values for patterns whose characters alone would rarely mean anything. */
const MEANT: Record<string, fc.Arbitrary<string>> = {
  [ADDRESS]: fc.constantFrom("10.0.0.1", "10.0.0.2", "2001:db8::1", "10.0.0.50", "192.0.2.9"),
  [NETWORK]: fc.constantFrom("10.1.0.0/24", "10.2.0.0/16", "10.3.0.1", "2001:db8:1::/48"),
  [PREFIXED]: fc.constantFrom("10.0.0.3/24", "2001:db8::3/64"),
  [LINE]: line,
  [RAW_LINE]: line,
  [PLAIN]: line,
  [TEXT]: line,
};

/** Values by the name of the field. */
const NAMED: Record<string, fc.Arbitrary<unknown>> = {
  address: fc.constantFrom("10.0.0.50/24", "dhcp", "none"),
  address6: fc.constantFrom("2001:db8::50/64", "autoconf", "none"),
  disk: fc.tuple(fc.constantFrom("/dev/", "/srv/"), line).map((parts) => parts.join("")),
  installurl: line.map((text) => `https://cdn.example.net/${text}`),
  key: fc.constant("key.pub"),
  keys: fc.array(fc.oneof(fc.constant(KEY), line.map((text) => `${KEY} ${text}`)), {
    maxLength: 2,
  }),
  mirror: line.map((text) => `https://mirror.example.net/pub/${text}`),
  name: fc.oneof(
    fc.constantFrom("vio0", "vio1", "em0", "vlan1", "a", "b", "paul", "esac", "any", "in", "no"),
    fc.stringMatching(/^[a-z][a-z0-9_-]{0,30}$/),
  ),
  path: fc.oneof(
    fc.stringMatching(/^\/etc\/[a-zA-Z0-9_.+@-]{1,120}$/),
    fc.stringMatching(/^(\/[a-z]{1,90}){1,3}$/),
  ),
  peer: fc.constantFrom("192.0.2.1", "192.0.2.2", "2001:db8:ffff::1", "any", "gw.example.org"),
  proto: fc.constantFrom("tcp", "udp", ["tcp", "udp"], "esp", "47"),
  rootKeys: fc.array(fc.constant(KEY), { maxLength: 1 }),
  size: fc.constantFrom("6G", "20G", "512M", "1.5G", "*"),
  source: fc.constant(new URL("gateway_arbitrary.ts", import.meta.url).pathname),
  timezone: fc.constantFrom("UTC", "Europe/Stockholm", "America/Argentina/Buenos_Aires"),
  tunnel: fc.constantFrom("a", "b"),
};

function valueOf(node: Node, name: string): fc.Arbitrary<unknown> {
  const named = NAMED[name];
  if (named) {
    return fc.oneof({ weight: 3, arbitrary: named }, { weight: 1, arbitrary: shape(node) });
  }
  return shape(node);
}

function shape(node: Node): fc.Arbitrary<unknown> {
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.anyOf) return fc.oneof(...node.anyOf.map((branch) => shape(branch)));
  switch ([node.type].flat()[0]) {
    case "object": {
      const fields = Object.entries(node.properties ?? {})
        .map(([name, child]) => [name, valueOf(child, name)]);
      if (fields.length === 0) return fc.dictionary(fc.stringMatching(/^[a-z_.]{1,9}$/), line);
      const requiredKeys = (node.required ?? []) as never[];
      return fc.record(Object.fromEntries(fields), { requiredKeys });
    }
    case "array":
      return fc.array(shape(node.items ?? {}), { minLength: node.minItems ?? 0, maxLength: 3 });
    case "integer": {
      const { minimum: min = 0, maximum: max = 65535 } = node;
      return fc.integer({ min, max });
    }
    case "boolean":
      return fc.boolean();
    default: {
      const { pattern = "^.*$" } = node;
      const meant = MEANT[pattern];
      if (meant) return meant;
      // Longer than any field may be: bounds are what renderers rest on.
      return /\(\?/.test(pattern) ? fc.constant(KEY) : fc.stringMatching(new RegExp(pattern, "u"));
    }
  }
}

const properties = (gatewaySchema as unknown as Node).properties ?? {};

/**
 * A small gateway with up to three of its fields replaced by what the schema allows there: few
 * enough that a good part of them is accepted.
 */
export const descriptions: fc.Arbitrary<Record<string, unknown>> = fc.uniqueArray(
  fc.constantFrom(...Object.keys(properties)),
  { minLength: 1, maxLength: 3 },
).chain((names) =>
  fc.record(Object.fromEntries(names.map((name) => [name, valueOf(properties[name]!, name)])))
)
  .map((patch) => ({
    hostname: "gw.example.net",
    network: { interfaces: [{ name: "vio0", address: "10.0.0.50/24" }], gateway: "10.0.0.1" },
    ...patch,
  }));

/** As long as a name may be. */
const NAME_OF_TUNNEL = "a".repeat(64);

const phase = (number: 1 | 2) =>
  fc.record({
    enc: fc.constantFrom(...KNOWN[2][number].enc),
    group: fc.constantFrom(...KNOWN[2][number].group),
    lifetime: fc.oneof(fc.integer({ min: 60, max: 31_536_000 }), fc.constantFrom("24h", "60m")),
    ...(number === 1 ? {} : { lifetimeBytes: fc.constantFrom(1, 4096, "1K", "500M", "4G") }),
  }, { requiredKeys: [] });

const phases = (number: 1 | 2) =>
  fc.oneof(
    phase(number),
    fc.array(phase(number), { minLength: 1, maxLength: 3 }),
    fc.constant("default"),
  );

/** An IKEv2 gateway with one tunnel, with every field that iked(8) reads. */
export const iked: fc.Arbitrary<Record<string, unknown>> = fc.record({
  mode: fc.constantFrom("active", "passive"),
  encapsulation: fc.constantFrom("tunnel", "transport"),
  ipcomp: fc.boolean(),
  proto: fc.constantFrom("gre", "udp", 47),
  localPort: fc.constantFrom("l2tp", 1701),
  remotePort: fc.constantFrom("ssh", 65535),
  phase1: phases(1),
  phase2: phases(2),
  psk: fc.constant({ env: "PSK" }),
  srcid: fc.oneof(line, fc.constantFrom("gw.example.net", "me@example.net", "/C=SE/CN=gw")),
  dstid: fc.oneof(line, fc.constantFrom("10.0.0.1", "2001:db8::1")),
  tag: fc.oneof(line, fc.stringMatching(new RegExp(TAG))),
  nat: fc.constantFrom("10.9.0.0/24", "10.9.0.1"),
  localAddress: fc.constant("10.0.0.50"),
  remote: fc.subarray(["10.1.0.0/24", "0.0.0.0/0", "10.2.0.1"], { minLength: 1 }),
}, { requiredKeys: ["remote"] }).map(({ localPort, remotePort, nat, ...tunnel }) => ({
  ...tunnel,
  // Only these belong together; what is refused says nothing about iked.
  ...(tunnel.proto === "udp" && localPort ? { localPort } : {}),
  ...(tunnel.proto === "udp" && remotePort ? { remotePort } : {}),
  ...(tunnel.encapsulation !== "transport" && nat ? { nat } : {}),
})).chain((tunnel) =>
  fc.constantFrom(NAME_OF_TUNNEL, "any", "esac", "a.b-c_d").map((name) => ({
    hostname: "gw.example.net",
    network: { interfaces: [{ name: "vio0", address: "10.0.0.50/24" }], gateway: "10.0.0.1" },
    firewall: { skipTunnels: false },
    tunnels: [{
      ...tunnel,
      name,
      ike: 2,
      peer: "192.0.2.1",
      local: ["10.0.0.0/24", "10.4.0.0/24"],
    }],
  }))
);
