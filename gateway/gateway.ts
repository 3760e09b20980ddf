/**
 * The gateway as every renderer sees it: the description after its defaults are filled in, its
 * short forms expanded and its meaning checked. Renderers take a {@linkcode Gateway} and nothing
 * else, so that none of them has to know the short forms.
 *
 * The shape that users write is in `schema.ts`; `load.ts` turns that into this.
 * @module
 */
import type { Clients } from "./clients.ts";
import type { Failover } from "./failover.ts";
import type { Firewall } from "./firewall.ts";
import type { NetworkInterface } from "./interface.ts";
import type { Tunnel } from "./tunnel.ts";
import type { Cidr, SecretRef } from "./values.ts";

export type { Failover } from "./failover.ts";
export type {
  AddressWord,
  AllowRule,
  ConnectionRate,
  Firewall,
  NatRule,
  RedirectRule,
} from "./firewall.ts";
export type { NetworkInterface } from "./interface.ts";
export type { Cidr, SecretRef } from "./values.ts";
export type {
  Ikev1Tunnel,
  Ikev2Tunnel,
  Phase,
  TransformSet,
  Tunnel,
  TunnelAuth,
} from "./tunnel.ts";

/** The architectures Gatewright installs. */
export type Arch = "amd64" | "i386";

/** An OpenBSD release, e.g. 7.9 on amd64. */
export interface Release {
  /** As in `uname -r` and in paths on mirrors: `"7.9"`. */
  version: string;
  /** As in file names (`base79.tgz`): major * 10 + minor. Orders releases: 66 < 79 < 80. */
  number: number;
  /** The machine architecture. */
  arch: Arch;
  /** Mirror up to and including `pub/OpenBSD`, without a trailing slash; `https`, `http` or `file`. */
  mirror?: string;
  /** Absolute path of a signify public key that replaces the built-in ones. */
  key?: string;
  /** Rehearse with a stand-in for the installer; the disk does not boot OpenBSD. */
  rehearsal?: true;
}

/** One partition of a custom layout, in terms of `disklabel -T`. */
export interface Partition {
  /** A mount point such as `/` or `/var`, or `swap`. */
  mount: string;
  /** Smallest size in MiB. */
  size: number;
  /** The partition grows into the remaining space (at most one per layout). */
  grow: boolean;
}

/** The disk to install on. */
export interface Disk {
  /** Size of the raw image in MiB. */
  size: number;
  /** `single`: one root and a small swap; `auto`: OpenBSD's own layout; else the partitions in order. */
  layout: "single" | "auto" | Partition[];
}

/** A static route. */
export interface Route {
  /** Destination network. */
  to: Cidr;
  /** Router address; a link-local one with its interface, `fe80::1%vio0`. */
  via: string;
}

/** Interfaces, routes and name service. */
export interface Network {
  /** Interfaces, one `hostname.if(5)` file each. */
  interfaces: NetworkInterface[];
  /**
   * IPv4 default router, for `/etc/mygate`; with its interface if outside every subnet:
   * `192.0.2.1%vio0`.
   */
  gateway?: string;
  /**
   * IPv6 default router, for `/etc/mygate`; a link-local one with its interface: `fe80::1%vio0`.
   */
  gateway6?: string;
  /** Static routes; routers as in `gateway`. */
  routes: Route[];
  /** Addresses of name servers, for resolv.conf(5). */
  nameservers: string[];
  /** `search` of resolv.conf(5). */
  search: string[];
  /** Extra lines of `/etc/hosts`. */
  hosts: { address: string; names: string[] }[];
}

/** How an account authenticates on the console. */
export type Password =
  | { kind: "none" }
  | { kind: "hash"; hash: string }
  | { kind: "secret"; ref: SecretRef };

/** An account of a person. */
export interface User {
  /** Login name. */
  name: string;
  /** The GECOS field of passwd(5). */
  fullName: string;
  /** Public ssh keys, one `authorized_keys` line each. */
  keys: string[];
  /** How the user authenticates on the console and to doas(1). */
  password: Password;
  /** Member of group wheel. */
  wheel: boolean;
  /** What doas.conf(5) permits the user to run as root. */
  doas: "no" | "password" | "persist" | "nopass";
}

/** Who can log in to the gateway. */
export interface Access {
  /** How root authenticates on the console. */
  rootPassword: Password;
  /** Public ssh keys of root, one `authorized_keys` line each. */
  rootKeys: string[];
  /** `PermitRootLogin` of sshd_config(5). */
  rootSsh: "no" | "yes" | "prohibit-password";
  /** Accounts of people; the installer creates the first. */
  users: User[];
}

/** One file to add to the gateway. */
export interface ExtraFile {
  /** Absolute path on the gateway. */
  path: string;
  /** Text, the absolute path of a file on this host, or a secret. */
  content: { kind: "text"; text: string } | { kind: "source"; file: string } | {
    kind: "secret";
    ref: SecretRef;
  };
  /**
   * Append to the release's own file instead of replacing it; create it with mode 0600 if it does
   * not exist.
   */
  append: boolean;
  /** Permission bits, e.g. 0o644. */
  mode: number;
  /** User name or number on the gateway. */
  owner: string;
  /** Group name or number on the gateway. */
  group: string;
}

/** A network card of the libvirt guest. */
export interface DomainInterface {
  /** Bridge of the host, such as `br0`. */
  bridge: string;
  /**
   * Lower case, separated by colons; derived from hostname and index if the description says
   * `random`.
   */
  mac: string;
}

/** The libvirt guest. */
export interface Domain {
  /** libvirt's name of the guest. */
  name: string;
  /** Stable UUID, derived from name and hostname if the description has none. */
  uuid: string;
  /** Memory in MiB. */
  memory: number;
  /** CPUs at boot, and the maximum. */
  vcpus: { current: number; maximum: number };
  /** `host-passthrough`, `host-model`, or a CPU model name. */
  cpu: string;
  /** Absolute path of a block device (below `/dev/`) or of a file. */
  disk: string;
  /** Image format; absent: `raw`. Set by a build, never by a description. */
  format?: "qcow2";
  /** `cache` attribute of the disk driver; absent: chosen by the kind of disk. */
  cache?: "none" | "writethrough" | "writeback" | "directsync" | "unsafe";
  /** Blocks that the guest discards are returned to the host. */
  discard: boolean;
  /** Network cards in the order of the gateway's interfaces. */
  interfaces: DomainInterface[];
  /** `virtio`: virtio disk and network; `legacy`: IDE disk and e1000. */
  hardware: "virtio" | "legacy";
  /** QEMU's machine type. */
  machine: "q35" | "pc";
  /** Firmware; `uefi` needs OVMF on the host. */
  firmware: "bios" | "uefi";
  /** Give the guest a virtio random number generator. */
  rng: boolean;
  /** `none`: serial console only. */
  graphics: "none" | "vnc" | "spice";
  /** Start with the host. */
  autostart: boolean;
  /** Text for people, shown by `virsh desc`. */
  description?: string;
}

/** A gateway, complete and checked. */
export interface Gateway {
  /** The file the description was read from, as the user named it; messages start with it. */
  file: string;
  /** Stem of every output file. */
  name: string;
  /** Contents of /etc/myname: a host name, fully qualified or short. */
  hostname: string;
  /** The release to install. */
  release: Release;
  /** Name of the time zone, relative to /usr/share/zoneinfo. */
  timezone: string;
  /** The disk and its layout. */
  disk: Disk;
  /** Its interfaces, routes and names. */
  network: Network;
  /** Who can log in. */
  access: Access;
  /** The rules of pf(4). */
  firewall: Firewall;
  /** net.inet.ip.forwarding: `all` 1, `ipsec` 2, `none` 0. */
  forwarding: "all" | "ipsec" | "none";
  /** Failover with another gateway. */
  failover?: Failover;
  /** Its IPsec tunnels, in the order of the description. */
  tunnels: Tunnel[];
  /** Its dial-in clients, in the order of the description. */
  clients: Clients[];
  /** Packages that the first boot installs with pkg_add(1). */
  packages: string[];
  /** The first boot runs syspatch(8). */
  syspatch: boolean;
  /** Further sysctl.conf(5) settings. */
  sysctl: ReadonlyMap<string, string>;
  /** Further rc.conf.local(8) settings. */
  rcConf: ReadonlyMap<string, string>;
  /** /etc/installurl, without a trailing slash. */
  installurl: string;
  /** Further files, for anything without a field of its own. */
  files: ExtraFile[];
  /** Speed of the serial console in baud. */
  consoleSpeed: number;
  /** The libvirt guest. */
  domain: Domain;
}
