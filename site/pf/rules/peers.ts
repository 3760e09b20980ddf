/**
 * The peers' IKE, and the packets that carry their tunnels.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { Host } from "../model/host.ts";
import type { Comment, Rule, Statement } from "../model/rule_set.ts";
import { BOUND, ENC, type Field, networkHost, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import { hostsOf } from "./hosts.ts";

/** The table of addresses that may send IKE to the gateway; raw rules may refer to it. */
const PEERS = "ipsec_peers";

const FIELD: Field = ["firewall", "peers"];

/** udp ports of IKE, and of IKE and ESP behind NAT. */
const IKE_PORTS = [port(500), port(4500)];

/** Who may send IKE and ESP, as hosts of a rule; empty for anyone. */
function peerHosts(context: Context): Host[] {
  const { peers } = context.gateway.firewall;
  if (peers === "any") return [];
  const networks = peers.filter((one) => parsePrefix(one));
  // Nobody: a rule without hosts would match everyone.
  if (peers.length === 0) return [context.table(PEERS, [], FIELD)];
  const others = peers.filter((one) => !networks.includes(one));
  return [
    ...(networks.length > 0
      ? [context.table(PEERS, networks.map((one) => networkHost(one)), FIELD)]
      : []),
    ...hostsOf(others, PEERS, FIELD, context),
  ];
}

/** Why everyone may, although the description does not ask for it. */
export function unresolvedPeers({ gateway }: Context): Comment[] {
  const named = gateway.tunnels.filter(({ peer }) => peer !== "any" && !parsePrefix(peer));
  if (gateway.firewall.peers !== "any" || named.length === 0) return [];
  const names = named.map(({ peer }) => peer).join(", ");
  return [{ kind: "comment", text: `${names} cannot be looked up before there is a network` }];
}

/**
 * Before the rules against clear text: quick for outgoing packets, because a peer may be in a
 * network behind its own tunnel; for such a peer, quick for incoming ones too.
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

/** For all other peers, so that later rules can still override them. */
export function peersIn(context: Context): Statement[] {
  if (context.gateway.tunnels.length === 0) return [];
  return [
    ...title("IKE and IPsec"),
    ...exchange(context, "in", peerHosts(context), [SELF], false),
  ];
}

/** On enc0, packets of tunnels are also seen with their outer headers. */
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

/**
 * The peers inside a remote network, whose own packets the rules against clear text would block.
 */
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
