/**
 * Compares the two ends of one tunnel.
 * @module
 */
import { parseAddress, sameAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { sameIdentity, shownIdentity } from "../identity.ts";
import { agree, phaseSets } from "../openbsd/offers.ts";
import { protocolNumber } from "../openbsd/protocols.ts";
import { portNumber } from "../openbsd/services.ts";
import { ownPrefixes } from "../own_addresses.ts";
import type { Phase, TransformSet, Tunnel } from "../tunnel.ts";
import { sourceAddress } from "../way_to.ts";

/** One end. */
export interface End {
  /** The gateway it is on. */
  gateway: Gateway;
  /** The tunnel as that gateway has it. */
  tunnel: Tunnel;
  /** Its pre-shared key, if it could be read; never shown. */
  psk?: string;
}

/** Fields of the near tunnel, each with both values. */
export type Disagreement = [field: string[], message: string];

/** Names of authentication methods in messages. */
const PROOF = { psk: "psk", keys: "public keys", certificate: "a certificate" } as const;

/** Everything that keeps the tunnel from coming up, or from carrying its packets. */
export function disagreements(nearEnd: End, farEnd: End): Disagreement[] {
  const [near, far] = [nearEnd.tunnel, farEnd.tunnel];
  const found: Disagreement[] = [];
  const differ = (field: string[], mine: unknown, theirs: unknown) => {
    if (mine !== theirs) found.push([field, `found ${mine}, but ${theirs}`]);
  };
  differ(["ike"], near.ike, far.ike);
  if (near.ike !== far.ike) return found;
  const list = (networks: string[]) => [...networks].sort().join(", ");
  differ(["remote"], list(near.remote), list(far.nat ? [far.nat] : far.local));
  differ(["local"], list(near.nat ? [near.nat] : near.local), list(far.remote));
  if (near.ike === 1 && far.ike === 1) differ(["exchange"], near.exchange, far.exchange);
  differ(["protocol"], near.protocol, far.protocol);
  differ(["encapsulation"], near.encapsulation, far.encapsulation);
  found.push(...traffic(near, far), ...addresses(nearEnd, farEnd));
  differ(["psk"], PROOF[near.auth.method], PROOF[far.auth.method]);
  if (nearEnd.psk !== undefined && farEnd.psk !== undefined && nearEnd.psk !== farEnd.psk) {
    found.push([["psk"], "the psk differs from the one"]);
  }
  found.push(...identities(nearEnd, farEnd));
  for (const phase of [1, 2] as const) found.push(...transforms(nearEnd, farEnd, phase));
  if (near.ike === 1) found.push(...lifetime(near.phase1, far.phase1));
  if (near.mode === "passive" && far.mode === "passive") {
    found.push([["mode"], "neither end starts the negotiation: passive here and"]);
  }
  return found;
}

/** The protocol and ports that are carried, as numbers: `http` is 80. */
function traffic(near: Tunnel, far: Tunnel): Disagreement[] {
  const proto = ({ proto = "any protocol" }: Tunnel) => protocolNumber(proto) ?? proto;
  const port = (text = "any port") => portNumber(text) ?? text;
  const parts: [field: string, mine: unknown, theirs: unknown][] = [
    ["proto", proto(near), proto(far)],
    ["localPort", port(near.localPort), port(far.remotePort)],
    ["remotePort", port(near.remotePort), port(far.localPort)],
  ];
  return parts.flatMap(([field, mine, theirs]): Disagreement[] =>
    mine === theirs ? [] : [[[field], `found ${mine}, but ${theirs}`]]
  );
}

/** Each end accepts packets only from the address that it knows of the other. */
function addresses(near: End, far: End): Disagreement[] {
  const found: Disagreement[] = [];
  const [mine, theirs] = [otherAddress(near, far.tunnel), otherAddress(far, near.tunnel)];
  if (mine !== undefined) {
    found.push([["localAddress"], `this end sends from ${mine}, but peer is ${far.tunnel.peer}`]);
  }
  if (theirs !== undefined) {
    found.push([["peer"], `found ${near.tunnel.peer}, but packets come from ${theirs}`]);
  }
  return found;
}

/** The address that `tunnel` speaks from, if `other` expects another one of the gateway's own. */
function otherAddress({ gateway, tunnel }: End, other: Tunnel): string | undefined {
  const speaks = sourceAddress(gateway, tunnel);
  const [from, wanted] = [parseAddress(speaks ?? ""), parseAddress(other.peer)];
  if (!from || !wanted || sameAddress(from, wanted)) return undefined;
  return ownPrefixes(gateway).some((own) => sameAddress(own, wanted)) ? speaks : undefined;
}

function identities(near: End, far: End): Disagreement[] {
  const found: Disagreement[] = [];
  const [shown, wanted] = [shownIdentity(near.gateway, near.tunnel), far.tunnel.dstid];
  if (shown !== undefined && wanted !== undefined && !sameIdentity(shown, wanted)) {
    found.push([["srcid"], `this end sends ${shown}, but dstid is ${wanted}`]);
  }
  const [theirs, expected] = [shownIdentity(far.gateway, far.tunnel), near.tunnel.dstid];
  if (theirs !== undefined && expected !== undefined && !sameIdentity(theirs, expected)) {
    found.push([["dstid"], `found ${expected}, but ${theirs} is sent`]);
  }
  return found;
}

function transforms(near: End, far: End, phase: 1 | 2): Disagreement[] {
  const sets = ({ gateway, tunnel }: End) => phaseSets(tunnel, phase, gateway.release.number);
  const [mine, theirs] = [sets(near), sets(far)];
  const encrypts = phase === 1 || near.tunnel.protocol === "esp";
  const keys = phase === 2
    ? ["auth", ...(encrypts ? ["enc" as const] : []), "group"] as const
    : near.tunnel.ike === 2
    ? ["auth", "enc", "prf", "group"] as const
    : ["auth", "enc", "group"] as const;
  const fits = (a: TransformSet, b: TransformSet, key: typeof keys[number]) =>
    agree(key, valueOf(a, key), valueOf(b, key));
  if (mine.some((a) => theirs.some((b) => keys.every((key) => fits(a, b, key))))) return [];
  const [a, b] = [mine[0], theirs[0]];
  // With one proposal on each side, every difference is reported.
  if (a && b && isOne(mine) && isOne(theirs)) {
    return keys.filter((key) => !fits(a, b, key)).map((key) => [
      [`phase${phase}`, key],
      `found ${valueOf(a, key)}, but ${valueOf(b, key)}`,
    ]);
  }
  return [[[`phase${phase}`], "no set of transforms in common with those"]];
}

/** Whether the proposals differ in their groups only. */
function isOne(sets: TransformSet[]): boolean {
  return sets.every(({ auth, enc, prf }) =>
    auth === sets[0]!.auth && enc === sets[0]!.enc && prf === sets[0]!.prf
  );
}

/** Without a prf, that of `auth` is used. */
function valueOf(set: TransformSet, key: "auth" | "enc" | "prf" | "group"): string {
  return set[key] ?? (key === "prf" ? set.auth ?? "hmac-sha2-256" : "none");
}

/** isakmpd compares a configured lifetime for equality; without one it accepts 1 min to 24 h. */
function lifetime(near: Phase, far: Phase): Disagreement[] {
  const [mine, theirs] = [near.lifetime, far.lifetime];
  const where = ["phase1", "lifetime"];
  if (mine === theirs) return [];
  if (mine !== undefined && theirs !== undefined) {
    return [[where, `found ${mine} s, but ${theirs} s`]];
  }
  // Without a lifetime isakmpd proposes an hour; only the initiator's value counts then.
  return (mine ?? theirs) === 3600 ? [] : [[
    where,
    `found ${mine ?? "no"} lifetime, but ${theirs ?? "none"}; write the same, or none,`,
  ]];
}
