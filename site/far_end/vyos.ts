/**
 * The far end as VyOS configuration (1.4 or later).
 *
 * Source: VyOS's "IPsec Site-to-Site VPN", docs/configuration/vpn/site2site_ipsec.rst of
 * vyos-documentation, and interface-definitions of vyos-1x.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { VYOS } from "./vendor_words.ts";
import { ownTrafficNotes } from "./own_traffic.ts";
import { type DeviceTunnel, deviceTunnel, heading, type Limits } from "./device_tunnel.ts";

/** Values are in single quotes. */
export const VYOS_LIMITS: Limits = {
  vendor: VYOS,
  ipv6: true,
  key: /^[ !#-&(-\[\]-~]{1,255}$/,
  name: 40,
  lifetimes: [[30, 86400], [30, 86400]],
  lists: true,
};

const SOURCE = `VyOS's "IPsec Site-to-Site VPN" of 1.4`;

/** Commands for the configuration mode. */
export function vyosFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(VYOS_LIMITS, gateway, tunnel, options);
  const lines = [
    ...espGroup(far),
    ...ikeGroup(far),
    ...secret(far),
    ...peer(far),
    ...natExclude(far),
  ];
  const text = [
    ...heading("#", gateway, tunnel, SOURCE),
    ...lines.map((line) => `set ${line}`),
    "",
  ].join("\n");
  return {
    files: [{ path: "configure", text }],
    commands: ["commit", "save"],
    diagnostics: [
      "show vpn ike sa",
      "show vpn ipsec sa detail",
      "show vpn ipsec connections",
      "show log ipsec",
      "sudo swanctl --log",
      `monitor traffic interface any filter 'host ${far.gateway} and (udp port 500 or udp port 4500 or esp)'`,
    ],
    notes: notes(far, tunnel),
  };
}

function espGroup({ name, phase2, pfs: [group], lifetime2 }: DeviceTunnel): string[] {
  const path = `vpn ipsec esp-group ${name}`;
  return [
    ...(lifetime2 === undefined ? [] : [`${path} lifetime '${lifetime2}'`]),
    `${path} mode 'tunnel'`,
    `${path} pfs '${group ?? "disable"}'`,
    ...phase2.sets.flatMap(({ enc, auth }, at) => [
      `${path} proposal ${at + 1} encryption '${enc}'`,
      // A hash is required, although an AEAD does not use it.
      `${path} proposal ${at + 1} hash '${auth ?? "sha256"}'`,
    ]),
  ];
}

function ikeGroup(far: DeviceTunnel): string[] {
  const { name, phase1, lifetime1, aggressive } = far;
  const path = `vpn ipsec ike-group ${name}`;
  return [
    // The keywords for a passive end differ between releases; these two do not.
    `${path} dead-peer-detection action 'restart'`,
    `${path} dead-peer-detection interval '30'`,
    `${path} dead-peer-detection timeout '120'`,
    `${path} key-exchange 'ikev${far.ike}'`,
    ...(lifetime1 === undefined ? [] : [`${path} lifetime '${lifetime1}'`]),
    ...(far.ike === 1 ? [`${path} mode '${aggressive ? "aggressive" : "main"}'`] : []),
    ...phase1.sets.flatMap(({ enc, auth, prf, group, set }, at) => [
      `${path} proposal ${at + 1} dh-group '${group}'`,
      `${path} proposal ${at + 1} encryption '${enc}'`,
      `${path} proposal ${at + 1} hash '${auth ?? "sha256"}'`,
      ...(prf !== undefined && (auth === undefined || set.prf !== undefined && set.prf !== set.auth)
        ? [`${path} proposal ${at + 1} prf '${prf}'`]
        : []),
    ]),
  ];
}

function secret({ name, key, ownId, gatewayId, gateway }: DeviceTunnel): string[] {
  const path = `vpn ipsec authentication psk ${name}`;
  const ids = [...new Set([ownId?.value, gatewayId?.value ?? gateway].flatMap((id) => id ?? []))];
  return [
    ...ids.map((id) => `${path} id '${id}'`),
    `${path} secret '${key}'`,
  ];
}

function peer(far: DeviceTunnel): string[] {
  const { name, own, ownId, gatewayId, pairs, ike } = far;
  const path = `vpn ipsec site-to-site peer ${name}`;
  const prefixes = (number: number, list: readonly { own: string; gateway: string }[]) => [
    `${path} tunnel ${number} esp-group '${name}'`,
    ...[...new Set(list.map((pair) => pair.own))]
      .map((one) => `${path} tunnel ${number} local prefix '${one}'`),
    ...[...new Set(list.map((pair) => pair.gateway))]
      .map((one) => `${path} tunnel ${number} remote prefix '${one}'`),
  ];
  return [
    "vpn ipsec interface 'PUT-THE-OUTSIDE-INTERFACE-HERE'",
    ...(ownId ? [`${path} authentication local-id '${ownId.value}'`] : []),
    `${path} authentication mode 'pre-shared-secret'`,
    ...(gatewayId ? [`${path} authentication remote-id '${gatewayId.value}'`] : []),
    `${path} connection-type 'initiate'`,
    `${path} ike-group '${name}'`,
    `${path} local-address '${own ?? "any"}'`,
    `${path} remote-address '${far.gateway}'`,
    // One child SA of IKEv2 has all networks; a quick mode has one pair.
    ...(ike === 2 ? prefixes(1, pairs) : pairs.flatMap((pair, at) => prefixes(at + 1, [pair]))),
  ];
}

/** NAT exemptions; the rule numbers are free for the administrator to change. */
function natExclude({ pairs }: DeviceTunnel): string[] {
  return pairs.filter(({ own }) => !own.includes(":")).flatMap(({ own, gateway }, at) => {
    const path = `nat source rule ${at + 5}`;
    return [
      `${path} exclude`,
      `${path} outbound-interface name 'PUT-THE-OUTSIDE-INTERFACE-HERE'`,
      `${path} source address '${own}'`,
      `${path} destination address '${gateway}'`,
    ];
  });
}

function notes(far: DeviceTunnel, tunnel: Tunnel): string[] {
  return [
    ...far.notes,
    ...ownTrafficNotes(
      tunnel,
      "VyOS itself keeps traffic between its prefixes of the tunnel out of it. Its other networks in there must be among these prefixes too",
    ),
    "The nat rules must have unused numbers below those that masquerade.",
    "A firewall there must let in udp 500 and 4500 and esp of the gateway, and forward between the networks.",
    "VyOS 1.3 has the peer by its address and pre-shared-secret below it, and outbound-interface without name.",
  ];
}
