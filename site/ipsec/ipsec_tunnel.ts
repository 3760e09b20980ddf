/**
 * /etc/ipsec/NAME.conf: one IKEv1 tunnel for isakmpd(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Ikev1Tunnel, Phase } from "../../gateway/gateway.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";
import { isEmpty, joined, type Secret, secretly, type Text } from "../../host/secret.ts";

/**
 * The rules of `tunnel`, one for each of its pairs if it has any, with the keywords in the order
 * that the grammar of ipsec.conf(5) requires.
 *
 * @param psk the pre-shared key, if the tunnel uses one
 * @throws {GatewrightError} if the tunnel needs a psk and it is missing.
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

/** Mode, protocol and selectors. */
function traffic(tunnel: Ikev1Tunnel, local: string[], remote: string[]): string {
  const port = (number: string | undefined) => number === undefined ? "" : ` port ${number}`;
  // The network that the peer sees comes first, the real one in parentheses, which apply to one
  // address, not to a list.
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
      // A host name may be a keyword of the grammar, so it is quoted.
      `peer ${/^any$|^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : `"${tunnel.peer}"`}`,
    ].join(" "),
    phase(tunnel.exchange, tunnel.phase1),
    // ipsecctl refuses enc with ah, which does not encrypt.
    phase("quick", tunnel.phase2, tunnel.protocol === "esp"),
    [
      ...(tunnel.srcid ? [`srcid "${tunnel.srcid}"`] : []),
      ...(tunnel.dstid ? [`dstid "${tunnel.dstid}"`] : []),
    ].join(" "),
    tunnel.auth.method === "psk" ? secretly`psk "${psk ?? ""}"` : "rsa",
    // The grammar does not allow a tag after an interface.
    tunnel.tag && tunnel.iface === undefined ? `tag "${tunnel.tag}"` : "",
  ];
  return secretly`${joined(lines, " \\\n\t")}\n`;
}

function list(networks: string[]): string {
  return networks.length === 1 ? networks[0]! : `{ ${networks.join(" ")} }`;
}

/** ipsec.conf(5) allows one proposal; a phase without keywords has the daemon's defaults. */
function phase(mode: string, { sets: [set], lifetime }: Phase, encrypts = true): string {
  const words = [
    ...(set?.auth ? [`auth ${set.auth}`] : []),
    ...(set && encrypts ? [`enc ${set.enc}`] : []),
    ...(set ? [`group ${transformWord(1, set.group)}`] : []),
    ...(lifetime === undefined ? [] : [`lifetime ${lifetime}`]),
  ];
  // Main mode with the defaults may be left out; aggressive mode must be written.
  return words.length === 0 && mode !== "aggressive" ? "" : [mode, ...words].join(" ");
}
