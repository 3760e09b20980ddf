/**
 * The IPsec flows of a gateway: what isakmpd and iked load into the kernel's policy database (SPD),
 * and the flow that a packet matches.
 * @module
 */
import { overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { selectorsOf, type Tunnel } from "../../gateway/tunnel.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { bypassFlows } from "../ipsec/bypass_flows.ts";
import type { Packet } from "../pf/evaluate/packet.ts";

/** An outgoing flow; the kernel also has its reverse for incoming packets. */
export interface Flow {
  /** The tunnel it belongs to; absent for a bypass. */
  tunnel?: Tunnel;
  /** `require`: through the tunnel or not at all. `bypass`: in clear. */
  type: "require" | "bypass";
  from: Prefix;
  to: Prefix;
  /** Protocol number; absent: any. */
  protocol?: number;
  fromPort?: number;
  toPort?: number;
}

/**
 * The flows of all tunnels, and of clients as if every address of their pool were in use, the most
 * specific first, as in the kernel's radix tree.
 */
export function flowsOf(gateway: Gateway): Flow[] {
  const tunnels = [...gateway.tunnels, ...gateway.clients.map(asTunnel)];
  return sorted([...tunnels.flatMap(tunnelFlows), ...bypassFlows(gateway).flatMap(bypass)]);
}

/** `flows` in the kernel's order of preference. */
export function sorted(flows: readonly Flow[]): Flow[] {
  const rank = (
    { from, to, protocol, type }: Flow,
  ) => [from.length, to.length, protocol === undefined ? 0 : 1, type === "bypass" ? 1 : 0];
  return [...flows].sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    const at = one.findIndex((value, index) => value !== other[index]);
    return at < 0 ? 0 : other[at]! - one[at]!;
  });
}

/** `flow from 10.0.0.0/24 to 10.0.0.0/24 type bypass`, as ipsec.conf has it. */
function bypass(line: string): Flow[] {
  const [, source = "", destination = ""] = /^flow from (\S+) to (\S+) type bypass$/.exec(line) ??
    [];
  const [from, to] = [parsePrefix(source), parsePrefix(destination)];
  return from && to ? [{ type: "bypass", from, to }] : [];
}

/** Without `iface`: the traffic of those tunnels is selected by routes. */
function tunnelFlows(tunnel: Tunnel): Flow[] {
  if (tunnel.iface !== undefined) return [];
  const of = (name: string | undefined, number: (name: string) => number | undefined) =>
    name === undefined ? undefined : number(name) ?? Number(name);
  const protocol = of(tunnel.proto, protocolNumber);
  const [fromPort, toPort] = [of(tunnel.localPort, portNumber), of(tunnel.remotePort, portNumber)];
  return selectorsOf(tunnel).flatMap(({ local, remote }) => {
    const [from, to] = [parsePrefix(local), parsePrefix(remote)];
    if (!from || !to) return [];
    return [{
      tunnel,
      type: "require" as const,
      from,
      to,
      ...(protocol === undefined ? {} : { protocol }),
      ...(fromPort === undefined ? {} : { fromPort }),
      ...(toPort === undefined ? {} : { toPort }),
    }];
  });
}

/** The flow that an outgoing packet matches; tunnels in `down` have none. */
export function flowOut(
  flows: readonly Flow[],
  packet: Packet,
  down: ReadonlySet<string> = new Set(),
): Flow | undefined {
  let found: Placed | undefined;
  for (const one of candidates(flows, packet)) {
    if (found && found.order < one.order) continue;
    if (isUp(one.flow, down) && fits(one.flow, packet)) found = one;
  }
  return found?.flow;
}

/** A flow and its position in the list. */
interface Placed {
  flow: Flow;
  order: number;
}

/** Flows whose networks have the same prefix lengths. */
interface Kind {
  family: 4 | 6;
  from: number;
  to: number;
  /** By the bits of both networks. */
  flows: Map<string, Placed[]>;
}

/**
 * Cached by list, which must not change: flows are looked up for each packet, and there may be many
 * thousands.
 */
const kinds = new WeakMap<readonly Flow[], Kind[]>();

function kindsOf(flows: readonly Flow[]): Kind[] {
  const known = kinds.get(flows);
  if (known) return known;
  const found = new Map<string, Kind>();
  for (const [order, flow] of flows.entries()) {
    const { family, length: from } = flow.from;
    // Of different families: matches no packet.
    if (flow.to.family !== family) continue;
    const name = `${family} ${from} ${flow.to.length}`;
    const kind = found.get(name) ?? { family, from, to: flow.to.length, flows: new Map() };
    found.set(name, kind);
    const key = networks(kind, flow);
    const others = kind.flows.get(key);
    if (others) others.push({ flow, order });
    else kind.flows.set(key, [{ flow, order }]);
  }
  const list = [...found.values()];
  kinds.set(flows, list);
  return list;
}

function networks({ family, from, to }: Kind, pair: Pick<Flow, "from" | "to">): string {
  const full = family === 4 ? 32 : 128;
  return `${pair.from.value >> BigInt(full - from)} ${pair.to.value >> BigInt(full - to)}`;
}

/** The flows that a packet may match; those with equal networks in their order. */
function* candidates(flows: readonly Flow[], packet: Packet): Generator<Placed> {
  const { family, length } = packet.from;
  const full = family === 4 ? 32 : 128;
  if (flows.length <= FEW || length < full || packet.to.length < full) {
    for (const [order, flow] of flows.entries()) yield { flow, order };
    return;
  }
  for (const kind of kindsOf(flows)) {
    if (kind.family === family) yield* kind.flows.get(networks(kind, packet)) ?? [];
  }
}

/** Shorter lists are searched linearly. */
const FEW = 16;

/** The flow whose reverse an incoming packet matches. */
export function flowIn(
  flows: readonly Flow[],
  packet: Packet,
  down: ReadonlySet<string> = new Set(),
): Flow | undefined {
  const { from, to, fromPort, toPort, ...rest } = packet;
  const turned: Packet = { ...rest, from: to, to: from };
  if (toPort !== undefined) turned.fromPort = toPort;
  if (fromPort !== undefined) turned.toPort = fromPort;
  return flowOut(flows, turned, down);
}

const isUp = ({ tunnel }: Flow, down: ReadonlySet<string>) =>
  tunnel === undefined || !down.has(tunnel.name);

function fits(flow: Flow, packet: Packet): boolean {
  return overlaps(flow.from, packet.from) && overlaps(flow.to, packet.to) &&
    (flow.protocol === undefined || flow.protocol === packet.protocol) &&
    (flow.fromPort === undefined || flow.fromPort === packet.fromPort) &&
    (flow.toPort === undefined || flow.toPort === packet.toPort);
}
