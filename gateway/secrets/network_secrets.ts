/**
 * The secrets of a gateway's network: passwords of carp(4) and pppoe(4), keys of wg(4) and of
 * sasyncd(8).
 * @module
 */
import type { Gateway, SecretRef } from "../gateway.ts";
import { hostnameWordFault } from "../network/hostname_word.ts";
import { sasyncKeyFault } from "./sasync_key.ts";

/** carp(4) keeps 20 bytes, including the final NUL. */
const CARP_BYTES = 19;

/** One of them: where it is kept, and how it is checked. */
export interface NetworkSecret {
  /** Its key in the map of secrets, from {@linkcode networkSecretKey}. */
  key: string;
  /** Where it is kept. */
  ref: SecretRef;
  /** Its path in the description. */
  path: (string | number)[];
  /** Its name in messages: `the password of carp0`. */
  what: string;
  /** Why the value cannot be used, without any part of it; undefined if it can. */
  fault: (value: string) => string | undefined;
  /** A warning about a usable value; undefined without one. */
  doubt?: (value: string) => string | undefined;
}

/** The key of a secret in the map of secrets; `peer` is the name of a peer of wg(4). */
export function networkSecretKey(name: string, peer?: string): string {
  return peer === undefined ? name : `${name} ${peer}`;
}

/** The key of the sasyncd(8) key in the map of secrets. */
export const FAILOVER_KEY = "failover";

/** The secrets of `gateway`, in the order of its interfaces. */
export function networkSecrets({ network, failover }: Gateway): NetworkSecret[] {
  const found: NetworkSecret[] = [];
  for (const [index, { name, carp, pppoe, wg }] of network.interfaces.entries()) {
    const path = ["network", "interfaces", index];
    const key = networkSecretKey(name);
    const what = `the ${wg ? "key" : "password"} of ${name}`;
    if (carp?.password) {
      found.push({
        key,
        ref: carp.password,
        path: [...path, "carp", "password"],
        what,
        fault: hostnameWordFault,
        doubt: cut,
      });
    }
    if (pppoe) {
      const at = [...path, "pppoe", "password"];
      found.push({ key, ref: pppoe.password, path: at, what, fault: hostnameWordFault });
    }
    if (!wg) continue;
    found.push({ key, ref: wg.key, path: [...path, "wg", "key"], what, fault: wgKeyFault });
    for (const [at, peer] of wg.peers.entries()) {
      if (!peer.psk) continue;
      found.push({
        key: networkSecretKey(name, peer.name),
        ref: peer.psk,
        path: [...path, "wg", "peers", at, "psk"],
        what: `the psk of ${name}'s peer ${peer.name}`,
        fault: wgKeyFault,
      });
    }
  }
  if (failover) {
    found.push({
      key: FAILOVER_KEY,
      ref: failover.key,
      path: ["failover", "key"],
      what: "the key of failover",
      fault: sasyncKeyFault,
    });
  }
  return found;
}

function cut(password: string): string | undefined {
  return new TextEncoder().encode(password).length > CARP_BYTES
    ? `is longer than ${CARP_BYTES} bytes, and carp ignores the rest`
    : undefined;
}

function wgKeyFault(key: string): string | undefined {
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(key)
    ? undefined
    : "is not a key of WireGuard: 32 bytes in base64, as from openssl rand -base64 32";
}
