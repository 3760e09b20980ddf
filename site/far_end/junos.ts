/**
 * The far end as Juniper SRX configuration (Junos): a tunnel interface with traffic selectors.
 *
 * Sources: Juniper's "IPsec VPN User Guide for Security Devices" and the hierarchies of its
 * statements,
 * https://juniper.net/documentation/en_US/junos12.1x47/topics/reference/statement-hierarchy/security-hierarchy-ike.html
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { JUNOS } from "./vendor_words.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Identity,
  type Limits,
  numbered,
} from "./device_tunnel.ts";

/** Characters of the key, which is quoted. */
export const JUNOS_LIMITS: Limits = {
  vendor: JUNOS,
  ipv6: true,
  key: /^[ !#-\[\]-~]{1,255}$/,
  name: 32,
  lifetimes: [[180, 86400], [180, 86400]],
  lists: false,
};

const SOURCE = `Juniper's "IPsec VPN User Guide for Security Devices"`;

/** Commands for the configuration mode. */
export function junosFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(JUNOS_LIMITS, gateway, tunnel, options);
  const lines = [...ike(far), ...ipsec(far), ...zones(far)];
  const text = [
    ...heading("#", gateway, tunnel, SOURCE),
    ...lines.map((line) => `set ${line}`),
    "",
  ].join("\n");
  return {
    files: [{ path: "configure", text }],
    commands: ["commit check", `commit comment ${far.name}`],
    diagnostics: [
      "show security ike security-associations detail",
      "show security ipsec security-associations detail",
      "show security ipsec inactive-tunnels",
      "show security ipsec statistics",
      "show log kmd",
      `request security ike debug-enable local ${
        far.own ?? "ADDRESS-HERE"
      } remote ${far.gateway} level 11`,
    ],
    notes: notes(far),
  };
}

function ike(far: DeviceTunnel): string[] {
  const { name, phase1, lifetime1, gateway, own } = far;
  const of = phase1.sets.length;
  return [
    ...phase1.sets.flatMap((set, at) => {
      const proposal = `security ike proposal ${numbered(name, at, of)}`;
      return [
        `${proposal} authentication-method pre-shared-keys`,
        `${proposal} dh-group ${set.group}`,
        // With an AEAD it is the prf.
        `${proposal} authentication-algorithm ${set.auth ?? set.prf}`,
        `${proposal} encryption-algorithm ${set.enc}`,
        ...(lifetime1 === undefined ? [] : [`${proposal} lifetime-seconds ${lifetime1}`]),
      ];
    }),
    ...(far.ike === 1
      ? [`security ike policy ${name} mode ${far.aggressive ? "aggressive" : "main"}`]
      : []),
    ...phase1.sets.map((_set, at) =>
      `security ike policy ${name} proposals ${numbered(name, at, of)}`
    ),
    `security ike policy ${name} pre-shared-key ascii-text "${far.key}"`,
    `security ike gateway ${name} ike-policy ${name}`,
    `security ike gateway ${name} address ${gateway}`,
    `security ike gateway ${name} external-interface PUT-THE-OUTSIDE-INTERFACE-HERE`,
    ...(own === undefined ? [] : [`security ike gateway ${name} local-address ${own}`]),
    ...(far.ownId ? [`security ike gateway ${name} local-identity ${identity(far.ownId)}`] : []),
    ...(far.gatewayId
      ? [`security ike gateway ${name} remote-identity ${identity(far.gatewayId)}`]
      : []),
    `security ike gateway ${name} version v${far.ike}-only`,
    `security ike gateway ${name} dead-peer-detection optimized`,
    `security ike gateway ${name} dead-peer-detection interval 30`,
    `security ike gateway ${name} dead-peer-detection threshold 5`,
  ];
}

function identity({ kind, value }: Identity): string {
  if (kind === "user") return `user-at-hostname "${value}"`;
  if (kind === "fqdn") return `hostname ${value}`;
  return `${value.includes(":") ? "inet6" : "inet"} ${value}`;
}

function ipsec(far: DeviceTunnel): string[] {
  const { name, phase2, pfs: [group], lifetime2, pairs } = far;
  const of = phase2.sets.length;
  return [
    ...phase2.sets.flatMap((set, at) => {
      const proposal = `security ipsec proposal ${numbered(name, at, of)}`;
      return [
        `${proposal} protocol esp`,
        ...(set.auth === undefined ? [] : [`${proposal} authentication-algorithm ${set.auth}`]),
        `${proposal} encryption-algorithm ${set.enc}`,
        ...(lifetime2 === undefined ? [] : [`${proposal} lifetime-seconds ${lifetime2}`]),
      ];
    }),
    ...(group === undefined
      ? []
      : [`security ipsec policy ${name} perfect-forward-secrecy keys ${group}`]),
    ...phase2.sets.map((_set, at) =>
      `security ipsec policy ${name} proposals ${numbered(name, at, of)}`
    ),
    `security ipsec vpn ${name} bind-interface st0.0`,
    `security ipsec vpn ${name} ike gateway ${name}`,
    `security ipsec vpn ${name} ike ipsec-policy ${name}`,
    ...pairs.map(({ own, gateway }, at) =>
      `security ipsec vpn ${name} traffic-selector pair-${
        at + 1
      } local-ip ${own} remote-ip ${gateway}`
    ),
    `security ipsec vpn ${name} establish-tunnels ${
      far.gatewayWaits ? "immediately" : "on-traffic"
    }`,
  ];
}

/** A policy refers to networks in an address book. */
function zones({ name, pairs }: DeviceTunnel): string[] {
  const networks = (side: "own" | "gateway") => [...new Set(pairs.map((pair) => pair[side]))];
  const [own, gateway] = [networks("own"), networks("gateway")];
  const book = (side: string, list: readonly string[]) =>
    list.map((network, at) =>
      `security address-book global address ${name}-${side}-${at + 1} ${network}`
    );
  const policy = (
    from: string,
    to: string,
    source: [string, string[]],
    target: [string, string[]],
  ) => {
    const one = `security policies from-zone ${from} to-zone ${to} policy ${name}-${
      from === "vpn" ? "in" : "out"
    }`;
    return [
      ...source[1].map((_one, at) => `${one} match source-address ${name}-${source[0]}-${at + 1}`),
      ...target[1].map((_one, at) =>
        `${one} match destination-address ${name}-${target[0]}-${at + 1}`
      ),
      `${one} match application any`,
      `${one} then permit`,
    ];
  };
  const families = [...new Set([...own].map((one) => one.includes(":") ? "inet6" : "inet"))];
  return [
    ...families.map((family) => `interfaces st0 unit 0 family ${family}`),
    "security zones security-zone vpn interfaces st0.0",
    "security zones security-zone untrust host-inbound-traffic system-services ike",
    ...book("own", own),
    ...book("gateway", gateway),
    ...policy("trust", "vpn", ["own", own], ["gateway", gateway]),
    ...policy("vpn", "trust", ["gateway", gateway], ["own", own]),
    "security flow tcp-mss ipsec-vpn mss 1350",
  ];
}

function notes(far: DeviceTunnel): string[] {
  return [
    ...far.notes,
    "trust, untrust and vpn are names of zones, st0.0 is a tunnel interface: use those of the device, and another " +
    "unit if 0 is in use.",
    "A traffic selector adds the route into the tunnel.",
    "NAT from trust to untrust does not touch what goes to the zone vpn; where a rule set says to zone vpn, put a " +
    "rule with then source-nat off before it.",
    "NAT traversal is on, unless no-nat-traversal is set.",
  ];
}
