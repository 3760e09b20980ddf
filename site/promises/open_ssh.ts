/**
 * Promise: nobody gets to ssh whom the description does not name. Where it lets nobody in, the
 * networks of all interfaces are, because a gateway that nobody can reach is of no use.
 * @module
 */
import { isHost } from "../../gateway/network/wires.ts";
import { openedToNetworks, TUNNEL_INTERFACE } from "../pf/rules/administrator.ts";
import { Context } from "../pf/rules/context.ts";
import type { PromiseContext } from "./promise.ts";

/** Reports ssh that is open to the outer network, although there is an inner one. */
export function checkOpenSsh({ gateway, kernel, report }: PromiseContext): void {
  if (kernel.own) return;
  const { ports, on } = openedToNetworks(new Context(gateway));
  const outer = on.find(({ wire }) => wire.outside)?.wire;
  const inner = on.find(({ wire }) => !wire.outside && !TUNNEL_INTERFACE.test(wire.name))?.wire;
  if (!outer || !inner) return;
  const from = inner.networks.find(({ prefix }) => !isHost(prefix))?.text ?? "ADDRESS";
  const outerNetwork = outer.networks.find(({ prefix }) => !isHost(prefix))?.text;
  report(
    ["firewall"],
    "warning",
    `no rule lets an administrator in, so ssh is open to the network of every interface, also to ${
      outerNetwork === undefined ? "that" : outerNetwork
    } of ${outer.name}, which the default route leads through; add to firewall.allow: {proto: tcp, port: ${
      ports[0]
    }, from: ${from}}`,
    { rests: [["network"], ["firewall"]] },
  );
}
