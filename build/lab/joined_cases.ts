/**
 * The cases that join two described ends of a tunnel: iked to iked.
 * @module
 */
import { parseAddress, sameAddress } from "../../gateway/address.ts";
import { tunnelBack } from "../../gateway/check/peers.ts";
import { ownPrefixes } from "../../gateway/own_addresses.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import {
  check,
  ikedConf,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  withTunnel,
} from "./planned.ts";
import { gatewayKeys } from "./keys.ts";
import { stage } from "./stage.ts";
import { standIn } from "./stand_in.ts";
import { reveal } from "../../host/secret.ts";

/** The other end of a tunnel, from its own description. */
export interface OtherEnd {
  gateway: Gateway;
  secrets: Secrets;
  tunnel: Ikev2Tunnel;
}

/** The end among `others` that `tunnel` of `gateway` leads to. */
export function otherEnd(
  gateway: Gateway,
  tunnel: Ikev2Tunnel,
  others: readonly { gateway: Gateway; secrets: Secrets }[],
): OtherEnd | undefined {
  const peer = parseAddress(tunnel.peer);
  if (!peer) return undefined;
  const own = { own: ownPrefixes(gateway) };
  for (const other of others) {
    if (other.gateway === gateway) continue;
    if (!ownPrefixes(other.gateway).some((one) => sameAddress(one, peer))) continue;
    const back = other.gateway.tunnels[tunnelBack(tunnel, own, other.gateway) ?? -1];
    if (back?.ike === 2) return { ...other, tunnel: back };
  }
  return undefined;
}

/** The case that joins the two ends. */
export function joinedCase(subject: Subject<Ikev2Tunnel>, other: OtherEnd): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const near = standIn(gateway, tunnel);
  const far = standIn(other.gateway, other.tunnel);
  if (tunnel.iface !== undefined && other.tunnel.iface !== undefined) {
    // Flows that replace routes are mirrored only if each end has those of the other.
    const [mine, theirs] = [near.tunnel.remote, far.tunnel.remote];
    near.tunnel = { ...near.tunnel, local: theirs };
    far.tunnel = { ...far.tunnel, local: mine };
  }
  const set = stage(gateway, near.tunnel);
  const notes = near.notes.length > 0 ? near.notes : far.notes;
  const ends = [check("far-end", "start_iked far"), check("gateway", "start_iked gateway")];
  return planned(subject, set, "joined", notes, {
    near: [
      ...gatewayKeys(gateway, secrets),
      ...ikedConf(withTunnel(gateway, near.tunnel), secrets),
    ],
    far: [
      ...gatewayKeys(other.gateway, other.secrets),
      ...ikedConf(withTunnel(other.gateway, far.tunnel), other.secrets),
    ],
    farHostname: other.gateway.hostname,
    secrets: [...other.secrets.psks.values()].map(reveal),
    steps: [
      ...(tunnel.mode === "passive" ? ends.reverse() : ends),
      check("up", "within 90 secured gateway"),
      check("secured", "within 10 secured far"),
      check("negotiated", `negotiated_iked gateway ${tunnel.name}`),
      ...packets(set),
      check("wire", "protected"),
      check("errors", "no_errors gateway far"),
    ],
  });
}
