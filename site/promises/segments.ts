/**
 * Promise: packets in a tunnel are not fragmented.
 * @module
 */
import { parsePrefix } from "../../gateway/address.ts";
import { protocolNumber, TCP } from "../../gateway/openbsd/protocols.ts";
import { largestSegment, largestSegmentEver } from "../pf/rules/max_mss.ts";
import type { PromiseContext } from "./promise.ts";

/** Reports a `maxMss` that is larger than what fits into the narrowest tunnel. */
export function checkSegments({ gateway, report }: PromiseContext): void {
  const { maxMss } = gateway.firewall;
  if (maxMss === undefined) return;
  const rooms = gateway.tunnels.flatMap((tunnel) => {
    const { encapsulation, iface, proto, name, local } = tunnel;
    if (encapsulation === "transport" || iface !== undefined) return [];
    if (proto !== undefined && protocolNumber(proto) !== TCP) return [];
    const families = new Set(local.flatMap((one) => parsePrefix(one)?.family ?? []));
    return [...families].map((family) => ({
      name,
      most: largestSegmentEver(gateway, tunnel, family),
      room: largestSegment(gateway, tunnel, family),
    }));
  });
  const [narrowest] = rooms.filter(({ most }) => maxMss > most).sort((a, b) => a.room - b.room);
  if (!narrowest) return;
  report(
    ["firewall", "maxMss"],
    "warning",
    `segments of ${maxMss} bytes do not fit into tunnel ${narrowest.name}, which cuts them into fragments; write maxMss: ${narrowest.room}, or leave it out`,
    { rests: [["tunnels"]] },
  );
}
