/**
 * Packets that test whether a tunnel works.
 * @module
 */
import { Buffer } from "node:buffer";
import ipaddr from "ipaddr.js";
import { parsePrefix, type Prefix, sameAddress } from "../../gateway/address.ts";
import { selectorsOf, type Tunnel } from "../../gateway/tunnel.ts";

/**
 * Networks for hosts of "everywhere" (`0.0.0.0/0`, `::/0`), from benchmarking ranges (RFC 2544, RFC
 * 5180).
 */
const ANYWHERE = {
  4: { near: "198.18.0.10", far: "198.19.0.10" },
  6: { near: "2001:2::10", far: "2001:2:0:1::10" },
};

/** Two addresses to send packets between, and the nodes that have them. */
export interface Probe {
  near: { node: string; address: string };
  far: { node: string; address: string };
  /** Only packets of this protocol pass. */
  proto?: string;
  /** Only packets of these ports pass. */
  ports: { near?: string; far?: string };
}

/**
 * Two addresses for each pair of networks: of a host, or of the end itself if the network is that
 * address.
 *
 * @param own the local address of the gateway; `far`: that of the far end
 * @param addresses all addresses of the gateway
 */
export function probesOf(
  tunnel: Tunnel,
  own: string,
  far: string,
  addresses: readonly string[],
): Probe[] {
  const { proto, localPort, remotePort } = tunnel;
  const passes = {
    ...(proto === undefined ? {} : { proto }),
    ports: {
      ...(localPort === undefined ? {} : { near: localPort }),
      ...(remotePort === undefined ? {} : { far: remotePort }),
    },
  };
  const taken = [own, far, ...addresses].flatMap((one) => parsePrefix(one) ?? []);
  if (tunnel.encapsulation === "transport") {
    const ends = { near: { node: "gateway", address: own }, far: { node: "far", address: far } };
    return [{ ...ends, ...passes }];
  }
  return selectorsOf(tunnel).map(({ local, remote }) => ({
    near: hostIn(local, "near", taken, addresses, { own: "gateway", host: "hosta" }),
    far: hostIn(remote, "far", taken, [far], { own: "far", host: "hostb" }),
    ...passes,
  }));
}

/** A free address in `network`, or that of an end if the network is that address. */
export function hostIn(
  network: string,
  side: "near" | "far",
  taken: Prefix[],
  ofEnd: readonly string[],
  nodes: { own: string; host: string },
): { node: string; address: string } {
  const { family, value, length } = parsePrefix(network)!;
  const bits = family === 4 ? 32 : 128;
  if (length === 0) return { node: nodes.host, address: ANYWHERE[family][side] };
  if (length === bits) {
    const address = network.split("/")[0]!;
    const same = ofEnd.some((one) => sameAddress(parsePrefix(one)!, { family, value, length }));
    return { node: same ? nodes.own : nodes.host, address };
  }
  const size = 1n << BigInt(bits - length);
  // The tenth, else the first free one; in a network of two none is free.
  const candidates = size > 16n ? [10n, 11n, 12n, 13n, 14n] : size > 2n ? [1n, 2n] : [0n, 1n];
  const free =
    candidates.find((one) =>
      !taken.some((other) => sameAddress(other, { family, value: value + one, length: bits }))
    ) ?? candidates[0]!;
  return { node: nodes.host, address: addressText(family, value + free) };
}

function addressText(family: 4 | 6, value: bigint): string {
  const hex = value.toString(16).padStart(family === 4 ? 8 : 32, "0");
  return ipaddr.fromByteArray([...Buffer.from(hex, "hex")]).toString();
}
