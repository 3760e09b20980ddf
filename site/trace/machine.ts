/**
 * The running gateway as packets meet it: interfaces, addresses, routes, forwarding and flows, as far
 * as the description tells.
 * @module
 */
import {
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../../gateway/address.ts";
import type { Gateway, NetworkInterface } from "../../gateway/gateway.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { driverOf } from "../../gateway/interface.ts";
import { PSEUDO_DRIVERS } from "../../gateway/openbsd/interface_drivers.ts";
import type { InterfaceAddress, PfInterface } from "../pf/model/environment.ts";
import type { PfMachine } from "../pf/evaluate/machine.ts";
import { type Flow, flowsOf } from "./flows.ts";

/** A route of the gateway. */
export interface Route {
  /** The network it leads to. */
  to: Prefix;
  /** The interface it leaves by. */
  on: string;
  /** The router; absent for a network that is connected. */
  via?: string;
}

/** A gateway that runs. */
export interface Machine extends PfMachine {
  /** Most specific first. */
  routes: readonly Route[];
  /** IPsec flows, as the daemons load them. */
  flows: readonly Flow[];
  /** Tunnels that are routed into, by their sec(4) interface. */
  routed: ReadonlyMap<string, Tunnel>;
  /** The address that each tunnel speaks from, where it is known. */
  outer: ReadonlyMap<Tunnel, Prefix>;
  /** net.inet.ip.forwarding: 0 none, 1 all, 2 only what comes out of IPsec or goes into it. */
  forwarding: 0 | 1 | 2;
  /** Orders releases: 66 < 80. */
  release: number;
  /** The interface that pf sees traffic on: the carpdev of carp(4), the syncdev of pfsync(4). */
  seenOn: (name: string) => string;
}

const LOOPBACK: PfInterface = {
  name: "lo0",
  groups: ["lo"],
  loopback: true,
  addresses: [{ address: "127.0.0.1", length: 8 }, { address: "::1", length: 128 }],
};

/** The gateway that `gateway` describes, running. */
export function machineOf(gateway: Gateway): Machine {
  const routes = routesOf(gateway);
  const { interfaces } = gateway.network;
  const egress = new Set(routes.filter(({ to }) => to.length === 0).map(({ on }) => on));
  const carriers = new Map<string, string>();
  for (const one of interfaces) {
    const carrier = carrierOf(one);
    if (carrier) carriers.set(one.name, carrier);
  }
  const towards = (address: Prefix) => routeTo(routes, address)?.on;
  return {
    interfaces: [
      LOOPBACK,
      ...interfaces.map((one) => pfInterface(one, egress.has(one.name))),
      { name: "enc0", groups: ["enc"], addresses: [] },
    ],
    changing: new Set(
      interfaces.filter(({ address, address6 }) => [address, address6].includes("autoconf"))
        .map(({ name }) => name),
    ),
    interfaceTowards: towards,
    routes,
    flows: flowsOf(gateway),
    routed: new Map(
      gateway.tunnels.flatMap((one) => one.iface === undefined ? [] : [[one.iface, one]]),
    ),
    outer: new Map(gateway.tunnels.flatMap((one) => {
      const address = parseAddress(outerAddress(gateway, one) ?? "");
      return address ? [[one, address]] : [];
    })),
    forwarding: ({ none: 0, all: 1, ipsec: 2 } as const)[gateway.forwarding],
    release: gateway.release.number,
    seenOn: (name) => carriers.get(name) ?? name,
  };
}

/** The interface that carries the traffic of a carp(4) or pfsync(4) interface. */
function carrierOf(one: NetworkInterface): string | undefined {
  const { carp, pfsync } = one;
  if (carp || pfsync) return carp?.carpdev ?? pfsync?.syncdev;
  if (!/^(carp|pfsync)\d+$/.test(one.name)) return undefined;
  return one.options.map((line) => /\b(?:carpdev|syncdev)\s+(\S+)/.exec(line)?.[1]).find(Boolean);
}

function pfInterface(one: NetworkInterface, egress: boolean): PfInterface {
  const addresses = addressTexts(one).map((text): InterfaceAddress => {
    const [address = "", length] = text.split("/");
    return { address, length: Number(length) };
  });
  // A cloned interface is in the group of its driver (ifconfig(8)); a card is in none.
  const driver = driverOf(one.name);
  const groups = new Set([
    ...(PSEUDO_DRIVERS.has(driver) ? [driver] : []),
    ...(egress ? ["egress"] : []),
    ...(one.groups ?? []),
  ]);
  return { name: one.name, groups: [...groups], addresses };
}

function addressTexts(one: NetworkInterface): string[] {
  return [one.address, one.address6, ...one.aliases, ...one.options.map(rawAddress)]
    .filter((text) => text.includes("/"));
}

/** The address of a raw hostname.if(5) line, with its prefix length; empty where the line has none. */
function rawAddress(line: string): string {
  const [, address = "", length, mask] =
    /^\s*inet6?\s+(?:alias\s+)?([0-9A-Fa-f:.]+)(?:\/(\d+)|\s+(?:netmask\s+|prefixlen\s+)?(\S+))?/
      .exec(line) ?? [];
  if (parseAddress(address) === undefined) return "";
  if (length !== undefined) return `${address}/${length}`;
  const bits = mask === undefined ? undefined : maskLength(mask);
  return `${address}/${bits ?? (address.includes(":") ? 64 : 32)}`;
}

/** Bits of `255.255.255.0`, `0xffffff00` or `64`. */
function maskLength(mask: string): number | undefined {
  if (/^\d{1,3}$/.test(mask)) return Number(mask);
  const value = /^0x[0-9a-f]{8}$/i.test(mask) ? BigInt(mask) : parseAddress(mask, 4)?.value;
  return value?.toString(2).replaceAll("0", "").length;
}

function routesOf({ network }: Gateway): Route[] {
  const routes: Route[] = [];
  for (const one of network.interfaces) {
    for (const text of addressTexts(one)) {
      const to = parsePrefix(text);
      if (to) routes.push({ to: masked(to), on: one.name });
    }
    const peer = one.peer === undefined ? undefined : parseAddress(one.peer);
    if (peer) routes.push({ to: peer, on: one.name });
  }
  for (const { to, via } of network.routes) {
    const prefix = parsePrefix(to);
    const on = interfaceOfRouter(routes, network.interfaces, via);
    if (prefix && on) routes.push({ to: prefix, on, via });
  }
  for (const [family, router] of [[4, network.gateway], [6, network.gateway6]] as const) {
    const to: Prefix = { family, value: 0n, length: 0 };
    const field = family === 4 ? "address" : "address6";
    const autoconf = network.interfaces.find((one) => one[field] === "autoconf")?.name;
    const on = router === undefined
      ? autoconf
      : interfaceOfRouter(routes, network.interfaces, router) ?? autoconf;
    if (on) routes.push({ to, on, ...(router === undefined ? {} : { via: router }) });
  }
  return routes.sort((a, b) => b.to.length - a.to.length);
}

/** The interface that a router is reached by: `%if` names it, or its network does. */
function interfaceOfRouter(
  routes: readonly Route[],
  interfaces: readonly NetworkInterface[],
  router: string,
): string | undefined {
  const [address = "", scope] = router.split("%");
  if (scope) return scope;
  const prefix = parsePrefix(address);
  const found = prefix && routes.find(({ to }) => overlaps(to, prefix))?.on;
  // A router that is on-link outside every subnet is beside the only interface there is.
  return found ?? (interfaces.length === 1 ? interfaces[0]!.name : undefined);
}

function masked({ family, value, length }: Prefix): Prefix {
  const rest = BigInt((family === 4 ? 32 : 128) - length);
  return { family, value: (value >> rest) << rest, length };
}

/** The route that `address` takes; undefined where there is none. */
export function routeTo(routes: readonly Route[], address: Prefix): Route | undefined {
  return routes.find(({ to }) => overlaps(to, address));
}

/** Whether the gateway itself is meant: an address of its own, a broadcast or a multicast address. */
export function isLocal(machine: Machine, address: Prefix): boolean {
  const { family, value } = address;
  if (family === 4 && (value >> 28n === 14n || value === 0xffff_ffffn)) return true;
  if (family === 6 && (value >> 120n === 0xffn || value >> 118n === 0x3fan)) return true;
  return machine.interfaces.some((one) =>
    one.addresses.some((each) => {
      const own = parsePrefix(each.address);
      if (!own || own.family !== family) return false;
      if (
        one.loopback
          ? overlaps({ ...own, length: each.length }, address)
          : sameAddress(own, address)
      ) {
        return true;
      }
      const rest = (1n << BigInt(32 - Math.min(32, each.length))) - 1n;
      return family === 4 && each.length < 31 && value === (own.value | rest);
    })
  );
}

/** The address that the gateway would send from towards `address` (the first of that interface). */
export function ownAddressTowards(machine: Machine, address: Prefix): Prefix | undefined {
  const route = routeTo(machine.routes, address);
  const one = machine.interfaces.find(({ name }) => name === route?.on);
  for (const each of one?.addresses ?? []) {
    const own = parsePrefix(each.address);
    if (own?.family === address.family) return own;
  }
  return undefined;
}
