/**
 * The gateway's own traffic: what it sends, and what it must receive to work in its networks.
 * @module
 */
import { driverOf } from "../../../gateway/interface.ts";
import type { Host } from "../model/host.ts";
import type { Matches } from "../model/rule.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { networkHost, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";

const LINK_LOCAL = networkHost("fe80::/10");
const LINK_GROUPS = networkHost("ff02::/16");
const GROUPS = networkHost("ff00::/8");

/** Types of icmp. */
const ICMP = { unreach: 3, echoreq: 8, timex: 11 } as const;

/** Types of icmp6; `listenrepv2` is MLDv2's report (RFC 3810), which older releases have no name for. */
const ICMP6 = {
  unreach: 1,
  toobig: 2,
  timex: 3,
  paramprob: 4,
  echoreq: 128,
  listqry: 130,
  listenrep: 131,
  listendone: 132,
  routeradv: 134,
  neighbrsol: 135,
  neighbradv: 136,
  listenrepv2: 143,
} as const;

/**
 * Neighbour discovery, and the membership reports that switches need to pass it on (RFC 4541):
 * quick, because a tunnel may lead to a host in one of the gateway's networks, or to any address.
 * Reports have the router alert option, which pf(4) drops without `allow-opts`.
 */
export function neighbours(): Statement[] {
  const found = icmp6("neighbrsol", "neighbradv");
  const all = { action: "pass", quick: true, family: "inet6", protocols: ["icmp6"] } as const;
  return [
    ...title("IPv6 neighbour discovery"),
    rule({
      ...all,
      direction: "in",
      to: { hosts: [SELF, LINK_LOCAL, LINK_GROUPS] },
      ...found,
    }),
    rule({ ...all, direction: "out", from: { hosts: [SELF, LINK_LOCAL, UNSPECIFIED] }, ...found }),
    rule({
      ...all,
      direction: "in",
      from: { hosts: [LINK_LOCAL] },
      to: { hosts: [GROUPS] },
      ...icmp6("listqry"),
      allowOpts: true,
    }),
    rule({
      ...all,
      direction: "out",
      to: { hosts: [GROUPS] },
      ...icmp6("listenrep", "listendone", "listenrepv2"),
      allowOpts: true,
    }),
  ];
}

/** A host that requests an address has none yet. */
const UNSPECIFIED: Host = { kind: "address", address: "::", length: 128 };

/** Packets that the gateway sends, and errors from networks on the way. */
export function ownTraffic(context: Context): Statement[] {
  const { outsideTunnels, wires } = context;
  const toSelf = {
    action: "pass",
    direction: "in",
    ...outsideTunnels,
    to: { hosts: [SELF] },
  } as const;
  return [
    ...title("The gateway itself"),
    rule({ action: "pass", direction: "out", ...outsideTunnels }),
    // To the gateway only: otherwise hosts behind it would answer forwarded packets.
    rule({
      ...toSelf,
      family: "inet",
      protocols: ["icmp"],
      icmp: { types: [ICMP.echoreq, ICMP.unreach, ICMP.timex].map((type) => ({ type })) },
    }),
    rule({
      ...toSelf,
      family: "inet6",
      protocols: ["icmp6"],
      ...icmp6("echoreq", "unreach", "toobig", "timex", "paramprob"),
    }),
    ...wires.flatMap((wire) => [
      // The address of pppoe(4) is assigned without IP packets.
      ...(wire.autoconf.has(4) && driverOf(wire.name) !== "pppoe" ? dhcp(wire.name) : []),
      ...(wire.autoconf.has(6) ? autoconf6(wire.name) : []),
    ]),
  ];
}

function dhcp(name: string): Rule[] {
  return [rule({
    action: "pass",
    direction: "in",
    on: [{ name }],
    family: "inet",
    protocols: ["udp"],
    from: { ports: [port(67)] },
    to: { ports: [port(68)] },
  })];
}

function autoconf6(name: string): Rule[] {
  const body = { action: "pass", direction: "in", on: [{ name }], family: "inet6" } as const;
  return [
    rule({
      ...body,
      protocols: ["icmp6"],
      from: { hosts: [LINK_LOCAL] },
      to: { hosts: [LINK_LOCAL, LINK_GROUPS] },
      ...icmp6("routeradv"),
    }),
    rule({
      ...body,
      protocols: ["udp"],
      from: { hosts: [LINK_LOCAL], ports: [port(547)] },
      to: { hosts: [LINK_LOCAL], ports: [port(546)] },
    }),
  ];
}

function icmp6(...names: (keyof typeof ICMP6)[]): Pick<Matches, "icmp"> {
  return { icmp: { icmp6: true, types: names.map((name) => ({ type: ICMP6[name] })) } };
}
