/**
 * Policies of iked(8) for one peer, and which of them iked cannot distinguish.
 * @module
 */
import { parseAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import type { Ikev2Tunnel } from "../tunnel.ts";
import { sourceAddress } from "../way_to.ts";

/**
 * The keys by which iked of the release selects a policy, normalised for comparison; absent:
 * matches anything.
 */
interface Policy {
  dstid: string | undefined;
  srcid: string | undefined;
  /** Local address. */
  here: string | undefined;
  /** Transforms of phase 1; empty: the daemon's defaults. */
  sets: ReadonlySet<string>;
}

function policyOf(gateway: Gateway, tunnel: Ikev2Tunnel): Policy {
  const from = sourceAddress(gateway, tunnel);
  const { number } = gateway.release;
  const sets = knows(number, "ikedChoosesBySets") ? tunnel.phase1.sets : [];
  return {
    dstid: identity(tunnel.dstid),
    srcid: knows(number, "ikedChoosesBySrcid") ? identity(tunnel.srcid) : undefined,
    here: from === undefined || !parseAddress(from) ? undefined : identity(from),
    sets: new Set(sets.map(({ auth, enc, group }) => `${auth} ${enc} ${group}`)),
  };
}

/** Addresses are normalised. */
function identity(text: string | undefined): string | undefined {
  const address = text === undefined ? undefined : parseAddress(text);
  return address ? `address ${address.family} ${address.value}` : text && `text ${text}`;
}

/** Whether no peer can match both tunnels. */
export function toldApart(gateway: Gateway, a: Ikev2Tunnel, b: Ikev2Tunnel): boolean {
  return differ(policyOf(gateway, a), policyOf(gateway, b));
}

function differ(a: Policy, b: Policy): boolean {
  const apart = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && one !== other;
  return apart(a.dstid, b.dstid) || apart(a.srcid, b.srcid) || apart(a.here, b.here) ||
    a.sets.size > 0 && b.sets.size > 0 && a.sets.isDisjointFrom(b.sets);
}

/** A policy and its position. */
interface Placed<T> {
  tunnel: T;
  policy: Policy;
  order: number;
}

/** Policies in order, indexed by their identities. */
export class Policies<T extends Ikev2Tunnel> {
  /** By dstid, and by srcid within. */
  readonly #all = new Map<string | undefined, Map<string | undefined, Placed<T>[]>>();
  #count = 0;

  /** An empty index. */
  constructor(private readonly gateway: Gateway) {}

  /** Adds a policy at the end. */
  add(tunnel: T): void {
    const policy = policyOf(this.gateway, tunnel);
    const bySrcid = this.#all.get(policy.dstid) ?? new Map<string | undefined, Placed<T>[]>();
    this.#all.set(policy.dstid, bySrcid);
    const alike = bySrcid.get(policy.srcid) ?? [];
    bySrcid.set(policy.srcid, alike);
    alike.push({ tunnel, policy, order: this.#count++ });
  }

  /** The first policy that iked cannot distinguish from `tunnel`. */
  twinOf(tunnel: Ikev2Tunnel): T | undefined {
    const policy = policyOf(this.gateway, tunnel);
    let first: Placed<T> | undefined;
    for (const bySrcid of fitting(this.#all, policy.dstid)) {
      for (const alike of fitting(bySrcid, policy.srcid)) {
        const twin = alike.find((one) => !differ(one.policy, policy));
        if (twin && (!first || twin.order < first.order)) first = twin;
      }
    }
    return first?.tunnel;
  }
}

/** Entries under `name` and those without a name; all entries if `name` is undefined. */
function fitting<T>(map: ReadonlyMap<string | undefined, T>, name: string | undefined): T[] {
  if (name === undefined) return [...map.values()];
  return [map.get(name), map.get(undefined)].filter((one) => one !== undefined);
}
