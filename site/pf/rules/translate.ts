/**
 * `firewall.nat` and `firewall.redirect`.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import type { NatRule, RedirectRule } from "../../../gateway/gateway.ts";
import type { Family, Host } from "../model/host.ts";
import type { Statement } from "../model/rule_set.ts";
import { protocolNumber, protocolWord } from "../../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../../gateway/openbsd/services.ts";
import { addressesOf, type Field, networkHost, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import { hostsOf, portOf } from "./hosts.ts";

/** After the rules against clear text, which see packets with their original addresses. */
export function translations(context: Context): Statement[] {
  const { nat, redirect } = context.gateway.firewall;
  return [
    ...(nat.length > 0 ? title("Addresses that are translated on the way out") : []),
    ...nat.flatMap((one, index) => outgoing(one, index, context)),
    ...(redirect.length > 0 ? title("Services of hosts behind the gateway") : []),
    ...redirect.map((one, index) => incoming(one, index, context)),
  ];
}

/**
 * The addresses of a group would be used in turn, including those of other uplinks, so each of its
 * interfaces gets a rule of its own. An address that carp(4) shares moves to the other gateway,
 * with the connections.
 */
function outgoing(one: NatRule, index: number, context: Context): Statement[] {
  const field: Field = ["firewall", "nat", index];
  const list = (name: "from" | "to") =>
    hostsOf(one[name], `nat-${index + 1}.${name}`, [...field, name], context);
  const family = onlyFamily([...one.from, ...one.to, ...one.as]);
  return interfacesOf(one.on, context).map((name) => {
    const shared = context.links.find((link) => link.carp !== undefined && link.seenOn === name);
    return rule({
      action: "match",
      direction: "out",
      ...(one.log ? { log: {} } : {}),
      on: [{ name }],
      ...(family === undefined ? {} : { family }),
      from: { hosts: list("from") },
      to: { hosts: list("to") },
      natTo: {
        hosts: one.as.length > 0
          ? one.as.flatMap((text) => hostsOf([text], "as", field, context))
          : [addressesOf(shared?.name ?? name, "0")],
      },
    }, field);
  });
}

/** The interfaces of a group if it has several, or if one is shared; else the name itself. */
function interfacesOf(on: string, { links }: Context): string[] {
  const members = links.filter(({ name, groups }) => name === on || groups.includes(on));
  const names = [...new Set(members.map(({ seenOn }) => seenOn))];
  const shared = members.some(({ carp }) => carp !== undefined);
  return names.length > 1 || shared ? names : [on];
}

function incoming(one: RedirectRule, index: number, context: Context): Statement {
  const field: Field = ["firewall", "redirect", index];
  const hosts: Host[] = one.to.map((text) => networkHost(text));
  const family = onlyFamily(one.to);
  const port = one.toPort === undefined ? undefined : portNumber(one.toPort);
  return rule({
    action: "pass",
    direction: "in",
    ...(one.log ? { log: {} } : {}),
    on: [{ name: one.on }],
    ...(family === undefined ? {} : { family }),
    protocols: one.proto.map((name) => protocolWord(protocolNumber(name)!)),
    from: { hosts: hostsOf(one.from, `redirect-${index + 1}.from`, [...field, "from"], context) },
    to: {
      // Any address of the gateway: with carp(4) the address is not on the interface itself.
      hosts: one.address.length > 0
        ? hostsOf(one.address, `redirect-${index + 1}.address`, [...field, "address"], context)
        : [SELF],
      ports: one.port.map(portOf),
    },
    rdrTo: {
      hosts,
      ...(port === undefined ? {} : { port: { first: port } }),
      ...(hosts.length > 1 ? { type: { kind: "round-robin" } } : {}),
    },
  }, field);
}

/**
 * The family of the addresses in `list`, if there is only one: pfctl(8) requires it in the rule.
 */
function onlyFamily(list: readonly string[]): Family | undefined {
  const families = new Set(
    list.flatMap((text) => parsePrefix(text.replace(/^! /, ""))?.family ?? []),
  );
  const [family] = families;
  return families.size === 1 ? (family === 4 ? "inet" : "inet6") : undefined;
}
