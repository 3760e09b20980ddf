/**
 * The far end as OpenBSD configuration: ipsec.conf(5) or iked.conf(5).
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { parseAddress } from "../../gateway/address.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { mirrorTunnel } from "../../gateway/tunnel_mirror.ts";
import { renderIkedConf } from "../ipsec/iked_conf.ts";
import { renderIpsecTunnel } from "../ipsec/ipsec_tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { reveal, Secret } from "../../host/secret.ts";

/** Placeholder for the key; without quotes, so that the file does not load with it. */
const NO_KEY = "PUT-THE-KEY-HERE";

/** Whether both ends support the hybrid group sntrup761x25519, and do not use it. */
function canWithstand({ release }: Gateway, { ike, phase1 }: Tunnel): boolean {
  return ike === 2 && knows(release.number, "ikedSntrup") === true &&
    !phase1.sets.some(({ group }) => group === "sntrup761x25519");
}

/** The configuration file of the far end's daemon, and the command that loads it. */
export function openbsdFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key = NO_KEY, gatewayAddress }: FarEndOptions = {},
): FarEnd {
  const mirrored = mirrorTunnel(gateway, tunnel);
  const far: Tunnel = gatewayAddress ? { ...mirrored, peer: gatewayAddress } : mirrored;
  const notes = [
    ...(far.peer === "any" && !gatewayAddress
      ? [
        "The far end does not know the gateway's address: the gateway initiates, the far end waits.",
      ]
      : []),
    ...(parseAddress(tunnel.peer)
      ? []
      : ["The far end's own address is not in the description: its daemon chooses one."]),
    ...(tunnel.auth.method === "psk"
      ? []
      : [`Put the gateway's public key there: gatewright key ${gateway.file} prints it.`]),
    ...(canWithstand(gateway, tunnel)
      ? [
        "Where it runs 7.0 or newer, phase1: {group: sntrup761x25519} in the description withstands quantum computers.",
      ]
      : []),
    "Its pf.conf(5) must pass udp 500 and 4500 and esp of the gateway, and the traffic on enc0.",
  ];
  const diagnostics = [
    "ipsecctl -sa",
    "tail -f /var/log/daemon",
    "tcpdump -ni enc0",
    "tcpdump -ni pflog0",
  ];
  if (far.ike === 1) {
    return {
      diagnostics,
      files: [{
        path: "/etc/ipsec.conf",
        text: reveal(renderIpsecTunnel(far, new Secret(key))),
        mode: 0o600,
      }],
      commands: [
        "rcctl enable isakmpd ipsec",
        'rcctl set isakmpd flags "-K"',
        "rcctl start isakmpd",
        "ipsecctl -f /etc/ipsec.conf",
      ],
      notes,
    };
  }
  const secrets = { psks: new Map([[far.name, new Secret(key)]]) } as unknown as Secrets;
  const other: Gateway = {
    ...gateway,
    hostname: `the other end of ${gateway.hostname}`,
    tunnels: [far],
    clients: [],
  };
  return {
    diagnostics,
    files: [{ path: "/etc/iked.conf", text: reveal(renderIkedConf(other, secrets)), mode: 0o600 }],
    commands: ["iked -n -f /etc/iked.conf", "rcctl enable iked", "rcctl start iked"],
    notes,
  };
}
