/**
 * The peers' IKE, and what carries their tunnels.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { Host } from "../model/host.ts";
import type { Comment, Rule, Statement } from "../model/rule_set.ts";
import { BOUND, ENC, type Field, networkHost, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import { hostsOf } from "./hosts.ts";

/** The table of those who may speak IKE to the gateway; raw rules may name it. */
const PEERS = "ipsec_peers";

const FIELD: Field = ["firewall", "peers"];

/** udp of IKE, and of IKE and ESP where there is a NAT on the way. */
const IKE_PORTS = [port(500), port(4500)];

/** Who may speak IKE and ESP, as hosts of a rule; empty for everybody. */
function peerHosts(context: Context): Host[] {
  const { peers } = context.gateway.firewall;
  if (peers === "any") return [];
  const networks = peers.filter((one) => parsePrefix(one));
  // Nobody: without hosts a rule is about everybody.
  if (peers.length === 0) return [context.table(PEERS, [], FIELD)];
  const others = peers.filter((one) => !networks.includes(one));
  return [
    ...(networks.length > 0
      ? [context.table(PEERS, networks.map((one) => networkHost(one)), FIELD)]
      : []),
    ...hostsOf(others, PEERS, FIELD, context),
  ];
}

/** Why everybody may, where the description does not want it. */
export function unresolvedPeers({ gateway }: Context): Comment[] {
  const named = gateway.tunnels.filter(({ peer }) => peer !== "any" && !parsePrefix(peer));
  if (gateway.firewall.peers !== "any" || named.length === 0) return [];
  const names = named.map(({ peer }) => peer).join(", ");
  return [{ kind: "comment", text: `${names} cannot be looked up before there is a network` }];
}

/**
 * Before the rules against clear text: quick on the way out, because a peer may sit in a network behind
 * its own tunnel, and for such a peer on the way in.
 */
export function peersFirst(context: Context): Statement[] {
  if (context.gateway.tunnels.length === 0) return [];
  const peers = peerHosts(context);
  const inside = peersInside(context);
  return [
    ...title("IKE and IPsec, before the rules against clear text"),
    ...exchange(context, "out", [SELF], peers, true),
    ...(inside.length > 0 ? exchange(context, "in", inside, [SELF], true) : []),
  ];
}

/** Everybody else's, where later rules can still say otherwise. */
export function peersIn(context: Context): Statement[] {
  if (context.gateway.tunnels.length === 0) return [];
  return [
    ...title("IKE and IPsec"),
    ...exchange(context, "in", peerHosts(context), [SELF], false),
  ];
}

/** On enc0 what tunnels carry is seen with its outer header too. */
export function outerHeaders(context: Context): Rule[] {
  const { gateway } = context;
  if (!gateway.tunnels.some(({ encapsulation }) => encapsulation === "tunnel")) return [];
  return [rule({
    action: "pass",
    direction: "in",
    quick: true,
    on: [ENC],
    protocols: ["ipencap", "ipv6"],
    from: { hosts: peerHosts(context) },
    to: { hosts: [SELF] },
    state: BOUND,
  }, FIELD)];
}

function exchange(
  { gateway, outsideTunnels }: Context,
  direction: "in" | "out",
  from: readonly Host[],
  to: readonly Host[],
  quick: boolean,
): Rule[] {
  const protocols = [...new Set(gateway.tunnels.map(({ protocol }) => protocol))].sort();
  const body = {
    action: "pass",
    direction,
    ...(quick ? { quick } : {}),
    ...outsideTunnels,
  } as const;
  return [
    rule({
      ...body,
      protocols: ["udp"],
      from: { hosts: from },
      to: { hosts: to, ports: IKE_PORTS },
    }, FIELD),
    rule({ ...body, protocols, from: { hosts: from }, to: { hosts: to } }, FIELD),
  ];
}

/** The peers in a remote network, whose own packets the rules against clear text would take. */
function peersInside({ gateway }: Context): Host[] {
  const remotes = PrefixIndex.of(
    gateway.tunnels.flatMap(({ remote }) => remote.flatMap((one) => parsePrefix(one) ?? []))
      .filter(({ length }) => length !== 0).map((one) => [one, true] as const),
  );
  const peers = new Set(
    [
      ...gateway.tunnels.map(({ peer }) => peer),
      ...(gateway.firewall.peers === "any" ? [] : gateway.firewall.peers),
    ].filter((one) => parsePrefix(one)),
  );
  return [...peers].filter((one) => remotes.first(parsePrefix(one)!))
    .map((one) => networkHost(one));
}
