/**
 * Promise: packets that carry an interface pass: udp of wg(4), and the protocols of gre(4), gif(4)
 * and etherip(4).
 * @module
 */
import { parseAddress, type Prefix } from "../../gateway/address.ts";
import type { NetworkInterface, WgPeer } from "../../gateway/interface.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { formatAddress } from "../pf/address.ts";
import { type Packet, PROTOCOL } from "../pf/evaluate/packet.ts";
import { flowOut } from "../trace/flows.ts";
import { ownAddressTowards, routeTo } from "../trace/machine.ts";
import { packetWords } from "../trace/packet_words.ts";
import { type Trace, trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { because, blame, type PromiseContext, udp } from "./promise.ts";

/** Reports each interface whose packets to or from the other end are blocked. */
export function checkOuterTraffic(context: PromiseContext): void {
  for (const [index, one] of context.gateway.network.interfaces.entries()) {
    if (intoItself(context, one, index)) continue;
    for (const packets of arriving(context, one)) {
      const ways = packets.map((packet) => lostWay(context, packet));
      const [lost] = ways;
      if (!lost || !ways.every(Boolean)) continue;
      const { path, severity } = blame(lost.way, ["network", "interfaces", index]);
      context.report(
        path,
        severity,
        `${one.name}: the packets of its other end ${
          lost.back ? "get no answer" : "do not get in"
        }: ${packetWords(lost.packet)}${because(context, lost.way)}`,
        { rests: [["network"], ["firewall"], ["tunnels"]] },
      );
      break;
    }
  }
}

/** Reports an interface whose carrying packets would be routed into itself. */
function intoItself(
  { kernel, report }: PromiseContext,
  one: NetworkInterface,
  index: number,
): boolean {
  // Raw lines may set another routing table for the outer packets.
  if (one.options.length > 0) return false;
  const ends = [
    ...(one.wg?.peers ?? []).map(({ endpoint }) => endpoint?.address),
    (one.gre ?? one.gif ?? one.etherip)?.remote,
  ].flatMap((text) => parseAddress(text ?? "") ?? []);
  const end = ends.find((each) => routeTo(kernel.machine.routes, each)?.on === one.name);
  if (!end) return false;
  const text = formatAddress(end);
  report(
    ["network", "interfaces", index],
    "error",
    `${one.name}: packets to its other end ${text} are routed into ${one.name} itself; add network.routes: [{to: ${text}/${
      end.family === 4 ? 32 : 128
    }, via: ADDRESS of the router outside}]`,
    { rests: [["network"]] },
  );
  return true;
}

/**
 * Packets that the other ends may send, as on the wire or out of a tunnel: one of each list must
 * pass.
 */
function arriving(context: PromiseContext, one: NetworkInterface): Packet[][] {
  const { wg, gre, gif, etherip } = one;
  if (wg?.port !== undefined) {
    const { port } = wg;
    return wg.peers.map((peer) =>
      sources(context, peer).flatMap(({ address, port: fromPort }) => {
        const own = ownAddressTowards(context.kernel.machine, address);
        return own ? [udp(address, own, port, fromPort)] : [];
      })
    );
  }
  const outer = gre ?? gif ?? etherip;
  const [from, to] = [parseAddress(outer?.remote ?? ""), parseAddress(outer?.local ?? "")];
  if (!from || !to) return [];
  const inner = one.address.includes("/") ? PROTOCOL.ipencap : PROTOCOL.ipv6;
  return [[{ from, to, protocol: gre ? PROTOCOL.gre : gif ? inner : PROTOCOL.etherip }]];
}

/**
 * Addresses that a wg(4) peer may send from: without an endpoint, any, or those that rules allow.
 */
function sources(
  { gateway, kernel }: PromiseContext,
  { endpoint }: WgPeer,
): { address: Prefix; port: number }[] {
  const port = endpoint?.port ?? 51820;
  if (endpoint) {
    return [parseAddress(endpoint.address) ?? []].flat().map((address) => ({ address, port }));
  }
  // Addresses in a whole pf.conf are not searched for.
  if (kernel.own) return [];
  const known = namedNetworks(gateway);
  const stranger = strangerTo(known, 4);
  const wire = (one: Prefix) => routeTo(kernel.machine.routes, one)?.on;
  if (!stranger) return [];
  return [stranger, ...known.map((network) => hostIn(network) ?? [])].flat()
    .filter((one) => wire(one) === wire(stranger)).map((address) => ({ address, port }));
}

/** The trace in which `packet`, or its reply, is lost. */
function lostWay(
  { kernel }: PromiseContext,
  packet: Packet,
): { way: Trace; packet: Packet; back: boolean } | undefined {
  const { machine } = kernel;
  const answer = { ...packet, from: packet.to, to: packet.from };
  if (packet.fromPort !== undefined) {
    answer.fromPort = packet.toPort!;
    answer.toPort = packet.fromPort;
  }
  const tunnel: Tunnel | undefined = flowOut(machine.flows, answer)?.tunnel;
  const on = tunnel ? "enc0" : routeTo(machine.routes, packet.from)?.on;
  if (on === undefined) return undefined;
  const there = trace(kernel, packet, { on, ...(tunnel ? { from: tunnel } : {}) });
  if (there.end.kind === "unknown") return undefined;
  if (there.end.kind !== "delivered") return { way: there, packet, back: false };
  const way = trace(kernel, answer, { states: there.states });
  return ["sent", "tunnel", "unknown"].includes(way.end.kind)
    ? undefined
    : { way, packet: answer, back: true };
}
