/**
 * The far end as Cisco ASA configuration: a crypto map on the outside interface.
 *
 * Sources: "CLI Book 3: Cisco ASA Series VPN CLI Configuration Guide", LAN-to-LAN IPsec VPNs and
 * IPsec and ISAKMP,
 * https://cisco.com/c/en/us/td/docs/security/asa/asa917/configuration/vpn/asa-917-vpn-config/vpn-ike.html
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { ASA } from "./vendor_words.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Limits,
  masked,
  numbered,
} from "./device_tunnel.ts";

/** `?` shows help when typed; a space ends the key. */
export const ASA_LIMITS: Limits = {
  vendor: ASA,
  ipv6: false,
  key: /^[!->@-~]{1,128}$/,
  name: 60,
  lifetimes: [[120, 86400], [120, 214783647]],
  lists: false,
};

const SOURCE = `Cisco's "ASA Series VPN CLI Configuration Guide"`;

/** Name of the crypto map; there is one per interface. */
const MAP = "outside_map 10";

/** Commands for the configuration mode. */
export function asaFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(ASA_LIMITS, gateway, tunnel, options);
  const identityNote = asaIdentityNote(far);
  const text = [
    ...heading("!", gateway, tunnel, SOURCE),
    ...groups(far),
    ...accessList(far),
    `nat (inside,outside) 1 source static ${far.name}-own ${far.name}-own ` +
    `destination static ${far.name}-gateway ${far.name}-gateway no-proxy-arp route-lookup`,
    ...policies(far),
    ...proposals(far),
    ...tunnelGroup(far),
    ...cryptoMap(far),
    `crypto ikev${far.ike} enable outside`,
    "end",
    "",
  ].join("\n");
  return {
    comment: "!",
    files: [{ path: "configure terminal", text }],
    commands: ["write memory"],
    diagnostics: [
      `show crypto ikev${far.ike} sa detail`,
      `show crypto ipsec sa peer ${far.gateway}`,
      `show vpn-sessiondb detail l2l filter ipaddress ${far.gateway}`,
      "packet-tracer input inside icmp HOST-HERE 8 0 HOST-THERE detailed",
      `debug crypto condition peer ${far.gateway}`,
      far.ike === 1 ? "debug crypto ikev1 127" : "debug crypto ikev2 protocol 127",
      "undebug all",
    ],
    notes: notes(far, identityNote),
    ...(identityNote === undefined ? {} : { identityNote }),
  };
}

/** Address and mask: `10.0.0.0 255.255.255.0`. */
function dotted(network: string): string {
  const { address, mask } = masked(network);
  return `${address} ${mask}`;
}

/** Network objects, for the NAT rule. */
function groups({ name, pairs }: DeviceTunnel): string[] {
  const group = (suffix: string, networks: readonly string[]) => [
    `object-group network ${name}-${suffix}`,
    ...[...new Set(networks)].map((one) => ` network-object ${dotted(one)}`),
  ];
  return [
    ...group("own", pairs.map(({ own }) => own)),
    ...group("gateway", pairs.map(({ gateway }) => gateway)),
  ];
}

function accessList({ name, pairs }: DeviceTunnel): string[] {
  return pairs.map(({ own, gateway }) =>
    `access-list ${name} extended permit ip ${dotted(own)} ${dotted(gateway)}`
  );
}

function policies({ ike, phase1, lifetime1 }: DeviceTunnel): string[] {
  return phase1.sets.flatMap((set, at) =>
    ike === 1
      ? [
        `crypto ikev1 policy ${10 + at}`,
        " authentication pre-share",
        ` encryption ${set.enc}`,
        ` hash ${set.auth}`,
        ` group ${set.group}`,
        ...(lifetime1 === undefined ? [] : [` lifetime ${lifetime1}`]),
      ]
      : [
        `crypto ikev2 policy ${10 + at}`,
        ` encryption ${set.enc}`,
        ` integrity ${set.auth ?? "null"}`,
        ` group ${set.group}`,
        ` prf ${set.prf}`,
        ...(lifetime1 === undefined ? [] : [` lifetime seconds ${lifetime1}`]),
      ]
  );
}

const setName = (far: DeviceTunnel, at: number) => numbered(far.name, at, far.phase2.sets.length);

function proposals(far: DeviceTunnel): string[] {
  return far.phase2.sets.flatMap(({ enc, auth }, at) =>
    far.ike === 1 ? [`crypto ipsec ikev1 transform-set ${setName(far, at)} ${enc} ${auth}`] : [
      `crypto ipsec ikev2 ipsec-proposal ${setName(far, at)}`,
      ` protocol esp encryption ${enc}`,
      ` protocol esp integrity ${auth ?? "null"}`,
    ]
  );
}

/** The default group policy of all tunnels may exclude this version of IKE. */
function tunnelGroup({ name, gateway, key, ike }: DeviceTunnel): string[] {
  return [
    `group-policy ${name} internal`,
    `group-policy ${name} attributes`,
    ` vpn-tunnel-protocol ikev${ike}`,
    `tunnel-group ${gateway} type ipsec-l2l`,
    `tunnel-group ${gateway} general-attributes`,
    ` default-group-policy ${name}`,
    `tunnel-group ${gateway} ipsec-attributes`,
    ...(ike === 1 ? [` ikev1 pre-shared-key ${key}`] : [
      ` ikev2 remote-authentication pre-shared-key ${key}`,
      ` ikev2 local-authentication pre-shared-key ${key}`,
    ]),
    " isakmp keepalive threshold 30 retry 5",
  ];
}

function cryptoMap(far: DeviceTunnel): string[] {
  const { name, gateway, ike, phase2, pfs: [group], lifetime2, aggressive } = far;
  const sets = phase2.sets.map((_set, at) => setName(far, at)).join(" ");
  return [
    `crypto map ${MAP} match address ${name}`,
    ...(group === undefined ? [] : [`crypto map ${MAP} set pfs ${group}`]),
    `crypto map ${MAP} set peer ${gateway}`,
    ...(ike === 1
      ? [
        `crypto map ${MAP} set ikev1 transform-set ${sets}`,
        ...(aggressive
          ? [`crypto map ${MAP} set ikev1 phase1-mode aggressive group${far.phase1.sets[0]!.group}`]
          : []),
      ]
      : [`crypto map ${MAP} set ikev2 ipsec-proposal ${sets}`]),
    ...(lifetime2 === undefined
      ? []
      : [`crypto map ${MAP} set security-association lifetime seconds ${lifetime2}`]),
    "crypto map outside_map interface outside",
  ];
}

/** The identity of the ASA is a global setting. */
function asaIdentityNote({ ownId, own }: Pick<DeviceTunnel, "ownId" | "own">): string | undefined {
  if (ownId === undefined || (ownId.kind === "address" && ownId.value === own)) return undefined;
  const { kind, value } = ownId;
  return `An ASA sends the same identity in all its tunnels: ${
    kind === "fqdn"
      ? `${value} needs hostname and domain-name of that value and crypto isakmp identity hostname`
      : `it cannot send ${value}`
  }. Without dstid in the description it sends its address, which is its default.`;
}

function notes(far: DeviceTunnel, identityNote: string | undefined): string[] {
  const { phase1, phase2 } = far;
  const sets = [...phase1.sets, ...phase2.sets].map(({ set }) => set);
  const weak = sets.some(({ enc, auth, group }) =>
    enc === "3des" || auth === "hmac-md5" || ["modp768", "modp1024", "modp1536"].includes(group)
  );
  return [
    ...far.notes,
    ...(identityNote === undefined ? [] : [identityNote]),
    "inside and outside are the names of its interfaces (nameif). If the outside interface has a crypto map " +
    "already, use its name in these lines, and a number other than 10.",
    "The rule of nat is put first (1), before those that translate.",
    "Traffic from tunnels bypasses the access lists, unless no sysopt connection permit-vpn is set.",
    ...(weak ? ["ASA 9.15 and later has dropped 3des, md5 and the small groups."] : []),
    "NAT traversal is on, unless no crypto isakmp nat-traversal is set.",
  ];
}
