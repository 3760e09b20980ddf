/**
 * Rule sets for tests: generated ones, and what OpenBSD's pfctl made of small files.
 * @module
 */
import fc from "fast-check";
import type { Environment } from "./model/environment.ts";
import type { End, Host, InterfaceMatch, Port } from "./model/host.ts";
import type { Pool, RuleBody, StateOptions } from "./model/rule.ts";
import type { RuleSet, Statement } from "./model/rule_set.ts";

/** Small text files with what pfctl of OpenBSD 7.7-beta printed for them (`-o none -nvf`). */
export interface Recording {
  name: string;
  text: string;
  /** Standard output and standard error, without the exit status. */
  output: string;
  status: number;
}

const TESTDATA = new URL("./testdata/", import.meta.url);

/** All recordings, by name. */
export function recordings(): Recording[] {
  return [...Deno.readDirSync(TESTDATA)].map(({ name }) => name)
    .filter((name) => name.endsWith(".conf")).sort()
    .map((file) => {
      const name = file.slice(0, -".conf".length);
      const output = Deno.readTextFileSync(new URL(`${name}.out`, TESTDATA));
      const [, said = "", status = ""] = /^([\s\S]*)status ([0-9]+)\n$/.exec(output) ?? [];
      return {
        name,
        text: Deno.readTextFileSync(new URL(file, TESTDATA)),
        output: said,
        status: Number(status),
      };
    });
}

/** An object with some of the fields of `model`. */
function some<T>(model: { [Key in keyof T]-?: fc.Arbitrary<Exclude<T[Key], undefined>> }) {
  return fc.record(model as never, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
}

/** A name of any characters that pf.conf(5) can write, the grammar's own words among them. */
export const anyName = fc.oneof(
  fc.constantFrom(
    "pass",
    "all",
    "group",
    "any",
    "22",
    "a-b",
    "x y",
    "$if",
    'quo"te',
    "it's",
    "\\ x",
    "a\\b",
    "é",
    "#",
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,10}$/),
  fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !/[\n\0]|\\$/.test(text)),
);

const interfaceName = fc.constantFrom("vio0", "egress", "group", "carp0", "lo", "log");
const on: fc.Arbitrary<InterfaceMatch> = fc.oneof(
  fc.record({ name: interfaceName, not: fc.constant(true) }, { requiredKeys: ["name"] }),
  fc.record({ rdomain: fc.nat(255) }),
);
const address4 = fc.record({
  kind: fc.constant("address" as const),
  address: fc.ipV4(),
  length: fc.nat(32),
}, { requiredKeys: ["kind", "address"] });
const plainHost: fc.Arbitrary<Host> = fc.oneof(
  address4,
  fc.constantFrom<Host>(
    { kind: "address", address: "2001:db8::", length: 32 },
    { kind: "address", address: "fe80::1", scope: "vio0" },
    { kind: "name", name: "vio1", modifiers: ["network"] },
    { kind: "name", name: "self" },
  ),
);
const host: fc.Arbitrary<Host> = fc.oneof(
  plainHost,
  anyName.map((name): Host => ({ kind: "table", name })),
  anyName.map((label): Host => ({ kind: "route", label })),
  fc.constantFrom<Host>(
    { kind: "range", first: "10.0.0.1", last: "10.0.0.9" },
    { kind: "dynamic", name: "vio0", modifiers: ["network", "0"] },
    { kind: "dynamic", name: "group", length: 24, not: true },
    { kind: "no-route" },
    { kind: "table", name: "x", not: true },
  ),
);
const portNumber = fc.nat(65535);
const port: fc.Arbitrary<Port> = fc.oneof(
  fc.record({ op: fc.constantFrom("=", "!=", "<", "<=", ">", ">="), port: portNumber }),
  fc.record({ op: fc.constantFrom(":", "><", "<>"), a: portNumber, b: portNumber })
    .filter(({ a, b }) => a !== b)
    .map(({ op, a, b }): Port => ({ op, first: Math.min(a, b), last: Math.max(a, b) })),
) as fc.Arbitrary<Port>;
const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 });
const end: fc.Arbitrary<End> = some<End>({ hosts: few(host), ports: few(port), os: few(anyName) })
  .filter((one) => Object.keys(one).length > 0);
const to = end.map(({ os: _, ...rest }): End => rest).filter((one) => Object.keys(one).length > 0);
const count = fc.integer({ min: 1, max: 1000 });
const rate = fc.record({ limit: count, seconds: count });
const stateOptions: fc.Arbitrary<StateOptions> = some<StateOptions>({
  max: count,
  noSync: fc.constant(true),
  sourceTrack: fc.constantFrom("default", "rule"),
  maxSrcNodes: count,
  maxSrcStates: count,
  maxSrcConn: count,
  maxSrcConnRate: rate,
  overload: fc.record({ table: anyName, flush: fc.constantFrom("rule", "global") }, {
    requiredKeys: ["table"],
  }),
  lock: fc.constantFrom("if-bound", "floating"),
  sloppy: fc.constant(true),
  pflow: fc.constant(true),
  timeouts: fc.constant([["tcp.established", 60]] as [string, number][]),
}).filter((one) => Object.keys(one).length > 0) as fc.Arbitrary<StateOptions>;
const pool: fc.Arbitrary<Pool> = fc.record({
  hosts: few(plainHost),
  port: fc.record({ first: count, last: fc.constantFrom(2000, "*" as const) }, {
    requiredKeys: ["first"],
  }),
  type: fc.constantFrom({ kind: "bitmask" }, { kind: "source-hash" }, {
    kind: "source-hash",
    key: "a b",
  }),
  sticky: fc.constant(true),
  staticPort: fc.constant(true),
}, { requiredKeys: ["hosts"] }) as fc.Arbitrary<Pool>;
const { port: _, ...route } = { port: 0, kind: fc.constantFrom("route-to", "reply-to", "dup-to") };

/** A rule that the reader accepts; what it says need not make sense to pf(4). */
const anyRule: fc.Arbitrary<RuleBody> = fc.record({
  action: fc.constantFrom("pass", "block", "match"),
  direction: fc.constantFrom("in", "out"),
  log: fc.constantFrom({}, { all: true }, { user: true, to: 3 }),
  quick: fc.constant(true),
  on: few(on),
  family: fc.constantFrom("inet", "inet6"),
  protocols: fc.constantFrom(["tcp"], ["tcp", "udp"], ["icmp6"], ["57"], ["200", "esp"]),
  from: end,
  to,
  user: fc.constantFrom([{ op: "=", id: "root" }], [{ op: "><", first: 5, last: 9 }, {
    op: "!=",
    id: "unknown",
  }]),
  flags: fc.constantFrom("any", { set: "S", of: "SA" }, { set: "", of: "FSRPAUEW" }),
  icmp: fc.constantFrom(
    { types: [{ type: 3, code: 4 }, { type: 39 }] },
    { icmp6: true, types: [{ type: 131 }, { type: 250, code: 7 }] },
  ),
  tos: fc.nat(255),
  prio: fc.nat(7),
  fragment: fc.constant(true),
  receivedOn: fc.constantFrom({ name: "vio1" }, { name: "group", not: true }),
  tagged: fc.record({ tag: anyName, not: fc.constant(true) }, { requiredKeys: ["tag"] }),
  probability: fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10),
  maxPktRate: rate,
  state: fc.oneof(
    fc.record({ kind: fc.constant("no") }),
    fc.record({ kind: fc.constantFrom("keep", "modulate", "synproxy"), options: stateOptions }, {
      requiredKeys: ["kind"],
    }),
  ),
  allowOpts: fc.constant(true),
  once: fc.constant(true),
  label: anyName,
  tag: anyName,
  set: fc.constantFrom({ prio: [3, 3] }, { prio: [3, 4], queue: ["a", "group"], tos: 8, delay: 5 }),
  scrub: fc.constantFrom({ noDf: true }, { minTtl: 5, maxMss: 1400, reassembleTcp: true }),
  rtable: fc.nat(255),
  divert: fc.constantFrom({ kind: "reply" }, { kind: "to", address: "::1", port: 80 }),
  natTo: pool,
  rdrTo: pool,
  route: fc.record({ ...route, pool: pool.map(({ port: _, ...rest }): Pool => rest) }),
}, { requiredKeys: ["action"] }).map((rule) =>
  rule.action === "block" && rule.quick
    ? { ...rule, blockReturn: { kind: "return-rst", ttl: 9 } }
    : rule
) as unknown as fc.Arbitrary<RuleBody>;

const line = fc.oneof(anyName, fc.constantFrom("", "a\\", "back\\ slash\\\\"));

/** A rule set that the reader accepts. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: anyRule.map((rule): Statement => ({ kind: "rule", ...rule })) },
    line.map((text): Statement => ({ kind: "comment", text })),
    anyName.filter((name) => !/\s/.test(name)).map((name): Statement => ({
      kind: "macro",
      name,
      value: "{ 10.0.0.1 vio0 }",
    })),
    fc.record({ name: anyName, hosts: fc.array(plainHost, { maxLength: 3 }) }).map((
      { name, hosts },
    ): Statement => ({ kind: "table", name, const: true, sources: [{ hosts }, { file: name }] })),
    fc.record({ rule: anyRule, comment: line }).map(({ rule, comment }): Statement => ({
      kind: "anchor",
      name: "lan",
      body: [{ kind: "rule", ...rule, comment }],
    })),
    fc.constantFrom<Statement>(
      { kind: "set", option: { name: "skip", on: [{ name: "lo" }, { name: "group" }] } },
      { kind: "set", option: { name: "syncookies", value: "adaptive", start: 20 } },
      { kind: "set", option: { name: "limit", values: [["states", 5], ["frags", 6]] } },
      { kind: "antispoof", interfaces: [{ name: "vio0", dynamic: true }, { name: "lo0" }] },
      { kind: "queue", name: "a", on: [{ name: "vio0" }], bandwidth: { bits: 1500000 } },
      { kind: "load", anchor: "x", file: "/etc/a b" },
      { kind: "include", file: "/etc/pf.more" },
    ),
  ),
  { maxLength: 6 },
).map((statements): RuleSet => ({ statements }));

/** The machine on which the recordings were made. */
export const RECORDED_MACHINE: Environment = {
  interfaces: [
    {
      name: "lo0",
      groups: ["lo"],
      loopback: true,
      addresses: [{ address: "127.0.0.1", length: 8 }, { address: "::1", length: 128 }],
    },
    {
      name: "vio0",
      groups: ["egress"],
      addresses: [
        { address: "203.0.113.10", length: 28, broadcast: "203.0.113.15" },
        { address: "2001:db8::10", length: 64 },
      ],
    },
    {
      name: "vio1",
      groups: [],
      addresses: [{ address: "10.0.0.1", length: 24, broadcast: "10.0.0.255" }],
    },
    {
      name: "vio2",
      groups: [],
      addresses: [{ address: "10.255.0.1", length: 30, broadcast: "10.255.0.3" }],
    },
    { name: "enc0", groups: ["enc"], addresses: [] },
  ],
  file: () => null,
};
