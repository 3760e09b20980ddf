/**
 * Promise: every peer can negotiate. IKE, NAT traversal and ESP or AH pass in and out.
 * @module
 */
import { packetWords } from "../trace/packet_words.ts";
import { parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { type Machine, ownAddressTowards, routeTo } from "../trace/machine.ts";
import { trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { because, blame, type PromiseContext, udp } from "./promise.ts";

/** Reports each tunnel whose peer is blocked. */
export function checkPeersPass(context: PromiseContext): void {
  const { gateway, kernel } = context;
  const stranger = strangerTo(namedNetworks(gateway), 4);
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const ends = endsOf(kernel.machine, tunnel, stranger);
    if (ends) tunnelPasses(context, tunnel, index, ends);
  }
}

/** The two addresses that negotiate; undefined if one is unknown before run time. */
function endsOf(
  machine: Machine,
  tunnel: Tunnel,
  stranger: Prefix | undefined,
): { own: Prefix; peer: Prefix; on: string } | undefined {
  const network = parsePrefix(tunnel.peer);
  const peer = tunnel.peer === "any" ? stranger : network && hostIn(network);
  if (!peer) return undefined;
  const own = machine.outer.get(tunnel) ?? ownAddressTowards(machine, peer);
  const on = routeTo(machine.routes, peer)?.on;
  return own && own.family === peer.family && on !== undefined ? { own, peer, on } : undefined;
}

function tunnelPasses(
  context: PromiseContext,
  tunnel: Tunnel,
  index: number,
  { own, peer, on }: { own: Prefix; peer: Prefix; on: string },
): void {
  const protocol = PROTOCOL[tunnel.protocol];
  const arriving: Packet[] = [
    udp(peer, own, 500, 500),
    udp(peer, own, 4500, 4500),
    { from: peer, to: own, protocol },
  ];
  const leaving: Packet[] = [udp(own, peer, 500, 500), udp(own, peer, 4500, 4500), {
    from: own,
    to: peer,
    protocol,
  }];
  for (const packet of arriving) {
    const way = trace(context.kernel, packet, { on });
    if (way.end.kind === "delivered" || way.end.kind === "unknown") continue;
    shutOut(context, index, `the peer's packets do not get in: ${packetWords(packet)}`, way);
    return;
  }
  for (const packet of leaving) {
    const way = trace(context.kernel, packet);
    if (way.end.kind === "sent" || way.end.kind === "unknown") continue;
    // A peer behind its own tunnel: its ESP must not enter the tunnel again.
    shutOut(context, index, `packets to the peer do not leave: ${packetWords(packet)}`, way);
    return;
  }
}

function shutOut(
  context: PromiseContext,
  index: number,
  what: string,
  way: ReturnType<typeof trace>,
): void {
  const { path, severity } = blame(way, ["tunnels", index]);
  context.report(
    path,
    severity,
    `${severity === "warning" ? `tunnel ${context.gateway.tunnels[index]!.name}: ` : ""}${what}${
      because(context, way)
    }`,
    { rests: [["network"], ["firewall"]] },
  );
}
