/**
 * Whether the words of a rule are valid in pf.conf(5): protocols, ports, addresses.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import { few } from "../../host/few.ts";
import { isLoopback, isNetwork, parseAddress, probableNetwork } from "../address.ts";
import { nearest } from "../../host/nearest.ts";
import { readAddressWord } from "../network/address_word.ts";
import { noRouter, oneHost } from "../network/no_host.ts";
import { PROTOCOL_NAMES, protocolNumber } from "../openbsd/protocols.ts";
import { portNumber, SERVICE_NAMES } from "../openbsd/services.ts";
import type { Path, View } from "./firewall_view.ts";
import { checkName } from "./firewall_on.ts";

/** Reports protocols that are not in protocols(5). */
export function checkProtocols(list: readonly string[], path: Path, { report }: View): void {
  for (const [at, name] of list.entries()) {
    if (protocolNumber(name) !== undefined) continue;
    const any = name === "ip" || name === "0" || name === "any";
    const why = any ? "; leave proto out for all protocols" : "";
    report([...path, at], "error", `${name} is not a protocol (protocols(5))${why}`, {
      suggestion: any ? undefined : nearest(name, PROTOCOL_NAMES),
    });
  }
}

/** Reports invalid ports, and ports for protocols without ports. */
export function checkPorts(
  rule: { proto: readonly string[]; port: readonly string[] },
  path: Path,
  { report }: View,
): void {
  for (const [at, text] of rule.port.entries()) {
    const complaint = portComplaint(text);
    if (!complaint) continue;
    report([...path, "port", at], "error", complaint.message, { suggestion: complaint.suggestion });
  }
  const hasPorts = rule.proto.every((name) => [6, 17].includes(protocolNumber(name) ?? 0));
  if (rule.port.length > 0 && !(rule.proto.length > 0 && hasPorts)) {
    report([...path, "port"], "error", "ports need proto: tcp or udp", {
      rests: [[...path, "proto"]],
    });
  }
}

/** What is wrong with a port, a range or a service name; undefined if it is valid. */
export function portComplaint(
  text: string,
): { message: string; suggestion?: string | undefined } | undefined {
  const ends = text.split(":");
  const numbers = ends.map(portNumber);
  for (const [at, end] of ends.entries()) {
    if (numbers[at] !== undefined || !/^[a-z]/.test(end)) continue;
    return {
      message: `${end} is not a service of services(5); write the number of its port`,
      suggestion: nearest(end, SERVICE_NAMES),
    };
  }
  const right = ends.length <= 2 &&
    numbers.every((port) => port !== undefined && port > 0 && port < 65536);
  if (!right) {
    return { message: `${text} is not a port; allowed: 22, 8000:8010, or a service name` };
  }
  if (numbers.length === 2 && numbers[0]! > numbers[1]!) {
    return { message: `${text} ends before it begins` };
  }
  return undefined;
}

/** Reports invalid words of an address list, and words whose meaning changes beside others. */
export function checkAddresses(list: readonly string[], path: Path, view: View): void {
  const { report } = view;
  for (const [at, text] of list.entries()) {
    const where = [...path, at];
    const word = readAddressWord(text);
    if (!word) {
      report(where, "error", `${text} is not an address or network`, { unreadable: true });
      continue;
    }
    if ((word.kind === "any" || word.kind === "self") && list.length > 1) {
      report(where, "error", `${text} must stand alone; write another rule for the rest`);
    } else if (word.not && list.length > 1) {
      report(
        where,
        "error",
        `${text} in a list matches everything, because pf makes a rule of each element; write a table: firewall.tables: {NAME: [0.0.0.0/0, "${text}"]}`,
      );
    }
    if (word.kind === "network" && !isNetwork(word.prefix)) {
      reportHostBits(text, word.prefix, where, report);
    } else if (word.kind === "network" && probableNetwork(word.text) !== undefined) {
      report(where, "warning", oneHost(word.text));
    } else if (word.kind === "table") {
      checkTable(word.name, where, view);
    } else if (word.kind === "interface") {
      checkName(word.name, where, view);
    }
  }
}

/** Reports a table that is not defined. */
function checkTable(name: string, where: Path, { gateway, report }: View): void {
  const { tables, allow, peers, rules } = gateway.firewall;
  const known = [
    ...new Set([
      ...tables.keys(),
      ...allow.flatMap(({ overload }) => overload ?? []),
      ...(peers === "any" ? [] : ["ipsec_peers"]),
    ]),
  ];
  if (known.includes(name)) return;
  // A raw line may define it.
  if (rules.some((line) => line.includes(`<${name}>`))) return;
  report(
    where,
    "error",
    `there is no table <${name}>; tables: ${
      few(known, 20).join(", ") || "none"
    }; add it to firewall.tables`,
    { suggestion: nearest(name, known), rests: [["firewall", "tables"], ["firewall", "rules"]] },
  );
}

/** Reports anything but a host address, and addresses of different families. */
export function checkHosts(list: readonly string[], path: Path, { report, wires }: View): void {
  const families = new Set<number>();
  const own = wires.flatMap(({ networks }) => networks.map(({ prefix }) => prefix));
  for (const [at, text] of list.entries()) {
    const address = parseAddress(text);
    if (!address) {
      report([...path, at], "error", `${text} is not an address`, { unreadable: true });
      continue;
    }
    // A program on the gateway may listen on its loopback address.
    const why = isLoopback(address) ? undefined : noRouter(address, own);
    if (why !== undefined) report([...path, at], "error", `${text} ${why}; write a host's address`);
    families.add(address.family);
    if (families.size > 1) {
      report([...path, at], "error", `${text} is of another address family; write another rule`);
    }
  }
}

/** Reports empty lists: they would mean everything, as an absent field does. */
export function checkEmpty(written: object | undefined, path: Path, { report }: View): void {
  for (const [field, value] of Object.entries(written ?? {})) {
    if (!Array.isArray(value) || value.length > 0) continue;
    report(
      [...path, field],
      "error",
      `an empty list would mean everything; list addresses, or leave ${field} out`,
    );
  }
}
