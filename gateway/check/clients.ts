/**
 * Checks the `clients` part.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import {
  contains,
  isNetwork,
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  probableNetwork,
} from "../address.ts";
import { asTunnel, type Clients } from "../clients.ts";
import { PrefixIndex } from "../prefix_index.ts";
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { noHostIn, oneHost, staysOnLink } from "../network/no_host.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { checkWayIn } from "./clients_way_in.ts";
import type { Report } from "./report.ts";
import { checkAuthorities, checkProof, checkUsers } from "./client_users.ts";
import { checkToldApart, policiesBeside } from "./clients_told_apart.ts";
import { allAddressesKnown, ownPrefixes } from "../own_addresses.ts";
import { lacks } from "./transforms.ts";
import { checkLocalAddress } from "./tunnel_ends.ts";

/** Reports clients that could not connect, or whose addresses are in use elsewhere. */
export function checkClients(gateway: Gateway, report: Report): void {
  if (gateway.clients.length === 0) return;
  checkWayIn(gateway, report);
  const names = new Map(gateway.tunnels.map(({ name }) => [name, "tunnel"]));
  const before = earlierOf(gateway);
  const policies = policiesBeside(gateway);
  for (const [index, clients] of gateway.clients.entries()) {
    const path = ["clients", index];
    const { name } = clients;
    if (names.has(name)) {
      report([...path, "name"], "error", `there is ${names.get(name)} ${name} already`, {
        rests: [["tunnels", "*", "name"]],
      });
    }
    names.set(name, "clients");
    if (name === "esac") {
      report([...path, "name"], "error", "esac is a word of the shell; vpnctl could not name it");
    }
    checkDaemon(gateway, path, report);
    checkProof(clients, path, report);
    checkAuthorities(gateway, clients, path, report);
    checkUsers(clients, path, before.users, report);
    checkPool(gateway, clients, index, before, report);
    checkAddresses(clients, path, before, report);
    if (clients.localAddress !== undefined) {
      checkLocalAddress(gateway, asTunnel(clients), ownPrefixes(gateway), path, report);
    }
    checkToldApart(gateway, clients, index, policies, report);
    before.pools.add(parsePrefix(clients.pool), [clients.pool, `the pool of ${name}`]);
  }
}

/** What clients are compared with: the rest of the gateway, and the clients before them. */
interface Earlier {
  networks: Networks;
  pools: Networks;
  /** By user name: whose clients they are, and where the password is kept. */
  users: Map<string, { clients: Clients; password: string }>;
  /** Every network that packets of clients are routed to; undefined if there may be others. */
  led: PrefixIndex<true> | undefined;
}

/** Networks by address, with their text and what they are; default routes left out. */
class Networks {
  readonly #index = new PrefixIndex<[text: string, what: string]>();

  add(network: Prefix | undefined, words: [text: string, what: string]): void {
    if (network && network.length > 0) this.#index.add(network, words);
  }

  /** The first that shares an address with `pool`. */
  overlapping(pool: Prefix): [text: string, what: string] | undefined {
    return this.#index.first(pool);
  }
}

function earlierOf(gateway: Gateway): Earlier {
  const networks = new Networks();
  for (const one of gateway.network.interfaces) {
    for (const text of [one.address, one.address6, ...one.aliases]) {
      networks.add(parsePrefix(text), [text, `the network of ${one.name}`]);
    }
  }
  for (const { name, wg } of gateway.network.interfaces) {
    for (const peer of wg?.peers ?? []) {
      for (const text of peer.allowed) {
        networks.add(parsePrefix(text), [text, `what ${peer.name} of ${name} may send from`]);
      }
    }
  }
  for (const { name, remote } of gateway.tunnels) {
    for (const text of remote) {
      networks.add(parsePrefix(text), [text, `a remote network of tunnel ${name}`]);
    }
  }
  return { networks, pools: new Networks(), users: new Map(), led: ledTo(gateway) };
}

function checkDaemon(gateway: Gateway, path: Path, report: Report): void {
  const first = gateway.tunnels.findIndex(({ ike }) => ike === 1);
  if (first >= 0) {
    report(
      path,
      "error",
      `clients need iked, and tunnel ${
        gateway.tunnels[first]!.name
      } needs isakmpd, and both need udp port 500; write ike: 2 there`,
      { rests: [["tunnels", first, "ike"]] },
    );
  }
  const known = knows(gateway.release.number, "ikedDynamic");
  if (!known) {
    report(path, known === false ? "error" : "warning", lacks(gateway, "ikedDynamic"), {
      rests: [["release"]],
    });
  }
}

function checkPool(
  gateway: Gateway,
  clients: Clients,
  index: number,
  { networks, pools }: Earlier,
  report: Report,
): void {
  const where = ["clients", index, "pool"];
  const pool = parsePrefix(clients.pool);
  if (!pool || !isNetwork(pool)) {
    if (pool) reportHostBits(clients.pool, pool, where, report);
    else report(where, "error", `${clients.pool} is not a network, such as 10.20.99.0/24`);
    return;
  }
  const nowhere = noHostIn(pool) ?? staysOnLink(pool);
  if (nowhere !== undefined) {
    report(where, "error", `${clients.pool} ${nowhere}; use a network such as 10.20.99.0/24`);
    return;
  }
  if (pool.length > (pool.family === 4 ? 30 : 126)) {
    report(where, "error", `${clients.pool} is too small; a pool needs four addresses or more`);
  }
  const reached = new Networks();
  for (const text of clients.networks) {
    reached.add(parsePrefix(text), [text, "a network that they reach"]);
  }
  const other = networks.overlapping(pool) ?? reached.overlapping(pool) ??
    pools.overlapping(pool) ?? routedInto(gateway, pool);
  if (!other) return;
  const [text, what] = other;
  report(
    where,
    "error",
    `${clients.pool} overlaps ${what} (${text}); use a network that is not used elsewhere`,
    {
      rests: [
        ["network", "interfaces", "*", "address"],
        ["network", "routes", "*", "to"],
        ["tunnels", "*", "remote"],
        ["clients", index, "networks"],
      ],
    },
  );
}

/** Routes inside the pool that lead elsewhere; a wider route does not conflict. */
function routedInto({ network }: Gateway, pool: Prefix): [text: string, what: string] | undefined {
  const routes = network.routes.map(({ to }): [string, string] => [to, "where a route leads to"]);
  const wires = network.interfaces.flatMap(({ name, wg }) =>
    wg?.peers.flatMap(({ allowed }) =>
      allowed.map((to): [string, string] => [to, `what ${name} leads to`])
    ) ?? []
  );
  return [...routes, ...wires].find(([to]) => {
    const prefix = parsePrefix(to);
    return prefix && contains(pool, prefix);
  });
}

function ledTo(gateway: Gateway): PrefixIndex<true> | undefined {
  const { network, tunnels, rcConf } = gateway;
  // An interface with an unknown address, or raw lines, may lead anywhere.
  if (!allAddressesKnown(gateway) || learnsRoutes(rcConf)) return undefined;
  const texts = [
    ...network.interfaces.flatMap((one) => [one.address, one.address6, ...one.aliases]),
    ...network.interfaces.flatMap(({ wg }) => wg?.peers.flatMap(({ allowed }) => allowed) ?? []),
    ...network.routes.map(({ to }) => to),
    ...tunnels.flatMap(({ remote }) => remote),
  ];
  return PrefixIndex.of(texts.flatMap((one) => {
    const prefix = parsePrefix(one);
    return prefix ? [[prefix, true] as const] : [];
  }));
}

/**
 * A private network that no interface, route or tunnel leads to: packets to it would go to the
 * Internet.
 */
function checkBehind(
  text: string,
  prefix: Prefix,
  where: Path,
  { led }: Earlier,
  report: Report,
): void {
  if (!led || !isPrivate(prefix) || led.first(prefix)) return;
  report(
    where,
    "warning",
    `clients cannot reach ${text}: no interface has this network, and no route or tunnel leads there; write network.routes: [{to: ${text}, via: ADDRESS}]`,
    { rests: [["network"], ["tunnels"]] },
  );
}

function checkAddresses(
  clients: Clients,
  path: Path,
  before: Earlier,
  report: Report,
): void {
  const family = parsePrefix(clients.pool)?.family;
  const differs = (prefix: Prefix | undefined) => family && prefix && prefix.family !== family;
  for (const [at, text] of clients.networks.entries()) {
    const where = [...path, "networks", at];
    const prefix = parsePrefix(text);
    if (!prefix) report(where, "error", `${text} is not an address or network`);
    else if (!isNetwork(prefix)) reportHostBits(text, prefix, where, report);
    else if (differs(prefix)) {
      report(where, "error", `${text} and the pool ${clients.pool} are of different families`, {
        rests: [[...path, "pool"]],
      });
    } else if (probableNetwork(text) !== undefined) report(where, "warning", oneHost(text));
    else {
      checkReached(text, prefix, where, report);
      checkBehind(text, prefix, where, before, report);
    }
  }
  for (const [at, text] of clients.nameservers.entries()) {
    const [address, where] = [parseAddress(text), [...path, "nameservers", at]];
    if (!address) report(where, "error", `${text} is not an address`);
    else if (differs(address)) {
      report(
        where,
        "warning",
        `${text} and the pool ${clients.pool} are of different families, so clients do not reach it; write a server of the pool's family`,
        { rests: [[...path, "pool"]] },
      );
    } else checkReached(text, address, where, report);
  }
  const { networks, nameservers } = clients;
  const reach = (text: string) =>
    networks.length === 0 || networks.some((one) => {
      const [network, server] = [parsePrefix(one), parseAddress(text)];
      return !network || !server || differs(server) || overlaps(network, server);
    });
  const lost = nameservers.findIndex((text) => !reach(text));
  if (lost >= 0) {
    report(
      [...path, "nameservers", lost],
      "warning",
      `${nameservers[lost]} is in none of the networks that clients reach; add it to networks`,
      { rests: [[...path, "networks"]] },
    );
  }
}

/** Reports networks of clients in which there can be no host. */
function checkReached(text: string, prefix: Prefix, where: Path, report: Report): void {
  const why = noHostIn(prefix) ?? staysOnLink(prefix);
  if (why !== undefined) report(where, "error", `${text} ${why}; remove it`);
}
