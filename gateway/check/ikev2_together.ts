/**
 * IKEv2 tunnels that iked(8) cannot distinguish. As responder it takes the last policy that matches
 * the peer's address, its identity, the identity that it asks for (from 7.1 on) and the transforms
 * of phase 1 (policy_test() in iked's policy.c); networks do not count.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { type Ikev2Tunnel, ikev2Tunnels } from "../tunnel.ts";
import { Policies } from "./ikev2_policies.ts";
import { peerKey } from "./peer_key.ts";
import type { Report } from "./report.ts";

/** Reports tunnels to one peer, or to any peer, if iked would use one in place of the other. */
export function checkIkev2Together(gateway: Gateway, report: Report): void {
  const peers = new Map<string, Policies<Ikev2Tunnel>>();
  const srcidToo = knows(gateway.release.number, "ikedChoosesBySrcid") ? ", or a srcid, " : " ";
  const places = new Map<unknown, number>(gateway.tunnels.map((one, index) => [one, index]));
  for (const tunnel of ikev2Tunnels(gateway.tunnels)) {
    const path = ["tunnels", places.get(tunnel)!];
    const key = peerKey(gateway, tunnel.peer);
    const earlier = peers.get(key) ?? new Policies(gateway);
    peers.set(key, earlier);
    const twin = earlier.twinOf(tunnel);
    earlier.add(tunnel);
    if (!twin) continue;
    const other = ["tunnels", places.get(twin)!];
    const field = ["dstid", "srcid", "peer"].find((name) =>
      name === "peer" || tunnel[name as "dstid" | "srcid"] !== undefined
    )!;
    report(
      [...path, field],
      "error",
      `iked cannot tell this tunnel apart from ${twin.name}: both are for ${
        tunnel.peer === "any" ? "any peer" : tunnel.peer
      }, and the last one that fits answers for both; give each a dstid${srcidToo}of its own, and the peer the same${
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
