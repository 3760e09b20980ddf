/**
 * Keywords of pf.conf(5).
 * @module
 */

/** The grammar's keywords: as names they must be quoted. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `
  af-to all allow-opts anchor antispoof any bandwidth binat-to bitmask block block-policy burst
  code debug default delay divert-packet divert-reply divert-to drop dup-to file fingerprints
  flags floating flows flush for fragment from global group hostid icmp-type icmp6-type if-bound
  in include inet inet6 keep label least-states limit load log loginterface match matches max
  max-mss max-pkt-rate max-src-conn max-src-conn-rate max-src-nodes max-src-states min min-ttl
  modulate nat-to no no-df no-route no-sync on once optimization os out overload parent pass pflow
  port prio probability proto qlimit quantum queue quick random random-id rdomain rdr-to
  reassemble received-on reply-to return return-icmp return-icmp6 return-rst round-robin route
  route-to rtable rule ruleset-optimization scrub set skip sloppy source-hash source-track state
  state-defaults state-policy static-port sticky-address syncookies synproxy table tag tagged
  timeout to tos ttl urpf-failed user weight
`.trim().split(/\s+/),
);

/** Names of timeouts, in the order in which pfctl(8) prints those of a rule. */
export const TIMEOUTS: readonly string[] = `
  tcp.first tcp.opening tcp.established tcp.closing tcp.finwait tcp.closed udp.first udp.single
  udp.multiple icmp.first icmp.error other.first other.single other.multiple frag interval
  adaptive.start adaptive.end src.track tcp.tsdiff
`.trim().split(/\s+/);

/** Names for `set limit`. */
export const LIMITS: readonly string[] = [
  "states",
  "src-nodes",
  "frags",
  "tables",
  "table-entries",
  "pktdelay-pkts",
  "anchors",
];

/** Values of `set optimization`. */
export const OPTIMIZATIONS: readonly string[] = [
  "normal",
  "satellite",
  "high-latency",
  "conservative",
  "aggressive",
];

/** Values of `set ruleset-optimization`. */
export const RULESET_OPTIMIZATIONS: readonly string[] = ["none", "basic", "profile"];

/** Values of `set debug`. */
export const DEBUG_LEVELS: readonly string[] = [
  "emerg",
  "panic",
  "alert",
  "crit",
  "err",
  "error",
  "warning",
  "warn",
  "notice",
  "info",
  "debug",
];

/** TCP flags, in pf's order. */
export const TCP_FLAGS = "FSRPAUEW";

const TOS: ReadonlyMap<string, number> = new Map(Object.entries({
  af11: 0x28,
  af12: 0x30,
  af13: 0x38,
  af21: 0x48,
  af22: 0x50,
  af23: 0x58,
  af31: 0x68,
  af32: 0x70,
  af33: 0x78,
  af41: 0x88,
  af42: 0x90,
  af43: 0x98,
  critical: 0xa0,
  cs0: 0x00,
  cs1: 0x20,
  cs2: 0x40,
  cs3: 0x60,
  cs4: 0x80,
  cs5: 0xa0,
  cs6: 0xc0,
  cs7: 0xe0,
  ef: 0xb8,
  inetcontrol: 0xc0,
  lowdelay: 0x10,
  netcontrol: 0xe0,
  reliability: 0x04,
  throughput: 0x08,
}));

/** Names of types of service. */
export const TOS_NAMES: Iterable<string> = [...TOS.keys()];

/** The number of a type of service from its name, in either case, or from hexadecimal. */
export function tosNumber(text: string): number | undefined {
  const number = TOS.get(text.toLowerCase());
  if (number !== undefined) return number;
  return /^0x[0-9a-fA-F]{1,2}$/.test(text) ? Number(text) : undefined;
}
