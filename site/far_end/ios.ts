/**
 * The far end as Cisco IOS or IOS XE configuration: a crypto map.
 *
 * Sources: Cisco's "Configuring Internet Key Exchange for IPsec VPNs", "Configuring Internet Key
 * Exchange Version 2 (IKEv2)" and "Configuring Security for VPNs with IPsec".
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { IOS } from "./vendor_words.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Identity,
  type Limits,
  masked,
  numbered,
  type Pair,
} from "./device_tunnel.ts";

/** `?` shows help when typed; a space ends the key. */
export const IOS_LIMITS: Limits = {
  vendor: IOS,
  ipv6: false,
  key: /^[!->@-~]{1,128}$/,
  name: 60,
  lifetimes: [[120, 86400], [120, 2592000]],
  lists: false,
};

const SOURCE = `Cisco's "Configuring Security for VPNs with IPsec" and "Configuring IKEv2"`;

/** Commands for the configuration mode. */
export function iosFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(IOS_LIMITS, gateway, tunnel, options);
  const text = [
    ...heading("!", gateway, tunnel, SOURCE),
    ...(far.ike === 1 ? isakmp(far) : ikev2(far)),
    ...transformSets(far),
    ...accessList(far),
    ...cryptoMap(far),
    "end",
    ...natExemption(far),
    "",
  ].join("\n");
  return {
    comment: "!",
    files: [{ path: "configure terminal", text }],
    commands: ["write memory"],
    diagnostics: [
      far.ike === 1 ? "show crypto isakmp sa detail" : "show crypto ikev2 sa detailed",
      `show crypto ipsec sa peer ${far.gateway}`,
      "show crypto engine connections active",
      "show crypto session detail",
      `debug crypto condition peer ipv4 ${far.gateway}`,
      far.ike === 1 ? "debug crypto isakmp" : "debug crypto ikev2",
      "debug crypto ipsec",
      "undebug all",
    ],
    notes: notes(far),
  };
}

function isakmp(far: DeviceTunnel): string[] {
  const { name, gateway, key, phase1, lifetime1 } = far;
  return [
    ...phase1.sets.flatMap((set, at) => [
      `crypto isakmp policy ${10 + at}`,
      ` encryption ${set.enc}`,
      ` hash ${set.auth}`,
      " authentication pre-share",
      ` group ${set.group}`,
      ...(lifetime1 === undefined ? [] : [` lifetime ${lifetime1}`]),
    ]),
    `crypto keyring ${name}`,
    ` pre-shared-key address ${gateway} key ${key}`,
    `crypto isakmp profile ${name}`,
    ` keyring ${name}`,
    ` match identity ${matched(far)}`,
    ...(far.ownId ? [` self-identity ${shown(far.ownId)}`] : []),
    ...(far.aggressive ? [" initiate mode aggressive"] : []),
    " keepalive 30 retry 5",
  ];
}

function ikev2(far: DeviceTunnel): string[] {
  const { name, gateway, key, own, phase1, lifetime1 } = far;
  const proposals = phase1.sets.map((_set, at) => numbered(name, at, phase1.sets.length));
  return [
    ...phase1.sets.flatMap((set, at) => [
      `crypto ikev2 proposal ${proposals[at]}`,
      ` encryption ${set.enc}`,
      ...(set.auth === undefined ? [] : [` integrity ${set.auth}`]),
      // The default prf is that of the integrity algorithm.
      ...(set.prf === undefined || set.prf === set.auth ? [] : [` prf ${set.prf}`]),
      ` group ${set.group}`,
    ]),
    `crypto ikev2 policy ${name}`,
    ...(own === undefined ? [] : [` match address local ${own}`]),
    ...proposals.map((one) => ` proposal ${one}`),
    `crypto ikev2 keyring ${name}`,
    ` peer ${name}`,
    `  address ${gateway}`,
    `  pre-shared-key ${key}`,
    `crypto ikev2 profile ${name}`,
    ` match identity remote ${matched2(far)}`,
    ...(far.ownId ? [` identity local ${shown2(far.ownId)}`] : []),
    " authentication remote pre-share",
    " authentication local pre-share",
    ` keyring local ${name}`,
    ...(lifetime1 === undefined ? [] : [` lifetime ${lifetime1}`]),
    " dpd 30 5 on-demand",
  ];
}

/** How the IKEv1 profile matches the gateway. */
function matched({ gatewayId, gateway }: DeviceTunnel): string {
  if (gatewayId?.kind === "fqdn") return `host ${gatewayId.value}`;
  if (gatewayId?.kind === "user") return `user ${gatewayId.value}`;
  return `address ${gatewayId?.value ?? gateway} 255.255.255.255`;
}

function shown({ kind, value }: Identity): string {
  return kind === "address" ? "address" : kind === "fqdn" ? `fqdn ${value}` : `user-fqdn ${value}`;
}

function matched2({ gatewayId, gateway }: DeviceTunnel): string {
  if (gatewayId === undefined) return `address ${gateway} 255.255.255.255`;
  const { kind, value } = gatewayId;
  return kind === "address" ? `address ${value} 255.255.255.255` : shown2(gatewayId);
}

function shown2({ kind, value }: Identity): string {
  return `${kind === "user" ? "email" : kind} ${value}`;
}

/** The name of the transform set of that number. */
const setName = (far: DeviceTunnel, at: number) => numbered(far.name, at, far.phase2.sets.length);

function transformSets(far: DeviceTunnel): string[] {
  return far.phase2.sets.flatMap(({ enc, auth }, at) => [
    `crypto ipsec transform-set ${setName(far, at)} ${enc}${auth === undefined ? "" : ` ${auth}`}`,
    " mode tunnel",
  ]);
}

/** `10.0.10.0 0.0.0.255 10.0.0.0 0.0.0.255`: an access list has wildcard masks. */
function wildcards({ own, gateway }: Pair): string {
  return [own, gateway].map((network) => {
    const { address, wildcard } = masked(network);
    return `${address} ${wildcard}`;
  }).join(" ");
}

function accessList({ name, pairs }: DeviceTunnel): string[] {
  return [
    `ip access-list extended ${name}`,
    ...pairs.map((pair) => ` permit ip ${wildcards(pair)}`),
  ];
}

/** The name of the NAT access list is unknown. */
function natExemption({ pairs }: DeviceTunnel): string[] {
  return [
    "! Where the router has ip nat inside source list LIST: before the permit lines of LIST",
    ...pairs.map((pair) => `!  deny ip ${wildcards(pair)}`),
  ];
}

function cryptoMap(far: DeviceTunnel): string[] {
  const { name, gateway, phase2, pfs, lifetime2 } = far;
  return [
    `crypto map ${name} 10 ipsec-isakmp`,
    ` set peer ${gateway}`,
    ` set transform-set ${phase2.sets.map((_set, at) => setName(far, at)).join(" ")}`,
    ...(pfs[0] === undefined ? [] : [` set pfs ${pfs[0]}`]),
    ...(lifetime2 === undefined ? [] : [` set security-association lifetime seconds ${lifetime2}`]),
    far.ike === 1 ? ` set isakmp-profile ${name}` : ` set ikev2-profile ${name}`,
    ` match address ${name}`,
    "interface PUT-THE-OUTSIDE-INTERFACE-HERE",
    ` crypto map ${name}`,
  ];
}

function notes(far: DeviceTunnel): string[] {
  const { phase1, phase2 } = far;
  const sets = [...phase1.sets, ...phase2.sets].map(({ set }) => set);
  const weak = sets.some(({ enc, auth, group }) =>
    enc === "3des" || auth === "hmac-md5" || ["modp768", "modp1024", "modp1536"].includes(group)
  );
  return [
    ...far.notes,
    "An interface has one crypto map: if it has one already, use its name here, and a number other than 10.",
    "The names and the numbers of crypto isakmp policy must not be in use there.",
    "NAT there must not translate these packets: see the lines at the end of the text.",
    "An access list on the outside interface must pass udp 500 and 4500 and esp of the gateway.",
    ...(weak
      ? [
        "IOS XE of 17 and later takes 3des, md5 and the groups 1, 2 and 5 only after crypto engine compliance shield disable and a reboot.",
      ]
      : []),
    "NAT traversal is on, unless no crypto ipsec nat-transparency udp-encapsulation is set.",
  ];
}
