/**
 * IPsec tunnels as renderers see them. The two versions of IKE are two types, because two daemons
 * with two grammars run them: isakmpd(8) with ipsec.conf(5), and iked(8) with iked.conf(5).
 * @module
 */
import type { Cidr, SecretRef } from "./values.ts";

/** Algorithms that are offered together for one IKE phase. */
export interface TransformSet {
  /** Integrity algorithm; absent where `enc` authenticates by itself (GCM). */
  auth?: string;
  /** Encryption algorithm, as ipsec.conf(5) or iked.conf(5) names it. */
  enc: string;
  /** Pseudo-random function; phase 1 of IKEv2 only. Absent: as `auth`. */
  prf?: string;
  /** Diffie-Hellman group; `none` in phase 2 turns perfect forward secrecy off. */
  group: string;
}

/** What one IKE phase offers, and how long its keys live. */
export interface Phase {
  /** In the order of preference; empty: what the daemon offers by itself. */
  sets: TransformSet[];
  /** Seconds; absent: the daemon's own. */
  lifetime?: number;
}

/** How the two ends prove who they are. */
export type TunnelAuth =
  /** A pre-shared key. */
  | { method: "psk"; psk: SecretRef }
  /** Public keys under /etc/isakmpd/pubkeys or /etc/iked/pubkeys. */
  | { method: "keys" };

/** What tunnels of both IKE versions have. */
interface CommonTunnel {
  /** Names its file in /etc/ipsec and its rules; the word for vpnctl. */
  name: string;
  /** Address or host name of the other end; `any` for peers with changing addresses. */
  peer: string;
  /** Address the gateway speaks from, where it has several. */
  localAddress?: string;
  /** Networks on this side. */
  local: Cidr[];
  /** Networks on the other side. */
  remote: Cidr[];
  /** `esp` encrypts, `ah` only signs. */
  protocol: "esp" | "ah";
  /** `transport` protects the traffic of the gateway itself only. */
  encapsulation: "tunnel" | "transport";
  /** Protects the negotiation (IKE SA). */
  phase1: Phase;
  /** Protects the traffic (child SA, quick mode). */
  phase2: Phase;
  /** How the ends prove who they are. */
  auth: TunnelAuth;
  /** Identity shown to the peer; absent: the daemon's own choice. */
  srcid?: string;
  /** Identity the peer must show. */
  dstid?: string;
  /** pf tag of the tunnel's packets. */
  tag?: string;
  /** Source NAT: the network the other end sees instead of `local` (the `(A)` form of ipsec.conf). */
  nat?: string;
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
