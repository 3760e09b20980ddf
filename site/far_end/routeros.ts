/**
 * The far end as MikroTik configuration (RouterOS 7).
 *
 * Source: MikroTik's "IPsec", https://help.mikrotik.com/docs/display/ROS/IPsec
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { ROUTEROS } from "./vendor_words.ts";
import { ownTrafficNotes } from "./own_traffic.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Identity,
  type Limits,
} from "./device_tunnel.ts";

/** Characters of the key, which is quoted; `$` starts a variable, and `?` shows help. */
export const ROUTEROS_LIMITS: Limits = {
  vendor: ROUTEROS,
  ipv6: true,
  key: /^[ !#%->@-\[\]-~]{1,128}$/,
  name: 60,
  lifetimes: [[60, 31536000], [60, 31536000]],
  lists: false,
};

const SOURCE = `MikroTik's "IPsec" of RouterOS 7`;

/** Commands for the terminal. */
export function routerosFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(ROUTEROS_LIMITS, gateway, tunnel, options);
  const text = [
    ...heading("#", gateway, tunnel, SOURCE),
    ...ipsec(far),
    ...firewall(far),
    "",
  ].join("\n");
  return {
    files: [{ path: "the terminal", text }],
    commands: [],
    diagnostics: [
      "/ip ipsec active-peers print detail",
      "/ip ipsec installed-sa print",
      "/ip ipsec policy print stats",
      "/ip ipsec statistics print",
      "/system logging add topics=ipsec,!packet",
      '/log print follow where topics~"ipsec"',
    ],
    notes: notes(far, tunnel),
  };
}

/** `1d`, `1h30m`, `45s`. */
function duration(seconds: number): string {
  const units: [string, number][] = [["d", 86400], ["h", 3600], ["m", 60], ["s", 1]];
  let left = seconds;
  return units.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? "" : `${count}${unit}`;
  }).join("");
}

function words(list: readonly (string | undefined)[]): string {
  return [...new Set(list.flatMap((word) => word ?? []))].join(",");
}

function ipsec(far: DeviceTunnel): string[] {
  const { name, phase1, phase2, lifetime1, lifetime2, own, pairs } = far;
  const auth = words(phase2.sets.map((set) => set.auth));
  const host = (address: string) =>
    /^[0-9.]+$/.test(address)
      ? `${address}/32`
      : address.includes(":")
      ? `${address}/128`
      : address;
  return [
    `/ip ipsec profile add name=${name} hash-algorithm=${phase1.sets[0]!.auth} ` +
    `enc-algorithm=${words(phase1.sets.map(({ enc }) => enc))} ` +
    `dh-group=${words(phase1.sets.map(({ group }) => group))}` +
    `${lifetime1 === undefined ? "" : ` lifetime=${duration(lifetime1)}`} ` +
    "dpd-interval=30s dpd-maximum-failures=5 nat-traversal=yes",
    // An AEAD has no integrity algorithm.
    `/ip ipsec proposal add name=${name} auth-algorithms=${auth === "" ? "null" : auth} ` +
    `enc-algorithms=${words(phase2.sets.map(({ enc }) => enc))} ` +
    `pfs-group=${far.pfs[0] ?? "none"}` +
    `${lifetime2 === undefined ? "" : ` lifetime=${duration(lifetime2)}`}`,
    `/ip ipsec peer add name=${name} address=${host(far.gateway)}` +
    `${own === undefined ? "" : ` local-address=${own}`} profile=${name} ` +
    `exchange-mode=${far.ike === 2 ? "ike2" : far.aggressive ? "aggressive" : "main"}`,
    `/ip ipsec identity add peer=${name} auth-method=pre-shared-key secret="${far.key}"` +
    `${far.ownId ? ` my-id=${identity(far.ownId)}` : ""}` +
    `${far.gatewayId ? ` remote-id=${identity(far.gatewayId)}` : ""} generate-policy=no`,
    // The first policy that matches decides.
    ...far.ownTraffic.map(({ from, to }) =>
      `/ip ipsec policy add src-address=${from} dst-address=${to} action=none`
    ),
    ...pairs.map(({ own, gateway }) =>
      `/ip ipsec policy add peer=${name} tunnel=yes src-address=${own} dst-address=${gateway} ` +
      `proposal=${name} level=unique`
    ),
  ];
}

function identity({ kind, value }: Identity): string {
  return `${kind === "user" ? "user-fqdn" : kind}:${value}`;
}

/**
 * Rules are inserted at the top: packets that are masqueraded or fasttracked before do not enter
 * the tunnel. Several rules end up in reverse order, which makes no difference here.
 */
function firewall({ gateway, pairs }: DeviceTunnel): string[] {
  const ip = (network: string) => network.includes(":") ? "/ipv6" : "/ip";
  const family = ip(gateway);
  return [
    ...pairs.filter(({ own }) => !own.includes(":")).map(({ own, gateway }) =>
      `/ip firewall nat add chain=srcnat action=accept src-address=${own} dst-address=${gateway} place-before=0`
    ),
    ...pairs.flatMap(({ own, gateway }) => [
      `${
        ip(own)
      } firewall filter add chain=forward action=accept src-address=${own} dst-address=${gateway} ` +
      "ipsec-policy=out,ipsec place-before=0",
      `${
        ip(own)
      } firewall filter add chain=forward action=accept src-address=${gateway} dst-address=${own} ` +
      "ipsec-policy=in,ipsec place-before=0",
    ]),
    `${family} firewall filter add chain=input action=accept protocol=udp src-address=${gateway} ` +
    "dst-port=500,4500 place-before=0",
    `${family} firewall filter add chain=input action=accept protocol=ipsec-esp src-address=${gateway} place-before=0`,
  ];
}

function notes(far: DeviceTunnel, tunnel: Tunnel): string[] {
  const { phase1 } = far;
  const hashes = new Set(phase1.sets.map(({ auth }) => auth));
  return [
    ...far.notes,
    ...ownTrafficNotes(
      tunnel,
      "the policy with action=none keeps its own traffic out of the tunnel, and must stay above. Its other networks in there need such a policy too",
    ),
    ...(hashes.size > 1
      ? ["A profile has one hash-algorithm: the first of the description's is used."]
      : []),
    "place-before=0 fails in an empty list of rules: leave it out there.",
    "The rules must come before those of fasttrack and masquerade, which would match the packets first.",
  ];
}
