/**
 * /etc/iked.conf: the IKEv2 tunnels for iked(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Gateway, Ikev2Tunnel, TransformSet } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { ikev2Tunnels } from "../../gateway/tunnel.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";

/**
 * iked.conf(5) with every transform pinned: what iked would offer by itself includes 3des and sha1.
 *
 * @throws {GatewrightError} if a tunnel wants a psk and there is none.
 */
export function renderIkedConf(gateway: Gateway, secrets: Secrets): string {
  const policies = ikev2Tunnels(gateway.tunnels)
    .map((tunnel) => policy(tunnel, secrets.psks.get(tunnel.name)));
  return `# ${gateway.hostname}: IKEv2 tunnels\n${policies.join("")}`;
}

function policy(tunnel: Ikev2Tunnel, psk: string | undefined): string {
  if (tunnel.auth.method === "psk" && !psk) {
    throw new GatewrightError(`tunnel ${tunnel.name} has no psk`, { kind: "description" });
  }
  // iked.conf has no lists of networks in one from: each pair is a selector of its own.
  const selectors = tunnel.local.flatMap((local) =>
    tunnel.remote
      .filter((remote) => remote.includes(":") === local.includes(":"))
      // What the peer sees comes first, the true network in parentheses.
      .map((remote) => `from ${tunnel.nat ? `${tunnel.nat} (${local})` : local} to ${remote}`)
  );
  const lines = [
    `ikev2 "${tunnel.name}" ${
      tunnel.mode === "passive" ? "passive" : "active"
    } ${tunnel.encapsulation} ${tunnel.protocol}`,
    ...selectors,
    [
      ...(tunnel.localAddress ? [`local ${tunnel.localAddress}`] : []),
      // A host name may be a word of the grammar, so it is quoted.
      `peer ${/^any$|^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : `"${tunnel.peer}"`}`,
    ].join(" "),
    ...tunnel.phase1.sets.map((set) => `ikesa ${transforms(set, true)}`),
    ...tunnel.phase2.sets.map((set) =>
      `childsa ${transforms(set, false, tunnel.protocol === "esp")}`
    ),
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    [
      ...(tunnel.phase1.lifetime ? [`ikelifetime ${tunnel.phase1.lifetime}`] : []),
      ...(tunnel.phase2.lifetime ? [`lifetime ${tunnel.phase2.lifetime}`] : []),
    ].join(" "),
    tunnel.auth.method === "psk" ? `psk "${psk}"` : "",
    tunnel.tag ? `tag "${tunnel.tag}"` : "",
  ];
  return `\n${lines.filter(Boolean).join(" \\\n\t")}\n`;
}

function transforms(set: TransformSet, ike: boolean, encrypts = true): string {
  const prf = set.prf ?? (ike ? set.auth ?? "hmac-sha2-256" : undefined);
  return [
    ...(set.auth ? [`auth ${set.auth}`] : []),
    ...(encrypts ? [`enc ${transformWord(2, set.enc)}`] : []),
    ...(ike && prf ? [`prf ${prf}`] : []),
    `group ${set.group}`,
  ].join(" ");
}
