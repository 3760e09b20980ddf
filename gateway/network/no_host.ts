/**
 * Networks that contain no host: the kernel neither forwards packets to them nor accepts packets
 * from them.
 *
 * Sources: RFC 6890; in_canforward() in sys/netinet/in.c, ipv4_check() in sys/netinet/ip_input.c,
 * ipv6_check() in sys/netinet6/ip6_input.c, ip6_forward() in sys/netinet6/ip6_forward.c.
 * @module
 */
import {
  contains,
  isLinkLocal,
  notAHost,
  parsePrefix,
  type Prefix,
  probableNetwork,
} from "../address.ts";
import { wireIndex } from "./wire_index.ts";
import type { Wire } from "./wires.ts";

/** Why a network contains no host. */
interface NoHost {
  prefix: Prefix;
  /** Worded to follow the network in a complaint. */
  why: string;
}

const one = (text: string, why: string): NoHost => ({ prefix: parsePrefix(text)!, why });

/** `0.0.0.0` and `::` without a length mostly mean everything. */
const EVERYTHING = "; with /0 after it, it is everything";

/** Networks that no packet can be from or be forwarded to. */
const NOWHERE: readonly NoHost[] = [
  one("127.0.0.0/8", "is loopback, which is on no wire"),
  one("::1/128", "is loopback, which is on no wire"),
  one("255.255.255.255/32", "is broadcast, which no host has as its address"),
  one("240.0.0.0/4", "is reserved (class E), and the kernel forwards nothing there"),
  one("::/128", `is the unspecified address, which no host has${EVERYTHING}`),
  one("::ffff:0:0/96", "has IPv4 addresses in IPv6 form, which the kernel drops"),
];

/** An address without a length that is probably a network. */
const UNSPECIFIED = one("0.0.0.0/32", `is not an address of a host${EVERYTHING}`);

/** Hosts without an address send from it (DHCP, IGMP); nothing can be sent to it. */
const THIS_NETWORK = one("0.0.0.0/8", "is not an address of a host (RFC 6890)");

const MULTICAST: readonly NoHost[] = [
  one("224.0.0.0/4", "is multicast, which the kernel does not forward"),
  one("ff00::/8", "is multicast, which the kernel does not forward"),
];

const LINK_LOCAL = one("fe80::/10", "is link-local, and never leaves its link");

const find = (list: readonly NoHost[], prefix: Prefix): string | undefined =>
  list.find((one) => contains(one.prefix, prefix))?.why;

/** Why no part of `prefix` can contain a host, worded to follow it; undefined if one can. */
export function noHostIn(prefix: Prefix): string | undefined {
  return find([...NOWHERE, UNSPECIFIED, THIS_NETWORK], prefix);
}

/** Why packets from or to `prefix` are not forwarded, although they may occur on a link. */
export function staysOnLink(prefix: Prefix): string | undefined {
  return find([...MULTICAST, LINK_LOCAL], prefix);
}

/**
 * Why no packet is from `prefix`, worded to follow it; undefined if one can be. Hosts without an
 * address send from 0.0.0.0 and `::`; `unnumbered` says whether that counts.
 */
export function noSource(
  prefix: Prefix,
  wires: readonly Wire[],
  unnumbered: boolean,
): string | undefined {
  if (unnumbered && prefix.value === 0n) return undefined;
  const why = noHostIn(prefix);
  if (why !== undefined) return why;
  if (find(MULTICAST, prefix)) return "is multicast, which is never a source address";
  return wholeNetwork(prefix, wires);
}

/** Whether an address stands for a whole network of ours, worded to follow it. */
function wholeNetwork(prefix: Prefix, wires: readonly Wire[]): string | undefined {
  if (prefix.length !== 32) return undefined;
  const why = inNetwork(prefix, wireIndex(wires).networks.first(prefix));
  return why === undefined ? undefined : `is ${why}, which no host has`;
}

function inNetwork(address: Prefix, around: Prefix | undefined): string | undefined {
  return around && notAHost({ ...address, length: around.length });
}

/** What to report for an address without a length that looks like a network. */
export function oneHost(text: string): string {
  const full = text.includes(":") ? 128 : 32;
  return `${text} without a prefix length is one host; write ${
    probableNetwork(text)
  } for the network, or ${text}/${full}`;
}

/** Why neither a router nor a server can have `address`; `own` are the gateway's addresses. */
export function noRouter(address: Prefix, own: readonly Prefix[]): string | undefined {
  const why = noHostIn(address) ?? (isLinkLocal(address) ? undefined : staysOnLink(address));
  if (why !== undefined || address.family === 6) return why;
  const whole = inNetwork(address, own.find((one) => contains(one, address)));
  return whole === undefined ? undefined : `is ${whole}`;
}
