/**
 * Checks `failover`: whether the other gateway of a pair could take over.
 * @module
 */
import {
  contains,
  overlaps,
  parseAddress,
  parsePrefix,
  parsePrefixes,
  sameAddress,
} from "../address.ts";
import { daemonOf } from "../daemon.ts";
import { sharedAddresses } from "../shared_address.ts";
import type { Gateway, NetworkInterface } from "../gateway.ts";
import { privateKeyPath } from "../key_files.ts";
import { nearest } from "../../host/nearest.ts";
import { parseRouter } from "../router.ts";
import type { Tunnel } from "../tunnel.ts";
import { addressesOf } from "../own_addresses.ts";
import { sourceAddress } from "../way_to.ts";
import type { Report } from "./report.ts";

/** Places in the description that complaints about the sync link rest on. */
const INTERFACES = [["network", "interfaces"]];

/** Reports what would be missing after the other gateway takes over. */
export function checkFailover(gateway: Gateway, report: Report): void {
  const { failover, network } = gateway;
  if (!failover) {
    checkAlone(gateway, report);
    return;
  }
  checkLink(gateway, report);
  if (!network.interfaces.some((one) => one.carp)) {
    report(
      ["failover"],
      "error",
      "the two gateways share no address; add {name: carp0, address: ..., carp: {vhid: ..., carpdev: ..., password: {file: ...}}} to network.interfaces",
      { rests: INTERFACES },
    );
  }
  checkStates(gateway, report);
  checkSettings(gateway, report);
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    checkTunnel(gateway, tunnel, index, report);
  }
  checkIdentityKey(gateway, report);
  checkRouters(gateway, report);
  checkNat(gateway, report);
}

/**
 * Without `failover` the daemons of both gateways run, whichever has the shared addresses: each
 * starts the same tunnels, and the peer takes turns between them.
 */
function checkAlone(gateway: Gateway, report: Report): void {
  const carps = gateway.network.interfaces.filter((one) => one.carp);
  const shared = carps.flatMap(addressesOf).flatMap((text) => parsePrefix(text) ?? []);
  if (shared.length === 0) return;
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const { name, mode, localAddress, local } = tunnel;
    if (mode === "passive") continue;
    const from = parseAddress(localAddress ?? sourceAddress(gateway, tunnel) ?? "");
    const isShared = carps.some((one) => one.name === localAddress) ||
      from !== undefined && shared.some((one) => sameAddress(one, from));
    const isBehind = parsePrefixes(local).some((one) =>
      one.length > 0 && shared.some((each) => overlaps(one, each))
    );
    if (!isShared && !isBehind) continue;
    report(
      ["tunnels", index, "name"],
      "warning",
      `tunnel ${name} ${
        isShared ? "leaves from" : "is for a network behind"
      } an address of carp(4), and both gateways of the pair start it, also the one in backup; add failover: {interface: ..., peer: ..., key: {file: ...}}`,
      { rests: [...INTERFACES, ["failover"], ["tunnels"]] },
    );
  }
}

/** Connections translated to an address of this gateway alone do not survive a failover. */
function checkNat(gateway: Gateway, report: Report): void {
  const shared = sharedAddresses(gateway);
  if (shared.length === 0) return;
  const own = gateway.network.interfaces.filter((one) => !one.carp).flatMap(addressesOf)
    .flatMap((text) => parsePrefix(text) ?? []);
  for (const [index, { as }] of gateway.firewall.nat.entries()) {
    for (const [at, text] of as.entries()) {
      const address = parseAddress(text.replace(/\/(32|128)$/, ""));
      if (!address || !own.some((one) => sameAddress(one, address))) continue;
      report(
        ["firewall", "nat", index, "as", at],
        "warning",
        `${text} stays with this gateway, and connections end when the other one takes over; write a shared address, such as ${
          shared[0]
        }, or leave as out`,
        { rests: INTERFACES },
      );
    }
  }
}

/**
 * The sync link: an interface with an address in a network with the other gateway and no other
 * host.
 */
function checkLink({ failover, network }: Gateway, report: Report): void {
  const { interface: name, peer } = failover!;
  const path = ["failover", "interface"];
  const link = network.interfaces.find((one) => one.name === name);
  const names = network.interfaces.map((one) => one.name);
  const address = parseAddress(peer);
  if (!address) {
    report(["failover", "peer"], "error", `${peer} is not an address, such as 10.255.0.2`, {
      unreadable: true,
    });
  }
  if (!link) {
    report(path, "error", `there is no interface ${name}; interfaces: ${names.join(", ")}`, {
      suggestion: nearest(name, names),
      rests: INTERFACES,
    });
    return;
  }
  const own = addressesOf(link).map((text) => parsePrefix(text)!);
  if (link.carp) {
    report(
      path,
      "error",
      `${name} moves between the two gateways; use a link where each has its own address`,
    );
  } else if (own.length === 0) {
    report(path, "error", `${name} has no address of its own; give it one, such as 10.255.0.1/30`, {
      rests: INTERFACES,
    });
  } else if (address && own.some((one) => sameAddress(one, address))) {
    report(["failover", "peer"], "error", `${peer} is this gateway; give the other one's address`);
  } else if (address && !own.some((one) => contains(one, address))) {
    report(["failover", "peer"], "error", `${peer} is not in the network of ${name}`, {
      rests: INTERFACES,
    });
  }
  const carp = network.interfaces.find((one) => one.carp?.carpdev === name);
  const others = network.interfaces.filter((one) =>
    one !== link &&
    addressesOf(one).some((text) => own.some((each) => overlaps(parsePrefix(text)!, each)))
  );
  const routers = [network.gateway, network.gateway6, ...network.routes.map(({ via }) => via)];
  const isWay = routers.some((text) => {
    const router = text === undefined ? undefined : parseRouter(text);
    const hop = router && parseAddress(router.address);
    return router?.interface === name || (hop && own.some((one) => contains(one, hop)));
  });
  if (carp || others.length > 0 || isWay) {
    const who = carp?.name ?? others[0]?.name;
    report(
      path,
      "warning",
      `${name} is ${
        who ? `the network of ${who} too` : "on the route to others too"
      }: anyone on it can read the states and add their own; use a link that only the two gateways are on`,
      { rests: INTERFACES },
    );
  }
}

/** pfsync(4): the gateway that takes over needs the counters of the security associations. */
function checkStates({ failover, network }: Gateway, report: Report): void {
  const index = network.interfaces.findIndex((one) => /^pfsync\d/.test(one.name));
  const found = network.interfaces[index];
  const { interface: name } = failover!;
  if (!found) {
    report(
      ["failover"],
      "error",
      `peers would drop what the other gateway sends: pfsync carries the counters of IPsec; add {name: pfsync0, pfsync: {syncdev: ${name}}} to network.interfaces`,
      { rests: INTERFACES },
    );
  } else if (found.pfsync && found.pfsync.syncdev !== name) {
    report(
      ["network", "interfaces", index, "pfsync", "syncdev"],
      "warning",
      `failover.interface is ${name}; use it for pfsync too`,
      { rests: [["failover", "interface"]] },
    );
  }
}

function checkSettings({ sysctl, rcConf, files }: Gateway, report: Report): void {
  for (const [index, { path }] of files.entries()) {
    if (path !== "/etc/sasyncd.conf") continue;
    report(
      ["files", index, "path"],
      "error",
      `failover writes ${path} already; remove one of the two`,
      { rests: [["failover"]] },
    );
  }
  if (sysctl.get("net.inet.carp.preempt") === "0") {
    report(
      ["sysctl", "net.inet.carp.preempt"],
      "warning",
      "when one address moves, the others stay, and packets come in through one gateway and leave through the other",
    );
  }
  for (const name of ["sasyncd_flags", "sasyncd"]) {
    if (!rcConf.has(name)) continue;
    report(["rcConf", name], "error", "the field failover sets it; use that", { key: true });
  }
}

/** Tunnels must use shared addresses, and an identity that both gateways have. */
function checkTunnel(gateway: Gateway, tunnel: Tunnel, index: number, report: Report): void {
  const path = ["tunnels", index];
  const shared = sharedAddresses(gateway);
  const { localAddress, srcid, auth } = tunnel;
  const named = gateway.network.interfaces.find((one) => one.name === localAddress);
  const from = named ? (named.carp ? named.name : undefined) : localAddress;
  if (shared.length > 0 && !(named ? named.carp : from !== undefined && shared.includes(from))) {
    report(
      localAddress === undefined ? [...path, "peer"] : [...path, "localAddress"],
      "error",
      localAddress === undefined
        ? `tunnel ${tunnel.name} has no shared address on its way to ${tunnel.peer}, so it would fail with this gateway; add a carp interface there, or write localAddress: ${
          shared[0]
        }`
        : `${localAddress} stays with this gateway; write a shared address, such as ${shared[0]}`,
      { rests: INTERFACES },
    );
  }
  if (auth.method === "certificate" && srcid === undefined) {
    report(
      [...path, "certificate"],
      "error",
      `the other gateway has a different host name; write srcid: the name that the certificate is for`,
      { rests: [[...path, "srcid"]] },
    );
  }
}

/** If a peer knows a public key, both gateways need the same private key. */
function checkIdentityKey(gateway: Gateway, report: Report): void {
  const index = gateway.tunnels.findIndex(({ auth }) => auth.method === "keys");
  const daemon = daemonOf(gateway);
  if (index === -1 || daemon === undefined) return;
  const key = privateKeyPath(daemon);
  const given = gateway.files.some(({ path }) => path === key) ||
    gateway.tunnels.some(({ auth }) => auth.method === "certificate") ||
    gateway.clients.some(({ certificate }) => certificate);
  if (given) return;
  report(
    ["tunnels", index],
    "error",
    `each gateway makes its own key at its first boot, and the peer knows only one; add {path: ${key}, secret: {file: ...}} to files, the same in both`,
    { rests: [["files"]] },
  );
}

/**
 * Hosts in a network of a tunnel need a router that survives a failover: a shared address in that
 * network.
 */
function checkRouters({ network, tunnels, clients }: Gateway, report: Report): void {
  const joined = [
    ...tunnels.flatMap(({ name, local }) => local.map((text) => ({ text, who: `tunnel ${name}` }))),
    ...clients.flatMap(({ name, networks }) =>
      networks.map((text) => ({ text, who: `clients ${name}` }))
    ),
  ];
  for (const [index, one] of network.interfaces.entries()) {
    if (one.carp || isShared(one, network.interfaces)) continue;
    // A network without hosts needs no router.
    if (/^(lo|gre|gif|sec|wg|pppoe|tun)\d/.test(one.name)) continue;
    for (const text of addressesOf(one)) {
      const own = parsePrefix(text)!;
      const who = joined.find((each) => {
        const prefix = parsePrefix(each.text);
        return prefix && prefix.length > 0 && overlaps(prefix, own);
      })?.who;
      if (who === undefined) continue;
      report(
        ["network", "interfaces", index, "name"],
        "warning",
        `${who} needs ${one.name}, whose hosts lose their router if this gateway fails; share an address there: {name: carp${
          network.interfaces.filter((each) => each.carp).length
        }, address: ..., carp: {vhid: ..., carpdev: ${one.name}, ...}}`,
        { rests: INTERFACES },
      );
      break;
    }
  }
}

/** Whether a carp(4) interface has an address on `one`. */
function isShared(one: NetworkInterface, interfaces: readonly NetworkInterface[]): boolean {
  return interfaces.some(({ carp }) => carp?.carpdev === one.name);
}
