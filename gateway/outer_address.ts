/**
 * The address from which a gateway speaks to a peer.
 * @module
 */
import ipaddr from "ipaddr.js";
import { overlaps, parseAddress, parsePrefix, type Prefix } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { Tunnel } from "./tunnel.ts";

/**
 * The address that the tunnel names, else the static one of the interface towards its peer: in the
 * peer's network, else in that of the default router. `undefined` where it is known only when the
 * gateway runs (DHCP, SLAAC).
 */
export function outerAddress(
  { network }: Gateway,
  { peer, localAddress }: Pick<Tunnel, "peer" | "localAddress">,
): string | undefined {
  if (localAddress !== undefined) return localAddress;
  const own = network.interfaces.flatMap(({ address, address6, aliases }) =>
    [address, address6, ...aliases].flatMap((text) => {
      const prefix = parsePrefix(text);
      return prefix ? [{ text: text.split("/")[0]!, prefix }] : [];
    })
  );
  const towards = (target: Prefix | undefined) =>
    target && own.find(({ prefix }) => overlaps(prefix, target))?.text;
  const known = parseAddress(peer);
  const router = (family: 4 | 6) =>
    parseAddress((family === 4 ? network.gateway : network.gateway6)?.replace(/%.*/, "") ?? "");
  if (known) return towards(known) ?? towards(router(known.family));
  return towards(router(4)) ?? towards(router(6));
}

/** Whether an address means something in its own network only: another sees that of a router with NAT. */
export function isPrivate(address: string): boolean {
  const kinds = ["private", "carrierGradeNat", "uniqueLocal", "linkLocal", "loopback"];
  return ipaddr.isValid(address) && kinds.includes(ipaddr.parse(address).range());
}
