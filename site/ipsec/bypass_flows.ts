/**
 * Flows that keep local traffic local.
 * @module
 */
import { parsePrefix } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { linksOf } from "../../gateway/network/links.ts";
import { stayingHere } from "../../gateway/network/staying_here.ts";
import { wiresOf } from "../../gateway/network/wires.ts";
import { selectorsOf } from "../../gateway/tunnel.ts";

/**
 * Rules of ipsec.conf(5) for local traffic that a tunnel would take. A remote network that contains
 * local ones (0.0.0.0/0, or 10.0.0.0/8 around 10.1.0.0/16) matches traffic between them, and the
 * gateway's own replies to them. The kernel prefers the more specific flow, and one of type bypass
 * exempts its packets. The packet filter exempts the same networks. iked(8) does not make such
 * flows, so ipsecctl(8) loads them for both versions of IKE.
 */
export function bypassFlows(gateway: Gateway): string[] {
  const wires = wiresOf(linksOf(gateway), gateway.network.routes);
  const own = wires.flatMap(({ networks }) => networks.map(({ text }) => text));
  const flows = gateway.tunnels
    // A tunnel with a sec(4) interface has no flows.
    .filter(({ encapsulation, iface }) => encapsulation === "tunnel" && iface === undefined)
    .flatMap((tunnel) => {
      // Cached: the same for each of the many networks that are joined with it.
      const inside = new Map<string, string[]>();
      return selectorsOf(tunnel).flatMap(({ local: near, remote: far }) => {
        const here = inside.get(far) ?? stayingHere(tunnel.local, [far], wires);
        inside.set(far, here);
        if (here.length === 0) return [];
        // A source of any address includes the gateway's own networks.
        const sources = isAll(near) ? own : [near];
        return sources.flatMap((from) =>
          here.filter((to) => sameFamily(from, to)).map((to) =>
            `flow from ${from} to ${to} type bypass`
          )
        );
      });
    });
  return [...new Set(flows)];
}

function isAll(network: string): boolean {
  return parsePrefix(network)?.length === 0;
}

function sameFamily(a: string, b: string): boolean {
  return a.includes(":") === b.includes(":");
}
