/**
 * TCP maximum segment sizes, so that packets into a tunnel are not fragmented.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import type { Gateway, Phase, Tunnel } from "../../../gateway/gateway.ts";
import { outerMtu } from "../../../gateway/outer_mtu.ts";
import { protocolNumber, TCP } from "../../../gateway/openbsd/protocols.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { NOT_ENC, rule, title } from "./build.ts";
import type { Context } from "./context.ts";
import type { Flow } from "./flows.ts";

/** The path between both ends of a tunnel. */
interface Way {
  /** MTU in bytes. */
  mtu: number;
  /** ESP is encapsulated in UDP (RFC 3948). */
  natT: boolean;
  /** The family used for a peer with an unknown address. */
  family: 4 | 6;
}

/** The usual path: pppoe(4) takes 8 of 1500 bytes. */
const SAFE: Way = { mtu: 1492, natT: true, family: 6 };
/** The best possible path. */
const BEST: Way = { mtu: 1500, natT: false, family: 4 };

const UDP_HEADER = 8;
const ESP_HEADER = 8;
const AH_HEADER = 12;
/** Bytes of pad length and next header in ESP. */
const TRAILER = 2;
const TCP_HEADER = 20;
const IP_HEADER = { 4: 20, 6: 40 } as const;

/** Overhead of encryption: an initialisation vector, and padding to whole blocks. */
interface Cipher {
  vector: number;
  block: number;
}

/** Limits the segments of all traffic if the description has a number, else those of tunnels. */
export function segments(context: Context): Statement[] {
  const { maxMss } = context.gateway.firewall;
  if (maxMss !== undefined) {
    return [
      rule({ action: "match", protocols: ["tcp"], scrub: { maxMss } }, ["firewall", "maxMss"]),
    ];
  }
  const rules = context.flows.flatMap((one) => ofTunnel(one, context));
  return rules.length > 0 ? [...title("Segments that fit into the tunnels"), ...rules] : [];
}

/**
 * On other interfaces than enc0, which may not be filtered, and in both directions, because either
 * side may open the connection.
 */
function ofTunnel({ tunnel, field }: Flow, context: Context): Rule[] {
  const { encapsulation, iface, proto } = tunnel;
  if (encapsulation === "transport" || iface !== undefined) return [];
  if (proto !== undefined && protocolNumber(proto) !== TCP) return [];
  return ([4, 6] as const).flatMap((family) => {
    const of = (list: readonly string[]) =>
      list.filter((one) => parsePrefix(one)?.family === family);
    const [local, remote] = [of(tunnel.local), of(tunnel.remote)];
    if (local.length === 0 || remote.length === 0) return [];
    const [near, far] = [
      context.hosts(local, `${tunnel.name}.local`, field),
      context.hosts(remote, `${tunnel.name}.remote`, field),
    ];
    return [[near, far], [far, near]].map(([from, to]) =>
      rule({
        action: "match",
        on: [NOT_ENC],
        family: family === 4 ? "inet" : "inet6",
        protocols: ["tcp"],
        from: { hosts: from! },
        to: { hosts: to! },
        scrub: { maxMss: largestSegment(context.gateway, tunnel, family) },
      }, field)
    );
  });
}

/**
 * Bytes of TCP payload in one packet of `family` through `tunnel` on the usual path, or on the
 * interface towards the peer if its MTU is smaller. NAT-T is assumed, and if the daemon chooses the
 * transforms, the largest of its defaults.
 */
export function largestSegment(gateway: Gateway, tunnel: Tunnel, family: 4 | 6): number {
  return segmentOn(within(SAFE, gateway, tunnel), tunnel, family);
}

/** The same on the best possible path: larger segments are always fragmented. */
export function largestSegmentEver(gateway: Gateway, tunnel: Tunnel, family: 4 | 6): number {
  return segmentOn(within(BEST, gateway, tunnel), tunnel, family);
}

function within(way: Way, gateway: Gateway, tunnel: Tunnel): Way {
  return { ...way, mtu: Math.min(way.mtu, outerMtu(gateway, tunnel) ?? way.mtu) };
}

function segmentOn(way: Way, { peer, protocol, phase2 }: Tunnel, family: 4 | 6): number {
  const room = way.mtu - IP_HEADER[parsePrefix(peer)?.family ?? way.family];
  const icv = Math.max(...integrity(phase2));
  const udp = way.natT ? UDP_HEADER : 0;
  const inner = protocol === "ah" ? room - AH_HEADER - icv : Math.min(
    ...ciphers(phase2).map(({ vector, block }) => {
      const encrypted = room - udp - ESP_HEADER - vector - icv;
      return encrypted - encrypted % block - TRAILER;
    }),
  );
  return inner - IP_HEADER[family] - TCP_HEADER;
}

/** Length of integrity check values in bytes. */
function integrity({ sets }: Phase): number[] {
  return sets.length === 0 ? [16] : sets.map(({ auth }) => {
    switch (auth) {
      case "hmac-sha2-512":
        return 32;
      case "hmac-sha2-384":
        return 24;
      case "hmac-md5":
      case "hmac-sha1":
      case "hmac-ripemd160":
        return 12;
      default:
        return 16;
    }
  });
}

function ciphers({ sets }: Phase): Cipher[] {
  return sets.length === 0 ? [{ vector: 16, block: 16 }] : sets.map(({ enc }) => {
    if (/gcm|gmac|chacha|ctr/.test(enc)) return { vector: 8, block: 4 };
    return /^(3des|blowfish|cast|des)/.test(enc)
      ? { vector: 8, block: 8 }
      : { vector: 16, block: 16 };
  });
}
