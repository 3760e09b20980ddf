/**
 * Traffic to a gateway from outside other than IKE and IPsec, by its own rules: redirects,
 * `firewall.allow`, and encapsulating interfaces.
 * @module
 */
import {
  contains,
  isPrivate,
  parseAddress,
  parsePrefix,
  type Prefix,
} from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { readAddressWord } from "../../gateway/network/address_word.ts";
import { linksOf } from "../../gateway/network/links.ts";
import { isOwnAddress, wiresOf } from "../../gateway/network/wires.ts";
import { ICMP, ICMP6, protocolNumber } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { isCarried, protocolsOf, wgSources } from "../pf/rules/encapsulations.ts";

/** Traffic that the upstream firewall lets through. */
export interface PerimeterService {
  /** Protocol, a name of protocols(5). */
  protocol: string;
  /** Port numbers and ranges (`8000:8010`); empty for all, and for protocols without ports. */
  ports: string[];
  /** IPv4 sources; empty for any. */
  from: string[];
  /** Destination address. */
  to: string;
  /** The field of the description it comes from. */
  field: string;
}

/** The services of `gateway`; `address` is its outside address. */
export function servicesOf(gateway: Gateway, address: string): PerimeterService[] {
  return [
    ...redirects(gateway, address),
    ...allowed(gateway, address),
    ...carried(gateway, address),
  ];
}

function redirects(gateway: Gateway, address: string): PerimeterService[] {
  return gateway.firewall.redirect.flatMap((rule, index) => {
    const from = sources(gateway, rule.from);
    if (!from || !isOutside(gateway, rule.on)) return [];
    const targets = rule.address.filter((text) => parsePrefix(text)?.family === 4);
    // IPv6 hosts are reached directly.
    if (rule.to.some((text) => text.includes(":"))) return [];
    return rule.proto.flatMap((protocol) =>
      (targets.length > 0 ? targets : [address]).map((to) => ({
        protocol,
        ports: rule.port.map(numbers),
        from,
        to,
        field: `firewall.redirect[${index}]`,
      }))
    );
  });
}

function allowed(gateway: Gateway, address: string): PerimeterService[] {
  const wires = wiresOf(linksOf(gateway), gateway.network.routes);
  return gateway.firewall.allow.flatMap((rule, index) => {
    const from = sources(gateway, rule.from);
    if (!from || rule.tunnel !== undefined || rule.tagged !== undefined) return [];
    if (rule.on !== undefined && !isOutside(gateway, rule.on)) return [];
    const targets = rule.to.filter((text) => isOwnAddress(text, wires));
    const toUs = rule.to.length === 0 || rule.to.some((text) => /^(self|\(self\)|any)$/.test(text));
    if (!toUs && targets.length === 0) return [];
    // A rule for all protocols cannot be forwarded by protocol.
    return rule.proto.filter((name) => ![ICMP, ICMP6].includes(protocolNumber(name) ?? 0))
      .flatMap((protocol) =>
        (toUs ? [address] : targets).map((to) => ({
          protocol,
          ports: rule.port.map(numbers),
          from,
          to: to.split("/")[0]!,
          field: `firewall.allow[${index}]`,
        }))
      );
  });
}

/** wg(4) with incoming peers, and tunnels without IPsec that end at the outside address. */
function carried(gateway: Gateway, address: string): PerimeterService[] {
  return gateway.network.interfaces.flatMap((one, index): PerimeterService[] => {
    const field = `network.interfaces[${index}]`;
    if (one.wg?.port !== undefined) {
      const ports = [String(one.wg.port)];
      // Undefined: it has no IPv4 peer outside.
      const from = sources(gateway, wgSources(one.wg));
      if (!from) return [];
      return [{ protocol: "udp", ports, from, to: address, field }];
    }
    const outer = one.gre ?? one.gif ?? one.etherip;
    if (!outer || outer.local.split("/")[0] !== address || outer.remote.includes(":")) return [];
    const protocols = protocolsOf(one);
    // Traffic inside a tunnel does not reach the upstream firewall.
    if (isCarried(gateway, outer, protocols)) return [];
    const from = sources(gateway, [outer.remote]);
    if (!from) return [];
    return protocols.map((protocol) => ({ protocol, ports: [], from, to: address, field }));
  });
}

function isOutside(gateway: Gateway, on: string): boolean {
  return linksOf(gateway).some((link) =>
    link.outside && (link.name === on || link.groups.includes(on) || link.seenOn === on)
  );
}

/**
 * Sources that come by the upstream firewall: empty for any, undefined for none. Hosts in a network
 * that the gateway has an address in, or behind a router inside, reach it directly, and private
 * addresses behind a tunnel or of clients come inside of IPsec: from outside such a source is forged.
 */
function sources(gateway: Gateway, words: readonly string[]): string[] | undefined {
  if (words.length === 0) return [];
  const own = wiresOf(linksOf(gateway), gateway.network.routes)
    .flatMap(({ networks, routed, outside }) =>
      [...networks, ...outside ? [] : routed].map(({ prefix }) => prefix)
    );
  const behind = networksBehindTunnels(gateway);
  const found: string[] = [];
  for (const text of words) {
    const word = readAddressWord(text);
    if (!word || word.kind === "any" || word.not) return [];
    if (word.kind === "table") {
      const listed = sources(gateway, gateway.firewall.tables.get(word.name) ?? ["any"]);
      if (listed?.length === 0) return [];
      found.push(...listed ?? []);
    } else if (
      word.kind === "network" && word.prefix.family === 4 &&
      !own.some((one) => contains(one, word.prefix)) &&
      !(isPrivate(word.prefix) && behind.some((one) => contains(one, word.prefix)))
    ) {
      if (word.prefix.length === 0) return [];
      found.push(word.text);
    }
  }
  return found.length > 0 ? [...new Set(found)] : undefined;
}

/** What tunnels and clients lead to; not by peers with private addresses, which share its WAN. */
function networksBehindTunnels({ tunnels, clients }: Gateway): Prefix[] {
  const isNear = (peer: string) => {
    const address = parseAddress(peer, 4);
    return address !== undefined && isPrivate(address);
  };
  return [...tunnels, ...clients.map(asTunnel)]
    .filter(({ peer }) => !isNear(peer))
    .flatMap(({ remote }) => remote.map((text) => parsePrefix(text)))
    .filter((prefix) => prefix !== undefined)
    .filter(({ length }) => length > 0);
}

/** A port, a range or a service as numbers. */
function numbers(text: string): string {
  return text.split(":").map((end) => String(portNumber(end) ?? end)).join(":");
}
