/**
 * The far end as pfSense settings: the fields of its web interface, in order.
 *
 * Sources: Netgate's "IPsec Configuration" and "IPsec Site-to-Site VPN Example with Pre-Shared
 * Keys", https://docs.netgate.com/pfsense/en/latest/vpn/ipsec/configure.html, and the options of
 * its menus.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { PFSENSE } from "./vendor_words.ts";
import { ownTrafficNotes } from "./own_traffic.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Identity,
  type Limits,
} from "./device_tunnel.ts";

/** The key is entered in a web form. */
export const PFSENSE_LIMITS: Limits = {
  vendor: PFSENSE,
  ipv6: true,
  key: /^[!-~]{1,255}$/,
  name: 64,
  lifetimes: [[1, 86400 * 365], [1, 86400 * 365]],
  lists: true,
};

const SOURCE = `Netgate's "IPsec Configuration"`;

/** The settings, field by field. */
export function pfsenseFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(PFSENSE_LIMITS, gateway, tunnel, options);
  const text = [
    ...heading("#", gateway, tunnel, SOURCE),
    "VPN > IPsec > Tunnels > Add P1",
    ...fields(phase1(far)),
    ...far.pairs.flatMap((pair) => [
      "VPN > IPsec > Tunnels > Show Phase 2 Entries > Add P2",
      ...fields(phase2(far, pair)),
    ]),
    "Apply Changes",
    ...far.pairs.flatMap(({ own, gateway }) => [
      "Firewall > Rules > IPsec > Add",
      ...fields([
        ["Action", "Pass"],
        ["Address Family", own.includes(":") ? "IPv6" : "IPv4"],
        ["Protocol", "Any"],
        ["Source", `Network ${gateway}`],
        ["Destination", `Network ${own}`],
      ]),
    ]),
    "Apply Changes",
    "",
  ].join("\n");
  return {
    files: [{ path: "the pages of the web interface", text }],
    commands: [],
    diagnostics: [
      "Status > IPsec > Overview",
      "Status > IPsec > SADs",
      "Status > IPsec > SPDs",
      "Status > System Logs > IPsec",
      "Diagnostics > Command Prompt: swanctl --list-sas",
      "Diagnostics > Packet Capture on WAN, host " + far.gateway,
    ],
    notes: notes(far, tunnel),
  };
}

type Field = [string, string];

function fields(list: readonly Field[]): string[] {
  return list.map(([name, value]) => `    ${name}: ${value}`);
}

function identity({ kind, value }: Identity): string {
  const kinds = {
    address: "IP address",
    fqdn: "Fully qualified domain name",
    user: "User fully qualified domain name",
  };
  return `${kinds[kind]} ${value}`;
}

function phase1(far: DeviceTunnel): Field[] {
  const { gateway, own, ownId, gatewayId, lifetime1, aggressive } = far;
  return [
    ["Description", far.name],
    ["Key Exchange version", `IKEv${far.ike}`],
    ["Internet Protocol", gateway.includes(":") ? "IPv6" : "IPv4"],
    ["Interface", "WAN"],
    ["Remote Gateway", gateway],
    ["Authentication Method", "Mutual PSK"],
    ...(far.ike === 1
      ? [["Negotiation mode", aggressive ? "Aggressive" : "Main"] satisfies Field]
      : []),
    [
      "My identifier",
      ownId === undefined || ownId.value === own ? "My IP address" : identity(ownId),
    ],
    [
      "Peer identifier",
      gatewayId === undefined || gatewayId.value === gateway
        ? "Peer IP address"
        : identity(gatewayId),
    ],
    ["Pre-Shared Key", far.key],
    ...far.phase1.sets.flatMap(({ enc, auth, prf, group }): Field[] => [
      ["Encryption Algorithm", enc],
      // With an AEAD it is the prf.
      ["Hash", auth ?? prf ?? "SHA256"],
      ["DH Group", group!],
    ]),
    ...(lifetime1 === undefined ? [] : [["Life Time", String(lifetime1)] satisfies Field]),
    [
      "Child SA Start Action",
      far.gatewayWaits
        ? "Initiate at start (VTI or Tunnel Mode)"
        : "Initiate on demand (Tunnel mode only)",
    ],
    [
      "Child SA Close Action",
      far.gatewayWaits ? "Restart/Reconnect" : "Close connection and reconnect on demand",
    ],
    ["NAT Traversal", "Auto"],
    ...(far.ike === 2 ? [["Split connections", "unchecked"] satisfies Field] : []),
    ["Dead Peer Detection", "checked"],
    ["Delay", "30"],
    ["Max failures", "5"],
  ];
}

function phase2(far: DeviceTunnel, { own, gateway }: { own: string; gateway: string }): Field[] {
  const { lifetime2 } = far;
  const set = far.phase2.sets;
  const unique = (
    list: readonly (string | undefined)[],
  ) => [...new Set(list.flatMap((one) => one ?? []))];
  const hashes = unique(set.map(({ auth }) => auth));
  return [
    ["Mode", own.includes(":") ? "Tunnel IPv6" : "Tunnel IPv4"],
    ["Local Network", `Network ${own}`],
    ["NAT/BINAT translation", "None"],
    ["Remote Network", `Network ${gateway}`],
    ["Protocol", "ESP"],
    ...unique(set.map(({ enc }) => enc)).map((enc): Field => ["Encryption Algorithm", enc]),
    ...hashes.map((hash): Field => ["Hash Algorithm", hash]),
    ["PFS key group", far.pfs[0] ?? "off"],
    ...(lifetime2 === undefined ? [] : [["Life Time", String(lifetime2)] satisfies Field]),
  ];
}

function notes(far: DeviceTunnel, tunnel: Tunnel): string[] {
  return [
    ...far.notes,
    ...ownTrafficNotes(
      tunnel,
      "VPN > IPsec > Advanced Settings, Auto-exclude LAN address must stay checked, or pfSense answers its own LAN through the tunnel. Other interfaces with networks in there need a line of Additional IPsec Bypass",
    ),
    "pfSense lets in IKE and ESP of the gateway automatically, and its outbound NAT does not touch what a phase 2 takes.",
    "Leave algorithms that are not named unchecked.",
  ];
}
