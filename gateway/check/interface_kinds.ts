/**
 * Checks the fields of carp, pfsync, wg, and of the kinds with outer addresses.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import {
  isNetwork,
  notAHost,
  overlaps,
  parseAddress,
  parsePrefix,
  sameAddress,
} from "../address.ts";
import { hostnameWordFault } from "../network/hostname_word.ts";
import type { Described } from "./described_interface.ts";
import type { Report } from "./report.ts";
import { allAddressesKnown, ownPrefixes } from "../own_addresses.ts";

/** Reports carp(4) interfaces that the pair could not share. */
export function checkCarp({ gateway, one, path }: Described, report: Report): void {
  const { carp } = one;
  if (!carp) return;
  const where = [...path, "carp"];
  const { interfaces } = gateway.network;
  const twin = interfaces.slice(0, Number(path[2])).find((other) =>
    other.carp?.vhid === carp.vhid && other.carp.carpdev === carp.carpdev
  );
  if (twin) {
    report(
      [...where, "vhid"],
      "error",
      `${twin.name} has vhid ${carp.vhid} on ${carp.carpdev}; give each its own`,
      { rests: [["network", "interfaces", "*", "carp"]] },
    );
  }
  for (const field of ["address", "address6"] as const) {
    if (one[field] !== "autoconf") continue;
    report([...path, field], "error", "two gateways cannot share a lease; give an address");
  }
  if (one.address === "none" && one.address6 === "none" && one.aliases.length === 0) {
    if (!one.options.some((line) => /\binet6?\b/.test(line))) {
      report([...path, "name"], "error", `${one.name} has no address to share; give it one`, {
        rests: [[...path, "address"], [...path, "address6"]],
      });
    }
  }
  if (one.mtu !== undefined) {
    report([...path, "mtu"], "error", `${one.name} has the MTU of ${carp.carpdev}; set it there`);
  }
  if (carp.advbase === 0 && carp.advskew === 0) {
    report([...where, "advbase"], "error", "0 with advskew 0 would advertise without pause");
  }
  if (carp.peer !== undefined && !parseAddress(carp.peer)) {
    report([...where, "peer"], "error", `${carp.peer} is not an address`);
  }
  if (!carp.password) {
    report(where, "warning", `any host on ${carp.carpdev} can take over the address; add password`);
  }
}

/** Reports pfsync(4) interfaces that rc(8) would not start, and invalid peers. */
export function checkPfsync({ gateway, one, path }: Described, report: Report): void {
  const { pfsync } = one;
  if (!pfsync) return;
  const where = [...path, "pfsync"];
  if (one.name !== "pfsync0") {
    report([...path, "name"], "warning", "rc(8) starts only pfsync0 after pf has its rules", {
      suggestion: "pfsync0",
    });
  }
  for (const field of ["address", "address6"] as const) {
    if (one[field] === "none") continue;
    const { syncdev } = pfsync;
    report([...path, field], "error", `${one.name} has no address; give it to ${syncdev}`);
  }
  const dev = gateway.network.interfaces.find(({ name }) => name === pfsync.syncdev);
  if (dev?.address === "none" && dev.aliases.length === 0 && dev.options.length === 0) {
    report(
      [...where, "syncdev"],
      "error",
      `${dev.name} has no IPv4 address, which pfsync sends from; give it one`,
      { rests: [["network", "interfaces", "*", "address"]] },
    );
  }
  if (pfsync.syncpeer !== undefined && !parseAddress(pfsync.syncpeer, 4)) {
    report([...where, "syncpeer"], "error", `${pfsync.syncpeer} is not an IPv4 address`);
  }
}

/**
 * Reports the outer addresses of gre(4), gif(4) and etherip(4), and the credentials of pppoe(4).
 */
export function checkEncapsulation({ gateway, one, path }: Described, report: Report): void {
  const user = one.pppoe && hostnameWordFault(one.pppoe.user);
  if (user) report([...path, "pppoe", "user"], "error", `the name ${user}`);
  for (const kind of ["gre", "gif", "etherip"] as const) {
    const outer = one[kind];
    if (!outer) continue;
    const where = [...path, kind];
    const local = parseAddress(outer.local);
    const remote = parseAddress(outer.remote);
    if (!local) report([...where, "local"], "error", `${outer.local} is not an address`);
    if (!remote) report([...where, "remote"], "error", `${outer.remote} is not an address`);
    if (!local || !remote) continue;
    if (local.family !== remote.family) {
      report([...where, "remote"], "error", "local and remote are of different address families");
    } else if (sameAddress(local, remote)) {
      report([...where, "remote"], "error", `${outer.remote} is local too`);
    }
    // The encapsulated packets would enter the interface again, in a loop.
    const inner = [one.address, one.address6, ...one.aliases, one.peer ?? ""]
      .flatMap((text) => parsePrefix(text) ?? []);
    if (inner.some((network) => overlaps(network, remote))) {
      report(
        [...where, "remote"],
        "error",
        `${outer.remote} is reached through ${one.name} itself; write the address that the far end has outside`,
        { rests: ["address", "address6", "aliases", "peer"].map((field) => [...path, field]) },
      );
    }
    const { interfaces } = gateway.network;
    const own = ownPrefixes(gateway);
    if (allAddressesKnown(gateway) && !own.some((address) => sameAddress(address, local))) {
      report(
        [...where, "local"],
        "error",
        `no interface has the address ${outer.local}, so no answers come back`,
        { rests: [["network", "interfaces", "*"]] },
      );
    }
    const twin = interfaces.slice(0, Number(path[2])).find((other) =>
      other[kind]?.local === outer.local && other[kind].remote === outer.remote
    );
    if (twin && !one.options.concat(twin.options).some((line) => /\bvnetid\b/.test(line))) {
      report(where, "error", `${twin.name} already joins these addresses`);
    }
  }
}

/** Reports peers of wg(4) that cannot be distinguished or reached. */
export function checkWg({ gateway, one, path }: Described, report: Report): void {
  const { wg } = one;
  if (!wg) return;
  const where = [...path, "wg"];
  if (wg.port === 500 || wg.port === 4500) {
    report(
      [...where, "port"],
      "error",
      `udp ${wg.port} belongs to IKE; use another, such as 51820`,
    );
  }
  const twin = gateway.network.interfaces.slice(0, Number(path[2]))
    .find((other) => wg.port !== undefined && other.wg?.port === wg.port);
  if (twin) report([...where, "port"], "error", `${twin.name} already listens on udp ${wg.port}`);
  const keys = new Map<string, string>();
  const names = new Set<string>();
  const owners = new Map<string, string>();
  for (const [at, peer] of wg.peers.entries()) {
    const place = [...where, "peers", at];
    const other = keys.get(peer.publicKey);
    if (other) report([...place, "publicKey"], "error", `it is the key of ${other} too`);
    if (names.has(peer.name)) report([...place, "name"], "error", `${peer.name} is given twice`);
    keys.set(peer.publicKey, peer.name);
    names.add(peer.name);
    if (peer.endpoint) {
      const address = parseAddress(peer.endpoint.address);
      const why = address ? notAHost(address) : "no address";
      if (why) report([...place, "endpoint"], "error", `${peer.endpoint.address} is ${why}`);
      else if (peer.endpoint.port > 65535) {
        report([...place, "endpoint"], "error", `${peer.endpoint.port} is not a port`);
      }
    } else if (wg.port === undefined) {
      report(
        place,
        "warning",
        `neither end knows where the other is; add endpoint, or port to ${one.name}`,
        { rests: [[...where, "port"]] },
      );
    }
    for (const [index, text] of peer.allowed.entries()) {
      const network = parsePrefix(text);
      const spot = [...place, "allowed", index];
      if (!network) report(spot, "error", `${text} is not a network`);
      else if (!isNetwork(network)) {
        reportHostBits(text, network, spot, report);
      } else if (owners.has(text)) {
        report(
          spot,
          "error",
          `${text} is behind ${owners.get(text)} too; wg sends it to one of them only`,
        );
      }
      owners.set(text, peer.name);
    }
  }
}
