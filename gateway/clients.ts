/**
 * Clients: laptops and phones that connect over IKEv2.
 * @module
 */
import type { Ikev2Tunnel, Phase } from "./tunnel.ts";
import type { Certificate } from "./tunnel.ts";
import type { Cidr, SecretRef } from "./values.ts";

/** A user who connects. */
export interface ClientUser {
  /** Name for EAP. */
  name: string;
  /** Password; iked(8) needs it in clear (MS-CHAPv2). */
  password: SecretRef;
}

/** One kind of clients, which is one policy of iked(8). */
export interface Clients {
  /** Name of the policy. */
  name: string;
  /** Network that their addresses are taken from. */
  pool: Cidr;
  /** Networks that they may reach; empty: everything. */
  networks: Cidr[];
  /** Name servers for the clients. */
  nameservers: string[];
  /** Identity of the gateway, which its certificate must contain; absent: its host name. */
  srcid?: string;
  /**
   * Address that they connect to, if the gateway has several; or an interface or group that has it.
   */
  localAddress?: string;
  /** The gateway's certificate, and the authority that clients trust or are certified by. */
  certificate?: Certificate;
  /** Users with name and password (EAP); empty: clients authenticate by certificate or psk. */
  users: ClientUser[];
  /** One pre-shared key for all of them. */
  psk?: SecretRef;
  /** pf tag of their packets. */
  tag?: string;
}

const set = (group: string) => ({ enc: "aes-256", auth: "hmac-sha2-256", group });

/** Strong transforms that Windows, iOS, macOS, Android and strongSwan can all be configured for. */
export const CLIENT_PHASES: { phase1: Phase; phase2: Phase } = {
  phase1: {
    sets: ["ecp256", "ecp384", "curve25519", "modp2048", "modp4096"].map(set),
    lifetime: 86400,
  },
  // Clients disagree about groups at a rekey; without one all of them stay connected.
  phase2: {
    sets: [{ enc: "aes-256-gcm", group: "none" }, set("none"), set("modp2048")],
    lifetime: 10800,
  },
};

/**
 * `clients` as a tunnel from what they reach to their pool, for checks and rules that work on
 * tunnels.
 */
export function asTunnel(clients: Clients): Ikev2Tunnel {
  const { name, networks, pool, psk, certificate, srcid, localAddress, tag } = clients;
  const everything = pool.includes(":") ? "::/0" : "0.0.0.0/0";
  return {
    name,
    ike: 2,
    mode: "passive",
    peer: "any",
    local: networks.length > 0 ? networks : [everything],
    remote: [pool],
    protocol: "esp",
    encapsulation: "tunnel",
    ipcomp: false,
    ...CLIENT_PHASES,
    auth: psk
      ? { method: "psk", psk }
      : certificate
      ? { method: "certificate", certificate }
      : { method: "keys" },
    ...(srcid === undefined ? {} : { srcid }),
    ...(localAddress === undefined ? {} : { localAddress }),
    ...(tag === undefined ? {} : { tag }),
  };
}
