/**
 * Networks that wg(4) peers may send from, compared with the gateway's own networks and routes.
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
import type { Gateway, NetworkInterface } from "../gateway.ts";
import { isHost } from "../network/wires.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { ownNetworks, prefixesOf } from "../own_addresses.ts";
import { interfaceOfRouter } from "../router.ts";
import type { Described } from "./described_interface.ts";
import type { Report } from "./report.ts";
import { SUBNETS } from "./subnets.ts";

/** Reports networks that are not behind the peer, and those without a route. */
export function checkWgNetworks({ gateway, one, path }: Described, report: Report): void {
  const near = ownNetworks(gateway.network.interfaces);
  // A shared address is in the network of its carpdev.
  const at = (prefix: Prefix) => near.overlapping(prefix).filter((own) => !own.interface.carp);
  for (const [index, peer] of (one.wg?.peers ?? []).entries()) {
    const place = [...path, "wg", "peers", index];
    const endpoint = parseAddress(peer.endpoint?.address ?? "");
    if (endpoint && at(endpoint).some((own) => sameAddress(own.prefix, endpoint))) {
      report([...place, "endpoint"], "error", `${peer.endpoint!.address} is the gateway itself`, {
        rests: SUBNETS,
      });
    }
    for (const [inner, text] of peer.allowed.entries()) {
      const network = parsePrefix(text);
      if (!network || network.length === 0) continue;
      const where = [...place, "allowed", inner];
      const around = at(network).filter(({ prefix }) => contains(prefix, network));
      const holder = around.find((own) => own.interface !== one && !isHost(own.prefix))?.interface;
      if (
        isHost(network) &&
        around.some((own) => own.interface === one && sameAddress(own.prefix, network))
      ) {
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
      } else if (!leads(gateway, one, network)) {
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

/** Whether packets to `network` leave through `one`, if known. */
function leads(
  { network: all, rcConf, files }: Gateway,
  one: NetworkInterface,
  network: Prefix,
): boolean {
  // Raw lines, daemons and scripts may add routes.
  if (all.interfaces.some(({ options }) => options.length > 0) || learnsRoutes(rcConf)) return true;
  if (files.some(({ path }) => path.startsWith("/etc/"))) return true;
  if (prefixesOf(one).some((own) => overlaps(own, network))) return true;
  const isNear = (router: string | undefined) =>
    router !== undefined && interfaceOfRouter(all, router) === one;
  return isNear(network.family === 4 ? all.gateway : all.gateway6) ||
    all.routes.some(({ to, via }) => {
      const target = parsePrefix(to);
      return target !== undefined && overlaps(target, network) && isNear(via);
    });
}
