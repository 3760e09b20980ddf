/**
 * Prints a packet in the syntax of pf.conf(5).
 * @module
 */
import { formatAddress } from "../pf/address.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { protocolWord } from "../../gateway/openbsd/protocols.ts";

/** The first dynamic port (IANA). */
const FIRST_DYNAMIC_PORT = 49152;

/**
 * `proto tcp from 198.51.100.7 to 203.0.113.10 port 22`; the source port only if it is not dynamic.
 */
export function packetWords(packet: Packet): string {
  const { from, to, fromPort, toPort, icmp } = packet;
  const chosen = fromPort === undefined || fromPort >= FIRST_DYNAMIC_PORT;
  return [
    `proto ${protocolWord(packet.protocol)} from ${formatAddress(from)}`,
    ...(chosen ? [] : [`port ${fromPort}`]),
    `to ${formatAddress(to)}`,
    ...(toPort === undefined ? [] : [`port ${toPort}`]),
    ...(icmp ? [`icmp-type ${icmp.type}`] : []),
  ].join(" ");
}
