/**
 * Meaning of the `network` and `firewall` parts.
 * @module
 */
import { isNetwork, overlaps, parsePrefix, type Prefix } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import type { Report } from "./report.ts";

/** Reports addresses that are none, routers out of reach, and interfaces that cannot be. */
export function checkNetwork(gateway: Gateway, report: Report): void {
  const { network, domain } = gateway;
  const subnets: Prefix[] = [];
  const names = new Set<string>();
  for (const [index, one] of network.interfaces.entries()) {
    const path = ["network", "interfaces", index];
    if (names.has(one.name)) {
      report([...path, "name"], "error", `the interface ${one.name} is described twice`);
    }
    names.add(one.name);
    for (const [field, family] of [["address", 4], ["address6", 6]] as const) {
      const text = one[field];
      if (text === "none" || text === "autoconf") continue;
      const prefix = parsePrefix(text);
      if (!prefix || prefix.family !== family) {
        report([...path, field], "error", `${text} is no IPv${family} address with prefix length`);
      } else subnets.push(prefix);
    }
    for (const [at, text] of one.aliases.entries()) {
      const prefix = parsePrefix(text);
      if (!prefix || !text.includes("/")) {
        report([...path, "aliases", at], "error", `${text} is no address with prefix length`);
      } else subnets.push(prefix);
    }
    const isVlan = one.name.startsWith("vlan");
    if (isVlan && !one.vlan) {
      report([...path, "name"], "error", `${one.name} needs vlan: {id: ..., parent: ...}`);
    }
    if (one.vlan && !isVlan) {
      report([...path, "vlan"], "error", `only vlan interfaces have a tag; ${one.name} is none`);
    }
    if (one.vlan && !network.interfaces.some((other) => other.name === one.vlan?.parent)) {
      report([...path, "vlan", "parent"], "error", `there is no interface ${one.vlan.parent}`);
    }
    const wrong = domain.hardware === "legacy" ? "vio" : "em";
    if (one.name.startsWith(wrong)) {
      report(
        [...path, "name"],
        "warning",
        `${domain.hardware} hardware has no ${one.name}; its cards are ${
          wrong === "vio" ? "em0" : "vio0"
        } and up`,
      );
    }
  }
  const cards = network.interfaces.filter((one) => /^(vio|em)\d/.test(one.name)).length;
  if (cards > domain.interfaces.length) {
    report(
      ["network", "interfaces"],
      "error",
      `${cards} network cards are configured, but the domain has ${domain.interfaces.length}; add to domain.interfaces`,
    );
  }
  for (const [field, family] of [["gateway", 4], ["gateway6", 6]] as const) {
    const text = network[field];
    if (text === undefined) continue;
    const address = parsePrefix(text);
    if (!address || address.family !== family || text.includes("/")) {
      report(["network", field], "error", `${text} is no IPv${family} address`);
    } else if (!isLinkLocal(address) && !subnets.some((subnet) => overlaps(subnet, address))) {
      report(["network", field], "error", `${text} is in no subnet of the gateway's interfaces`);
    } else if (
      subnets.some((subnet) => subnet.family === family && subnet.value === address.value)
    ) {
      report(["network", field], "error", `${text} is the gateway itself`);
    }
  }
  for (const [index, text] of network.nameservers.entries()) {
    if (!parsePrefix(text) || text.includes("/")) {
      report(["network", "nameservers", index], "error", `${text} is no address`);
    }
  }
  for (const [index, host] of network.hosts.entries()) {
    if (!parsePrefix(host.address) || host.address.includes("/")) {
      report(["network", "hosts", index, "address"], "error", `${host.address} is no address`);
    }
  }
  checkFirewall(gateway, report);
}

function isLinkLocal(address: Prefix): boolean {
  return address.family === 6 && address.value >> 118n === 0x3fan;
}

function checkFirewall(gateway: Gateway, report: Report): void {
  const { allow, peers } = gateway.firewall;
  for (const [index, rule] of allow.entries()) {
    const path = ["firewall", "allow", index];
    for (const field of ["from", "to"] as const) {
      for (const text of rule[field]) {
        const prefix = parsePrefix(text);
        if (!prefix && text !== "any") {
          report([...path, field], "error", `${text} is no address or network`);
        } else if (prefix && !isNetwork(prefix)) {
          report([...path, field], "error", `${text} has bits set behind its prefix`);
        }
      }
    }
    if (
      rule.port.length > 0 &&
      !(rule.proto.length > 0 && rule.proto.every((proto) => proto === "tcp" || proto === "udp"))
    ) {
      report([...path, "port"], "error", "ports need proto: tcp or udp");
    }
    if (rule.tunnel && !gateway.tunnels.some((tunnel) => tunnel.name === rule.tunnel)) {
      report([...path, "tunnel"], "error", `there is no tunnel ${rule.tunnel}`);
    } else if (rule.tunnel && gateway.firewall.skipTunnels) {
      report(
        [...path, "tunnel"],
        "error",
        "skipTunnels leaves tunnels unfiltered; set it to false",
      );
    }
  }
  if (peers !== "any") {
    for (const [index, text] of peers.entries()) {
      if (!parsePrefix(text)) {
        report(["firewall", "peers", index], "error", `${text} is no address or network`);
      }
    }
  }
}
