/**
 * Whether the two ends of a tunnel agree, if both descriptions are given.
 * @module
 */
import {
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import { type DescribedGateway, placeOf } from "../document/described_gateway.ts";
import { disagreements, type End } from "./ends.ts";
import { nearest } from "../../host/nearest.ts";
import type { Problem } from "../document/problem.ts";
import { addressesOf, ownPrefixes, withoutLength } from "../own_addresses.ts";

/** A gateway, with the data that ends are compared by. */
interface Owner {
  description: DescribedGateway;
  /** Its addresses. */
  own: Prefix[];
}

/** Reports a warning about the tunnel at `index`. */
type Warn = (index: number, field: readonly (string | number)[], message: string) => void;

/**
 * Warnings about tunnels of `descriptions` whose other end is one of them too.
 *
 * @param twins pairs of files, joined by a newline, that describe the same gateway
 * @param psks pre-shared keys that could be read, for comparison
 */
export function checkPeers(
  descriptions: readonly DescribedGateway[],
  twins: ReadonlySet<string>,
  psks: ReadonlyMap<Tunnel, string>,
): { description: DescribedGateway; problem: Problem }[] {
  const problems: { description: DescribedGateway; problem: Problem }[] = [];
  const owners = descriptions.map((description) => ({
    description,
    own: ownPrefixes(description.gateway),
  }));
  for (const near of owners) {
    const { file } = near.description.gateway;
    const others = owners.filter(({ description: { gateway } }) =>
      gateway.file !== file && !twins.has(`${file}\n${gateway.file}`) &&
      !twins.has(`${gateway.file}\n${file}`)
    );
    const warn: Warn = (index, field, message) => {
      const path = ["tunnels", index, ...field];
      const { description } = near;
      const problem = description.document.problem(path, "warning", message);
      problems.push({ description, problem });
    };
    for (const [index, tunnel] of near.description.gateway.tunnels.entries()) {
      const peer = parseAddress(tunnel.peer);
      if (!peer) continue;
      const far = others.find(({ own }) => own.some((one) => sameAddress(one, peer)));
      if (!far) warnOfTypo(tunnel, index, near, others, warn);
      else {compare(
          { near, far, tunnel, index, later: owners.indexOf(far) > owners.indexOf(near) },
          psks,
          warn,
        );}
    }
  }
  return problems;
}

function compare(
  pair: { near: Owner; far: Owner; tunnel: Tunnel; index: number; later: boolean },
  psks: ReadonlyMap<Tunnel, string>,
  warn: Warn,
): void {
  const { near, far, tunnel, index } = pair;
  const { gateway } = far.description;
  const back = tunnelBack(tunnel, near, gateway);
  if (back === undefined) {
    warn(index, ["peer"], nothingBack(tunnel, near, far));
    return;
  }
  // Each pair is reported once, at its later end.
  if (pair.later) return;
  const end = (owner: Owner, one: Tunnel): End => {
    const psk = psks.get(one);
    return {
      gateway: owner.description.gateway,
      tunnel: one,
      ...(psk === undefined ? {} : { psk }),
    };
  };
  for (
    const [field, message] of disagreements(end(near, tunnel), end(far, gateway.tunnels[back]!))
  ) {
    warn(
      index,
      field,
      `${message} at the other end (${placeOf(far.description, ["tunnels", back, ...field])})`,
    );
  }
}

function meets(some: string[], others: string[]): boolean {
  return some.some((a) =>
    others.some((b) => {
      const [one, other] = [parsePrefix(a), parsePrefix(b)];
      return one !== undefined && other !== undefined && overlaps(one, other);
    })
  );
}

/** Whether `back` joins the networks of `tunnel` the other way round. */
function joinsBack(tunnel: Tunnel, back: Tunnel): boolean {
  return meets(back.nat ? [back.nat] : back.local, tunnel.remote) &&
    meets(back.remote, tunnel.nat ? [tunnel.nat] : tunnel.local);
}

/** Whether `back` accepts a peer that speaks from `own`: behind NAT the address is unknown. */
function leadsTo(back: Tunnel, { own }: Pick<Owner, "own">): boolean {
  const peer = parsePrefix(back.peer);
  if (back.peer === "any") return true;
  if (!peer) return false;
  return own.some((one) =>
    one.family === peer.family &&
    overlaps({ ...one, length: 32 * (one.family === 4 ? 1 : 4) }, peer)
  ) ||
    (own.every(isPrivate) && !isPrivate(peer));
}

/** Index of the tunnel of `far` that leads back to `near` and joins the same networks. */
export function tunnelBack(
  tunnel: Tunnel,
  near: Pick<Owner, "own">,
  far: Gateway,
): number | undefined {
  const at = far.tunnels.findIndex((back) => leadsTo(back, near) && joinsBack(tunnel, back));
  return at < 0 ? undefined : at;
}

/** What to report if the peer's description has no such tunnel. */
function nothingBack(tunnel: Tunnel, near: Owner, far: Owner): string {
  const { gateway } = far.description;
  const has = `${gateway.file} has this address`;
  const place = (at: number, field: string) => placeOf(far.description, ["tunnels", at, field]);
  const elsewhere = gateway.tunnels.findIndex((back) => joinsBack(tunnel, back));
  if (elsewhere >= 0) {
    const { name, peer } = gateway.tunnels[elsewhere]!;
    return `${has}, but no tunnel back here: its tunnel ${name} with these networks leads to ${peer} (${
      place(elsewhere, "peer")
    }), which is not an address of this gateway`;
  }
  const others = gateway.tunnels.findIndex((back) => back.peer !== "any" && leadsTo(back, near));
  if (others < 0) return `${has}, but no tunnel back with these networks`;
  const { name, local, remote } = gateway.tunnels[others]!;
  return `${has}, but no tunnel back with these networks: its tunnel ${name} joins ${
    local.join(", ")
  } and ${remote.join(", ")} (${place(others, "remote")})`;
}

/**
 * A peer that no description has, although one that leads back here has nearly the same address.
 */
function warnOfTypo(tunnel: Tunnel, index: number, near: Owner, others: Owner[], warn: Warn): void {
  for (const { description } of others) {
    const { gateway } = description;
    const back = gateway.tunnels.find((one) =>
      one.peer !== "any" && leadsTo(one, near) && joinsBack(tunnel, one)
    );
    if (!back) continue;
    const addresses = gateway.network.interfaces.flatMap(addressesOf).map(withoutLength);
    const meant = nearest(tunnel.peer, addresses);
    if (meant === undefined) continue;
    warn(
      index,
      ["peer"],
      `no description has ${tunnel.peer}; ${gateway.file}, whose tunnel ${back.name} leads back here, has ${meant}; did you mean that?`,
    );
    return;
  }
}
