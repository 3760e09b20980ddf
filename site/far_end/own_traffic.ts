/**
 * Traffic between the far end's own networks, which the tunnel would take.
 * @module
 */
import { contains, parsePrefix } from "../../gateway/address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { seenPairs } from "./ends.ts";

/** A pair of the far end's own networks. */
export interface OwnPair {
  from: string;
  to: string;
}

/** Whether `outer` contains `inner` and is larger. */
function holds(outer: string, inner: string): boolean {
  const [one, other] = [parsePrefix(outer), parsePrefix(inner)];
  return one !== undefined && other !== undefined && one.length < other.length &&
    contains(one, other);
}

/**
 * The pairs of the far end's own networks whose traffic `tunnel` would take there, because the
 * gateway's side contains them (10.0.0.0/8 around 10.1.0.0/16). Where policies are looked up before
 * routes, they need an exception: the far end's answers to its own LAN would enter the tunnel.
 */
export function ownTraffic(tunnel: Tunnel): OwnPair[] {
  if (tunnel.encapsulation === "transport" || tunnel.iface !== undefined) return [];
  const pairs = seenPairs(tunnel);
  const own = new Set(pairs.map(({ remote }) => remote));
  const found = pairs.flatMap(({ local, remote }) =>
    [...own].filter((to) => holds(local, to)).map((to) => ({ from: remote, to }))
  );
  return found.filter(({ from, to }, at) =>
    found.findIndex((one) => one.from === from && one.to === to) === at
  );
}

/**
 * The note about networks that the description does not have; `exception` names what each of them
 * needs. Empty if the tunnel takes no traffic of the far end's own.
 */
export function ownTrafficNotes(tunnel: Tunnel, exception: string): string[] {
  const inside = new Set(ownTraffic(tunnel).map(({ to }) => to));
  if (inside.size === 0) return [];
  const around = new Set(
    seenPairs(tunnel).map(({ local }) => local)
      .filter((one) => [...inside].some((to) => holds(one, to))),
  );
  return [
    `${[...around].join(" and ")} contains ${[...inside].join(" and ")}, the far end's own: ` +
    `${exception}.`,
  ];
}
