/**
 * Lines of hostname.if(5) for a particular kind of interface, before its addresses.
 *
 * ifconfig(8) takes passwords and keys only as arguments, so that they are visible in its argument
 * list while netstart(8) runs it at boot, before any login.
 * @module
 */
import type { CarpKind, NetworkInterface, PfsyncKind, WgKind } from "../../gateway/interface.ts";
import { hostnameWord } from "../../gateway/network/hostname_word.ts";
import { networkSecretKey } from "../../gateway/secrets/network_secrets.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import { joined, reveal, Secret, secretly, type Text } from "../../host/secret.ts";

/** The lines for the kind of `one`; none for a card. */
export function kindLines(one: NetworkInterface, { network }: Pick<Secrets, "network">): Text[] {
  const { name, vlan, carp, pfsync, wg, pppoe, aggr } = one;
  const secret = (peer?: string) =>
    new Secret(hostnameWord(reveal(network.get(networkSecretKey(name, peer)) ?? "")));
  const tunnel = one.gre ?? one.gif ?? one.etherip;
  const bridge = one.veb ?? one.bridge;
  return [
    ...(vlan ? [`vnetid ${vlan.id} parent ${vlan.parent}`] : []),
    ...(carp ? [carpLine(carp, secret)] : []),
    ...(pfsync ? [pfsyncLine(pfsync)] : []),
    ...(tunnel ? [`tunnel ${tunnel.local} ${tunnel.remote}`] : []),
    ...(aggr?.ports ?? []).map((port) => `trunkport ${port}`),
    ...(bridge?.ports ?? []).map((port) => `add ${port}`),
    ...(wg ? wgLines(wg, secret) : []),
    ...(pppoe
      ? [
        secretly`pppoedev ${pppoe.dev} authproto ${pppoe.authproto} authname ${
          hostnameWord(pppoe.user)
        } authkey ${secret()}`,
      ]
      : []),
  ];
}

function carpLine(carp: CarpKind, secret: () => Secret): Text {
  return joined([
    `vhid ${carp.vhid} carpdev ${carp.carpdev} advbase ${carp.advbase} advskew ${carp.advskew}`,
    ...(carp.peer === undefined ? [] : [`carppeer ${carp.peer}`]),
    ...(carp.password === undefined ? [] : [secretly`pass ${secret()}`]),
  ], " ");
}

function pfsyncLine({ syncdev, syncpeer, defer }: PfsyncKind): string {
  return `syncdev ${syncdev}${syncpeer ? ` syncpeer ${syncpeer}` : ""}${defer ? " defer" : ""}`;
}

/** One ifconfig(8) command per peer: what follows `wgpeer` applies to that peer. */
function wgLines(wg: WgKind, secret: (peer?: string) => Secret): Text[] {
  return [
    secretly`wgkey ${secret()}${wg.port === undefined ? "" : ` wgport ${wg.port}`}`,
    ...wg.peers.flatMap(({ name, publicKey, psk, endpoint, allowed, keepalive }) => [
      `# ${name}`,
      joined([
        `wgpeer ${publicKey}`,
        ...(psk ? [secretly`wgpsk ${secret(name)}`] : []),
        ...(endpoint ? [`wgendpoint ${endpoint.address} ${endpoint.port}`] : []),
        ...(keepalive === undefined ? [] : [`wgpka ${keepalive}`]),
        ...allowed.map((network) => `wgaip ${network}`),
      ], " "),
    ]),
  ];
}
