/**
 * Traffic from tunnel to tunnel: a branch reaches another through a hub only if both tunnels carry
 * it.
 * @module
 */
import { contains, overlaps, parsePrefix, type Prefix } from "../address.ts";
import { asTunnel } from "../clients.ts";
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { selectorsOf, type Tunnel } from "../tunnel.ts";
import type { Report } from "./report.ts";

/** A tunnel, or clients treated as one, with its pairs of networks. */
interface Spoke {
  tunnel: Tunnel;
  path: Path;
  isClients: boolean;
  pairs: { near: Prefix; far: Prefix; farText: string }[];
  /** The networks on this side, without duplicates. */
  nears: Prefix[];
  /** The networks on the other side, without duplicates. */
  fars: Prefix[];
}

/** A gateway with more tunnels is a hub with a generated description, and is not checked. */
const MOST_SPOKES = 200;

/** Reports tunnels that do not carry traffic that another one brings. */
export function checkHub(gateway: Gateway, report: Report): void {
  const spokes = [
    ...gateway.tunnels.map((tunnel, index) => spoke(tunnel, ["tunnels", index], false)),
    ...gateway.clients.map((one, index) => spoke(asTunnel(one), ["clients", index], true)),
  ].filter(({ tunnel }) =>
    // Tunnels with nat, or with a protocol, are left out.
    tunnel.iface === undefined && tunnel.nat === undefined && tunnel.proto === undefined &&
    tunnel.encapsulation === "tunnel"
  );
  if (spokes.length > MOST_SPOKES) return;
  if (gateway.firewall.nat.some(({ on }) => /^enc/.test(on))) return;
  for (const onward of spokes) {
    for (const from of spokes) {
      const lost = from === onward ? undefined : lostBetween(from, onward);
      if (!lost) continue;
      const field = onward.isClients ? "networks" : onward.tunnel.selectors ? "selectors" : "local";
      report(
        [...onward.path, field],
        "warning",
        `${from.tunnel.name} leads from ${lost.far} to ${lost.near}, which is behind ${onward.tunnel.name}, but ${onward.tunnel.name} does not carry ${lost.far}, so nothing passes from one to the other; add ${lost.far} to its ${
          onward.isClients ? "networks" : "local networks"
        }, and to the remote ones of its other end`,
        {
          rests: [["tunnels", "*"], ["clients", "*"], ["firewall", "nat"]],
        },
      );
      break;
    }
  }
}

function spoke(tunnel: Tunnel, path: Path, isClients: boolean): Spoke {
  const selectors = selectorsOf(tunnel);
  const pairs = selectors.flatMap(({ local, remote }) => {
    const [near, far] = [parsePrefix(local), parsePrefix(remote)];
    return near && far && near.family === far.family ? [{ near, far, farText: remote }] : [];
  });
  const once = (texts: string[]) => [...new Set(texts)].flatMap((text) => parsePrefix(text) ?? []);
  return {
    tunnel,
    path,
    isClients,
    pairs,
    nears: once(selectors.map(({ local }) => local)),
    fars: once(selectors.map(({ remote }) => remote)),
  };
}

/** The networks of a pair of `from` whose traffic `onward` would have to carry, and does not. */
function lostBetween(from: Spoke, onward: Spoke): { far: string; near: string } | undefined {
  // Most tunnels of a hub are unrelated, and each has many pairs.
  if (!from.nears.some((near) => onward.fars.some((far) => overlaps(near, far)))) return undefined;
  for (const { near, far, farText } of from.pairs) {
    // A branch that sends all its traffic here need not reach each of the others.
    if (near.length === 0 || far.length === 0) continue;
    for (const other of onward.pairs) {
      // A local network of both tunnels is on this side, even if the other end's network contains
      // it.
      const ours = () => onward.pairs.some((one) => contains(one.near, near));
      const meant = contains(near, other.far) || contains(other.far, near) && !ours();
      if (other.far.length === 0 || !meant || contains(other.far, far)) continue;
      const behind = near.length > other.far.length ? near : other.far;
      const carried = onward.pairs.some((one) =>
        contains(one.near, far) && contains(one.far, behind)
      );
      if (!carried) return { far: farText, near: other.farText };
    }
  }
  return undefined;
}
