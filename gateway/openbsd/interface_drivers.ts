/**
 * Drivers of network interfaces: which of them are virtual, and what each can do.
 *
 * Source: ifconfig(8), the manual page of each driver, netstart(8) of February 2025, and the
 * release notes for the releases.
 * @module
 */
import type { CutOverName } from "./cut_overs.ts";

/** Properties of a driver of virtual interfaces. */
export interface PseudoDriver {
  /** The change that added it, if newer than 6.6. */
  since?: CutOverName;
  /** It is point-to-point: ifconfig(8) takes the far end's address. */
  pointToPoint?: true;
  /** It carries Ethernet frames, so that other interfaces can be on top of it. */
  ethernet?: true;
  /** netstart(8) starts it after the default routes. */
  late?: true;
}

const ETHERNET = { ethernet: true } as const;
const JOINS = { pointToPoint: true } as const;

/** Virtual interfaces: those that ifconfig(8) creates, and those of a kernel or a daemon. */
export const PSEUDO_DRIVERS: ReadonlyMap<string, PseudoDriver> = new Map<string, PseudoDriver>([
  ["aggr", ETHERNET],
  ["bpe", ETHERNET],
  ["bridge", {}],
  ["carp", {}],
  ["egre", { ...ETHERNET, late: true }],
  ["enc", {}],
  ["eoip", { ...ETHERNET, late: true }],
  ["etherip", { ...ETHERNET, late: true }],
  ["gif", { ...JOINS, late: true }],
  ["gre", { ...JOINS, late: true }],
  ["lo", {}],
  ["mgre", {}],
  ["mpe", {}],
  ["mpip", {}],
  ["mpw", {}],
  ["nvgre", { ...ETHERNET, late: true }],
  ["pair", ETHERNET],
  ["pflog", {}],
  ["pflow", { late: true }],
  ["pfsync", {}],
  ["ppp", JOINS],
  ["pppac", {}],
  ["pppoe", JOINS],
  ["pppx", JOINS],
  ["rport", JOINS],
  ["sec", { ...JOINS, since: "sec" }],
  ["svlan", ETHERNET],
  ["tap", { ...ETHERNET, late: true }],
  ["tpmr", ETHERNET],
  ["trunk", ETHERNET],
  ["tun", { ...JOINS, late: true }],
  ["veb", { since: "veb" }],
  ["vether", ETHERNET],
  ["vlan", ETHERNET],
  ["vport", { ...ETHERNET, since: "veb" }],
  ["vxlan", { ...ETHERNET, late: true }],
  ["wg", { since: "wg", late: true }],
]);

/** Names of interfaces on other systems: Linux, FreeBSD, bridges of a host. */
const FOREIGN =
  /^(eth|ens|eno|enp|enx|wlan|wlp|vtnet|br|virbr|bond|team|dummy|veth|tap|macvtap)[0-9]/;

/** Whether the name is that of another system's interface, and not of one of OpenBSD. */
export function isForeignName(name: string): boolean {
  return FOREIGN.test(name);
}
