/**
 * The largest TCP segments, so that what goes into a tunnel need not be cut into fragments.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import type { Phase, Tunnel } from "../../../gateway/gateway.ts";
import { protocolNumber, TCP } from "../../../gateway/openbsd/protocols.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { NOT_ENC, rule, title } from "./build.ts";
import type { Context } from "./context.ts";
import type { Flow } from "./flows.ts";

/** What is on the way between both ends of a tunnel. */
interface Way {
  /** Bytes of the largest packet. */
  mtu: number;
  /** ESP goes in UDP (RFC 3948). */
  natT: boolean;
  /** The family of a peer that is not known. */
  family: 4 | 6;
}

/** What nearly every tunnel gets through; pppoe(4) takes 8 bytes of 1500. */
const SAFE: Way = { mtu: 1492, natT: true, family: 6 };
/** More than this no tunnel gets through. */
const BEST: Way = { mtu: 1500, natT: false, family: 4 };

const UDP_HEADER = 8;
const ESP_HEADER = 8;
const AH_HEADER = 12;
/** Of ESP: the length of the padding, and the next header. */
const TRAILER = 2;
const TCP_HEADER = 20;
const IP_HEADER = { 4: 20, 6: 40 } as const;

/** What encryption adds: an initialisation vector, and padding to whole blocks. */
interface Cipher {
  vector: number;
  block: number;
}

/** The segments of all traffic where the description has a number, else those of what tunnels carry. */
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
 * On the interfaces beside the tunnel, because enc0 may be left alone, and both ways, because either
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
        scrub: { maxMss: largestSegment(tunnel, family) },
      }, field)
    );
  });
}

/**
 * Bytes of TCP payload that `tunnel` carries in one packet of its way, inside packets of `family`.
 * NAT-T is reckoned with, and where the daemon chooses the transforms, the largest of its own.
 */
export function largestSegment(tunnel: Tunnel, family: 4 | 6): number {
  return segmentOn(SAFE, tunnel, family);
}

/** The same on the best of ways: larger segments are cut into fragments in any case. */
export function largestSegmentEver(tunnel: Tunnel, family: 4 | 6): number {
  return segmentOn(BEST, tunnel, family);
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

/** The length of integrity check values, in bytes. */
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
