/**
 * The far end as FortiGate configuration (FortiOS 7): a tunnel interface, routes and policies.
 *
 * Sources: Fortinet's "CLI Reference", config vpn ipsec phase1-interface and phase2-interface,
 * https://docs.fortinet.com/document/fortigate/7.0.0/cli-reference/370620
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { FORTIOS } from "./vendor_words.ts";
import type { VendorSet } from "./vendor_transforms.ts";
import {
  type DeviceTunnel,
  deviceTunnel,
  heading,
  type Limits,
  masked,
  numbered,
} from "./device_tunnel.ts";

/** The name becomes that of an interface; quotes and backslashes can be escaped between quotes. */
export const FORTIOS_LIMITS: Limits = {
  vendor: FORTIOS,
  ipv6: false,
  key: /^[ !#->@-\[\]-~]{6,128}$/,
  name: 15,
  lifetimes: [[120, 172800], [120, 172800]],
  lists: true,
  groups: true,
};

const SOURCE = `Fortinet's "CLI Reference" of FortiOS 7`;

/** Commands for the command line of the FortiGate. */
export function fortiosFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  options: FarEndOptions = {},
): FarEnd {
  const far = deviceTunnel(FORTIOS_LIMITS, gateway, tunnel, options);
  const text = [
    ...heading("#", gateway, tunnel, SOURCE),
    ...config("vpn ipsec phase1-interface", entry(far.name, phase1(far))),
    ...addresses(far),
    ...config(
      "vpn ipsec phase2-interface",
      phase2(far).flatMap(({ name, lines }) => entry(name, lines)),
    ),
    ...routes(far),
    ...policies(far),
    "",
  ].join("\n");
  return {
    files: [{ path: "the command line (CLI console)", text }],
    commands: [],
    diagnostics: [
      `diagnose vpn ike gateway list name ${far.name}`,
      `diagnose vpn tunnel list name ${far.name}`,
      `get vpn ipsec tunnel name ${far.name}`,
      `diagnose sniffer packet any 'host ${far.gateway} and (port 500 or port 4500 or esp)' 4`,
      "diagnose debug application ike -1",
      "diagnose debug enable",
      "diagnose debug reset",
    ],
    notes: notes(far),
  };
}

function config(path: string, lines: readonly string[]): string[] {
  return [`config ${path}`, ...lines.map((line) => `    ${line}`), "end"];
}

/** `0` stands for the next free number. */
function entry(name: string, lines: readonly string[]): string[] {
  return [`edit ${name === "0" ? 0 : `"${name}"`}`, ...lines.map((line) => `    ${line}`), "next"];
}

function proposal({ enc, auth, prf }: VendorSet, ike2Phase1: boolean): string {
  if (auth !== undefined) return `${enc}-${auth}`;
  return ike2Phase1 ? `${enc}-prf${prf}` : enc;
}

function list(sets: readonly VendorSet[], ike2Phase1: boolean): string {
  return [...new Set(sets.map((set) => proposal(set, ike2Phase1)))].join(" ");
}

function dhgrp(groups: readonly (string | undefined)[]): string[] {
  const numbers = [...new Set(groups.flatMap((group) => group ?? []))];
  return numbers.length === 0 ? [] : [`set dhgrp ${numbers.join(" ")}`];
}

function phase1(far: DeviceTunnel): string[] {
  const { ike, own, ownId, phase1, lifetime1, aggressive } = far;
  const kinds = { address: "address", fqdn: "fqdn", user: "user-fqdn" };
  return [
    'set interface "PUT-THE-OUTSIDE-INTERFACE-HERE"',
    `set ike-version ${ike}`,
    ...(own === undefined ? [] : [`set local-gw ${own}`]),
    ...(lifetime1 === undefined ? [] : [`set keylife ${lifetime1}`]),
    ...(aggressive ? ["set mode aggressive"] : []),
    "set peertype any",
    "set net-device disable",
    `set proposal ${list(phase1.sets, ike === 2)}`,
    ...dhgrp(phase1.sets.map(({ group }) => group)),
    ...(ownId && !(ownId.kind === "address" && ownId.value === own)
      ? [`set localid-type ${kinds[ownId.kind]}`, `set localid "${ownId.value}"`]
      : []),
    "set dpd on-idle",
    "set dpd-retrycount 3",
    "set dpd-retryinterval 30",
    "set nattraversal enable",
    `set remote-gw ${far.gateway}`,
    `set psksecret "${far.key}"`,
  ];
}

/** A named network. */
function addressNames(
  far: DeviceTunnel,
): { own: Map<string, string>; gateway: Map<string, string> } {
  const named = (side: "own" | "gateway") => {
    const networks = [...new Set(far.pairs.map((pair) => pair[side]))];
    return new Map(networks.map((one, at) => [one, `${far.name}-${side}-${at + 1}`]));
  };
  return { own: named("own"), gateway: named("gateway") };
}

function subnet(network: string): string {
  const { address, mask } = masked(network);
  return `${address} ${mask}`;
}

function addresses(far: DeviceTunnel): string[] {
  const { own, gateway } = addressNames(far);
  const objects = [...own, ...gateway].flatMap(([network, name]) =>
    entry(name, [`set subnet ${subnet(network)}`])
  );
  const members = (names: Map<string, string>) => [
    `set member ${[...names.values()].map((name) => `"${name}"`).join(" ")}`,
  ];
  return [
    ...config("firewall address", objects),
    ...config("firewall addrgrp", [
      ...entry(`${far.name}-own`, members(own)),
      ...entry(`${far.name}-gateway`, members(gateway)),
    ]),
  ];
}

/** One phase 2 for each pair; with IKEv2 one for all networks, which are named groups. */
function phase2(far: DeviceTunnel): { name: string; lines: string[] }[] {
  const { name, pairs, ike, phase2, pfs, lifetime2 } = far;
  const groups = dhgrp(pfs);
  const common = [
    `set phase1name "${name}"`,
    `set proposal ${list(phase2.sets, false)}`,
    `set pfs ${groups.length > 0 ? "enable" : "disable"}`,
    ...groups,
    "set auto-negotiate enable",
    ...(lifetime2 === undefined
      ? []
      : ["set keylife-type seconds", `set keylifeseconds ${lifetime2}`]),
  ];
  if (ike === 2 && pairs.length > 1) {
    return [{
      name,
      lines: [
        ...common,
        "set src-addr-type name",
        "set dst-addr-type name",
        `set src-name "${name}-own"`,
        `set dst-name "${name}-gateway"`,
      ],
    }];
  }
  return pairs.map(({ own, gateway }, at) => ({
    name: numbered(name, at, pairs.length),
    lines: [...common, `set src-subnet ${subnet(own)}`, `set dst-subnet ${subnet(gateway)}`],
  }));
}

/**
 * Routes into the tunnel, and a blackhole route while it is down: packets would leave in clear
 * otherwise.
 */
function routes(far: DeviceTunnel): string[] {
  const networks = [...new Set(far.pairs.map(({ gateway }) => gateway))];
  return config(
    "router static",
    networks.flatMap((network) => [
      ...entry("0", [`set dst ${subnet(network)}`, `set device "${far.name}"`]),
      ...entry("0", [`set dst ${subnet(network)}`, "set blackhole enable", "set distance 254"]),
    ]),
  );
}

function policies({ name }: DeviceTunnel): string[] {
  const inside = "PUT-THE-INSIDE-INTERFACE-HERE";
  const policy = (from: string, to: string, source: string, destination: string, suffix: string) =>
    entry("0", [
      `set name "${name}-${suffix}"`,
      `set srcintf "${from}"`,
      `set dstintf "${to}"`,
      `set srcaddr "${source}"`,
      `set dstaddr "${destination}"`,
      "set action accept",
      'set schedule "always"',
      'set service "ALL"',
      "set nat disable",
    ]);
  return config("firewall policy", [
    ...policy(inside, name, `${name}-own`, `${name}-gateway`, "out"),
    ...policy(name, inside, `${name}-gateway`, `${name}-own`, "in"),
  ]);
}

function notes(far: DeviceTunnel): string[] {
  return [
    ...far.notes,
    "set nat disable is what keeps the addresses as they are; the policies are put at the end, where one above " +
    "them may match first.",
    "The FortiGate knows the gateway by its address and the key (peertype any).",
  ];
}
