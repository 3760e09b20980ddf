/**
 * Meaning of the `firewall` part.
 * @module
 */
import { isNetwork, parsePrefix } from "../address.ts";
import type { AllowRule, Gateway } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { PROTOCOLS } from "../openbsd/protocols.ts";
import type { Report } from "./report.ts";

/** Reports rules that pfctl(8) would refuse, or that could never match. */
export function checkFirewall(gateway: Gateway, report: Report): void {
  const { allow, peers, rules } = gateway.firewall;
  for (const [index, rule] of allow.entries()) checkRule(gateway, rule, index, report);
  if (peers !== "any") {
    for (const [index, text] of peers.entries()) {
      // The peers of the tunnels stand in where the description names none; they are judged there.
      if (parsePrefix(text) || gateway.tunnels.some((tunnel) => tunnel.peer === text)) continue;
      report(["firewall", "peers", index], "error", `${text} is no address or network`);
    }
  }
  for (const [index, line] of rules.entries()) {
    if (line.endsWith("\\")) {
      report(["firewall", "rules", index], "error", "ends with a backslash, which joins lines");
    }
  }
}

function checkRule(gateway: Gateway, rule: AllowRule, index: number, report: Report): void {
  const path = ["firewall", "allow", index];
  for (const [at, name] of rule.proto.entries()) {
    if (PROTOCOLS.has(name) || (/^[0-9]{1,3}$/.test(name) && Number(name) < 256)) continue;
    report([...path, "proto", at], "error", `${name} is no protocol (protocols(5))`, {
      suggestion: nearest(name, PROTOCOLS),
    });
  }
  for (const [at, text] of rule.port.entries()) checkPort(text, [...path, "port", at], report);
  checkSides(rule, path, report);
  if (
    rule.port.length > 0 &&
    !(rule.proto.length > 0 && rule.proto.every((proto) => proto === "tcp" || proto === "udp"))
  ) {
    report([...path, "port"], "error", "ports need proto: tcp or udp", {
      rests: [[...path, "proto"]],
    });
  }
  if (rule.tunnel === undefined) return;
  const names = gateway.tunnels.map((tunnel) => tunnel.name);
  if (!names.includes(rule.tunnel)) {
    report(
      [...path, "tunnel"],
      "error",
      `there is no tunnel ${rule.tunnel}; there are: ${names.join(", ") || "none"}`,
      { suggestion: nearest(rule.tunnel, names), rests: [["tunnels", "*", "name"]] },
    );
  } else if (gateway.firewall.skipTunnels) {
    report(
      [...path, "tunnel"],
      "error",
      "skipTunnels leaves tunnels unfiltered; set it to false",
      { rests: [["firewall", "skipTunnels"]] },
    );
  }
  if (rule.on !== undefined) {
    report([...path, "on"], "error", "on and tunnel contradict each other; tunnels are on enc0");
  }
}

function checkPort(text: string, path: (string | number)[], report: Report): void {
  if (/^[a-z][a-z0-9_-]*$/.test(text)) return; // A name of services(5).
  const ends = text.split(":");
  const numbers = ends.map(Number);
  const right = ends.length <= 2 && ends.every((end) => /^[0-9]+$/.test(end)) &&
    numbers.every((port) => port > 0 && port < 65536);
  if (!right) {
    report(path, "error", `${text} is no port; allowed: 22, 8000:8010, or a service name`);
  } else if (numbers.length === 2 && numbers[0]! > numbers[1]!) {
    report(path, "error", `${text} ends before it begins`);
  }
}

function checkSides(rule: AllowRule, path: (string | number)[], report: Report): void {
  const families = { from: new Set<number>(), to: new Set<number>() };
  for (const field of ["from", "to"] as const) {
    for (const [at, text] of rule[field].entries()) {
      const where = [...path, field, at];
      if (text === "any" || text === "self") {
        if (rule[field].length > 1) {
          report(where, "error", `${text} stands alone; write a rule of its own for the rest`);
        }
        families[field].add(4).add(6);
        continue;
      }
      const prefix = parsePrefix(text);
      if (!prefix) report(where, "error", `${text} is no address or network`);
      else if (!isNetwork(prefix)) report(where, "error", `${text} has bits set behind its prefix`);
      if (prefix) families[field].add(prefix.family);
    }
  }
  const { from, to } = families;
  if (from.size > 0 && to.size > 0 && ![...from].some((family) => to.has(family))) {
    report([...path, "to"], "error", "from and to have no address family in common", {
      rests: [[...path, "from"]],
    });
  }
}
