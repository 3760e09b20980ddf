/**
 * The traffic between the two gateways of a pair: carp(4), pfsync(4) and sasyncd(8).
 *
 * Their states are useful to the local gateway only, and pfsync(4) would send states about its own
 * packets, so they are not synchronised (`no-sync`). Their rules come after those of `allow`: one
 * that passes everything on an interface would make states that are.
 * @module
 */
import type { State } from "../model/rule.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { type Field, networkHost, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";

const NOT_SHARED: State = { kind: "keep", options: { noSync: true } };

/** Both directions, on the interface that pf(4) sees the packets on. */
export function standIn(context: Context): Statement[] {
  const { links, gateway } = context;
  const found = links.flatMap(({ seenOn, carp, pfsync, addresses }, index): Rule[] => {
    const field = ["network", "interfaces", index];
    if (carp) {
      const six = addresses.some(({ prefix }) => prefix.family === 6);
      return [
        ...bothWays(seenOn, "carp", carp.peer, "224.0.0.18", field),
        ...(six && carp.peer === undefined
          ? bothWays(seenOn, "carp", undefined, "ff02::12", field)
          : []),
      ];
    }
    if (pfsync?.syncdev === undefined) return [];
    return bothWays(pfsync.syncdev, "pfsync", pfsync.peer, "224.0.0.240", field);
  });
  const rules = [...found, ...(gateway.failover ? sasync(gateway.failover) : [])];
  return rules.length > 0 ? [...title("The other gateway of the pair"), ...rules] : [];
}

function bothWays(
  name: string,
  protocol: string,
  peer: string | undefined,
  group: string,
  field: Field,
): Rule[] {
  const body = {
    action: "pass",
    on: [{ name }],
    protocols: [protocol],
    state: NOT_SHARED,
  } as const;
  if (peer === undefined) {
    const to = { hosts: [networkHost(group)] };
    return [
      rule({ ...body, direction: "in", to }, field),
      rule({ ...body, direction: "out", to }, field),
    ];
  }
  const hosts = [networkHost(peer)];
  return [
    rule({ ...body, direction: "in", from: { hosts }, to: { hosts: [SELF] } }, field),
    rule({ ...body, direction: "out", from: { hosts: [SELF] }, to: { hosts } }, field),
  ];
}

/** Either gateway may connect to the other, at tcp port 500: the number of IKE's udp port. */
function sasync(failover: { interface: string; peer: string }): Rule[] {
  const body = {
    action: "pass",
    on: [{ name: failover.interface }],
    protocols: ["tcp"],
    state: NOT_SHARED,
  } as const;
  const hosts = [networkHost(failover.peer)];
  const ports = [port(500)];
  return [
    rule({ ...body, direction: "in", from: { hosts }, to: { hosts: [SELF], ports } }, FIELD),
    rule({ ...body, direction: "out", from: { hosts: [SELF] }, to: { hosts, ports } }, FIELD),
  ];
}

const FIELD: Field = ["failover"];
