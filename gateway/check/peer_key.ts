/**
 * Peers as the daemons compare them: by address, which a name stands for.
 * @module
 */
import { parsePrefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";

/**
 * The same text for every spelling of the same peer: of an address, of a name, and of a name that
 * `network.hosts` gives an address.
 */
export function peerKey({ network }: Gateway, peer: string): string {
  const name = peer.toLowerCase();
  const host = network.hosts.find(({ names }) => names.some((one) => one.toLowerCase() === name));
  const prefix = parsePrefix(peer) ?? parsePrefix(host?.address ?? "");
  return prefix ? `${prefix.family} ${prefix.value}/${prefix.length}` : name;
}
