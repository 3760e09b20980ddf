/**
 * The identities that the two ends of a tunnel show each other.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { Tunnel } from "./tunnel.ts";
import { outerAddress } from "./outer_address.ts";

/** The types that ipsecctl(8) and iked(8) know, by RFC 7296's names. */
export type IdentityType = "IPV4_ADDR" | "IPV6_ADDR" | "FQDN" | "RFC822_ADDR" | "DER_ASN1_DN";

/** The type that the daemon of IKE version `ike` gives `id` (get_id_type() of both parsers). */
export function identityType(ike: 1 | 2, id: string): IdentityType {
  if (ike === 2 && id.startsWith("/")) return "DER_ASN1_DN";
  const address = parseAddress(id);
  if (address) return address.family === 4 ? "IPV4_ADDR" : "IPV6_ADDR";
  return id.includes("@") ? "RFC822_ADDR" : "FQDN";
}

/** Whether both texts are one identity; addresses are compared as addresses. */
export function sameIdentity(a: string, b: string): boolean {
  const [one, other] = [parseAddress(a), parseAddress(b)];
  return one && other ? one.family === other.family && one.value === other.value : a === b;
}

/**
 * What the gateway shows as its identity where the description names one or not: iked(8) its host
 * name, isakmpd(8) the address it speaks from, but in dynamic mode its host name too. Undefined
 * where that address is not known.
 */
export function shownIdentity(gateway: Gateway, tunnel: Tunnel): string | undefined {
  if (tunnel.srcid !== undefined) return tunnel.srcid;
  if (tunnel.ike === 2 || tunnel.mode === "dynamic") return gateway.hostname;
  return tunnel.peer === "any" && tunnel.localAddress === undefined
    ? undefined
    : outerAddress(gateway, tunnel);
}
