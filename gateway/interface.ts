/**
 * Network interfaces as renderers see them: common fields, and the fields of each kind.
 * @module
 */
import type { Cidr, SecretRef } from "./values.ts";

/** Fields of vlan(4). */
export interface VlanKind {
  /** VLAN tag, 1 to 4094. */
  id: number;
  /** The parent interface. */
  parent: string;
}

/** Fields of carp(4): an address that two gateways share. */
export interface CarpKind {
  /** The virtual host id, 1 to 255; unique on a carpdev. */
  vhid: number;
  /** The interface for its advertisements. */
  carpdev: string;
  /** Advertisement skew, 0 to 254, in 1/256 s; the gateway with the lowest is master. */
  advskew: number;
  /** Advertisement interval in seconds. */
  advbase: number;
  /** Password that advertisements are signed with. */
  password?: SecretRef;
  /** The other gateway's address; absent: advertisements go to the group 224.0.0.18. */
  peer?: string;
}

/** Fields of pfsync(4), which copies states of pf(4) to the other gateway. */
export interface PfsyncKind {
  /** The interface for its packets. */
  syncdev: string;
  /** The other gateway's address; absent: packets go to the group 224.0.0.240. */
  syncpeer?: string;
  /** Delay the first packet of a connection until the other gateway knows the state. */
  defer: boolean;
}

/** Fields of gre(4), gif(4) and etherip(4): the outer addresses. */
export interface EncapsulationKind {
  /** The local address. */
  local: string;
  /** The remote address. */
  remote: string;
}

/** A wg(4) peer. */
export interface WgPeer {
  /** Its name in messages. */
  name: string;
  /** Its public key, 32 bytes in base64. */
  publicKey: string;
  /** Optional pre-shared key. */
  psk?: SecretRef;
  /** Endpoint, address and port; absent: the address it was last seen at. */
  endpoint?: { address: string; port: number };
  /** Networks behind the peer that it may send from. */
  allowed: Cidr[];
  /** Keepalive interval in seconds, for NAT. */
  keepalive?: number;
}

/** Fields of wg(4). */
export interface WgKind {
  /** The udp port; absent: chosen by the kernel. */
  port?: number;
  /** The private key, 32 bytes in base64. */
  key: SecretRef;
  /** Its peers. */
  peers: WgPeer[];
}

/** Fields of pppoe(4). */
export interface PppoeKind {
  /** The Ethernet interface towards the modem. */
  dev: string;
  /** User name. */
  user: string;
  /** Password. */
  password: SecretRef;
  /** Authentication protocol. */
  authproto: "pap" | "chap";
}

/** Fields of aggr(4), veb(4) and bridge(4). */
export interface PortsKind {
  /** The member interfaces. */
  ports: string[];
}

/** The type of each kind's field. */
export interface KindFields {
  /** vlan(4). */
  vlan: VlanKind;
  /** carp(4). */
  carp: CarpKind;
  /** pfsync(4). */
  pfsync: PfsyncKind;
  /** gre(4). */
  gre: EncapsulationKind;
  /** gif(4). */
  gif: EncapsulationKind;
  /** etherip(4). */
  etherip: EncapsulationKind;
  /** sec(4), which has only addresses. */
  sec: object;
  /** wg(4). */
  wg: WgKind;
  /** pppoe(4). */
  pppoe: PppoeKind;
  /** aggr(4). */
  aggr: PortsKind;
  /** veb(4). */
  veb: PortsKind;
  /** bridge(4). */
  bridge: PortsKind;
}

/** The kinds that have a field, named after their driver. */
export type InterfaceKind = keyof KindFields;

/** Fields of every interface. */
export interface CommonInterface {
  /** OpenBSD's name: `vio0`, `em0`, `vlan10`. */
  name: string;
  /**
   * Address with prefix length; `autoconf` is DHCP, or for pppoe(4) the address from the provider.
   */
  address: Cidr | "autoconf" | "none";
  /** IPv6 address with prefix length; `autoconf` is SLAAC. */
  address6: Cidr | "autoconf" | "none";
  /** Further addresses of either family, with prefix lengths. */
  aliases: Cidr[];
  /** The far-end address of a point-to-point interface. */
  peer?: string;
  /** Flags of `inet6` in ifconfig(8), such as `eui64` and `-temporary`. */
  inet6?: string[];
  /** Groups besides those that the kernel adds. */
  groups?: string[];
  /** Routing domain. */
  rdomain?: number;
  /** MTU in bytes; absent: the driver's default. */
  mtu?: number;
  /** Text shown by ifconfig(8). */
  description?: string;
  /** Raw `hostname.if(5)` lines, appended as they are. */
  options: string[];
}

/**
 * A network interface as `hostname.if(5)` configures it. It has the field of at most one kind (see
 * `check`), which matches its name; cards, and interfaces without such a field (lo, vether, vport,
 * or configured by raw lines), have none.
 */
export type NetworkInterface = CommonInterface & Partial<KindFields>;

/** The kinds that have a field, in the order of the schema. */
export const INTERFACE_KINDS = [
  "vlan",
  "carp",
  "pfsync",
  "gre",
  "gif",
  "etherip",
  "sec",
  "wg",
  "pppoe",
  "aggr",
  "veb",
  "bridge",
] as const satisfies InterfaceKind[];

/** The driver of an interface: `vlan` for `vlan10`. */
export function driverOf(name: string): string {
  return name.replace(/[0-9]+$/, "");
}

/** The interfaces that carry the traffic of `one`: its parent, carpdev, syncdev, dev or ports. */
export function carriersOf(one: NetworkInterface): { field: string[]; name: string }[] {
  const { vlan, carp, pfsync, pppoe } = one;
  const ports = (["aggr", "veb", "bridge"] as const).flatMap((kind) =>
    (one[kind]?.ports ?? []).map((name, at) => ({ field: [kind, "ports", String(at)], name }))
  );
  return [
    ...(vlan ? [{ field: ["vlan", "parent"], name: vlan.parent }] : []),
    ...(carp ? [{ field: ["carp", "carpdev"], name: carp.carpdev }] : []),
    ...(pfsync ? [{ field: ["pfsync", "syncdev"], name: pfsync.syncdev }] : []),
    ...(pppoe ? [{ field: ["pppoe", "dev"], name: pppoe.dev }] : []),
    ...ports,
  ];
}
