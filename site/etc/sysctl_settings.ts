/**
 * The kernel settings of a gateway: what sysctl.conf sets and the self-check wants to find.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { driverOf } from "../../gateway/interface.ts";
import { ikev2Tunnels } from "../../gateway/tunnel.ts";
import { usesIpv6 } from "../../gateway/uses_ipv6.ts";

/** net.inet.ip.forwarding for each word of the description (ip(4)). */
const FORWARDING = { none: 0, all: 1, ipsec: 2 } as const;

/**
 * Names and values of sysctl(8), in order; the description's own settings come last and win.
 *
 * IPv6 has forwarding of IPsec traffic alone since 7.6 (sys/netinet6/ip6_input.c took a 2 in July
 * 2024); before, it forwards all, and pf.conf keeps the rest out. esp(4) and ah(4) are enabled by
 * default in every release from 6.6 on, so they are not set.
 *
 * @throws {GatewrightError} (description) if a value has blanks.
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
  // ipcomp(4), other than esp(4) and ah(4), is turned off by default.
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

/** What drivers need: gre(4) and etherip(4) are turned off by default, and carp(4) gives way alone. */
function interfaceSettings({ network, failover }: Gateway): [name: string, value: string][] {
  const has = (...drivers: string[]) =>
    network.interfaces.some(({ name }) => drivers.includes(driverOf(name)));
  return [
    ...(has("gre", "egre", "mgre", "nvgre", "eoip")
      ? [["net.inet.gre.allow", "1"] as [string, string]]
      : []),
    ...(has("etherip") ? [["net.inet.etherip.allow", "1"] as [string, string]] : []),
    // The gateway that is preferred takes all addresses, or the two would share the work by halves.
    ...(failover ? [["net.inet.carp.preempt", "1"] as [string, string]] : []),
  ];
}
