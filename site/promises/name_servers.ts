/**
 * Promise: the gateway reaches a name server behind one of its tunnels.
 * @module
 */
import {
  addressOnly,
  contains,
  isPrivate,
  parseAddress,
  parsePrefix,
} from "../../gateway/address.ts";
import { ownPrefixes } from "../../gateway/own_addresses.ts";
import { formatAddress } from "../pf/address.ts";
import { ownAddressTowards, routeTo } from "../trace/machine.ts";
import { trace } from "../trace/trace.ts";
import { type PromiseContext, udp } from "./promise.ts";

/**
 * Reports name servers that the gateway queries in clear text, from an address that the tunnel does
 * not carry.
 */
export function checkNameServersBehind(context: PromiseContext): void {
  const { gateway, kernel } = context;
  for (const [index, text] of gateway.network.nameservers.entries()) {
    const to = parseAddress(text);
    const tunnel = to && isPrivate(to) &&
      gateway.tunnels.find(({ remote }) =>
        remote.some((one) => {
          const network = parsePrefix(one);
          return network !== undefined && network.length > 0 && contains(network, to);
        })
      );
    const from = to && ownAddressTowards(kernel.machine, to);
    // A server in a network of the gateway is reachable, even if a tunnel's remote network contains
    // it.
    if (!tunnel || !from || routeTo(kernel.machine.routes, to)?.to.length !== 0) continue;
    if (trace(kernel, udp(from, to, 53)).end.kind !== "sent") continue;
    const own = formatAddress(from);
    const inside = ownPrefixes(gateway).find((one) =>
      tunnel.local.some((local) => {
        const network = parsePrefix(local);
        return network !== undefined && contains(network, addressOnly(one));
      })
    );
    const instead = inside
      ? `add network.routes: [{to: ${text}/${to.family === 4 ? 32 : 128}, via: ${
        formatAddress(inside)
      }}], so that it asks from there`
      : `add ${own} to local of ${tunnel.name} and to remote of its other end`;
    context.report(
      ["network", "nameservers", index],
      "warning",
      `${text} is behind tunnel ${tunnel.name}, but the gateway asks from ${own}, which the tunnel does not carry, so the queries leave in clear text and no answer comes; ${instead}, or name a server that is not behind a tunnel`,
      { rests: [["network"], ["tunnels"]] },
    );
  }
}
