/**
 * What peers of wg(4) may send from, against the gateway's own networks and routes.
 * @module
 */
import {
  contains,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { isHost } from "../network/wires.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { prefixesOf } from "../own_addresses.ts";
import { parseRouter } from "../router.ts";
import type { Described } from "./described.ts";
import type { Report } from "./report.ts";
import { SUBNETS } from "./subnets.ts";

/** Reports networks that are not behind the peer, and those that no route leads to. */
export function checkWgNetworks({ gateway, one, path }: Described, report: Report): void {
  const others = gateway.network.interfaces.filter((other) => other !== one && !other.carp);
  const own = prefixesOf(one);
  for (const [at, peer] of (one.wg?.peers ?? []).entries()) {
    const place = [...path, "wg", "peers", at];
    const endpoint = parseAddress(peer.endpoint?.address ?? "");
    if (
      endpoint && [one, ...others].flatMap(prefixesOf).some((ours) => sameAddress(ours, endpoint))
    ) {
      report([...place, "endpoint"], "error", `${peer.endpoint!.address} is the gateway itself`, {
        rests: SUBNETS,
      });
    }
    for (const [index, text] of peer.allowed.entries()) {
      const network = parsePrefix(text);
      if (!network || network.length === 0) continue;
      const where = [...place, "allowed", index];
      const holder = others.find((other) =>
        prefixesOf(other).some((ours) => !isHost(ours) && contains(ours, network))
      );
      if (isHost(network) && own.some((ours) => sameAddress(ours, network))) {
        report(where, "error", `${text} is the gateway's own address; write that of ${peer.name}`, {
          rests: SUBNETS,
        });
      } else if (holder) {
        report(
          where,
          "warning",
          `this is in the network of ${holder.name}, whose hosts are not behind ${peer.name}; write the addresses that ${peer.name} sends from`,
          { rests: SUBNETS },
        );
      } else if (!leads(gateway, own, network)) {
        report(
          where,
          "warning",
          `no route leads to ${text} through ${one.name}, and wg adds none; write network.routes: [{to: ${text}, via: ADDRESS}] with the address of ${peer.name} in the network of ${one.name}`,
          { rests: [["network"], ["rcConf"]] },
        );
      }
    }
  }
}

/** Whether packets to `network` leave by the interface whose networks are `own`, as far as is known. */
function leads(
  { network: { interfaces, routes, gateway, gateway6 }, rcConf, files }: Gateway,
  own: readonly Prefix[],
  network: Prefix,
): boolean {
  // Raw lines, daemons and scripts may add routes.
  if (interfaces.some(({ options }) => options.length > 0) || learnsRoutes(rcConf)) return true;
  if (files.some(({ path }) => path.startsWith("/etc/"))) return true;
  if (own.some((ours) => overlaps(ours, network))) return true;
  const isNear = (router: string | undefined) => {
    const address = parseAddress(parseRouter(router ?? "").address);
    return address !== undefined && own.some((ours) => overlaps(ours, address));
  };
  return isNear(network.family === 4 ? gateway : gateway6) ||
    routes.some(({ to, via }) => {
      const target = parsePrefix(to);
      return target !== undefined && overlaps(target, network) && isNear(via);
    });
}
