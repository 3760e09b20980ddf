/**
 * The small files of /etc that say one thing each.
 * @module
 */
import type { Gateway, NetworkInterface } from "../spec/gateway.ts";

const lines = (list: string[]) => list.map((line) => `${line}\n`).join("");

/** net.inet.ip.forwarding for each word of the spec (ip(4)). */
export const FORWARDING = { none: 0, all: 1, ipsec: 2 } as const;

/** sysctl.conf(5): no blanks around `=`, because rc(8) up to 7.6 splits at them. */
export function renderSysctlConf(gateway: Gateway): string {
  const value = FORWARDING[gateway.forwarding];
  const six = gateway.network.interfaces.some((one) => one.address6 !== "none") ||
    gateway.tunnels.some((tunnel) =>
      [...tunnel.local, ...tunnel.remote].some((network) => network.includes(":"))
    );
  return lines([
    `net.inet.ip.forwarding=${value}`,
    ...(six ? [`net.inet6.ip6.forwarding=${value === 0 ? 0 : 1}`] : []),
    ...Object.entries(gateway.sysctl).map(([name, setting]) => `${name}=${setting}`),
  ]);
}

/** rc.conf.local(8): isakmpd and ipsecctl for IKEv1, iked for IKEv2. */
export function renderRcConfLocal(gateway: Gateway): string {
  return lines([
    ...(gateway.tunnels.some((tunnel) => tunnel.ike === 1)
      ? ["isakmpd_flags=-K", "ipsec=YES"]
      : []),
    ...(gateway.tunnels.some((tunnel) => tunnel.ike === 2) ? ["iked_flags="] : []),
    ...Object.entries(gateway.rcConf).map(([name, setting]) => `${name}=${setting}`),
  ]);
}

/** hostname.if(5) of one interface. */
export function renderHostnameIf(gateway: Gateway, one: NetworkInterface): string {
  const family = (address: string) => address.includes(":") ? "inet6" : "inet";
  // Up to 6.9 dhclient is the default; `dhcp` is understood long after.
  const dynamic = gateway.release.number < 70 ? "dhcp" : "inet autoconf";
  return lines([
    ...(one.vlan ? [`vnetid ${one.vlan.id} parent ${one.vlan.parent}`] : []),
    ...(one.mtu ? [`mtu ${one.mtu}`] : []),
    ...(one.description ? [`description "${one.description}"`] : []),
    ...(one.address === "none"
      ? []
      : [one.address === "autoconf" ? dynamic : `inet ${one.address}`]),
    ...(one.address6 === "none"
      ? []
      : [one.address6 === "autoconf" ? "inet6 autoconf" : `inet6 ${one.address6}`]),
    ...one.aliases.map((alias) => `${family(alias)} alias ${alias}`),
    ...one.options,
    "up",
  ]);
}

/** mygate(5). */
export function renderMygate(gateway: Gateway): string {
  return lines(
    [gateway.network.gateway, gateway.network.gateway6].filter((one) => one !== undefined),
  );
}

/** myname(5). */
export function renderMyname(gateway: Gateway): string {
  return lines([gateway.hostname]);
}

/** hosts(5): the loopback addresses, the gateway itself, and the spec's own lines. */
export function renderHosts(gateway: Gateway): string {
  const short = gateway.hostname.split(".")[0]!;
  const names = short === gateway.hostname ? short : `${gateway.hostname} ${short}`;
  const own = gateway.network.interfaces.flatMap((one) => [one.address, one.address6]).filter((
    text,
  ) => text.includes("/"));
  return lines([
    "127.0.0.1\tlocalhost",
    "::1\t\tlocalhost",
    ...own.slice(0, 1).map((cidr) => `${cidr.split("/")[0]}\t${names}`),
    ...gateway.network.hosts.map((host) => `${host.address}\t${host.names.join(" ")}`),
  ]);
}

/** resolv.conf(5). */
export function renderResolvConf(gateway: Gateway): string {
  const { search, nameservers } = gateway.network;
  return lines([
    ...(search.length > 0 ? [`search ${search.join(" ")}`] : []),
    ...nameservers.map((server) => `nameserver ${server}`),
    "lookup file bind",
  ]);
}

/** installurl(5). */
export function renderInstallurl(gateway: Gateway): string {
  return lines([gateway.installurl]);
}

/** doas.conf(5); empty where nobody is permitted anything. */
export function renderDoasConf(gateway: Gateway): string {
  const option = { password: "", persist: " persist", nopass: " nopass" };
  return lines(
    gateway.access.users.flatMap((user) =>
      user.doas === "no" ? [] : [`permit${option[user.doas]} ${user.name}`]
    ),
  );
}
