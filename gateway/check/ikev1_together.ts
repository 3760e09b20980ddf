/**
 * IKEv1 tunnels that isakmpd(8) would merge. ipsecctl(8) turns every rule into entries of one
 * configuration: a section for each peer, `[peer-ADDRESS]`, and a connection for each pair of
 * networks that the peer sees, `[from-A-to-B]`. A section that is written twice is silently
 * overwritten.
 * @module
 */
import { parsePrefix } from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { shownIdentity } from "../identity.ts";
import { type Ikev1Tunnel, ikev1Tunnels, selectorsOf } from "../tunnel.ts";
import { peerKey } from "./peer_key.ts";
import type { Report } from "./report.ts";

/** Reports tunnels that would overwrite each other's sections. */
export function checkIkev1Together(gateway: Gateway, report: Report): void {
  const peers = new Map<string, Ikev1Tunnel>();
  const connections = new Map<string, Ikev1Tunnel>();
  const tunnels = ikev1Tunnels(gateway.tunnels);
  // Without nat there is nothing to report, and there may be many pairs.
  const translates = tunnels.some(({ nat }) => nat !== undefined);
  const places = new Map<unknown, number>(gateway.tunnels.map((one, index) => [one, index]));
  for (const tunnel of tunnels) {
    const path = ["tunnels", places.get(tunnel)!];
    if (translates) checkConnections(tunnel, path, connections, report);
    const key = peerKey(gateway, tunnel.peer);
    const first = peers.get(key);
    if (!first) peers.set(key, tunnel);
    else checkPeer(gateway, first, tunnel, path, report);
  }
}

/**
 * There is one phase 1 for a peer, so its settings must be the same in all tunnels to that peer.
 */
function checkPeer(
  gateway: Gateway,
  first: Ikev1Tunnel,
  tunnel: Ikev1Tunnel,
  path: Path,
  report: Report,
): void {
  const other = ["tunnels", gateway.tunnels.indexOf(first)];
  const parts: [string, string, (one: Ikev1Tunnel) => unknown][] = [
    ["psk", "another psk", (one) => one.auth],
    ["srcid", "another srcid", (one) => one.srcid ?? ownChoice(gateway, one)],
    ["dstid", "another dstid", (one) => one.dstid],
    ["exchange", "another exchange", (one) => one.exchange],
    ["phase1", "other transforms of phase 1", (one) => one.phase1.sets],
    ["phase1", "another lifetime of phase 1", (one) => one.phase1.lifetime],
  ];
  for (const [field, words, of] of parts) {
    if (JSON.stringify(of(first)) === JSON.stringify(of(tunnel))) continue;
    report(
      [...path, field],
      "error",
      `tunnel ${first.name} has ${words}, and isakmpd keeps one phase 1 for ${
        tunnel.peer === "any" ? "all peers without an address" : `the peer ${tunnel.peer}`
      }: the one loaded last would apply to both; write the same ${
        field === "phase1" ? "phase1" : field
      } in both`,
      { rests: [[...other, field], [...path, "peer"], [...other, "peer"], ["network", "hosts"]] },
    );
  }
}

/** If no tunnel has a srcid, only `mode: dynamic` makes a difference. */
function ownChoice(gateway: Gateway, tunnel: Ikev1Tunnel): string | undefined {
  return tunnel.mode === "dynamic" ? shownIdentity(gateway, tunnel) : undefined;
}

/** Reports pairs of networks that the peer sees twice. */
function checkConnections(
  tunnel: Ikev1Tunnel,
  path: Path,
  connections: Map<string, Ikev1Tunnel>,
  report: Report,
): void {
  const { nat, local } = tunnel;
  if (nat !== undefined && local.length > 1) {
    report(
      [...path, "nat"],
      "error",
      `isakmpd would translate ${
        local.at(-1)
      } alone: a nat of IKEv1 stands for one local network; write a tunnel for each, with a nat of its own, or ike: 2`,
      { rests: [[...path, "local"], [...path, "ike"]] },
    );
    return;
  }
  for (const pair of selectorsOf(tunnel)) {
    const [near, far] = [nat ?? pair.local, pair.remote];
    const { proto = "", localPort = "", remotePort = "" } = tunnel;
    const key = `${normal(near)}=${proto}:${localPort} ${normal(far)}=${proto}:${remotePort}`;
    const other = connections.get(key);
    connections.set(key, tunnel);
    // Without nat the overlap has been reported already.
    if (!other || other === tunnel || (nat === undefined && other.nat === undefined)) continue;
    report(
      [...path, nat === undefined ? "remote" : "nat"],
      "error",
      `tunnel ${other.name} also shows its peer ${near} for ${far}, and isakmpd keeps one connection for a pair of networks: use another nat`,
      { rests: [[...path, "remote"], [...path, "local"], [...path, "selectors"]] },
    );
  }
}

function normal(text: string): string {
  const prefix = parsePrefix(text);
  return prefix ? `${prefix.family} ${prefix.value}/${prefix.length}` : text;
}
