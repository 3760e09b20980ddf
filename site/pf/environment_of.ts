/**
 * The environment that a gateway's rules are loaded in.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { type Link, linksOf, rdomainOf } from "../../gateway/network/links.ts";
import type { Environment, InterfaceAddress, PfInterface } from "./model/environment.ts";

/**
 * The text of a file of the description that rules include or load; undefined if unknown, as for a
 * file beside the description.
 */
export function broughtFile(
  { files }: Pick<Gateway, "files">,
): (name: string) => string | undefined {
  return (name) => {
    const found = files.find(({ path, append }) => path === name && !append)?.content;
    return found?.kind === "text" ? found.text : undefined;
  };
}

/**
 * What pfctl(8) sees on the running `gateway`, according to the description: addresses assigned by
 * the network are missing.
 */
export function environmentOf(gateway: Gateway): Environment {
  const links = linksOf(gateway);
  const described = new Set(links.map(({ name }) => name));
  const loopback: PfInterface = {
    name: "lo0",
    groups: ["lo"],
    addresses: [{ address: "127.0.0.1", length: 8 }, { address: "::1", length: 128 }],
    loopback: true,
  };
  const parents = gateway.network.interfaces.flatMap(({ vlan }) => vlan ? [vlan.parent] : []);
  const bare = [...new Set([...parents, ...links.map(({ seenOn }) => seenOn), "enc0"])];
  return {
    file: broughtFile(gateway),
    interfaces: [
      ...(described.has("lo0") ? [] : [loopback]),
      ...links.map((link, at) => interfaceOf(link, rdomainOf(gateway.network.interfaces[at]!))),
      ...bare.filter((name) => !described.has(name)).map((name) => ({
        name,
        groups: name === "enc0" ? ["enc"] : [],
        addresses: [],
      })),
    ],
  };
}

function interfaceOf(link: Link, rdomain: number): PfInterface {
  return {
    name: link.name,
    groups: link.groups,
    addresses: link.addresses.map((one): InterfaceAddress => {
      const { address, prefix, peer } = one;
      const rest = (1n << BigInt(32 - Math.min(prefix.length, 32))) - 1n;
      const broadcast = prefix.family === 4 && prefix.length < 31 && !peer && !link.loopback
        ? [24n, 16n, 8n, 0n].map((shift) => (((prefix.value | rest) >> shift) & 255n).toString())
          .join(".")
        : undefined;
      return {
        address,
        length: prefix.length,
        ...(broadcast === undefined ? {} : { broadcast }),
        ...(peer === undefined ? {} : { peer }),
      };
    }),
    ...(rdomain > 0 ? { rdomain } : {}),
    ...(link.loopback ? { loopback: true } : {}),
    ...(link.addresses.some(({ peer }) => peer !== undefined) ? { pointToPoint: true } : {}),
  };
}
