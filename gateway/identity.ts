/**
 * Identities that the two ends of a tunnel send each other.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { Tunnel } from "./tunnel.ts";
import { outerAddress } from "./outer_address.ts";

/** Identity types of ipsecctl(8) and iked(8), by their names in RFC 7296. */
export type IdentityType = "IPV4_ADDR" | "IPV6_ADDR" | "FQDN" | "RFC822_ADDR" | "DER_ASN1_DN";

/** The type that the daemon of IKE version `ike` gives `id` (get_id_type() of both parsers). */
export function identityType(ike: 1 | 2, id: string): IdentityType {
  if (ike === 2 && id.startsWith("/")) return "DER_ASN1_DN";
  const address = parseAddress(id);
  if (address) return address.family === 4 ? "IPV4_ADDR" : "IPV6_ADDR";
  return id.includes("@") ? "RFC822_ADDR" : "FQDN";
}

/** Whether both texts are the same identity; addresses are normalised. */
export function sameIdentity(a: string, b: string): boolean {
  const [one, other] = [parseAddress(a), parseAddress(b)];
  return one && other ? one.family === other.family && one.value === other.value : a === b;
}

/**
 * The identity that the gateway sends, configured or by default: iked(8) uses the host name,
 * isakmpd(8) the local address, or in dynamic mode the host name. Undefined if that address is
 * unknown.
 */
export function shownIdentity(gateway: Gateway, tunnel: Tunnel): string | undefined {
  if (tunnel.srcid !== undefined) return tunnel.srcid;
  if (tunnel.ike === 2 || tunnel.mode === "dynamic") return gateway.hostname;
  return tunnel.peer === "any" && tunnel.localAddress === undefined
    ? undefined
    : outerAddress(gateway, tunnel);
}
