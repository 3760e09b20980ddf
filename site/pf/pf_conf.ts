/**
 * /etc/pf.conf: the packet filter.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Statement } from "./model/rule_set.ts";
import { printPfConf } from "./print/print_pf_conf.ts";
import type { Field } from "./rules/build.ts";
import { pfRuleSet } from "./rules/pf_rule_set.ts";

/**
 * pf.conf(5): {@linkcode pfRuleSet} as text, each line with the field it comes from in a comment;
 * raw rules are copied unchanged.
 */
export function renderPfConf(gateway: Gateway): string {
  const { statements } = pfRuleSet(gateway);
  const comment = ({ origin }: Statement) => origin?.field && nameOf(origin.field, gateway);
  return printPfConf({ statements: statements.filter((one) => !isRaw(one)) }, { comment }) +
    gateway.firewall.rules.map((line) => `${line}\n`).join("");
}

/** `tunnel branch10`, `firewall.allow[0]`. */
function nameOf(field: Field, gateway: Gateway): string {
  const [section, index] = field;
  if (section === "clients") return `clients ${gateway.clients[Number(index)]!.name}`;
  if (section === "tunnels") return `tunnel ${gateway.tunnels[Number(index)]!.name}`;
  return field.map((step) => typeof step === "number" ? `[${step}]` : `.${step}`).join("").slice(1);
}

/** Whether a statement comes from `firewall.rules`. */
function isRaw({ origin }: Statement): boolean {
  const [section, list] = origin?.field ?? [];
  return section === "firewall" && list === "rules";
}
