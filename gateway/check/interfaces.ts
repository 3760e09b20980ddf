/**
 * Checks `network.interfaces`: names and kinds, what carries what, and far ends.
 * @module
 */
import { circleOf, unitFault } from "./interface_names.ts";
import { few } from "../../host/few.ts";
import { nearest } from "../../host/nearest.ts";
import type { Gateway } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { isForeignName, PSEUDO_DRIVERS } from "../openbsd/interface_drivers.ts";
import {
  carriersOf,
  driverOf,
  INTERFACE_KINDS,
  type InterfaceKind,
  type NetworkInterface,
} from "../interface.ts";
import type { Described } from "./described_interface.ts";
import { checkCarp, checkEncapsulation, checkPfsync, checkWg } from "./interface_kinds.ts";
import type { Report } from "./report.ts";
import { undoings } from "./scripts.ts";
import { checkRawLines } from "./raw_lines.ts";
import { lacks } from "./transforms.ts";
import { checkWgNetworks } from "./wg_networks.ts";

/**
 * Names suggested for a misspelt one are taken from at most so many interfaces: each mistake is
 * compared with them.
 */
const MOST_NAMES = 200;

/** Example of the field of each kind, and the equivalent word of raw lines. */
const NEEDS: ReadonlyMap<string, { type: string; word: RegExp }> = new Map(Object.entries({
  vlan: { type: "{id: ..., parent: ...}", word: /\b(vnetid|vlan)\b/ },
  carp: { type: "{vhid: ..., carpdev: ..., password: {file: ...}}", word: /\bvhid\b/ },
  pfsync: { type: "{syncdev: ...}", word: /\bsyncdev\b/ },
  gre: { type: "{local: ..., remote: ...}", word: /\btunnel/ },
  gif: { type: "{local: ..., remote: ...}", word: /\btunnel/ },
  etherip: { type: "{local: ..., remote: ...}", word: /\btunnel/ },
  wg: { type: "{key: {file: ...}, peers: [...]}", word: /\bwgkey\b/ },
  pppoe: { type: "{dev: ..., user: ..., password: {file: ...}}", word: /\bpppoedev\b/ },
  aggr: { type: "{ports: [...]}", word: /\btrunkport\b/ },
}));

/**
 * Reports interfaces that cannot exist, or not on this release; `description` is the data as
 * written.
 */
export function checkInterfaces(
  gateway: Gateway,
  { domain }: GatewayDescription,
  report: Report,
): void {
  const isChosen = domain?.interfaces !== undefined || domain?.hardware !== undefined;
  const byName = new Map(gateway.network.interfaces.map((one) => [one.name, one]));
  for (const [index, one] of gateway.network.interfaces.entries()) {
    const described = { gateway, one, path: ["network", "interfaces", index] };
    checkUnit(described, report);
    checkLoopback(described, report);
    checkKind(described, report);
    checkRelease(described, report);
    checkCard(described, isChosen, report);
    checkCarriers(described, byName, report);
    checkFarEnd(described, report);
    checkCarp(described, report);
    checkPfsync(described, report);
    checkEncapsulation(described, report);
    checkWg(described, report);
    checkWgNetworks(described, report);
    checkRawLines(described, report);
    checkCommands(described, report);
  }
  checkVlans(gateway, report);
  checkPorts(gateway, report);
}

function checkUnit({ one, path }: Described, report: Report): void {
  const fault = unitFault(one.name);
  if (fault) report([...path, "name"], "error", fault.message, { suggestion: fault.suggestion });
}

/** ifconfig(8) replaces the first IPv4 address if another one is set that is not an alias. */
function checkLoopback({ one, path }: Described, report: Report): void {
  if (one.name !== "lo0" || one.address === "none") return;
  report(
    [...path, "address"],
    "error",
    `it would replace 127.0.0.1; write aliases: [${one.address}], or describe lo1`,
    { rests: [[...path, "name"]] },
  );
}

function checkKind({ one, path }: Described, report: Report): void {
  const driver = driverOf(one.name);
  const kinds = INTERFACE_KINDS.filter((kind) => one[kind] !== undefined);
  for (const kind of kinds) {
    if (kind === driver) continue;
    report([...path, kind], "error", `only ${kind} interfaces have it; ${one.name} is not one`, {
      rests: [[...path, "name"]],
      suggestion: `${kind}0`,
    });
  }
  const needs = NEEDS.get(driver);
  if (!needs || kinds.includes(driver as InterfaceKind)) return;
  if (one.options.some((line) => needs.word.test(line) || line.startsWith("!"))) return;
  // With raw lines, a program or script may do the rest; OpenBSD accepts that.
  const raw = one.options.length > 0;
  const text = `${one.name} needs ${driver}: ${needs.type}`;
  report([...path, "name"], raw ? "warning" : "error", raw ? `${text}, or does nothing` : text, {
    rests: [[...path, driver]],
  });
}

function checkRelease({ gateway, one, path }: Described, report: Report): void {
  const since = PSEUDO_DRIVERS.get(driverOf(one.name))?.since;
  if (since === undefined || knows(gateway.release.number, since) !== false) return;
  report([...path, "name"], "error", lacks(gateway, since), { rests: [["release"]] });
}

/**
 * The guest's cards are vio(4) or em(4), numbered in the order of domain.interfaces. Unless the
 * description chooses them, the disk may be for a domain of the user's own.
 */
function checkCard({ gateway, one, path }: Described, isChosen: boolean, report: Report): void {
  const driver = driverOf(one.name);
  if (PSEUDO_DRIVERS.has(driver)) return;
  const { hardware, interfaces } = gateway.domain;
  const right = hardware === "legacy" ? "em" : "vio";
  const where = [...path, "name"];
  const rests = [["domain", "hardware"]];
  if (driver !== right) {
    const foreign = isForeignName(one.name);
    const cards = gateway.network.interfaces
      .filter((other) => !PSEUDO_DRIVERS.has(driverOf(other.name)));
    report(
      where,
      foreign || isChosen ? "error" : "warning",
      foreign
        ? `OpenBSD has no ${one.name}; it names the cards of ${hardware} hardware ${right}0 and up, in the order of domain.interfaces`
        : `${hardware} hardware has no ${one.name}; its cards are ${right}0 and up`,
      { suggestion: `${right}${cards.indexOf(one)}`, rests },
    );
  } else if (Number(one.name.slice(driver.length)) >= interfaces.length) {
    report(
      where,
      "error",
      `the domain has ${interfaces.length} cards, so there is no ${one.name}; add to domain.interfaces`,
      { rests: [["domain", "interfaces"]] },
    );
  }
}

/** Drivers that may carry each kind; kinds not listed need any that carries Ethernet frames. */
function checkCarriers(
  { one, path }: Described,
  interfaces: ReadonlyMap<string, NetworkInterface>,
  report: Report,
): void {
  const rests = [["network", "interfaces", "*", "name"]];
  for (const { field, name } of carriersOf(one)) {
    const where = [...path, ...field.map((step) => /^\d+$/.test(step) ? Number(step) : step)];
    const driver = PSEUDO_DRIVERS.get(driverOf(name));
    const needs = one.aggr ? driver === undefined : driver === undefined || driver.ethernet;
    if (name === one.name || !interfaces.has(name)) {
      const names = [...interfaces.keys()].filter((other) => other !== one.name);
      report(
        where,
        "error",
        `there is no interface ${name}; interfaces: ${few(names, 20).join(", ") || "none"}`,
        { suggestion: nearest(name, names.values().take(MOST_NAMES)), rests },
      );
    } else if (!needs && !one.pfsync) {
      report(
        where,
        "error",
        `${name} cannot carry ${one.name}: ${
          one.aggr ? "it is not a network card" : "it does not carry Ethernet frames"
        }`,
        { rests },
      );
    } else {
      const circle = circleOf(one, name, interfaces);
      if (circle) {
        report(where, "error", `it would carry its own packets: ${circle.join(" over ")}`, {
          rests,
        });
      }
    }
  }
}

/** Far-end addresses, on interfaces that have one. */
function checkFarEnd({ one, path }: Described, report: Report): void {
  if (one.peer === undefined) return;
  const where = [...path, "peer"];
  const field = one.peer.includes(":") ? "address6" : "address";
  if (PSEUDO_DRIVERS.get(driverOf(one.name))?.pointToPoint !== true) {
    report(where, "error", `${one.name} joins more than two; only one that joins two has a peer`, {
      rests: [[...path, "name"]],
    });
  } else if (one[field] === "none" || one[field] === "autoconf") {
    report(where, "error", `the far end ${one.peer} needs the near one; add ${field}: ...`, {
      rests: [[...path, field]],
    });
  }
}

/** Commands in hostname.if(5), which netstart(8) runs before the rules are loaded. */
function checkCommands({ gateway, one, path }: Described, report: Report): void {
  for (const [at, line] of one.options.entries()) {
    if (!line.startsWith("!")) continue;
    for (const { message, character } of undoings(gateway, line.slice(1), `hostname.${one.name}`)) {
      report([...path, "options", at], "warning", message, {
        character: character + 1,
        rests: [["firewall"], ["tunnels"], ["forwarding"], ["sysctl"]],
      });
    }
  }
}

/** Reports two interfaces with one tag on one parent. */
function checkVlans({ network }: Gateway, report: Report): void {
  const first = new Map<string, string>();
  for (const [index, { name, vlan }] of network.interfaces.entries()) {
    if (!vlan) continue;
    const key = `${vlan.id} ${vlan.parent}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, name);
    else {
      const where = ["network", "interfaces", index, "vlan", "id"];
      report(where, "error", `${twin} has tag ${vlan.id} on ${vlan.parent}`, {
        rests: [["network", "interfaces", "*", "vlan"]],
      });
    }
  }
}

/** A port belongs to one interface; addresses belong to that interface, not to the port. */
function checkPorts({ network }: Gateway, report: Report): void {
  const owners = new Map<string, string>();
  for (const [index, one] of network.interfaces.entries()) {
    const kind = one.aggr ? "aggr" : one.veb ? "veb" : one.bridge ? "bridge" : undefined;
    if (!kind) continue;
    for (const [at, port] of one[kind]!.ports.entries()) {
      const where = ["network", "interfaces", index, kind, "ports", at];
      const rests = [["network", "interfaces", "*"]];
      const owner = owners.get(port);
      if (owner) report(where, "error", `${port} is already a port of ${owner}`, { rests });
      owners.set(port, one.name);
      const card = network.interfaces.find(({ name }) => name === port);
      if (!card || kind === "bridge" || driverOf(port) === "vport") continue;
      if (card.address === "none" && card.address6 === "none" && card.aliases.length === 0) {
        continue;
      }
      const place = kind === "aggr" ? one.name : "a vport interface that is a port too";
      report(
        where,
        "error",
        `${port} has an address, which cannot be reached while it is a port; give it to ${place}`,
        { rests },
      );
    }
  }
}
