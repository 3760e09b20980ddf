/**
 * /etc/iked.conf: the IKEv2 tunnels for iked(8).
 * @module
 */
import type { Gateway, Transform, Tunnel } from "../spec/gateway.ts";
import type { Secrets } from "../spec/secrets.ts";

/** iked.conf(5) with every transform pinned: what iked would offer by itself includes 3des and sha1. */
export function renderIkedConf(gateway: Gateway, secrets: Secrets): string {
  const policies = gateway.tunnels
    .filter((tunnel) => tunnel.ike === 2)
    .map((tunnel) => policy(tunnel, secrets.psks[tunnel.name]));
  return `# ${gateway.hostname}: IKEv2 tunnels\n${policies.join("")}`;
}

function policy(tunnel: Tunnel, psk: string | undefined): string {
  const nat = tunnel.nat ? ` (${tunnel.nat})` : "";
  // iked.conf has no lists of networks in one from: each pair is a selector of its own.
  const selectors = tunnel.local.flatMap((local) =>
    tunnel.remote.map((remote) => `from ${local}${nat} to ${remote}`)
  );
  const lines = [
    `ikev2 "${tunnel.name}" ${
      tunnel.mode === "passive" ? "passive" : "active"
    } ${tunnel.encapsulation} ${tunnel.protocol}`,
    ...selectors,
    [
      ...(tunnel.localAddress ? [`local ${tunnel.localAddress}`] : []),
      `peer ${tunnel.peer}`,
    ].join(" "),
    `ikesa ${transform(tunnel.phase1, true)}`,
    `childsa ${transform(tunnel.phase2, false)}`,
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    `ikelifetime ${tunnel.phase1.lifetime} lifetime ${tunnel.phase2.lifetime}`,
    tunnel.auth.method === "psk" ? `psk "${psk ?? ""}"` : "",
    tunnel.tag ? `tag "${tunnel.tag}"` : "",
  ];
  return `\n${lines.filter(Boolean).join(" \\\n\t")}\n`;
}

function transform(phase: Transform, ike: boolean): string {
  const prf = phase.prf ?? (ike ? phase.auth ?? "hmac-sha2-256" : undefined);
  return [
    ...(phase.auth ? [`auth ${phase.auth}`] : []),
    `enc ${phase.enc}`,
    ...(ike && prf ? [`prf ${prf}`] : []),
    `group ${phase.group}`,
  ].join(" ");
}
