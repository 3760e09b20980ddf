/**
 * Meaning of `firewall.nat` and `firewall.redirect`.
 * @module
 */
import { parsePrefix } from "../address.ts";
import type { RedirectRule } from "../gateway.ts";
import { readAddressWord } from "../network/address_word.ts";
import { protocolNumber, UDP } from "../openbsd/protocols.ts";
import { portNumber } from "../openbsd/services.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkOn } from "./firewall_on.ts";
import { familiesOfList, linksNamed, type Path, type View } from "./firewall_view.ts";
import {
  checkAddresses,
  checkEmpty,
  checkHosts,
  checkPorts,
  checkProtocols,
  portComplaint,
} from "./firewall_words.ts";

/** Reports translations that pfctl(8) would refuse or that never happen. */
export function checkNat(view: View, description: GatewayDescription): void {
  const { gateway, report } = view;
  for (const [index, rule] of gateway.firewall.nat.entries()) {
    const path = ["firewall", "nat", index];
    checkEmpty(description.firewall?.nat?.[index], path, view);
    checkOn(rule.on, [...path, "on"], view);
    for (const field of ["from", "to", "as"] as const) {
      checkAddresses(rule[field], [...path, field], view);
    }
    for (const [at, text] of rule.as.entries()) {
      const word = readAddressWord(text);
      if (!word || !word.not && (word.kind === "network" || word.kind === "interface")) continue;
      report([...path, "as", at], "error", `${text} is no address to translate to`);
    }
    const families = [rule.from, rule.to, rule.as].map((list) => familiesOfList(list, view));
    const common = ([4, 6] as const).filter((family) => families.every((one) => one.has(family)));
    if (common.length > 0) continue;
    const field = rule.as.length > 0 ? "as" : "to";
    report([...path, field], "error", `from, to and as have no address family in common`, {
      rests: [[...path, "from"], [...path, "to"], ["firewall", "tables"]],
    });
  }
}

/** Reports redirections that pfctl(8) would refuse, and those that take what the gateway itself needs. */
export function checkRedirect(view: View, description: GatewayDescription): void {
  const { gateway, report } = view;
  for (const [index, rule] of gateway.firewall.redirect.entries()) {
    const path = ["firewall", "redirect", index];
    checkEmpty(description.firewall?.redirect?.[index], path, view);
    checkOn(rule.on, [...path, "on"], view);
    checkProtocols(rule.proto, [...path, "proto"], view);
    checkPorts(rule, path, view);
    checkAddresses(rule.from, [...path, "from"], view);
    checkAddresses(rule.address, [...path, "address"], view);
    checkHosts(rule.to, [...path, "to"], view);
    checkSameFamily(rule, path, view);
    if (rule.toPort !== undefined) {
      const complaint = portComplaint(rule.toPort);
      if (complaint) {
        report([...path, "toPort"], "error", complaint.message, {
          suggestion: complaint.suggestion,
        });
      } else if (rule.toPort.includes(":")) {
        report(
          [...path, "toPort"],
          "error",
          "one port is meant; leave toPort out to keep the port",
        );
      }
    }
    checkTaken(rule, path, view);
    checkTwice(rule, index, view);
  }
}

/** The later of two for the same port decides, and the earlier one never matches. */
function checkTwice(rule: RedirectRule, index: number, { gateway, report }: View): void {
  const earlier = gateway.firewall.redirect.slice(0, index);
  const narrow = (one: RedirectRule) => one.from.length + one.address.length > 0;
  for (const [at, text] of rule.port.entries()) {
    const twin = earlier.findIndex((one) =>
      one.on === rule.on && !narrow(one) && !narrow(rule) && one.port.includes(text) &&
      one.proto.some((name) => rule.proto.includes(name))
    );
    if (twin < 0) continue;
    report(
      ["firewall", "redirect", index, "port", at],
      "error",
      `port ${text} goes to ${earlier[twin]!.to.join(", ")} already (firewall.redirect[${twin}])`,
      { rests: [["firewall", "redirect", twin]] },
    );
  }
}

function checkSameFamily(
  rule: { on: string; from: string[]; address: string[]; to: string[] },
  path: Path,
  view: View,
): void {
  const to = rule.to.flatMap((one) => parsePrefix(one)?.family ?? [])[0];
  if (to === undefined) return;
  for (const field of ["from", "address"] as const) {
    if (familiesOfList(rule[field], view).has(to)) continue;
    view.report([...path, field], "error", `has no IPv${to} address, but to is IPv${to}`, {
      rests: [[...path, "to"], ["firewall", "tables"]],
    });
  }
}

/** IKE and NAT-T must reach the gateway itself. */
function checkTaken(
  rule: { on: string; proto: string[]; port: string[]; address: string[]; from: string[] },
  path: Path,
  view: View,
): void {
  const { tunnels, report } = view;
  if (tunnels.length === 0 || !rule.proto.some((one) => protocolNumber(one) === UDP)) {
    return;
  }
  const outside = linksNamed(rule.on, view).some((link) => link.outside);
  if (!outside || rule.address.length > 0 || rule.from.length > 0) return;
  for (const [at, text] of rule.port.entries()) {
    const [first = NaN, last = first] = text.split(":").map((end) => portNumber(end) ?? NaN);
    const taken = [500, 4500].find((port) => first <= port && port <= last);
    if (taken === undefined) continue;
    report(
      [...path, "port", at],
      "error",
      `udp ${taken} is the IKE of the gateway's own tunnels; leave it out, or name another address`,
      { rests: [["tunnels"]] },
    );
  }
}
