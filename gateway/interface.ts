/**
 * Network interfaces as renderers see them: what every interface has, and what each kind has besides.
 * @module
 */
import type { Cidr, SecretRef } from "./values.ts";

/** Of vlan(4). */
export interface VlanKind {
  /** The tag, 1 to 4094. */
  id: number;
  /** The interface that carries it. */
  parent: string;
}

/** Of carp(4): an address that two gateways share. */
export interface CarpKind {
  /** The group of gateways, 1 to 255; unique on a carpdev. */
  vhid: number;
  /** The interface that carries its traffic. */
  carpdev: string;
  /** 0 to 254 of 256th parts of a second; the gateway with the lowest one is master. */
  advskew: number;
  /** Seconds between advertisements. */
  advbase: number;
  /** What the advertisements are signed with. */
  password?: SecretRef;
  /** The other gateway's address, where advertisements do not go to the group 224.0.0.18. */
  peer?: string;
}

/** Of pfsync(4): states of pf(4) for the other gateway. */
export interface PfsyncKind {
  /** The interface that carries them. */
  syncdev: string;
  /** The other gateway's address, where they do not go to the group 224.0.0.240. */
  syncpeer?: string;
  /** The first packet of a connection waits until the other gateway knows of it. */
  defer: boolean;
}

/** Of gre(4), gif(4) and etherip(4): the addresses around what is inside. */
export interface EncapsulationKind {
  /** The gateway's own address. */
  local: string;
  /** The other end's address. */
  remote: string;
}

/** A peer of wg(4). */
export interface WgPeer {
  /** A name for people. */
  name: string;
  /** Its public key, 32 bytes in base64. */
  publicKey: string;
  /** A key that both know, besides. */
  psk?: SecretRef;
  /** Where it is: an address and a port. Absent: it is where it was heard of last. */
  endpoint?: { address: string; port: number };
  /** The addresses behind it, which it may send from. */
  allowed: Cidr[];
  /** Seconds between packets that keep a NAT open. */
  keepalive?: number;
}

/** Of wg(4). */
export interface WgKind {
  /** The udp port; absent: one that the kernel chooses. */
  port?: number;
  /** The private key, 32 bytes in base64. */
  key: SecretRef;
  /** Who it speaks with. */
  peers: WgPeer[];
}

/** Of pppoe(4). */
export interface PppoeKind {
  /** The interface towards the modem. */
  dev: string;
  /** The user name from the provider. */
  user: string;
  /** The password that the provider gave. */
  password: SecretRef;
  /** How they are sent. */
  authproto: "pap" | "chap";
}

/** Of aggr(4), veb(4) and bridge(4). */
export interface PortsKind {
  /** The interfaces that are joined. */
  ports: string[];
}

/** What the field of each kind holds. */
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
  /** sec(4), which has nothing but its addresses. */
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

/** The kinds that have a field of their own, which bears their driver's name. */
export type InterfaceKind = keyof KindFields;

/** What every interface has. */
export interface CommonInterface {
  /** OpenBSD's name: `vio0`, `em0`, `vlan10`. */
  name: string;
  /** Address with prefix length; `autoconf` is DHCP, and for pppoe(4) the provider's. */
  address: Cidr | "autoconf" | "none";
  /** IPv6 address with prefix length; `autoconf` is SLAAC. */
  address6: Cidr | "autoconf" | "none";
  /** Further addresses of either family, with prefix lengths. */
  aliases: Cidr[];
  /** The address of the far end of a point-to-point interface. */
  peer?: string;
  /** Words of `inet6` of ifconfig(8), such as `eui64` and `-temporary`. */
  inet6?: string[];
  /** Groups besides those that the kernel makes. */
  groups?: string[];
  /** Routing domain. */
  rdomain?: number;
  /** Bytes; absent: the driver's own. */
  mtu?: number;
  /** Text shown by ifconfig(8). */
  description?: string;
  /** Raw `hostname.if(5)` lines, appended as they are. */
  options: string[];
}

/**
 * A network interface as `hostname.if(5)` configures it. It has the field of one kind at most (`check`
 * sees to that), and that is the one of its name: cards, and what no field is needed for (lo, vether,
 * vport, what raw lines describe), have none.
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

/** The driver of an interface: `vlan10` is one of vlan(4). */
export function driverOf(name: string): string {
  return name.replace(/[0-9]+$/, "");
}

/** The interfaces that the traffic of `one` goes through: its parent, carpdev, syncdev, dev or ports. */
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
