/**
 * Checks the `network` part.
 * @module
 */
import { few } from "../../host/few.ts";
import {
  addressOnly,
  isLinkLocal,
  isLoopback,
  notAHost,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway, NetworkInterface } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { checkNameServers } from "./name_servers.ts";
import { noHostIn, noRouter } from "../network/no_host.ts";
import { PrefixIndex } from "../prefix_index.ts";
import { linkRoutes, parseRouter, routedByHand } from "../router.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkInterfaces } from "./interfaces.ts";
import type { Report } from "./report.ts";
import { scopeFault } from "./router_scope.ts";
import { checkRoutes } from "./routes.ts";
import { checkRoutingDomains } from "./routing_domains.ts";
import { SUBNETS } from "./subnets.ts";

/** The gateway's addresses seen so far. */
interface Own {
  prefixes: Prefix[];
  /** The interface of each address; the first one that has it. */
  interfaces: Map<string, string>;
}

/**
 * Reports invalid addresses, unreachable routers, and impossible interfaces; `description` is the
 * data as written.
 */
export function checkNetwork(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const { network } = gateway;
  const own: Own = { prefixes: [], interfaces: new Map() };
  const names = new Set<string>();
  for (const [index, one] of network.interfaces.entries()) {
    const path = ["network", "interfaces", index];
    if (names.has(one.name)) {
      report([...path, "name"], "error", `the interface ${one.name} is described twice`);
    }
    names.add(one.name);
    checkAddresses(one, index, own, report);
    if (one.mtu !== undefined && one.mtu < 1280 && one.address6 !== "none") {
      report([...path, "mtu"], "error", `found ${one.mtu}; IPv6 needs 1280 or more`, {
        rests: [[...path, "address6"]],
      });
    }
  }
  checkInterfaces(gateway, description, report);
  checkTwinNetworks(gateway, report);
  checkRoutingDomains(gateway, report);
  const cards = network.interfaces.filter((one) => /^(vio|em)\d/.test(one.name)).length;
  if (cards > gateway.domain.interfaces.length) {
    report(
      ["network", "interfaces"],
      "error",
      `${cards} network cards are configured, but the domain has ${gateway.domain.interfaces.length}; add to domain.interfaces`,
      { rests: [["domain", "interfaces"]] },
    );
  }
  checkRoutes(gateway, own.prefixes, report);
  checkRouters(gateway, own.prefixes, report);
  checkNameServers(gateway, own.prefixes, report);
  for (const [index, host] of network.hosts.entries()) {
    if (!parseAddress(host.address)) {
      report(["network", "hosts", index, "address"], "error", `${host.address} is not an address`);
    }
  }
}

function checkAddresses(one: NetworkInterface, index: number, own: Own, report: Report): void {
  const path = ["network", "interfaces", index];
  const given: [(string | number)[], string, 4 | 6 | undefined][] = [
    [[...path, "address"], one.address, 4],
    [[...path, "address6"], one.address6, 6],
    ...one.aliases.map((
      text,
      at,
    ): [(string | number)[], string, undefined] => [[...path, "aliases", at], text, undefined]),
  ];
  for (const [where, text, family] of given) {
    if (family !== undefined && (text === "none" || text === "autoconf")) continue;
    const prefix = text.includes("/") ? parsePrefix(text) : undefined;
    if (!prefix || (family !== undefined && prefix.family !== family)) {
      const kind = family === undefined ? "" : ` IPv${family}`;
      const like = family === 6 ? "2001:db8::1/64" : "10.0.0.1/24";
      report(
        where,
        "error",
        `${text} is not an${kind} address with prefix length, such as ${like}`,
        {
          unreadable: true,
        },
      );
      continue;
    }
    const why = notAHost(prefix);
    const nowhere = /^lo\d/.test(one.name) && isLoopback(prefix)
      ? undefined
      : noHostIn(addressOnly(prefix));
    if (why) report(where, "error", `${text} is ${why}; give the interface's own address`);
    else if (nowhere !== undefined) {
      report(where, "error", `${text} ${nowhere}; give the interface's own address`);
    }
    const key = `${prefix.family} ${prefix.value}`;
    const twin = own.interfaces.get(key);
    if (twin !== undefined) report(where, "error", `${text} is already given to ${twin}`);
    else own.interfaces.set(key, one.name);
    own.prefixes.push(prefix);
  }
}

/**
 * Two interfaces in one network: the kernel sends through the first, even to hosts behind the
 * second.
 */
function checkTwinNetworks({ network }: Gateway, report: Report): void {
  const given = network.interfaces.flatMap((one, index) => {
    // Shared addresses are in the network of their carpdev; far ends are in no network.
    if (one.carp || one.options.length > 0 || one.peer || /^(lo|enc|pfsync)\d/.test(one.name)) {
      return [];
    }
    const { name, rdomain = 0 } = one;
    return ([["address", one.address], ["address6", one.address6]] as const).flatMap(
      ([field, text]) => {
        const prefix = parsePrefix(text);
        return !prefix || prefix.length >= (prefix.family === 4 ? 31 : 127)
          ? []
          : [{ prefix, name, rdomain, path: ["network", "interfaces", index, field] }];
      },
    );
  });
  for (const together of Map.groupBy(given, ({ rdomain }) => rdomain).values()) {
    const first = PrefixIndex.of(together.map((one) => [one.prefix, one] as const));
    for (const one of together) {
      const twin = first.first(one.prefix);
      if (!twin || twin.name === one.name) continue;
      report(
        one.path,
        "warning",
        twin.prefix.length === one.prefix.length
          ? `this is the network of ${twin.name} too, through which all packets to it leave; join the two (veb, bridge or aggr), or give each a network of its own`
          : `this network and that of ${twin.name} overlap: packets to what is in both leave by ${
            twin.prefix.length > one.prefix.length ? twin.name : one.name
          } alone; give each a network of its own`,
        { rests: SUBNETS },
      );
    }
  }
}

function checkRouters(gateway: Gateway, subnets: Prefix[], report: Report): void {
  const { network } = gateway;
  const fields = [["gateway", 4, "address"], ["gateway6", 6, "address6"]] as const;
  for (const [field, family, source] of fields) {
    const path = ["network", field];
    const text = network[field];
    if (text === undefined) continue;
    const router = parseRouter(text);
    const address = parseAddress(router.address, family);
    if (!address) {
      report(path, "error", `${text} is not an IPv${family} address`);
    } else if (noRouter(address, subnets) !== undefined) {
      report(path, "error", `${text} ${noRouter(address, subnets)}; write the router's address`, {
        rests: SUBNETS,
      });
    } else if (checkScope(gateway, field, address, report)) {
      continue;
    } else if (subnets.some((subnet) => sameAddress(subnet, address))) {
      report(path, "error", `${text} is the gateway itself`);
    } else if (network.interfaces.some((one) => one[source] === "autoconf" && !one.pppoe)) {
      report(path, "warning", `${text} is ignored: the autoconf address brings its own router`, {
        rests: SUBNETS,
      });
    } else if (
      !isLinkLocal(address) && !subnets.some((subnet) => overlaps(subnet, address)) &&
      !routedByHand(network, router.address) &&
      !linkRoutes(network).some((route) => route.address === router.address)
    ) {
      report(
        path,
        "error",
        `${text} is not in a subnet of the gateway's interfaces; if it is on-link anyway, name the interface: ${router.address}%${
          network.interfaces[0]?.name ?? "vio0"
        }`,
        { rests: SUBNETS },
      );
    }
  }
}

/**
 * Reports a wrong interface after the address of a router, or a missing one; returns true if it
 * did.
 */
function checkScope(
  { network }: Gateway,
  field: "gateway" | "gateway6",
  address: Prefix,
  report: Report,
): boolean {
  const path = ["network", field];
  const router = parseRouter(network[field]!);
  const names = network.interfaces.map((one) => one.name);
  const rests = [["network", "interfaces", "*", "name"]];
  if (router.interface !== undefined && !names.includes(router.interface)) {
    report(
      path,
      "error",
      `there is no interface ${router.interface}; interfaces: ${few(names, 20).join(", ")}`,
      {
        suggestion: nearest(router.interface, names),
        rests,
      },
    );
    return true;
  }
  const fault = scopeFault(network, router, address);
  if (fault) {
    report(path, fault.severity, fault.message, { suggestion: fault.suggestion, rests: SUBNETS });
    return true;
  }
  if (router.interface === undefined && isLinkLocal(address)) {
    const six = network.interfaces.filter((one) => one.address6 !== "none");
    const [on] = [...six, ...network.interfaces];
    report(
      path,
      "error",
      `netstart ignores ${router.address} without its interface; append it after a %`,
      { suggestion: `${router.address}%${on?.name ?? "vio0"}`, rests },
    );
    return true;
  }
  return false;
}
