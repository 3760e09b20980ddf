/**
 * Traces a packet through a running gateway: pf at each interface, translation, routing, the IPsec
 * flows, and its end. Source: ip_input, ip_forward and ip_output in sys/netinet.
 * @module
 */
import { parseAddress, type Prefix } from "../../gateway/address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { formatAddress } from "../pf/address.ts";
import type { Decision, PfEvaluator } from "../pf/evaluate/evaluate.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import type { State } from "../pf/evaluate/state.ts";
import { interfacesOfName } from "../pf/model/interface_names.ts";
import { flowIn, flowOut } from "./flows.ts";
import { isLocal, type Machine, ownAddressTowards, routeTo } from "./machine.ts";

/** One step of a trace. */
export interface Step {
  /** The part of the kernel that decides. */
  at: "pf" | "route" | "flow" | "policy" | "forwarding" | "end";
  /** For pf: `in on vio0`. */
  where?: string;
  /** The result, in a few words. */
  text: string;
  /** Result of pf. */
  decision?: Decision;
  /** The tunnel concerned. */
  tunnel?: string;
}

/** The end of a trace. */
export type End =
  /** It is delivered to a program of the gateway. */
  | { kind: "delivered" }
  /** It leaves the gateway in clear. */
  | { kind: "sent"; on: string; via?: string }
  /** It leaves inside a tunnel. */
  | { kind: "tunnel"; tunnel: string }
  | { kind: "blocked" }
  /** No route, no forwarding, no flow, or refused by the IPsec policy. */
  | { kind: "dropped"; why: string }
  | { kind: "unknown"; why: string };

/** A complete trace. */
export interface Trace {
  steps: Step[];
  end: End;
  /** The packet as it left, or as it was delivered. */
  packet: Packet;
  /** All states afterwards. */
  states: State[];
}

/** Start of a trace, and its conditions. */
export interface TraceOptions {
  /**
   * The interface it comes in on; `enc0` for a packet out of a tunnel. Absent: the gateway sends
   * it.
   */
  on?: string;
  /** The tunnel that it comes out of. */
  from?: Tunnel;
  /** Tunnels that are down: their flows are not loaded. */
  down?: ReadonlySet<string>;
  /** States of earlier packets. */
  states?: readonly State[];
}

/** The kernel of a gateway, with its rules ready. */
export interface Kernel {
  machine: Machine;
  pf: PfEvaluator;
}

/** Traces `packet`. */
export function trace(kernel: Kernel, packet: Packet, options: TraceOptions = {}): Trace {
  const way = new Way(kernel, packet, options);
  const end = way.go();
  way.steps.push({ at: "end", text: endText(end) });
  return { steps: way.steps, end, packet: way.packet, states: way.states };
}

/** The end in words. */
function endText(end: End): string {
  switch (end.kind) {
    case "delivered":
      return "delivered to the gateway itself";
    case "sent":
      return `leaves by ${end.on}${end.via ? ` to the router ${end.via}` : ""}, outside any tunnel`;
    case "tunnel":
      return `leaves inside the tunnel ${end.tunnel}`;
    case "blocked":
      return "blocked";
    case "dropped":
      return `dropped: ${end.why}`;
    case "unknown":
      return `not known: ${end.why}`;
  }
}

class Way {
  readonly steps: Step[] = [];
  readonly states: State[];
  packet: Packet;
  #tag: string | undefined;
  /**
   * The target of route-to, which bypasses routes and flows, and the routing table; of the last
   * evaluation.
   */
  #route: Decision["route"];
  #rtable: number | undefined;
  readonly #kernel: Kernel;
  readonly #options: TraceOptions;
  readonly #down: ReadonlySet<string>;

  constructor(kernel: Kernel, packet: Packet, options: TraceOptions) {
    this.#kernel = kernel;
    this.packet = packet;
    this.#options = options;
    this.#down = options.down ?? new Set();
    this.states = [...options.states ?? []];
  }

  go(): End {
    const { on, from } = this.#options;
    if (on === undefined) return this.#send(undefined);
    if (from) this.#tag = from.tag;
    const stopped = this.#filter("in", on);
    if (stopped) return stopped;
    if (this.#route) return this.#routed(this.#route, on, on);
    const { machine } = this.#kernel;
    const elsewhere = this.#otherTable(on);
    if (elsewhere) return elsewhere;
    const policy = this.#policy(on);
    if (isLocal(machine, this.packet.to)) return policy ?? { kind: "delivered" };
    if (machine.forwarding === 0) {
      return this.#drop("forwarding", "the gateway does not forward (forwarding: none)");
    }
    return policy ?? this.#send(on);
  }

  #drop(at: Step["at"], why: string): End {
    this.steps.push({ at, text: why });
    return { kind: "dropped", why };
  }

  /** Evaluates pf; undefined if the packet continues. */
  #filter(direction: "in" | "out", on: string, receivedOn?: string): End | undefined {
    const { machine, pf } = this.#kernel;
    const seen = machine.seenOn(on);
    const decision = pf.decide({
      packet: this.packet,
      direction,
      on: seen,
      ...(this.#tag === undefined ? {} : { tag: this.#tag }),
      ...(receivedOn === undefined ? {} : { receivedOn: machine.seenOn(receivedOn) }),
    }, this.states);
    const where = `${direction} on ${seen}`;
    this.steps.push({ at: "pf", where, text: decision.result, decision });
    if (decision.result === "unknown") return { kind: "unknown", why: decision.why.join("; ") };
    if (decision.result === "block") return { kind: "blocked" };
    this.packet = decision.packet;
    this.#tag = decision.tag;
    this.#route = decision.route;
    this.#rtable = decision.rtable;
    if (decision.state) this.states.push(decision.state);
    return undefined;
  }

  /** Routes of other tables come from lines and programs that are not read here. */
  #otherTable(on: string): End | undefined {
    const { machine } = this.#kernel;
    const rdomain = interfacesOfName(machine.interfaces, on)[0]?.rdomain ?? 0;
    const table = this.#rtable ?? rdomain;
    if (table === 0 && rdomain === 0) return undefined;
    const near = machine.interfaces.filter((one) => (one.rdomain ?? 0) === table);
    if (isLocal({ ...machine, interfaces: near }, this.packet.to)) return undefined;
    return { kind: "unknown", why: `the routes of table ${table} are not known` };
  }

  /**
   * route-to and reply-to: pf passes the packet to the interface itself (pf_route), without flows
   * and forwarding.
   */
  #routed(route: NonNullable<Decision["route"]>, on: string, receivedOn?: string): End {
    const { machine } = this.#kernel;
    const { family } = this.packet.to;
    const host = route.pool.hosts.find((one) =>
      one.kind === "network" && one.prefix.family === family
    );
    if (host?.kind !== "network") {
      return { kind: "unknown", why: `the target of ${route.kind} is not known` };
    }
    const via = formatAddress(host.prefix);
    const way = routeTo(machine.routes, host.prefix);
    if (!way) return this.#drop("route", `no route leads to ${via} of ${route.kind}`);
    this.steps.push({
      at: "route",
      text: `${route.kind} ${via}: ${way.on}, bypassing routes and tunnels`,
    });
    const stopped = machine.seenOn(way.on) === machine.seenOn(on)
      ? undefined
      : this.#filter("out", way.on, receivedOn);
    return stopped ?? { kind: "sent", on: way.on, via };
  }

  /** From 6.7 on, clear text that should have come out of a tunnel is dropped. */
  #policy(on: string): End | undefined {
    const { machine } = this.#kernel;
    if (on === "enc0" || isKeying(this.packet)) return undefined;
    const flow = flowIn(machine.flows, this.packet, this.#down);
    if (!flow?.tunnel || machine.release < 67) return undefined;
    return this.#drop(
      "policy",
      `the flow of ${flow.tunnel.name} requires IPsec, and this is clear text`,
    );
  }

  /** Routing, flows and pf for an outgoing packet; `receivedOn` for a forwarded one. */
  #send(receivedOn: string | undefined): End {
    const { machine } = this.#kernel;
    const route = routeTo(machine.routes, this.packet.to);
    if (!route) return this.#drop("route", "no route leads there");
    if (receivedOn === undefined && isLocal(machine, this.packet.to) && !isGroup(this.packet.to)) {
      return this.#filter("out", "lo0") ?? this.#filter("in", "lo0") ?? { kind: "delivered" };
    }
    const own = receivedOn === undefined && isKeying(this.packet);
    const flow = own ? undefined : flowOut(machine.flows, this.packet, this.#down);
    const into = flow?.type === "require" ? flow : undefined;
    if (receivedOn !== undefined && !into && this.#refusesClear(receivedOn)) {
      return this.#drop("forwarding", "forwarding: ipsec passes only what a tunnel carries");
    }
    if (into) return this.#encrypt(into.tunnel!, receivedOn);
    const routed = machine.routed.get(route.on);
    if (routed) return this.#encrypt(routed, receivedOn, route.on);
    if (flow) this.steps.push({ at: "flow", text: "a bypass flow: in clear text" });
    const { on, via } = route;
    this.steps.push({ at: "route", text: `route: ${on}${via ? ` via ${via}` : ""}` });
    const stopped = this.#filter("out", on, receivedOn);
    if (stopped) return stopped;
    if (this.#route) return this.#routed(this.#route, on, receivedOn);
    if (this.#rtable) {
      return { kind: "unknown", why: `the routes of table ${this.#rtable} are not known` };
    }
    return { kind: "sent", on, ...(via ? { via } : {}) };
  }

  /**
   * Whether net.inet.ip.forwarding=2 drops it; before 7.6 that applies only while a flow is loaded.
   */
  #refusesClear(receivedOn: string): boolean {
    const { machine } = this.#kernel;
    if (machine.forwarding !== 2 || receivedOn === "enc0") return false;
    const loaded = machine.flows.some(({ tunnel }) => tunnel && !this.#down.has(tunnel.name));
    return machine.release >= 76 || loaded;
  }

  /** Into `tunnel`: by its flow, which pf sees on enc0, or by the route to its interface. */
  #encrypt(tunnel: Tunnel, receivedOn: string | undefined, on = "enc0"): End {
    const what = on === "enc0" ? `the flow of ${tunnel.name}` : `route: ${on}, into ${tunnel.name}`;
    this.steps.push({ at: on === "enc0" ? "flow" : "route", text: what, tunnel: tunnel.name });
    if (on !== "enc0" && this.#down.has(tunnel.name)) {
      return this.#drop("route", `${on} has no peer while ${tunnel.name} is down`);
    }
    const stopped = this.#filter("out", on, receivedOn);
    if (stopped) return stopped;
    if (this.#route) return this.#routed(this.#route, on, receivedOn);
    const outer = outerPacket(this.#kernel.machine, tunnel);
    if (outer) {
      const route = routeTo(this.#kernel.machine.routes, outer.to);
      if (!route) return this.#drop("route", `no route leads to the peer of ${tunnel.name}`);
      const inner = this.packet;
      this.packet = outer;
      this.#tag = undefined;
      const blocked = this.#filter("out", route.on);
      this.packet = inner;
      if (blocked) return blocked;
    }
    return { kind: "tunnel", tunnel: tunnel.name };
  }
}

/** Packets of the daemons and of IPsec itself, whose sockets bypass the flows (ipsec(4)). */
function isKeying({ protocol, fromPort, toPort }: Packet): boolean {
  if (protocol !== PROTOCOL.udp) return protocol === PROTOCOL.esp || protocol === PROTOCOL.ah;
  return [500, 4500].some((port) => port === fromPort || port === toPort);
}

const isGroup = ({ family, value }: Prefix) =>
  family === 4 ? value >> 28n === 14n || value === 0xffff_ffffn : value >> 120n === 0xffn;

/**
 * The ESP or AH packet that carries a tunnel's packet; undefined if the peer's address is unknown.
 */
function outerPacket(machine: Machine, tunnel: Tunnel): Packet | undefined {
  const to = parseAddress(tunnel.peer);
  if (!to) return undefined;
  const from = machine.outer.get(tunnel) ?? ownAddressTowards(machine, to);
  return from ? { from, to, protocol: PROTOCOL[tunnel.protocol] } : undefined;
}
