/**
 * /etc/ipsec/NAME.conf: one IKEv1 tunnel for isakmpd(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Transform, Tunnel } from "../../gateway/gateway.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";

/**
 * The rule of `tunnel`, its words in the only order that the grammar of ipsec.conf(5) accepts.
 *
 * @param psk the pre-shared key; needed where the tunnel uses one.
 * @throws {GatewrightError} if the tunnel wants a psk and there is none.
 */
export function renderIpsecTunnel(tunnel: Tunnel, psk?: string): string {
  if (tunnel.auth.method === "psk" && !psk) {
    throw new GatewrightError(`tunnel ${tunnel.name} has no psk`, { kind: "description" });
  }
  // What the peer sees comes first, the true network in parentheses; they bind to one address, not to a list.
  const local = tunnel.nat ? tunnel.local.map((own) => `${tunnel.nat} (${own})`) : tunnel.local;
  const lines = [
    `ike ${tunnel.mode} ${tunnel.protocol} ${tunnel.encapsulation} from ${list(local)} to ${
      list(tunnel.remote)
    }`,
    [
      ...(tunnel.localAddress ? [`local ${tunnel.localAddress}`] : []),
      // A host name may be a word of the grammar, so it is quoted.
      `peer ${/^any$|^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : `"${tunnel.peer}"`}`,
    ].join(" "),
    `${tunnel.exchange} ${transform(tunnel.phase1)}`,
    // ipsecctl refuses enc for ah, which encrypts nothing.
    `quick ${transform(tunnel.phase2, tunnel.protocol === "esp")}`,
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    tunnel.auth.method === "psk" ? `psk "${psk}"` : "rsa",
    tunnel.tag ? `tag "${tunnel.tag}"` : "",
  ];
  return `# Tunnel ${tunnel.name}\n${lines.filter(Boolean).join(" \\\n\t")}\n`;
}

function list(networks: string[]): string {
  return networks.length === 1 ? networks[0]! : `{ ${networks.join(" ")} }`;
}

function transform(phase: Transform, encrypts = true): string {
  return [
    ...(phase.auth ? [`auth ${phase.auth}`] : []),
    ...(encrypts ? [`enc ${phase.enc}`] : []),
    `group ${transformWord(1, phase.group)}`,
    `lifetime ${phase.lifetime}`,
  ].join(" ");
}
