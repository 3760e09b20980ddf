/**
 * Promise: the host that a redirect leads to is behind the gateway.
 * @module
 */
import { isPrivate, overlaps, parsePrefix } from "../../gateway/address.ts";
import type { RedirectRule } from "../../gateway/firewall.ts";
import { isLocal, ownAddressTowards, routeTo } from "../trace/machine.ts";
import type { Trace } from "../trace/trace.ts";
import { flowIn } from "../trace/flows.ts";
import { mayHaveMoreRoutes, type PromiseContext } from "./promise.ts";

/**
 * Reports private hosts that only the default route leads to, from a public address: nobody there
 * knows them. `way` is that of a packet to one of them.
 */
export function checkRedirectTargets(
  { gateway, kernel, report }: PromiseContext,
  { to }: RedirectRule,
  index: number,
  way: Trace,
): void {
  if (mayHaveMoreRoutes(gateway)) return;
  const { machine } = kernel;
  for (const [at, text] of to.entries()) {
    const host = parsePrefix(text);
    if (!host || !isPrivate(host) || isLocal(machine, host)) continue;
    const route = routeTo(machine.routes, host);
    const own = ownAddressTowards(machine, host);
    if (!route || route.to.length > 0 || own && isPrivate(own)) continue;
    if (flowIn(machine.flows, { ...way.packet, to: host })) continue;
    if (way.end.kind === "tunnel" && way.packet.to.value === host.value) continue;
    const tunnel = gateway.tunnels.find(({ remote }) =>
      remote.some((one) => overlaps(parsePrefix(one) ?? host, host) && parsePrefix(one))
    );
    report(
      ["firewall", "redirect", index, "to", at],
      "warning",
      tunnel
        ? `${text} is behind tunnel ${tunnel.name}, which carries only packets from ${
          tunnel.local.join(", ")
        }, so those of this redirect leave by ${route.on} in clear text; redirect to a host behind an interface`
        : `no network or route of the gateway has ${text}, so packets to it leave by ${route.on} and are lost; write a host of its networks, or add network.routes: [{to: ${text}/${
          host.family === 4 ? 32 : 128
        }, via: ADDRESS}]`,
      { rests: [["network"], ["firewall"], ["tunnels"]] },
    );
  }
}
