/**
 * IPsec tunnels as renderers see them. The two versions of IKE are two types, because they are run
 * by two daemons with different grammars: isakmpd(8) with ipsec.conf(5), and iked(8) with
 * iked.conf(5).
 * @module
 */
import type { FarEndName } from "./far_end_kinds.ts";
import type { Cidr, SecretRef } from "./values.ts";

/** Algorithms proposed together for one IKE phase. */
export interface TransformSet {
  /** Integrity algorithm; absent if `enc` includes authentication (GCM). */
  auth?: string;
  /** Encryption algorithm, as ipsec.conf(5) or iked.conf(5) names it. */
  enc: string;
  /** Pseudo-random function; phase 1 of IKEv2 only. Absent: as `auth`. */
  prf?: string;
  /** Diffie-Hellman group; `none` in phase 2 disables perfect forward secrecy. */
  group: string;
}

/** Proposals of one IKE phase, and the lifetime of its keys. */
export interface Phase {
  /** In order of preference; empty: the daemon's default. */
  sets: TransformSet[];
  /** Lifetime in seconds; absent: the daemon's default. */
  lifetime?: number;
  /** Lifetime in bytes; phase 2 of IKEv2 only. Absent: the daemon's default. */
  lifetimeBytes?: number;
}

/** A pair of networks that a tunnel joins. */
export interface Selector {
  /** On this side. */
  local: Cidr;
  /** On the other side. */
  remote: Cidr;
}

/** An X.509 certificate, its authority and its key, in PEM. */
export interface Certificate {
  /** The authority that signed the certificates of both ends. */
  ca: SecretRef;
  /** The gateway's own. */
  cert: SecretRef;
  /** The private key of `cert`. */
  key: SecretRef;
}

/** How the two ends authenticate. */
export type TunnelAuth =
  /** A pre-shared key. */
  | { method: "psk"; psk: SecretRef }
  /**
   * Public keys; `peerKey` (PEM) is installed under pubkeys of the daemon; without it the key must
   * come from elsewhere.
   */
  | { method: "keys"; peerKey?: SecretRef }
  /** Certificates. */
  | { method: "certificate"; certificate: Certificate };

/** Fields of tunnels of both IKE versions. */
export interface CommonTunnel {
  /** Names its file in /etc/ipsec and its rules; the argument of vpnctl. */
  name: string;
  /**
   * Address, network (IKEv2) or host name of the other end; `any` for peers with dynamic addresses.
   */
  peer: string;
  /** Local address, if the gateway has several; or an interface or group that has it. */
  localAddress?: string;
  /** Networks on this side; those of `selectors` if present. */
  local: Cidr[];
  /** Networks on the other side; those of `selectors` if present. */
  remote: Cidr[];
  /**
   * The pairs that are joined; absent: each with each. {@linkcode selectorsOf} returns them in
   * either case.
   */
  selectors?: Selector[];
  /** Only traffic of this IP protocol, a name of protocols(5) or a number. */
  proto?: string;
  /** Only traffic of this port on this side (tcp and udp): a number or a name of services(5). */
  localPort?: string;
  /** Only traffic to this port on the other side. */
  remotePort?: string;
  /** The sec(4) interface, used by routes in place of flows. */
  iface?: string;
  /** `esp` encrypts, `ah` only authenticates. */
  protocol: "esp" | "ah";
  /** `transport` protects the traffic of the gateway itself only. */
  encapsulation: "tunnel" | "transport";
  /** IKE SA. */
  phase1: Phase;
  /** Child SA (IKEv2), quick mode (IKEv1). */
  phase2: Phase;
  /** How the ends authenticate. */
  auth: TunnelAuth;
  /** Identity sent to the peer; absent: the daemon's default. */
  srcid?: string;
  /** Identity that the peer must send. */
  dstid?: string;
  /** pf tag of the tunnel's packets. */
  tag?: string;
  /**
   * Source NAT: the network that the other end sees instead of `local` (the `(A)` form of
   * ipsec.conf).
   */
  nat?: string;
  /** Kind of the other end, for `far-end` and for warnings. */
  farEnd?: FarEndName;
}

/** A tunnel of isakmpd(8), written to ipsec.conf(5). */
export interface Ikev1Tunnel extends CommonTunnel {
  /** The version of IKE. */
  ike: 1;
  /** `active` starts the negotiation; `dynamic` also watches for dead peers. */
  mode: "active" | "passive" | "dynamic";
  /** The phase 1 exchange. */
  exchange: "main" | "aggressive";
}

/** A tunnel of iked(8), written to iked.conf(5). */
export interface Ikev2Tunnel extends CommonTunnel {
  /** The version of IKE. */
  ike: 2;
  /** `active` starts the negotiation; iked always watches for dead peers. */
  mode: "active" | "passive";
  /** Packets are compressed before they are encrypted (ipcomp(4)). */
  ipcomp: boolean;
}

/** One IPsec tunnel. */
export type Tunnel = Ikev1Tunnel | Ikev2Tunnel;

/** The tunnels of isakmpd(8) among `tunnels`, in their order. */
export function ikev1Tunnels(tunnels: readonly Tunnel[]): Ikev1Tunnel[] {
  return tunnels.filter((tunnel) => tunnel.ike === 1);
}

/** The tunnels of iked(8) among `tunnels`, in their order. */
export function ikev2Tunnels(tunnels: readonly Tunnel[]): Ikev2Tunnel[] {
  return tunnels.filter((tunnel) => tunnel.ike === 2);
}

/**
 * The pairs of networks that `tunnel` joins, both of one family, in the order of the description.
 */
export function selectorsOf({ selectors, local, remote }: Tunnel): Selector[] {
  return selectors ?? local.flatMap((near) =>
    remote
      .filter((far) => far.includes(":") === near.includes(":"))
      .map((far) => ({ local: near, remote: far }))
  );
}
