/**
 * States: pf_find_state and pf_state_key in sys/net/pf.c.
 * @module
 */
import { sameAddress } from "../../../gateway/address.ts";
import type { FlatRule } from "../model/flat.ts";
import { icmpOf, type Packet, type Passage, PROTOCOL } from "./packet.ts";

/** A state. */
export interface State {
  /** The rule that created it. */
  rule: FlatRule;
  /** The interface it is bound to; undefined for a floating state. */
  on?: string;
  /** Direction of the first packet. */
  direction: "in" | "out";
  /** The first packet before, and after, translation. */
  before: Packet;
  after: Packet;
  /** Tag of its later packets. */
  tag?: string;
}

/** The reply to `packet`. */
export function answerTo(packet: Packet): Packet {
  const { from, to, fromPort, toPort, flags: _flags, icmp, ...rest } = packet;
  const reply: Packet = { ...rest, from: to, to: from };
  if (toPort !== undefined) reply.fromPort = toPort;
  if (fromPort !== undefined) reply.toPort = fromPort;
  if (packet.protocol === PROTOCOL.tcp) reply.flags = "SA";
  if (packet.protocol === PROTOCOL.icmp || packet.protocol === PROTOCOL.icmp6) {
    const { type } = icmp ?? icmpOf(packet);
    // A reply type is the request type plus one, except for echo and the address mask of IPv4.
    const answer = new Map([[8, 0], [13, 14], [15, 16], [17, 18], [128, 129], [135, 136]]);
    reply.icmp = { type: answer.get(type) ?? type, code: 0 };
  }
  return reply;
}

/** The state that `passage` belongs to, with the packet after pf. */
export function findState(
  states: readonly State[],
  passage: Passage,
): { state: State; packet: Packet } | undefined {
  for (const state of states) {
    if (state.on !== undefined && state.on !== passage.on) continue;
    const same = passage.direction === state.direction;
    // A packet in the same direction has the addresses before translation; a reply has those after
    // it, reversed.
    const seen = same ? state.before : answerTo(state.after);
    if (!sameFlow(seen, passage.packet)) continue;
    const becomes = same ? state.after : answerTo(state.before);
    return { state, packet: { ...passage.packet, ...flowOf(becomes) } };
  }
  return undefined;
}

/** Compares addresses and ports, without flags and types. */
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
