/**
 * What of a tunnel's remote networks is no part of the tunnel.
 * @module
 */
import { contains, overlaps, parsePrefix, parsePrefixes, type Prefix } from "../address.ts";
import type { Cidr } from "../gateway.ts";
import { wireIndex } from "./wire_index.ts";
import type { Wire } from "./wires.ts";

/** Everywhere that has a meaning on one link only: no tunnel takes it. */
const LINK_ONLY: Record<4 | 6, readonly Cidr[]> = {
  4: ["224.0.0.0/4", "255.255.255.255/32"],
  6: ["fe80::/10", "ff00::/8"],
};

/**
 * What stays here although `remotes` hold it: what the local networks of the tunnel say to each other,
 * the gateway's own networks and those behind routers inside, and what has a meaning on one link
 * only. A network on the outside stays here only as far as a local network is in it.
 */
export function stayingHere(
  locals: readonly Cidr[],
  remotes: readonly Cidr[],
  wires: readonly Wire[],
): Cidr[] {
  const [near, far] = [parsePrefixes(locals), parsePrefixes(remotes)];
  const isHeld = (own: Prefix) => far.some((one) => one.length < own.length && contains(one, own));
  const { behind } = wireIndex(wires);
  const networks = [...new Set(far.flatMap((one) => behind.overlapping(one)))]
    .toSorted((a, b) => a.order - b.order)
    .filter(({ prefix, text, wire }) =>
      !remotes.includes(text) && isHeld(prefix) &&
      (!wire.outside || near.some((one) => overlaps(one, prefix)))
    ).map(({ text }) => text);
  const held = parsePrefixes(networks);
  const between = locals.filter((text) =>
    parsePrefixes([text]).some((one) => isHeld(one) && !held.some((other) => contains(other, one)))
  );
  // Half of the world (128.0.0.0/1) holds multicast as all of it does.
  const onLink = far.flatMap(({ family }) => LINK_ONLY[family])
    .filter((text) => isHeld(parsePrefix(text)!));
  return [...new Set([...between, ...networks, ...onLink])];
}
