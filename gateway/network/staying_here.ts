/**
 * The parts of a tunnel's remote networks that stay outside the tunnel.
 * @module
 */
import { contains, overlaps, parsePrefix, parsePrefixes, type Prefix } from "../address.ts";
import type { Cidr } from "../gateway.ts";
import { wireIndex } from "./wire_index.ts";
import type { Wire } from "./wires.ts";

/** Networks with link scope: no tunnel carries them. */
const LINK_ONLY: Record<4 | 6, readonly Cidr[]> = {
  4: ["224.0.0.0/4", "255.255.255.255/32"],
  6: ["fe80::/10", "ff00::/8"],
};

/**
 * Networks that stay local although `remotes` contain them: traffic between the tunnel's local
 * networks, the gateway's own networks and those behind inner routers, and link scope. Of a network
 * on the outside, only the part that contains a local network stays local.
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
  // Half of the address space (128.0.0.0/1) contains multicast as the whole does.
  const onLink = far.flatMap(({ family }) => LINK_ONLY[family])
    .filter((text) => isHeld(parsePrefix(text)!));
  return [...new Set([...between, ...networks, ...onLink])];
}
