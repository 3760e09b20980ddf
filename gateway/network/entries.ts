/**
 * Where packets from a tunnel's local network come in.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import type { Cidr } from "../gateway.ts";
import { type Behind, wireIndex } from "./wire_index.ts";
import { isHost, type Wire } from "./wires.ts";

/** Where packets from a local network come in. */
export interface Entry {
  wire: string;
  /** Sources to let in there. */
  from: Cidr;
  /** Only the network of an address that is assigned at run time. */
  near: boolean;
}

/**
 * Where packets from `local`, a local network of a tunnel, come in. Packets from outside must not
 * claim to be from it: on a wire with a default route, only the part of `local` in the wire's own
 * networks counts.
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
      // A gateway with one interface has no other inside.
      return inside.length === 0 && prefix.length > 0 ? own(wire, here) : [];
    }
    return prefix.length === 0 ? own(wire, here) : [all(wire)];
  });
  if (found.length > 0) return found;
  // Nothing comes in on a loopback interface.
  if (loopback.overlapping(prefix).some((one) => contains(one, prefix))) return [];
  // A network behind a router: an inner one, if there is an inside.
  if (inside.length > 0) return prefix.length === 0 ? [] : inside.map(all);
  return unknown.filter(({ autoconf }) => autoconf.has(prefix.family))
    .map(({ name }) => ({ wire: name, from: local, near: true }));
}
