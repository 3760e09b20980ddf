/**
 * The far end as OpenBSD configuration: ipsec.conf(5) or iked.conf(5).
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { mirrorTunnel } from "../../gateway/tunnel_mirror.ts";
import { bypassFlows } from "../ipsec/bypass_flows.ts";
import { renderIkedConf } from "../ipsec/iked_conf.ts";
import { renderIpsecTunnel } from "../ipsec/ipsec_tunnel.ts";
import type { FarEnd, FarEndFile, FarEndOptions } from "./far_end.ts";
import { ownTrafficNotes } from "./own_traffic.ts";
import { reveal, Secret } from "../../host/secret.ts";

/** Placeholder for the key; without quotes, so that the file does not load with it. */
const NO_KEY = "PUT-THE-KEY-HERE";

/** Whether both ends support the hybrid group sntrup761x25519, and do not use it. */
function canWithstand({ release }: Gateway, { ike, phase1 }: Tunnel): boolean {
  return ike === 2 && knows(release.number, "ikedSntrup") === true &&
    !phase1.sets.some(({ group }) => group === "sntrup761x25519");
}

/**
 * The far end as a gateway with the tunnel `far` alone. Its interfaces are unknown: with those of
 * `gateway`, the addresses and networks of the wrong end would get into its files.
 */
function otherEnd(gateway: Gateway, far: Tunnel): Gateway {
  const { gateway: _router, gateway6: _router6, ...network } = gateway.network;
  return {
    ...gateway,
    hostname: `the other end of ${gateway.hostname}`,
    network: { ...network, interfaces: [], routes: [] },
    tunnels: [far],
    clients: [],
  };
}

/** Without an address in `local` an active iked(8) seems to be behind NAT. */
function noOwnAddress({ ike, mode, localAddress }: Tunnel): string[] {
  if (localAddress !== undefined) return [];
  return [
    "The far end's own address is not in the description: its daemon chooses one.",
    ...(ike === 2 && mode === "active"
      ? [
        "If that address is fixed, put local ADDRESS before peer: without it iked(8) sends a wrong one for NAT detection, and where there is no NAT, the tunnel may come up and carry nothing.",
      ]
      : []),
  ];
}

/** The configuration files of the far end's daemon, and the commands that load them. */
export function openbsdFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key = NO_KEY, gatewayAddress }: FarEndOptions = {},
): FarEnd {
  const mirrored = mirrorTunnel(gateway, tunnel);
  const far: Tunnel = gatewayAddress ? { ...mirrored, peer: gatewayAddress } : mirrored;
  const notes = notesOf(gateway, tunnel, far, gatewayAddress);
  const diagnostics = [
    "ipsecctl -sa",
    "tail -f /var/log/daemon",
    "tcpdump -ni enc0",
    "tcpdump -ni pflog0",
  ];
  const other = otherEnd(gateway, far);
  const flows = bypassFlows(other);
  const bypass = flows.length === 0
    ? ""
    : ["# What is local stays out of the tunnel", ...flows, ""].join("\n");
  if (far.ike === 1) {
    const file = ipsecConf(reveal(renderIpsecTunnel(far, new Secret(key))) + bypass);
    return {
      diagnostics,
      files: [file],
      commands: [
        "rcctl enable isakmpd ipsec",
        'rcctl set isakmpd flags "-K"',
        "rcctl start isakmpd",
        `ipsecctl -f ${file.path}`,
      ],
      notes,
    };
  }
  const secrets = { psks: new Map([[far.name, new Secret(key)]]) } as unknown as Secrets;
  const iked = {
    path: "/etc/iked.conf",
    text: reveal(renderIkedConf(other, secrets)),
    mode: 0o600,
  };
  // iked(8) makes no such flows.
  const ipsec = bypass === "" ? undefined : ipsecConf(bypass);
  return {
    diagnostics,
    files: [...(ipsec ? [ipsec] : []), iked],
    commands: [
      ...(ipsec ? ["rcctl enable ipsec", `ipsecctl -f ${ipsec.path}`] : []),
      "iked -n -f /etc/iked.conf",
      "rcctl enable iked",
      "rcctl start iked",
    ],
    notes,
  };
}

function ipsecConf(text: string): FarEndFile {
  return { path: "/etc/ipsec.conf", text, mode: 0o600 };
}

/** What the files cannot say. */
function notesOf(
  gateway: Gateway,
  tunnel: Tunnel,
  far: Tunnel,
  gatewayAddress: string | undefined,
): string[] {
  return [
    ...(far.peer === "any" && !gatewayAddress
      ? [
        "The far end does not know the gateway's address: the gateway initiates, the far end waits.",
      ]
      : []),
    ...noOwnAddress(far),
    ...(tunnel.auth.method === "psk"
      ? []
      : [`Put the gateway's public key there: gatewright key ${gateway.file} prints it.`]),
    ...(canWithstand(gateway, tunnel)
      ? [
        "Where it runs 7.0 or newer, phase1: {group: sntrup761x25519} in the description withstands quantum computers.",
      ]
      : []),
    ...ownTrafficNotes(
      tunnel,
      "the flows of type bypass keep its own traffic out of the tunnel. Its other networks in there need such flows too",
    ),
    "Its pf.conf(5) must pass udp 500 and 4500 and esp of the gateway, and the traffic on enc0.",
  ];
}
