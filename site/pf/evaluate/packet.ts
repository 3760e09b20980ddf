/**
 * A packet as pf(4) sees it.
 * @module
 */
import type { Prefix } from "../../../gateway/address.ts";
import type { Direction } from "../model/rule.ts";

/** Numbers of the protocols that the evaluator distinguishes (protocols(5)). */
export const PROTOCOL = {
  icmp: 1,
  igmp: 2,
  ipencap: 4,
  tcp: 6,
  udp: 17,
  ipv6: 41,
  gre: 47,
  esp: 50,
  ah: 51,
  icmp6: 58,
  etherip: 97,
  ipcomp: 108,
  carp: 112,
  pfsync: 240,
} as const;

/** The headers of a packet. */
export interface Packet {
  /** Source address with full length; `family` is that of the packet. */
  from: Prefix;
  /** Destination address with full length. */
  to: Prefix;
  /** Protocol number. */
  protocol: number;
  /** Source port, of tcp and udp. */
  fromPort?: number;
  /** Destination port, of tcp and udp. */
  toPort?: number;
  /** Type of icmp and icmp6. Default: an echo request. */
  icmp?: { type: number; code: number };
  /** TCP flags, letters of FSRPAUEW. Default: `S`, the first packet of a connection. */
  flags?: string;
  /** A fragment other than the first, without ports. */
  fragment?: boolean;
  /** The header has IP options. */
  options?: boolean;
}

/** A packet at an interface. */
export interface Passage {
  packet: Packet;
  direction: Direction;
  /** The interface that pf sees it on; for carp(4) traffic the carpdev (pf_test, IFT_CARP). */
  on: string;
  /** Tag set by earlier rules. */
  tag?: string;
  /** Interface it came in on, for forwarded packets: `received-on`. */
  receivedOn?: string;
}

/** Yes, no, or why it is unknown. */
export type Answer = true | false | { notKnown: string };

/** All must hold. */
export function allOf(answers: Iterable<Answer>): Answer {
  let doubt: Answer = true;
  for (const answer of answers) {
    if (answer === false) return false;
    if (answer !== true) doubt = answer;
  }
  return doubt;
}

/** The opposite. */
export function not(answer: Answer): Answer {
  return typeof answer === "boolean" ? !answer : answer;
}

/** The type and code of an icmp packet; an echo request by default. */
export function icmpOf(packet: Packet): { type: number; code: number } {
  return packet.icmp ?? { type: packet.protocol === PROTOCOL.icmp6 ? 128 : 8, code: 0 };
}
