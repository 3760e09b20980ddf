/**
 * The states that passed packets leave behind: pf_find_state and pf_state_key of sys/net/pf.c.
 * @module
 */
import { sameAddress } from "../../../gateway/address.ts";
import type { FlatRule } from "../model/flat.ts";
import { icmpOf, type Packet, type Passage, PROTOCOL } from "./packet.ts";

/** One state. */
export interface State {
  /** The rule that made it. */
  rule: FlatRule;
  /** The interface that it is bound to; undefined for a floating state. */
  on?: string;
  /** The direction of the packet that made it. */
  direction: "in" | "out";
  /** As the packet was before, and after, translation. */
  before: Packet;
  after: Packet;
  /** What later packets of it are tagged with. */
  tag?: string;
}

/** The packet that answers `packet`. */
export function answerTo(packet: Packet): Packet {
  const { from, to, fromPort, toPort, flags: _flags, icmp, ...rest } = packet;
  const reply: Packet = { ...rest, from: to, to: from };
  if (toPort !== undefined) reply.fromPort = toPort;
  if (fromPort !== undefined) reply.toPort = fromPort;
  if (packet.protocol === PROTOCOL.tcp) reply.flags = "SA";
  if (packet.protocol === PROTOCOL.icmp || packet.protocol === PROTOCOL.icmp6) {
    const { type } = icmp ?? icmpOf(packet);
    // The number behind a request is that of its answer, but for echo and IPv4's mask.
    const answer = new Map([[8, 0], [13, 14], [15, 16], [17, 18], [128, 129], [135, 136]]);
    reply.icmp = { type: answer.get(type) ?? type, code: 0 };
  }
  return reply;
}

/** A state that `passage` belongs to, with the packet as it leaves pf. */
export function findState(
  states: readonly State[],
  passage: Passage,
): { state: State; packet: Packet } | undefined {
  for (const state of states) {
    if (state.on !== undefined && state.on !== passage.on) continue;
    const same = passage.direction === state.direction;
    // A packet the same way has the addresses from before the translation, an answer the turned
    // ones from after it.
    const seen = same ? state.before : answerTo(state.after);
    if (!sameFlow(seen, passage.packet)) continue;
    const becomes = same ? state.after : answerTo(state.before);
    return { state, packet: { ...passage.packet, ...flowOf(becomes) } };
  }
  return undefined;
}

/** Addresses and ports, without flags and types. */
function flowOf({ from, to, fromPort, toPort, protocol }: Packet): Packet {
  return {
    from,
    to,
    protocol,
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
  };
}

function sameFlow(a: Packet, b: Packet): boolean {
  return a.protocol === b.protocol && a.fromPort === b.fromPort && a.toPort === b.toPort &&
    sameAddress(a.from, b.from) && sameAddress(a.to, b.to);
}
