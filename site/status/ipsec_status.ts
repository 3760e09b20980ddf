/**
 * Compares the state of a gateway with its description.
 * @module
 */
import { addressOnly, contains, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Gateway, Tunnel } from "../../gateway/gateway.ts";
import { addressesOf, withoutLength } from "../../gateway/own_addresses.ts";
import { WEAK } from "../../gateway/openbsd/transforms.ts";
import { selectorsOf } from "../../gateway/tunnel.ts";
import type { IkeSa } from "./ike.ts";
import { canonical, type Flow, type Kernel, type Sa } from "./kernel.ts";

/** The states of a tunnel, the best first; also used by `vpnctl status`. */
export const STATES = ["up", "partial", "flows-only", "down"] as const;

/** A state of a tunnel. */
export type TunnelState = typeof STATES[number];

/** A weak algorithm that was negotiated. */
export interface WeakSa {
  /** The SA. */
  spi: string;
  /** The algorithm: `des`. */
  word: string;
  /** The description's choice instead; empty if the description includes the weak one. */
  insteadOf: string[];
}

/** One tunnel. */
export interface TunnelStatus {
  /** Name in the description. */
  name: string;
  /** The overall state. */
  state: TunnelState;
  /** Address of the other end, if known; else as in the description. */
  peer: string;
  /** Pairs of networks without a flow: `10.0.0.0/24 to 10.0.10.0/24`. */
  missing: string[];
  /** Number of SAs to the peer, and from it. */
  sas: { out: number; in: number };
  /** The IKE SA with its peer; absent if there is none, or iked(8) was not queried. */
  ike?: Pick<IkeSa, "state" | "identity">;
  /** Weak SAs of its peer. */
  weak: WeakSa[];
  /** Other remarks. */
  note?: string;
}

/** State in the kernel that is not in the description. */
export interface Strange {
  /** SAs between ends that no tunnel has. */
  sas: Sa[];
  /** Flows that no tunnel has. */
  flows: Flow[];
  /** IKE SAs with ends that no tunnel has. */
  ike: Pick<IkeSa, "peer" | "identity">[];
}

/** A client that is connected. */
export interface ConnectedClient {
  /** Its entry in `clients`. */
  clients: string;
  /** Its assigned address. */
  address: string;
  /** Its address on the Internet. */
  peer?: string;
  /** Its identity; absent if iked(8) was not queried. */
  identity?: string;
}

/** The complete state. */
export interface IpsecStatus {
  /** In the order of the description. */
  tunnels: TunnelStatus[];
  /** Clients that are connected. */
  clients: number;
  /** Who they are. */
  connected: ConnectedClient[];
  /** State that is not in the description. */
  strange: Strange;
}

/** Weak algorithms that no description can contain. */
const WORSE = new Set(["des", "skipjack"]);

/** Indexes flows and SAs: a thousand tunnels must not take a million searches. */
class Index {
  readonly out = new Map<string, Flow>();
  readonly from = new Map<string, Sa[]>();
  readonly to = new Map<string, Sa[]>();
  /** IKE SAs by the address of the other end. */
  readonly ike = new Map<string, IkeSa[]>();
  /** Flows that belong to a tunnel. */
  readonly described = new Set<Flow>();

  constructor(readonly kernel: Kernel, ike: readonly IkeSa[]) {
    for (const sa of ike) add(this.ike, sa.peer, sa);
    for (const flow of kernel.flows) {
      if (flow.direction === "out") this.out.set(`${flow.proto} ${flow.from} ${flow.to}`, flow);
    }
    for (const sa of kernel.sas) {
      add(this.from, sa.from, sa);
      add(this.to, sa.to, sa);
    }
  }
}

function add<T>(map: Map<string, T[]>, address: string, sa: T): void {
  const list = map.get(address);
  if (list) list.push(sa);
  else map.set(address, [sa]);
}

/**
 * The state of every tunnel of `gateway`, and state that is not in its description.
 *
 * @param ike undefined if iked(8) was not queried, or is too old for that
 */
export function ipsecStatus(gateway: Gateway, kernel: Kernel, ike?: readonly IkeSa[]): IpsecStatus {
  const index = new Index(kernel, ike ?? []);
  const pairs = new Map<string, number>();
  const known = new Set<string>();
  const perTunnel = gateway.tunnels.map((tunnel) => tunnelFlows(tunnel, index));
  for (const { peers, found } of perTunnel) {
    for (const peer of peers) {
      known.add(peer);
      pairs.set(peer, (pairs.get(peer) ?? 0) + found.length);
    }
  }
  const connected = clientsOf(gateway, index);
  for (const { peer } of connected) if (peer !== undefined) known.add(peer);
  const addresses = gateway.network.interfaces.flatMap(addressesOf);
  const own = new Set(addresses.map((one) => canonical(withoutLength(one))));
  return {
    tunnels: perTunnel.map((flows) => tunnelStatus(flows, index, pairs)),
    clients: connected.length,
    connected,
    strange: strange(index, known, own, gateway, ike),
  };
}

/** Data of one tunnel. */
interface TunnelFlows {
  tunnel: Tunnel;
  found: Flow[];
  missing: string[];
  /** Addresses of the other end. */
  peers: Set<string>;
}

function tunnelFlows(tunnel: Tunnel, index: Index): TunnelFlows {
  const found: Flow[] = [];
  const missing: string[] = [];
  const peers = new Set<string>();
  const literal = parsePrefix(tunnel.peer);
  if (literal && addressOnly(literal).length === literal.length) peers.add(canonical(tunnel.peer));
  // A tunnel with a sec(4) interface has SAs and no flows.
  for (const { local, remote } of tunnel.iface ? [] : selectorsOf(tunnel)) {
    const to = canonical(remote);
    const flow = [local, ...tunnel.nat ? [tunnel.nat] : []]
      .map((from) => index.out.get(`${tunnel.protocol} ${canonical(from)} ${to}`))
      .find((one) => one !== undefined);
    if (!flow) {
      missing.push(`${canonical(local)} to ${to}`);
      continue;
    }
    found.push(flow);
    index.described.add(flow);
    if (flow.peer !== undefined) peers.add(flow.peer);
  }
  return { tunnel, found, missing, peers };
}

function tunnelStatus(
  flows: TunnelFlows,
  index: Index,
  pairs: ReadonlyMap<string, number>,
): TunnelStatus {
  const { tunnel, found, missing, peers } = flows;
  const { name, protocol, encapsulation, iface } = tunnel;
  const fits = (sa: Sa) => sa.proto === protocol && sa.mode === encapsulation;
  const out = [...peers].flatMap((peer) => index.to.get(peer) ?? []).filter(fits);
  const back = [...peers].flatMap((peer) => index.from.get(peer) ?? []).filter(fits);
  const silent = out.length === 0 || back.length === 0;
  // isakmpd negotiates each pair of networks separately; the kernel does not report which pair an
  // SA is for.
  const wanted = Math.max(0, ...[...peers].map((peer) => pairs.get(peer) ?? 0));
  const few = tunnel.ike === 1 && !silent && Math.min(out.length, back.length) < wanted;
  const state = iface
    ? silent ? "down" : "up"
    : found.length === 0
    ? "down"
    : silent
    ? "flows-only"
    : missing.length > 0 || few
    ? "partial"
    : "up";
  const sas = Math.min(out.length, back.length);
  const agreed = ikeOf(flows, index);
  return {
    name,
    state,
    peer: [...peers][0] ?? tunnel.peer,
    missing,
    sas: { out: out.length, in: back.length },
    ...(agreed ? { ike: { state: agreed.state, ...identityOf(agreed) } } : {}),
    weak: [...out, ...back].flatMap((sa) => weakness(tunnel, sa)),
    ...(few ? { note: `SAs for ${sas} of ${wanted} pairs of networks with this peer` } : {}),
  };
}

const identityOf = ({ identity }: IkeSa) => identity === undefined ? {} : { identity };

/** The IKE SA of a tunnel: one that has its flows, else one with its peer that has none yet. */
function ikeOf({ tunnel, peers }: TunnelFlows, { ike }: Index): IkeSa | undefined {
  if (tunnel.ike === 1) return undefined;
  const pairs = new Set(
    selectorsOf(tunnel).map(({ local, remote }) => `${canonical(local)} ${canonical(remote)}`),
  );
  const near = [...peers].flatMap((peer) => ike.get(peer) ?? []);
  const own = near.filter(({ flows }) => flows.some((pair) => pairs.has(pair)));
  const found = own.length > 0
    ? own
    : near.filter(({ flows }) => tunnel.iface || flows.length === 0);
  return found.find(({ state }) => state === "ESTABLISHED") ?? found[0];
}

/** Weak algorithms of an SA, each with the description's choice instead. */
function weakness(tunnel: Tunnel, { spi, auth, enc }: Sa): WeakSa[] {
  const { sets } = tunnel.phase2;
  return ([["auth", auth], ["enc", enc]] as const).flatMap(([key, word]) => {
    if (word === undefined || !WEAK.has(word) && !WORSE.has(word)) return [];
    const offered = [...new Set(sets.flatMap((set) => set[key] ?? []))];
    return [{ spi, word, insteadOf: offered.includes(word) ? [] : offered }];
  });
}

/** Clients: each has a flow to an address of its pool. */
function clientsOf(
  { clients }: Gateway,
  index: Index,
): ConnectedClient[] {
  const pools = clients.flatMap(({ name, pool }) => {
    const prefix = parsePrefix(pool);
    return prefix ? [{ name, prefix }] : [];
  });
  if (pools.length === 0) return [];
  const found = new Map<string, ConnectedClient>();
  for (const flow of index.kernel.flows) {
    const address = flow.direction === "out" ? flow.to : flow.from;
    const to = parsePrefix(address);
    const pool = to && pools.find(({ prefix }) => contains(prefix, to));
    if (!pool) continue;
    index.described.add(flow);
    if (flow.direction !== "out" || address.includes("/")) continue;
    const { peer } = flow;
    const near = index.ike.get(peer ?? "") ?? [];
    const own = near.find(({ assigned }) => assigned === address) ??
      (near.length === 1 ? near[0] : undefined);
    found.set(address, {
      clients: pool.name,
      address,
      ...(peer === undefined ? {} : { peer }),
      ...(own ? identityOf(own) : {}),
    });
  }
  return [...found.values()];
}

function strange(
  { kernel, described }: Index,
  known: ReadonlySet<string>,
  own: ReadonlySet<string>,
  { tunnels, clients }: Gateway,
  ike: readonly IkeSa[] = [],
): Strange {
  const mirrors = new Set([...described].map(({ proto, from, to }) => `${proto} ${to} ${from}`));
  const flows = kernel.flows.filter((flow) => {
    if (flow.type === "bypass" || flow.type === "deny" || described.has(flow)) return false;
    return !(flow.direction === "in" && mirrors.has(`${flow.proto} ${flow.from} ${flow.to}`));
  });
  // Peers that may have any address, or any identity on a sec(4) interface, have no other name.
  const nets = tunnels.filter(({ iface, peer }) => iface || peer.includes("/"))
    .flatMap(({ peer }): Prefix[] => {
      const prefix = parsePrefix(peer === "any" ? "0.0.0.0/0" : peer);
      return prefix ? [prefix] : [];
    });
  const may = (address: string) => {
    const prefix = parsePrefix(address);
    return known.has(address) || prefix !== undefined && nets.some((net) => contains(net, prefix));
  };
  const sas = kernel.sas.filter(({ from, to }) =>
    !(own.has(from) ? may(to) : own.has(to) ? may(from) : may(from) || may(to))
  );
  // A client that has just connected has no flow yet.
  const others = clients.length > 0
    ? []
    : ike.filter(({ peer, state }) => state === "ESTABLISHED" && !may(peer));
  return { sas, flows, ike: others.map((one) => ({ peer: one.peer, ...identityOf(one) })) };
}
