/**
 * Laptops and phones that dial in over IKEv2.
 * @module
 */
import type { Ikev2Tunnel, Phase } from "./tunnel.ts";
import type { Certificate } from "./tunnel.ts";
import type { Cidr, SecretRef } from "./values.ts";

/** A person who dials in. */
export interface ClientUser {
  /** The name that EAP asks for. */
  name: string;
  /** iked(8) needs it as it is (MS-CHAPv2). */
  password: SecretRef;
}

/** One kind of clients: one policy of iked(8). */
export interface Clients {
  /** Names the policy. */
  name: string;
  /** Where their addresses come from. */
  pool: Cidr;
  /** What they reach; empty: everything. */
  networks: Cidr[];
  /** Name servers that they are given. */
  nameservers: string[];
  /** Identity of the gateway, which its certificate must hold; absent: its host name. */
  srcid?: string;
  /** Address they call, where the gateway has several; or an interface or group that has it. */
  localAddress?: string;
  /** The gateway's certificate, and the authority that clients trust or come from. */
  certificate?: Certificate;
  /** Who proves themselves by name and password; empty: by certificate, or by the psk. */
  users: ClientUser[];
  /** One key for all of them. */
  psk?: SecretRef;
  /** pf tag of their packets. */
  tag?: string;
}

const set = (group: string) => ({ enc: "aes-256", auth: "hmac-sha2-256", group });

/** What Windows, iOS, macOS, Android and strongSwan can be told to use, and nothing weak. */
export const CLIENT_PHASES: { phase1: Phase; phase2: Phase } = {
  phase1: {
    sets: ["ecp256", "ecp384", "curve25519", "modp2048", "modp4096"].map(set),
    lifetime: 86400,
  },
  // Clients do not agree about groups at a rekey; with none all of them stay up.
  phase2: {
    sets: [{ enc: "aes-256-gcm", group: "none" }, set("none"), set("modp2048")],
    lifetime: 10800,
  },
};

/**
 * `clients` as a tunnel from what they reach to their pool: what rules about traffic, and about who
 * may call, take them for.
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
