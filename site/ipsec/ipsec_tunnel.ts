/**
 * /etc/ipsec/NAME.conf: one IKEv1 tunnel for isakmpd(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Ikev1Tunnel, Phase } from "../../gateway/gateway.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";

/**
 * The rule of `tunnel`, its words in the only order that the grammar of ipsec.conf(5) accepts.
 *
 * @param psk the pre-shared key; needed where the tunnel uses one.
 * @throws {GatewrightError} if the tunnel wants a psk and there is none.
 */
export function renderIpsecTunnel(tunnel: Ikev1Tunnel, psk?: string): string {
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
    `${tunnel.exchange} ${transforms(tunnel.phase1)}`,
    // ipsecctl refuses enc for ah, which encrypts nothing.
    `quick ${transforms(tunnel.phase2, tunnel.protocol === "esp")}`,
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

/** ipsec.conf(5) has room for one set of transforms. */
function transforms({ sets: [set], lifetime }: Phase, encrypts = true): string {
  return [
    ...(set?.auth ? [`auth ${set.auth}`] : []),
    ...(set && encrypts ? [`enc ${set.enc}`] : []),
    ...(set ? [`group ${transformWord(1, set.group)}`] : []),
    ...(lifetime === undefined ? [] : [`lifetime ${lifetime}`]),
  ].join(" ");
}
