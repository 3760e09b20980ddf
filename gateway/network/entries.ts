/**
 * Where packets of a tunnel's local network come from.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import type { Cidr } from "../gateway.ts";
import { type Behind, wireIndex } from "./wire_index.ts";
import { isHost, type Wire } from "./wires.ts";

/** Where packets from a local network come in. */
export interface Entry {
  wire: string;
  /** The sources to let in there. */
  from: Cidr;
  /** Only what comes from the network of an address that is not known before the gateway runs. */
  near: boolean;
}

/**
 * Where packets from `local`, the local network of a tunnel, come in. Nobody on the outside may claim
 * to be in it: a wire with a default route counts only as far as `local` lies in its own networks.
 */
export function entriesOf(local: Cidr, wires: readonly Wire[]): Entry[] {
  const prefix = parsePrefix(local);
  if (!prefix) return [];
  const { behind, inside, loopback, unknown } = wireIndex(wires);
  const own = ({ name }: Wire, here: readonly Behind[]): Entry[] =>
    here.filter((one) => !isHost(one.prefix))
      .map(({ text }) => ({ wire: name, from: text, near: false }));
  const all = ({ name }: Wire): Entry => ({ wire: name, from: local, near: false });
  const met = Map.groupBy(behind.overlapping(prefix), ({ wire }) => wire);
  const found = [...met].flatMap(([wire, here]): Entry[] => {
    if (wire.outside) {
      if (here.some((one) => contains(one.prefix, prefix))) return [all(wire)];
      // With one arm, the outside is the only inside there is.
      return inside.length === 0 && prefix.length > 0 ? own(wire, here) : [];
    }
    return prefix.length === 0 ? own(wire, here) : [all(wire)];
  });
  if (found.length > 0) return found;
  // What the gateway has on a loopback interface sends nothing in.
  if (loopback.overlapping(prefix).some((one) => contains(one, prefix))) return [];
  // A network behind a router: behind an inner one, if there is an inside.
  if (inside.length > 0) return prefix.length === 0 ? [] : inside.map(all);
  return unknown.filter(({ autoconf }) => autoconf.has(prefix.family))
    .map(({ name }) => ({ wire: name, from: local, near: true }));
}
