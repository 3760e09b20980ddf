/**
 * Invalid names of interfaces (ifconfig(8)), and interfaces that carry themselves.
 * @module
 */
import { carriersOf, driverOf, type NetworkInterface } from "../interface.ts";

/** The largest unit number of an interface: a C int. */
const LARGEST = 2 ** 31 - 1;

/**
 * Why the unit number in `name` is invalid (if_clone_lookup in sys/net/if.c); undefined if it is
 * valid.
 */
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
 * The cycle from `one`, through its carrier `by`, back to itself, as names; `interfaces` is indexed
 * by name. Undefined without a cycle.
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
