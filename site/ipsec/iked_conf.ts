/**
 * /etc/iked.conf: the IKEv2 tunnels for iked(8).
 * @module
 */
import { asTunnel } from "../../gateway/clients.ts";
import { renderClients } from "./iked_clients.ts";
import { ikeTransforms } from "./iked_transforms.ts";
import { parsePrefix } from "../../gateway/address.ts";
import { GatewrightError } from "../../host/error.ts";
import type { Gateway, Ikev2Tunnel } from "../../gateway/gateway.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { ikev2Tunnels, selectorsOf } from "../../gateway/tunnel.ts";
import { sourceAddress } from "../../gateway/way_to.ts";
import { isEmpty, joined, type Secret, secretly, type Text } from "../../host/secret.ts";

/**
 * iked.conf(5) with every transform given explicitly: iked's defaults include 3des and sha1.
 *
 * As responder iked uses the last policy that matches, so those for any peer come first. The
 * authentication of the last policy that matches without an identity decides how the negotiation
 * starts (ikev2_ike_auth_recv() in iked's ikev2.c), so among the policies of one peer those with
 * certificates come after the others, and those with EAP last.
 *
 * @throws {GatewrightError} if a tunnel needs a psk and it is missing.
 */
export function renderIkedConf(gateway: Gateway, secrets: Secrets): Text {
  const clients = gateway.clients.map((one) => ({
    tunnel: asTunnel(one),
    withUsers: one.users.length > 0,
    text: renderClients(gateway, one, secrets),
  }));
  const tunnels = ikev2Tunnels(gateway.tunnels).map((tunnel) => ({
    tunnel,
    withUsers: false,
    text: policy(gateway, tunnel, secrets.psks.get(tunnel.name)),
  }));
  const policies = [...clients, ...tunnels].toSorted((a, b) =>
    narrowness(a.tunnel.peer) - narrowness(b.tunnel.peer) || proofs(a) - proofs(b)
  );
  return joined([
    `# ${gateway.hostname}: IKEv2 tunnels\n`,
    // A certificate makes a message longer than a packet, and networks and NATs on the way drop
    // fragments of UDP. Peers that do not offer it (RFC 7383) are not affected.
    ...policies.some((one) => proofs(one) > 0) ? ["\nset fragmentation\n"] : [],
    ...policies.map(({ text }) => text),
  ]);
}

/** Rank by what the gateway asks of the peer: nothing, a certificate, a name and a password. */
function proofs({ tunnel, withUsers }: { tunnel: Ikev2Tunnel; withUsers: boolean }): number {
  if (withUsers) return 2;
  return tunnel.auth.method === "certificate" ? 1 : 0;
}

/** Rank by how few peers match: 0 for any peer, the full length for a single address. */
function narrowness(peer: string): number {
  return peer === "any" ? 0 : parsePrefix(peer)?.length ?? 128;
}

function policy(gateway: Gateway, tunnel: Ikev2Tunnel, psk: Secret | undefined): Text {
  if (tunnel.auth.method === "psk" && isEmpty(psk)) {
    throw new GatewrightError(`tunnel ${tunnel.name} has no psk`, { kind: "description" });
  }
  const release = gateway.release.number;
  const local = sourceAddress(gateway, tunnel);
  const lines: Text[] = [
    [
      `ikev2 "${tunnel.name}" ${tunnel.mode}`,
      ...(tunnel.ipcomp ? ["ipcomp"] : []),
      // Older releases support tunnel mode only, and have no keyword for it.
      ...(knows(release, "ikedEncapsulation") ? [tunnel.encapsulation] : []),
      tunnel.protocol,
      ...(tunnel.proto === undefined ? [] : [`proto ${tunnel.proto}`]),
    ].join(" "),
    ...selectors(tunnel),
    [
      ...(local === undefined ? [] : [`local ${local}`]),
      // A host name may be a keyword of the grammar, so it is quoted.
      `peer ${/^any$|^[0-9./]+$|:/.test(tunnel.peer) ? tunnel.peer : `"${tunnel.peer}"`}`,
    ].join(" "),
    ...tunnel.phase1.sets.map((set) => `ikesa ${ikeTransforms(set, 1, release)}`),
    ...tunnel.phase2.sets.map((set) => `childsa ${ikeTransforms(set, 2, release)}`),
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    lifetimes(tunnel),
    tunnel.auth.method === "psk" ? secretly`psk "${psk ?? ""}"` : "",
    tunnel.iface === undefined ? "" : `iface ${tunnel.iface}`,
    tunnel.tag ? `tag "${tunnel.tag}"` : "",
  ];
  return secretly`\n${joined(lines, " \\\n\t")}\n`;
}

/**
 * A `from` in iked.conf(5) takes no list: each pair is a selector of its own. A tunnel with a
 * sec(4) interface matches everything; routes select its traffic.
 */
function selectors(tunnel: Ikev2Tunnel): string[] {
  if (tunnel.iface !== undefined) return ["from any to any"];
  const port = (number: string | undefined) => number === undefined ? "" : ` port ${number}`;
  // The network that the peer sees comes first, the real one in parentheses.
  return selectorsOf(tunnel).map(({ local, remote }) =>
    `from ${tunnel.nat ? `${tunnel.nat} (${local})` : local}${port(tunnel.localPort)} to ${remote}${
      port(tunnel.remotePort)
    }`
  );
}

/** iked.conf(5) takes bytes only after seconds, whose default is three hours. */
function lifetimes({ phase1, phase2 }: Ikev2Tunnel): string {
  return [
    ...(phase1.lifetime === undefined ? [] : [`ikelifetime ${phase1.lifetime}`]),
    ...(phase2.lifetime === undefined ? [] : [`lifetime ${phase2.lifetime}`]),
    ...(phase2.lifetime === undefined || phase2.lifetimeBytes === undefined
      ? []
      : [`bytes ${phase2.lifetimeBytes}`]),
  ].join(" ");
}
