/**
 * Names of interfaces that ifconfig(8) does not take, and interfaces that carry themselves.
 * @module
 */
import { carriersOf, driverOf, type NetworkInterface } from "../interface.ts";

/** The largest number of an interface: an int of C. */
const LARGEST = 2 ** 31 - 1;

/** Why no interface can have the number in `name` (if_clone_lookup in sys/net/if.c); undefined if one can. */
export function unitFault(name: string): { message: string; suggestion?: string } | undefined {
  const driver = driverOf(name);
  const unit = name.slice(driver.length);
  if (Number(unit) > LARGEST) return { message: `no interface has a number as large as ${unit}` };
  if (!/^0\d/.test(unit)) return undefined;
  return {
    message: "interface numbers have no leading 0",
    suggestion: `${driver}${Number(unit)}`,
  };
}

/**
 * The way from `one`, of `interfaces` by name, over its carrier `by` back to itself, as names; undefined where there is none.
 */
export function circleOf(
  one: NetworkInterface,
  by: string,
  interfaces: ReadonlyMap<string, NetworkInterface>,
): string[] | undefined {
  const met = new Set<string>();
  const walk = (name: string): string[] | undefined => {
    if (name === one.name) return [name];
    const next = interfaces.get(name);
    if (!next || met.has(name)) return undefined;
    met.add(name);
    for (const carrier of carriersOf(next)) {
      const way = walk(carrier.name);
      if (way) return [name, ...way];
    }
    return undefined;
  };
  const way = walk(by);
  return way && [one.name, ...way];
}
