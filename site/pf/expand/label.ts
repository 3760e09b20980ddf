/**
 * Replaces `$if`, `$srcaddr` and similar macros in labels and tags.
 * @module
 */
import type { FlatHost, FlatRule } from "../model/flat.ts";
import type { Port } from "../model/host.ts";
import { protocolName } from "../../../gateway/openbsd/protocols.ts";
import { formatPrefix } from "./host.ts";

/** The expanded label or tag of `rule`. `$nr`, the rule number, is filled in later. */
export function expandLabel(
  label: string,
  rule: Pick<FlatRule, "on" | "family" | "from" | "to" | "protocol">,
): string {
  if (!label.includes("$")) return label;
  const family = rule.family !== undefined;
  return label.replace(/\$(if|srcaddr|dstaddr|srcport|dstport|proto)/g, (_, variable: string) => {
    switch (variable) {
      case "if":
        return rule.on && "name" in rule.on ? rule.on.name : "any";
      case "srcaddr":
        return addressIn(rule.from.host, family);
      case "dstaddr":
        return addressIn(rule.to.host, family);
      case "srcport":
        return portIn(rule.from.port);
      case "dstport":
        return portIn(rule.to.port);
      default:
        return rule.protocol === undefined
          ? "ip"
          : protocolName(rule.protocol) ?? String(rule.protocol);
    }
  });
}

function addressIn(host: FlatHost, family: boolean): string {
  const not = "not" in host && host.not ? "! " : "";
  switch (host.kind) {
    case "dynamic":
      return `${not}(${host.name})`;
    case "table":
      return `${not}<${host.name}>`;
    case "no-route":
    case "urpf-failed":
      return not + host.kind;
    case "network":
      return not + (family && !isAny(host) ? formatPrefix(host.prefix) : "any");
    case "any":
      return "any";
    default:
      return `${not}?`;
  }
}

/** Whether it contains all addresses of its family. */
export function isAny(host: FlatHost): boolean {
  return host.kind === "any" ||
    (host.kind === "network" && host.prefix.length === 0 && host.prefix.value === 0n);
}

function portIn(port: Port | undefined): string {
  if (!port) return "";
  if ("port" in port) return port.op === "=" ? `${port.port}` : `${port.op}${port.port}`;
  // pfctl prints nothing for ranges with a colon.
  return port.op === ":" ? "" : `${port.first}${port.op}${port.last}`;
}
