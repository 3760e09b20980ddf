/**
 * The kernel settings of a gateway: written to sysctl.conf, and checked by the self-check.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { driverOf } from "../../gateway/interface.ts";
import { ikev2Tunnels } from "../../gateway/tunnel.ts";
import { usesIpv6 } from "../../gateway/uses_ipv6.ts";

/** net.inet.ip.forwarding for each value in the description (ip(4)). */
const FORWARDING = { none: 0, all: 1, ipsec: 2 } as const;

/**
 * Names and values of sysctl(8), in order; the description's own settings come last and win.
 *
 * Forwarding only IPsec traffic is possible for IPv6 since 7.6 (sys/netinet6/ip6_input.c accepts 2
 * since July 2024); before, all is forwarded, and pf.conf blocks the rest. esp(4) and ah(4) are
 * enabled by default in every release from 6.6 on, so they are not set.
 *
 * @throws {GatewrightError} (description) if a value contains blanks.
 */
export function sysctlSettings(gateway: Gateway): [name: string, value: string][] {
  const value = FORWARDING[gateway.forwarding];
  const settings = new Map([["net.inet.ip.forwarding", String(value)]]);
  if (usesIpv6(gateway)) {
    settings.set(
      "net.inet6.ip6.forwarding",
      String(knows(gateway.release.number, "forwardingIpsec") || !value ? value : 1),
    );
  }
  for (const [name, setting] of interfaceSettings(gateway)) settings.set(name, setting);
  // ipcomp(4), unlike esp(4) and ah(4), is disabled by default.
  if (ikev2Tunnels(gateway.tunnels).some(({ ipcomp }) => ipcomp)) {
    settings.set("net.inet.ipcomp.enable", "1");
  }
  for (const [name, setting] of gateway.sysctl) {
    if (/\s/.test(setting)) {
      throw new GatewrightError(`sysctl ${name}: "${setting}" has blanks`, {
        kind: "description",
        where: gateway.file,
        why: "rc(8) up to 7.6 takes what follows a blank as another setting",
        next: "write the value as sysctl(8) takes it, without blanks",
      });
    }
    settings.set(name, setting);
  }
  return [...settings];
}

/**
 * Settings that drivers need: gre(4) and etherip(4) are disabled by default; without preemption
 * carp(4) interfaces fail over one by one.
 */
function interfaceSettings({ network, failover }: Gateway): [name: string, value: string][] {
  const has = (...drivers: string[]) =>
    network.interfaces.some(({ name }) => drivers.includes(driverOf(name)));
  return [
    ...(has("gre", "egre", "mgre", "nvgre", "eoip")
      ? [["net.inet.gre.allow", "1"] as [string, string]]
      : []),
    ...(has("etherip") ? [["net.inet.etherip.allow", "1"] as [string, string]] : []),
    // The preferred gateway takes over all addresses; otherwise each gateway could be master of
    // some.
    ...(failover ? [["net.inet.carp.preempt", "1"] as [string, string]] : []),
  ];
}
