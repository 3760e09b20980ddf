/**
 * IKEv2 tunnels that iked(8) cannot tell apart. Where it is called, it takes the last policy that
 * fits the peer's address, the identities of both ends and the transforms of phase 1 (policy_test()
 * of iked's policy.c); networks are not looked at.
 * @module
 */
import { parseAddress, parsePrefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { sameIdentity } from "../identity.ts";
import { type Ikev2Tunnel, ikev2Tunnels } from "../tunnel.ts";
import { speaksFrom } from "../way_to.ts";
import type { Report } from "./report.ts";

/** Reports tunnels of one peer, or of any, of which one would answer for the other. */
export function checkIkev2Together(gateway: Gateway, report: Report): void {
  const peers = new Map<string, Ikev2Tunnel[]>();
  for (const tunnel of ikev2Tunnels(gateway.tunnels)) {
    const path = ["tunnels", gateway.tunnels.indexOf(tunnel)];
    const prefix = parsePrefix(tunnel.peer);
    const key = prefix ? `${prefix.family} ${prefix.value}/${prefix.length}` : tunnel.peer;
    const earlier = peers.get(key) ?? [];
    peers.set(key, [...earlier, tunnel]);
    const twin = earlier.find((one) => !toldApart(gateway, one, tunnel));
    if (!twin) continue;
    const other = ["tunnels", gateway.tunnels.indexOf(twin)];
    const field = ["dstid", "srcid", "peer"].find((name) =>
      name === "peer" || tunnel[name as "dstid" | "srcid"] !== undefined
    )!;
    report(
      [...path, field],
      "error",
      `iked cannot tell this tunnel from ${twin.name}: both are for ${
        tunnel.peer === "any" ? "any peer" : tunnel.peer
      }, and the last one that fits answers for both; give each a dstid, or a srcid, of its own, and the peer the same${
        tunnel.peer === "any" ? "" : ", or write one tunnel with the networks of both"
      }`,
      {
        rests: ["peer", "srcid", "dstid", "phase1", "localAddress"].flatMap((name) => [
          [...other, name],
          [...path, name],
        ]),
      },
    );
  }
}

/** Whether a peer that was set up for one of the tunnels never fits the other. */
export function toldApart(gateway: Gateway, a: Ikev2Tunnel, b: Ikev2Tunnel): boolean {
  const differ = (one: string | undefined, other: string | undefined) =>
    one !== undefined && other !== undefined && !sameIdentity(one, other);
  if (differ(a.dstid, b.dstid) || differ(a.srcid, b.srcid)) return true;
  const [here, there] = [speaksFrom(gateway, a), speaksFrom(gateway, b)].map((text) =>
    text === undefined ? undefined : parseAddress(text)
  );
  if (here && there && (here.family !== there.family || here.value !== there.value)) return true;
  const sets = (tunnel: Ikev2Tunnel) =>
    tunnel.phase1.sets.map(({ auth, enc, group }) => `${auth} ${enc} ${group}`);
  const [some, others] = [sets(a), sets(b)];
  return some.length > 0 && others.length > 0 && !some.some((set) => others.includes(set));
}
