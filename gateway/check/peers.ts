/**
 * Whether the two ends of a tunnel agree, where the descriptions of both are at hand.
 * @module
 */
import { overlaps, parsePrefix, type Prefix, sameAddress } from "../address.ts";
import type { Gateway, TransformSet, Tunnel } from "../gateway.ts";
import { type Located, placeOf } from "../document/located.ts";
import type { Problem } from "../document/problem.ts";

/**
 * Warnings about tunnels of `descriptions` whose other end is one of them too.
 *
 * @param twins pairs of files, joined by a newline, that describe one and the same gateway.
 */
export function checkPeers(
  descriptions: readonly Located[],
  twins: ReadonlySet<string>,
): Problem[] {
  const problems: Problem[] = [];
  const owners = descriptions.map((description) => ({
    description,
    own: addressesOf(description.gateway),
  }));
  for (const [at, near] of descriptions.entries()) {
    for (const [index, tunnel] of near.gateway.tunnels.entries()) {
      const peer = parsePrefix(tunnel.peer);
      const found = owners.find(({ description, own }) =>
        description !== near && peer !== undefined && own.some((one) => sameAddress(one, peer)) &&
        !twins.has(`${near.gateway.file}\n${description.gateway.file}`) &&
        !twins.has(`${description.gateway.file}\n${near.gateway.file}`)
      );
      if (!found) continue;
      const far = found.description;
      const path = ["tunnels", index];
      const back = tunnelBack(tunnel, owners[at]!.own, far.gateway);
      if (back === undefined) {
        problems.push(near.document.problem(
          [...path, "peer"],
          "warning",
          `${far.gateway.file} has this address, but no tunnel back with these networks`,
        ));
        continue;
      }
      // Each pair is told once, at its later end.
      if (descriptions.indexOf(far) > at) continue;
      const other = far.gateway.tunnels[back]!;
      for (const [field, message] of disagreements(tunnel, other)) {
        problems.push(near.document.problem(
          [...path, ...field],
          "warning",
          `${message} at the other end (${placeOf(far, ["tunnels", back, ...field])})`,
        ));
      }
    }
  }
  return problems;
}

function addressesOf({ network }: Gateway): Prefix[] {
  return network.interfaces
    .flatMap((one) => [one.address, one.address6, ...one.aliases])
    .flatMap((text) => parsePrefix(text) ?? []);
}

/** Index of the tunnel of `far` that leads back to one of `own` and joins the same networks. */
function tunnelBack(tunnel: Tunnel, own: Prefix[], far: Gateway): number | undefined {
  const meets = (some: string[], others: string[]) =>
    some.some((a) =>
      others.some((b) => {
        const [one, other] = [parsePrefix(a), parsePrefix(b)];
        return one !== undefined && other !== undefined && overlaps(one, other);
      })
    );
  const at = far.tunnels.findIndex((back) => {
    const peer = parsePrefix(back.peer);
    const leads = back.peer === "any" ||
      (peer !== undefined && own.some((one) => sameAddress(one, peer)));
    return leads && meets(back.local, tunnel.remote) &&
      meets(back.remote, tunnel.nat ? [tunnel.nat] : tunnel.local);
  });
  return at < 0 ? undefined : at;
}

/** How complaints call the ways to prove oneself. */
const PROOF = { psk: "psk", keys: "public keys" } as const;

function disagreements(near: Tunnel, far: Tunnel): [string[], string][] {
  const found: [string[], string][] = [];
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
  differ(["psk"], PROOF[near.auth.method], PROOF[far.auth.method]);
  for (const phase of ["phase1", "phase2"] as const) {
    const [mine, theirs] = [near[phase].sets[0], far[phase].sets[0]];
    if (!mine || !theirs) continue;
    // Without a prf that of auth is used, so it differs where auth does.
    const keys = mine.prf || theirs.prf
      ? ["auth", "enc", "prf", "group"] as const
      : ["auth", "enc", "group"] as const;
    for (const key of keys) {
      const of = (set: TransformSet) =>
        set[key] ?? (key === "prf" ? set.auth : undefined) ?? "none";
      differ([phase, key], of(mine), of(theirs));
    }
  }
  if (near.mode === "passive" && far.mode === "passive") {
    found.push([["mode"], "passive, and so is the mode: nobody begins"]);
  }
  return found;
}
