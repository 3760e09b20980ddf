/**
 * Fills in the defaults of an interface.
 * @module
 */
import type { CommonInterface, NetworkInterface, WgKind } from "../interface.ts";
import type { InterfaceDescription } from "../schema/interface.ts";
import { resolveSecretRef } from "./short_forms.ts";

/** Makes paths absolute. */
type Beside = (path: string) => string;

/** The interface of `description`. */
export function resolveInterface(
  description: InterfaceDescription,
  beside: Beside,
): NetworkInterface {
  const { carp, pfsync, gre, gif, etherip, sec, wg, pppoe, aggr, veb, bridge, vlan } = description;
  return {
    ...common(description),
    ...(vlan ? { vlan } : {}),
    ...(carp ? { carp: resolveCarp(carp, beside) } : {}),
    ...(pfsync ? { pfsync: { ...pfsync, defer: pfsync.defer ?? false } } : {}),
    ...(gre ? { gre } : {}),
    ...(gif ? { gif } : {}),
    ...(etherip ? { etherip } : {}),
    ...(sec ? { sec: {} } : {}),
    ...(wg ? { wg: resolveWg(wg, beside) } : {}),
    ...(pppoe ? { pppoe: resolvePppoe(pppoe, beside) } : {}),
    ...(aggr ? { aggr } : {}),
    ...(veb ? { veb } : {}),
    ...(bridge ? { bridge } : {}),
  };
}

function common(description: InterfaceDescription): CommonInterface {
  const { name, peer, inet6 = [], groups = [], rdomain, mtu, pppoe } = description;
  // The default is the provider's address.
  const { address = pppoe ? "autoconf" : "none" } = description;
  return {
    name,
    address: address === "dhcp" ? "autoconf" : address,
    address6: description.address6 ?? "none",
    aliases: description.aliases ?? [],
    options: description.options ?? [],
    ...(peer === undefined ? {} : { peer }),
    ...(inet6.length > 0 ? { inet6 } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(rdomain ? { rdomain } : {}),
    ...(mtu === undefined ? {} : { mtu }),
    ...(description.description ? { description: description.description } : {}),
  };
}

function resolveCarp(carp: NonNullable<InterfaceDescription["carp"]>, beside: Beside) {
  const { password, ...others } = carp;
  return {
    ...others,
    advskew: carp.advskew ?? 0,
    advbase: carp.advbase ?? 1,
    ...(password ? { password: resolveSecretRef(password, beside) } : {}),
  };
}

function resolveWg(wg: NonNullable<InterfaceDescription["wg"]>, beside: Beside): WgKind {
  return {
    ...(wg.port === undefined ? {} : { port: wg.port }),
    key: resolveSecretRef(wg.key, beside),
    peers: wg.peers.map(({ psk, endpoint, ...others }) => ({
      ...others,
      ...(psk ? { psk: resolveSecretRef(psk, beside) } : {}),
      ...(endpoint ? { endpoint: resolveEndpoint(endpoint) } : {}),
    })),
  };
}

/** `192.0.2.1:51820` or `[2001:db8::1]:51820`. */
function resolveEndpoint(text: string) {
  const at = text.lastIndexOf(":");
  return {
    address: text.slice(0, at).replace(/^\[|\]$/g, ""),
    port: Number(text.slice(at + 1)),
  };
}

function resolvePppoe(pppoe: NonNullable<InterfaceDescription["pppoe"]>, beside: Beside) {
  return {
    ...pppoe,
    password: resolveSecretRef(pppoe.password, beside),
    authproto: pppoe.authproto ?? "pap" as const,
  };
}
