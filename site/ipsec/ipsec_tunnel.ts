/**
 * /etc/ipsec/NAME.conf: one IKEv1 tunnel for isakmpd(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Ikev1Tunnel, Phase } from "../../gateway/gateway.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";
import { isEmpty, joined, type Secret, secretly, type Text } from "../../host/secret.ts";

/**
 * The rules of `tunnel`, one for each of its pairs where it has such, their words in the only order
 * that the grammar of ipsec.conf(5) accepts.
 *
 * @param psk the pre-shared key; needed where the tunnel uses one.
 * @throws {GatewrightError} if the tunnel wants a psk and there is none.
 */
export function renderIpsecTunnel(tunnel: Ikev1Tunnel, psk?: Secret): Text {
  if (tunnel.auth.method === "psk" && isEmpty(psk)) {
    throw new GatewrightError(`tunnel ${tunnel.name} has no psk`, { kind: "description" });
  }
  const pairs =
    tunnel.selectors?.map(({ local, remote }) => ({ local: [local], remote: [remote] })) ??
      [{ local: tunnel.local, remote: tunnel.remote }];
  const rules = tunnel.iface === undefined
    ? pairs.map(({ local, remote }) => rule(tunnel, psk, traffic(tunnel, local, remote)))
    : [rule(tunnel, psk, `interface ${tunnel.iface}`)];
  return joined([`# Tunnel ${tunnel.name}\n`, ...rules]);
}

/** What is protected, and how. */
function traffic(tunnel: Ikev1Tunnel, local: string[], remote: string[]): string {
  const port = (number: string | undefined) => number === undefined ? "" : ` port ${number}`;
  // What the peer sees comes first, the true network in parentheses; they bind to one address, not to a list.
  const from = tunnel.nat ? local.map((own) => `${tunnel.nat} (${own})`) : local;
  return [
    tunnel.protocol,
    tunnel.encapsulation,
    ...(tunnel.proto === undefined ? [] : [`proto ${tunnel.proto}`]),
    `from ${list(from)}${port(tunnel.localPort)} to ${list(remote)}${port(tunnel.remotePort)}`,
  ].join(" ");
}

function rule(tunnel: Ikev1Tunnel, psk: Secret | undefined, what: string): Text {
  const lines: Text[] = [
    `ike ${tunnel.mode} ${what}`,
    [
      ...(tunnel.localAddress ? [`local ${tunnel.localAddress}`] : []),
      // A host name may be a word of the grammar, so it is quoted.
      `peer ${/^any$|^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : `"${tunnel.peer}"`}`,
    ].join(" "),
    phase(tunnel.exchange, tunnel.phase1),
    // ipsecctl refuses enc for ah, which encrypts nothing.
    phase("quick", tunnel.phase2, tunnel.protocol === "esp"),
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    tunnel.auth.method === "psk" ? secretly`psk "${psk ?? ""}"` : "rsa",
    // The grammar has no tag behind an interface.
    tunnel.tag && tunnel.iface === undefined ? `tag "${tunnel.tag}"` : "",
  ];
  return secretly`${joined(lines, " \\\n\t")}\n`;
}

function list(networks: string[]): string {
  return networks.length === 1 ? networks[0]! : `{ ${networks.join(" ")} }`;
}

/** ipsec.conf(5) has room for one set of transforms; a phase without any word is the daemon's own. */
function phase(mode: string, { sets: [set], lifetime }: Phase, encrypts = true): string {
  const words = [
    ...(set?.auth ? [`auth ${set.auth}`] : []),
    ...(set && encrypts ? [`enc ${set.enc}`] : []),
    ...(set ? [`group ${transformWord(1, set.group)}`] : []),
    ...(lifetime === undefined ? [] : [`lifetime ${lifetime}`]),
  ];
  // Main mode with the defaults is what the grammar fills in; aggressive mode must be said.
  return words.length === 0 && mode !== "aggressive" ? "" : [mode, ...words].join(" ");
}
