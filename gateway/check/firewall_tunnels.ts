/**
 * Rules that the networks of tunnels need.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import type { Tunnel } from "../gateway.ts";
import { noHostIn, staysOnLink } from "../network/no_host.ts";
import { entriesOf } from "../network/entries.ts";
import { isOwnAddress } from "../network/wires.ts";
import { meet, plainNetworks, type View } from "./firewall_view.ts";

/** Reports local networks that no packet comes in from, and tunnels that carry all traffic. */
export function checkEntries(view: View): void {
  const { gateway, report, wires } = view;
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const path = ["tunnels", index];
    for (const [at, local] of tunnel.local.entries()) {
      const prefix = parsePrefix(local);
      if (!prefix || prefix.length === 0 || isOwnAddress(local, wires)) continue;
      if (noHostIn(prefix) ?? staysOnLink(prefix)) continue;
      const known = wires.some((wire) =>
        [...wire.networks, ...wire.routed].some((own) =>
          contains(own.prefix, prefix)
        )
      ) || comesThroughTunnel(local, tunnel, view) || isAllowed(local, tunnel, view);
      if (known || entriesOf(local, wires).length > 0) continue;
      const outside = wires.find((wire) => wire.outside)?.name ?? wires[0]?.name;
      report(
        [...path, "local", at],
        "warning",
        `no interface has the network ${local}, and no other interface accepts packets from it, so nothing from there gets in; if it arrives on ${outside}, add to firewall.allow: {on: ${outside}, from: ${local}, to: ${
          tunnel.remote[0]
        }}`,
        { rests: [["network", "interfaces"], ["firewall", "allow"]] },
      );
    }
    const all = (list: readonly string[]) =>
      list.findIndex((one) => parsePrefix(one)?.length === 0);
    if (all(tunnel.local) >= 0 && all(tunnel.remote) >= 0) {
      report(
        [...path, "remote", all(tunnel.remote)],
        "warning",
        `tunnel ${tunnel.name} is from everywhere to everywhere: all forwarded traffic must go through it and never leaves in clear text; if its peers have addresses of their own, write their network`,
        { rests: [[...path, "local"]] },
      );
    }
  }
}

/** If another tunnel leads there, its packets come in on enc0. */
function comesThroughTunnel(local: string, tunnel: Tunnel, { gateway }: View): boolean {
  const prefix = parsePrefix(local)!;
  return gateway.tunnels.some((other) =>
    other !== tunnel && other.remote.some((one) => contains(parsePrefix(one) ?? prefix, prefix))
  );
}

function isAllowed(local: string, tunnel: Tunnel, { gateway }: View): boolean {
  const prefix = parsePrefix(local)!;
  const remote = tunnel.remote.flatMap((one) => parsePrefix(one) ?? []);
  if (gateway.firewall.rules.length > 0) return true;
  return gateway.firewall.allow.some(({ from, to }) => {
    const [sources, targets] = [plainNetworks(from), plainNetworks(to)];
    return (!sources || meet(sources, [prefix])) &&
      (!targets ? to.length > 0 : meet(targets, remote));
  });
}
