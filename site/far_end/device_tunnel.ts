/**
 * Data for the configuration of routers and firewalls: the fields of a tunnel from the far end's
 * view.
 * @module
 */
import { parseAddress, parsePrefix } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isBehindNat } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { endsOf, NO_PUBLIC_ADDRESS, seenPairs } from "./ends.ts";
import { type FarEndOptions, NotCovered } from "./far_end.ts";
import { type OwnPair, ownTraffic } from "./own_traffic.ts";
import {
  onlyBy,
  type Vendor,
  type VendorPhase,
  vendorPhase,
  type VendorSet,
} from "./vendor_transforms.ts";

/** Placeholder for a gateway address that is not in the description. */
const NO_ADDRESS = "PUT-THE-GATEWAY-ADDRESS-HERE";

/** Placeholder for the key. */
const NO_KEY = "PUT-THE-PRE-SHARED-KEY-HERE";

/** What a vendor's configuration can express. */
export interface Limits {
  vendor: Vendor;
  /** IPv6 is supported. */
  ipv6: boolean;
  /** Characters of a pre-shared key. */
  key: RegExp;
  /** Maximum length of names. */
  name: number;
  /** Lifetimes in seconds, minimum and maximum, of each phase. */
  lifetimes: readonly [readonly [number, number], readonly [number, number]];
  /** One child SA of IKEv2 can have several networks at each end. */
  lists: boolean;
  /** Phase 2 can propose several groups. */
  groups?: true;
}

/** An identity and its type. */
export interface Identity {
  kind: "address" | "fqdn" | "user";
  value: string;
}

/** A pair of networks from the far end's view. */
export interface Pair {
  own: string;
  gateway: string;
}

/** The mirrored fields of a tunnel. */
export interface DeviceTunnel {
  /** A name that is valid for the vendor. */
  name: string;
  ike: 1 | 2;
  /** The gateway's address, or {@linkcode NO_ADDRESS}. */
  gateway: string;
  /** The far end's address, if known. */
  own?: string;
  /** Identity of the far end. */
  ownId?: Identity;
  /** Identity of the gateway. */
  gatewayId?: Identity;
  key: string;
  pairs: Pair[];
  /** Traffic between its own networks that the pairs contain. */
  ownTraffic: OwnPair[];
  phase1: VendorPhase;
  /** Proposals without groups and duplicates. */
  phase2: VendorPhase;
  /** The groups of phase 2, the strongest first; empty: no perfect forward secrecy. */
  pfs: string[];
  /** Lifetime in seconds; absent: the vendor's default. */
  lifetime1?: number;
  lifetime2?: number;
  aggressive: boolean;
  /** The gateway never initiates. */
  gatewayWaits: boolean;
  /** Notes collected on the way. */
  notes: string[];
}

/**
 * The fields of `tunnel` for a vendor.
 *
 * @throws {NotCovered} if the vendor lacks something, or the configuration cannot express it.
 */
export function deviceTunnel(
  limits: Limits,
  gateway: Gateway,
  tunnel: Tunnel,
  { key, gatewayAddress }: FarEndOptions,
): DeviceTunnel {
  const { vendor } = limits;
  onlyBy(vendor, gateway, tunnel, ["psk"]);
  onlyCovered(limits, gateway, tunnel);
  const ends = endsOf(gateway, tunnel, gatewayAddress);
  const pairs = pairsOf(tunnel);
  const name = shortName(tunnel.name, limits.name);
  const phase1 = vendorPhase(vendor, gateway, tunnel, 1);
  const both = vendorPhase(vendor, gateway, tunnel, 2);
  const phase2 = { ...both, sets: withoutGroups(both.sets) };
  const pfs = [...new Set(both.sets.flatMap(({ group }) => group ?? []))];
  const [first, second] = [tunnel.phase1.lifetime, tunnel.phase2.lifetime]
    .map((seconds, at) => clamped(seconds, limits.lifetimes[at]!));
  if (key !== undefined && !limits.key.test(key)) {
    throw new NotCovered(gateway, tunnel, `${vendor.name} cannot be given the key of the tunnel`, {
      why: "it has a character with a special meaning there, or is too short or too long",
      next: "use a key of 20 to 60 letters and digits",
    });
  }
  const identity = (id: string | undefined) =>
    id === undefined ? undefined : identityOf(limits, gateway, tunnel, id);
  const [ownId, gatewayId] = [identity(ends.ownId), identity(ends.gatewayId)];
  return {
    name,
    ike: tunnel.ike,
    gateway: ends.gateway ?? NO_ADDRESS,
    ...(ends.own === undefined ? {} : { own: ends.own }),
    ...(ownId ? { ownId } : {}),
    ...(gatewayId ? { gatewayId } : {}),
    key: key ?? NO_KEY,
    pairs,
    ownTraffic: ownTraffic(tunnel).map(({ from, to }) => ({ from: whole(from), to: whole(to) })),
    phase1,
    phase2,
    pfs,
    ...(first === undefined ? {} : { lifetime1: first }),
    ...(second === undefined ? {} : { lifetime2: second }),
    aggressive: tunnel.ike === 1 && tunnel.exchange === "aggressive",
    gatewayWaits: tunnel.mode === "passive",
    notes: [
      ...phase1.missing,
      ...phase2.missing,
      ...lifetimeNotes(limits, tunnel).map(({ text }) => text),
      ...(name === tunnel.name ? [] : [`The tunnel is called ${name} there.`]),
      ...(ends.gateway === undefined
        ? [
          `${NO_PUBLIC_ADDRESS} Put the address that you see in place of ${NO_ADDRESS}.`,
        ]
        : []),
      ...(pfs.length > 1 && !limits.groups
        ? [`${vendor.name} has one group for PFS in a tunnel: ${pfs[0]}, the first, is used.`]
        : []),
      ...(ends.own !== undefined && !isBehindNat(ends.own)
        ? [
          `${ends.own} is assumed to be an address of the device: if it is behind NAT, put its own address there.`,
        ]
        : []),
      ...(tunnel.ike === 2 && pairs.length > 1 && !limits.lists ? [severalNote(vendor.name)] : []),
    ],
  };
}

/** Proposals that differ only in their group are one, because groups are listed separately. */
function withoutGroups(sets: readonly VendorSet[]): VendorSet[] {
  return sets.filter(({ enc, auth }, at) =>
    sets.findIndex((one) => one.enc === enc && one.auth === auth) === at
  ).map(({ group: _group, ...rest }) => rest);
}

/** Note about several networks in one IKEv2 tunnel. */
export function severalNote(vendor: string): string {
  return `${vendor} makes a child SA for each pair of networks, iked(8) one for all of them: of several pairs in one IKEv2 tunnel, only some come up. Give each end one network that holds the others, or make it ike: 1.`;
}

function onlyCovered({ vendor, ipv6 }: Limits, gateway: Gateway, tunnel: Tunnel): void {
  const networks = pairsOf(tunnel).flatMap((pair) => [pair.own, pair.gateway]);
  const lacks = [
    ...(tunnel.protocol === "ah" ? ["protocol: ah"] : []),
    ...(tunnel.encapsulation === "transport" ? ["encapsulation: transport"] : []),
    ...(tunnel.iface === undefined ? [] : ["a tunnel that routes lead into (iface)"]),
    ...(tunnel.proto === undefined ? [] : ["a tunnel of one protocol (proto)"]),
    ...(!ipv6 && [tunnel.peer, ...networks].some((one) => one.includes(":")) ? ["IPv6"] : []),
  ];
  if (lacks.length === 0) return;
  throw new NotCovered(
    gateway,
    tunnel,
    `far-end does not cover ${lacks.join(", ")} for ${vendor.name}`,
    {
      why: "it covers tunnels of ESP between networks",
      next:
        "set up the other side by its vendor's documents; the text for openbsd shows what it must have",
    },
  );
}

/** An address becomes a host network. */
const whole = (one: string) => one.includes("/") ? one : `${one}/${one.includes(":") ? 128 : 32}`;

/** The networks as the far end sees them. */
function pairsOf(tunnel: Tunnel): Pair[] {
  return seenPairs(tunnel, whole).map(({ local, remote }) => ({ own: remote, gateway: local }));
}

/**
 * All vendors accept letters, digits and `-`; the end of a name is more distinctive than its
 * middle.
 */
function shortName(name: string, length: number): string {
  const plain = name.replaceAll(/[^A-Za-z0-9-]/g, "-");
  return plain.length <= length ? plain : plain.slice(0, length - 5) + "-" + plain.slice(-4);
}

function clamped(seconds: number | undefined, [least, most]: readonly [number, number]) {
  return seconds === undefined ? undefined : Math.min(most, Math.max(least, seconds));
}

/** Lifetimes of `tunnel` that the vendor does not support. */
export function lifetimeNotes(
  { vendor, lifetimes }: Limits,
  tunnel: Tunnel,
): { phase: "phase1" | "phase2"; text: string }[] {
  return (["phase1", "phase2"] as const).flatMap((phase, at) => {
    const seconds = tunnel[phase].lifetime;
    const [least, most] = lifetimes[at]!;
    if (seconds === undefined || (seconds >= least && seconds <= most)) return [];
    const near = clamped(seconds, lifetimes[at]!);
    const must = tunnel.ike === 1 && at === 0 ? ": set it in the description too" : "";
    const text =
      `${vendor.name} takes ${least} to ${most} s for ${phase}.lifetime, not ${seconds}; ${near} is the nearest${must}`;
    return [{ phase, text }];
  });
}

function identityOf(
  { vendor }: Limits,
  gateway: Gateway,
  tunnel: Tunnel,
  id: string,
): Identity {
  if (parseAddress(id)) return { kind: "address", value: id };
  if (/^[A-Za-z0-9._-]+$/.test(id)) return { kind: "fqdn", value: id };
  if (/^[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+$/.test(id)) return { kind: "user", value: id };
  throw new NotCovered(
    gateway,
    tunnel,
    `far-end does not cover the identity ${id} for ${vendor.name}`,
    {
      field: "dstid",
      why: "it covers addresses, names, and user@name",
      next: "give srcid and dstid such values",
    },
  );
}

/** Address and mask of an IPv4 network. */
export function masked(network: string): { address: string; mask: string; wildcard: string } {
  const [address = ""] = network.split("/");
  const { length } = parsePrefix(network)!;
  const bits = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
  const dotted = (value: number) =>
    [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");
  return { address, mask: dotted(bits), wildcard: dotted(~bits >>> 0) };
}

/** The header of each text; `sign` is the comment prefix. */
export function heading(sign: string, gateway: Gateway, tunnel: Tunnel, source: string): string[] {
  return [
    `${sign} ${gateway.hostname}: the other end of tunnel ${tunnel.name}`,
    `${sign} Written from ${source}; not tested on a device.`,
  ];
}

/** Suffix of a name: a number if there are several. */
export function numbered(name: string, at: number, of: number): string {
  return of === 1 ? name : `${name}-${at + 1}`;
}
