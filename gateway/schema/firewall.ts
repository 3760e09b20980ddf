/**
 * The `firewall` part of the schema.
 * @module
 */
import Type from "typebox";
import { CLOSED, oneOrMany, text, words } from "./common.ts";
import { ADDRESS, ADDRESS_WORD, INTERFACE, PLAIN, RAW_LINE, TABLE, TAG } from "./pattern.ts";

const list = (pattern: string, description: string) =>
  oneOrMany(text(pattern, description), description);

const WORDS =
  "Addresses, networks, <tables>, or interfaces in parentheses such as (vio1:network); ! before one alone: all else.";

const addresses = (description: string) => list(ADDRESS_WORD, `${description} ${WORDS}`);

const PORT = "^[a-z0-9][a-z0-9:_-]*$";

const onePort = Type.Union([
  Type.Integer({ minimum: 1, maximum: 65535 }),
  text(PORT, "Port, range such as 8000:8010, or service name."),
], { description: "A port, 1 to 65535, a range such as 8000:8010, or a service name." });

const ports = Type.Union([
  Type.Integer({ minimum: 1, maximum: 65535 }),
  text(PORT, "Port, range such as 8000:8010, or service name."),
  Type.Array(onePort),
], { description: "Ports, ranges such as 8000:8010, or service names." });

const protocols = list("^[a-z0-9-]+$", "Protocols of protocols(5), such as tcp.");

const log = Type.Optional(Type.Boolean({ description: "Log it.", default: false }));

const overload = text(
  `^(<${TABLE}>|${TABLE})$`,
  "A table such as <bruteforce>: addresses that exceed maxConnections or maxRate are added to it and blocked.",
);

const allow = Type.Object({
  proto: Type.Optional(protocols),
  port: Type.Optional(ports),
  from: Type.Optional(addresses("Source; any: anywhere.")),
  to: Type.Optional(addresses("Destination; any: anywhere. Default: self, the gateway.")),
  on: Type.Optional(text(INTERFACE, "Interface or interface group.")),
  tunnel: Type.Optional(text(PLAIN, "Only what arrives through this tunnel.")),
  log,
  tag: Type.Optional(text(TAG, "pf tag to set on its packets.")),
  tagged: Type.Optional(text(TAG, "Only packets that have this pf tag.")),
  maxConnections: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 1_000_000,
      description: "TCP connections that one address may have at a time.",
    }),
  ),
  maxRate: Type.Optional(
    text(
      "^[1-9][0-9]{0,5}/[1-9][0-9]{0,5}$",
      "How many TCP connections one address may open in how many seconds: 15/5.",
    ),
  ),
  overload: Type.Optional(overload),
  routeTo: Type.Optional(
    text(
      ADDRESS,
      "Address of the router to send its packets to, regardless of routes and tunnels.",
    ),
  ),
  replyTo: Type.Optional(
    text(ADDRESS, "Address of the router to send replies to, for a second uplink."),
  ),
}, CLOSED);

const nat = Type.Object({
  on: text(INTERFACE, "Interface or group that packets leave through, such as egress."),
  from: addresses("Source addresses to translate."),
  to: Type.Optional(addresses("Destination; any: everywhere.")),
  as: Type.Optional(
    addresses(
      "Addresses to translate to. Default: the address of the interface, without its aliases.",
    ),
  ),
  log,
}, CLOSED);

const redirect = Type.Object({
  on: text(INTERFACE, "Interface or group that packets arrive on, such as egress."),
  proto: protocols,
  port: ports,
  from: Type.Optional(addresses("Source; any: everyone.")),
  address: Type.Optional(addresses("The gateway's addresses to redirect from. Default: all.")),
  to: list(ADDRESS, "Addresses of the hosts to redirect to, in turn."),
  toPort: Type.Optional(
    Type.Union(
      [Type.Integer({ minimum: 1, maximum: 65535 }), text(PORT, "Port or service name.")],
      {
        description: "Their port: a number or a service name. Default: the same port.",
      },
    ),
  ),
  log,
}, CLOSED);

// deno-lint-ignore house/lookup -- what users write; resolve_firewall.ts makes a map of it
const tables = Type.Unsafe<Record<string, string[]>>({
  type: "object",
  propertyNames: {
    pattern: `^${TABLE}$`,
    description: "a letter, then up to 30 letters, digits, _ and -",
  },
  additionalProperties: {
    type: "array",
    items: { type: "string", pattern: ADDRESS_WORD, description: WORDS },
    description: "a list of addresses and networks; ! before one excludes it",
  },
  description: "Lists of addresses, for <name> in address lists.",
  default: {},
});

/** The packet filter. */
export const firewallSchema = Type.Object({
  skipTunnels: Type.Optional(
    Type.Boolean({
      description: "Do not filter traffic inside tunnels (set skip on enc0).",
      default: true,
    }),
  ),
  blockPolicy: Type.Optional(
    words(
      ["drop", "return"],
      "drop: discard blocked packets silently; return: answer with a TCP RST or ICMP unreachable.",
      "drop",
    ),
  ),
  urpf: Type.Optional(
    Type.Boolean({
      description:
        "Block packets that would not be answered through the interface they came in on.",
      default: false,
    }),
  ),
  peers: Type.Optional(Type.Union([
    words(["any"], "Everybody."),
    Type.Array(text(ADDRESS_WORD, "An address, a network, or a <table>.")),
  ], {
    description: "Who may speak IKE and ESP: any, or a list. Default: the peers of the tunnels.",
  })),
  tables: Type.Optional(tables),
  allow: Type.Optional(
    Type.Array(allow, {
      description:
        "What to let in besides IKE and ESP. If no rule lets ssh in to the gateway, it is open to the network of every interface, including the outer one.",
      default: [],
    }),
  ),
  nat: Type.Optional(
    Type.Array(nat, { description: "Source addresses to translate on the way out.", default: [] }),
  ),
  redirect: Type.Optional(
    Type.Array(redirect, {
      description: "Ports of the gateway to redirect to hosts behind it.",
      default: [],
    }),
  ),
  maxMss: Type.Optional(
    Type.Integer({
      minimum: 536,
      maximum: 65495,
      description:
        "Largest TCP segment of all traffic. Default: for the traffic of each tunnel, what fits into its packets on a path of 1492 bytes, or of the mtu of the interface towards the peer if that is smaller.",
    }),
  ),
  rules: Type.Optional(
    Type.Array(text(RAW_LINE, "One line of pf.conf; no backslash at its end."), {
      description: "Raw lines, added after the generated ones.",
      default: [],
    }),
  ),
}, {
  ...CLOSED,
  description: "The packet filter: blocks and logs what the description does not need.",
  default: {},
});
