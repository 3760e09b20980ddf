/**
 * Addresses of translations that must be the gateway's own: hosts in the same network ask for them
 * by ARP or neighbour discovery.
 * @module
 */
import { contains, parsePrefix, type Prefix } from "../address.ts";
import { noHostIn, noRouter } from "../network/no_host.ts";
import { isHost } from "../network/wires.ts";
import { linksNamed, type Path, type View } from "./firewall_view.ts";

/** With more, only the first ones are looked at. */
const MOST = 256n;

/**
 * Reports addresses in the network of the interface itself that no interface has. A provider may
 * route others to the gateway.
 */
export function checkAnswered(view: View): void {
  const { firewall: { nat, redirect }, network, files } = view.gateway;
  // Raw lines and files may add addresses, and answer for others.
  if (network.interfaces.some(({ options }) => options.length > 0)) return;
  if (files.some((one) => /^\/etc\/(hostname\.|rc\.local|netstart)/.test(one.path))) return;
  const own = new Set(
    view.wires.flatMap(({ addresses }) => addresses.map(({ prefix }) => keyOf(prefix))),
  );
  for (const [index, { on, as }] of nat.entries()) {
    ofRule(on, as, ["firewall", "nat", index, "as"], own, view);
  }
  for (const [index, { on, address }] of redirect.entries()) {
    ofRule(on, address, ["firewall", "redirect", index, "address"], own, view);
  }
}

const keyOf = ({ family, value }: Pick<Prefix, "family" | "value">) => `${family} ${value}`;

function ofRule(
  on: string,
  words: readonly string[],
  path: Path,
  own: ReadonlySet<string>,
  view: View,
): void {
  if (words.length === 0) return;
  const { report, wires } = view;
  const named = new Set(linksNamed(on, view).map(({ seenOn }) => seenOn));
  const here = wires.filter(({ name }) => named.has(name));
  for (const [at, text] of words.entries()) {
    const prefix = parsePrefix(text);
    const home = prefix && here.flatMap(({ addresses }) => addresses)
      .find((one) => !isHost(one.prefix) && contains(one.prefix, prefix));
    if (!prefix || !home || isPointToPoint(home.link, view)) continue;
    // That no host has such an address is said already.
    if (noHostIn(prefix) ?? noRouter(prefix, [home.prefix])) continue;
    const { family } = prefix;
    if (addressesIn(prefix).every((value) => own.has(keyOf({ family, value })))) continue;
    report(
      [...path, at],
      "warning",
      `${text} is in the network of ${home.link}, but no interface has ${
        isHost(prefix) ? "it" : "all of its addresses"
      }, so nobody answers ${
        prefix.family === 4 ? "ARP" : "neighbour solicitations"
      } for it and packets to it are lost; add to aliases of ${home.link}: ${
        isHost(prefix)
          ? `${text.split("/")[0]}/${prefix.family === 4 ? 32 : 128}`
          : `each address of ${text}`
      }`,
      { rests: [["network", "interfaces"], ["files"]] },
    );
  }
}

function isPointToPoint(name: string, { links }: View): boolean {
  return links.some((one) =>
    one.name === name && one.addresses.some(({ peer }) => peer !== undefined)
  );
}

/** The addresses of a network, the first ones of a large one. */
function addressesIn({ family, value, length }: Prefix): bigint[] {
  const bits = BigInt((family === 4 ? 32 : 128) - length);
  const size = 1n << bits;
  const base = (value >> bits) << bits;
  return Array.from({ length: Number(size < MOST ? size : MOST) }, (_, at) => base + BigInt(at));
}
