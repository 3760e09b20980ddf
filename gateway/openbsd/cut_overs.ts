/**
 * Changes between OpenBSD's releases: keywords of grammars, questions of the installer, behaviour
 * of the kernel.
 *
 * One entry per change, so that no other file compares release numbers. If the exact release of a
 * change is unknown, there is a gap between `lacks` and `since`; {@linkcode knows} returns
 * undefined there, and renderers use what both understand.
 *
 * Sources: parsers of 6.6 to 6.8 and 7.3 to 7.7, built and run; sbin/iked of 6.6 to 7.8 (from 6.9
 * to 7.2 its portable edition of the same months); 6.6 itself; install.sub of 6.6 to 6.8 and 7.3 to
 * 8.0; consoles of installations of 7.2, 7.5 to 7.9.
 * @module
 */

/** One change. */
export interface CutOver {
  /** The last release (66) known to be without it; absent where the one before `since` is. */
  lacks?: number;
  /** The first release (79) known to have it. */
  since: number;
  /** What changed: a program, a file, the kernel. */
  of: string;
  /** The new feature, worded to follow `of`. */
  what: string;
}

/** The changes by name. */
export const CUT_OVERS = {
  /** iked.conf(5): `tunnel` and `transport`. */
  ikedEncapsulation: { since: 67, of: "iked", what: "the words tunnel and transport" },
  /** iked.conf(5): AES-GCM in `ikesa`. */
  ikedGcm: { since: 68, of: "iked", what: "AES-GCM in phase 1" },
  /** iked.conf(5): the group sntrup761x25519. */
  ikedSntrup: { since: 70, of: "iked", what: "the group sntrup761x25519" },
  /** iked.conf(5): `group none` in `childsa`. */
  ikedGroupNone: { since: 69, of: "iked", what: "the group none in phase 2" },
  /** iked.conf(5): `dynamic` for the address given to a client. */
  ikedDynamic: { since: 69, of: "iked", what: "addresses for clients (dynamic)" },
  /** iked(8) takes more than 64 pairs of networks in a policy. */
  ikedManyFlows: { since: 67, of: "iked", what: "more than 64 pairs of networks in a tunnel" },
  /** iked(8) as responder considers phase 1 when it selects a policy. */
  ikedChoosesBySets: { since: 67, of: "iked", what: "choosing a tunnel by its phase 1" },
  /** iked(8) as responder considers the identity that the peer asks for. */
  ikedChoosesBySrcid: { since: 71, of: "iked", what: "choosing a tunnel by its srcid" },
  /**
   * iked(8) does not block IPv6; before, without `-6`, it installed a flow that blocks all of it.
   */
  ikedSparesIpv6: { since: 67, of: "iked", what: "leaving IPv6 alone without -6" },
  /** ikectl(8): `reset id`. */
  ikectlResetId: { since: 67, of: "ikectl", what: "reset id" },
  /** Incoming flows are `require`: clear text that claims to come out of a tunnel is dropped. */
  flowsRequire: { since: 67, of: "the kernel", what: "incoming flows of type require" },
  /**
   * net.inet.ip.forwarding=2 applies without a flow too, and net.inet6.ip6.forwarding takes a 2.
   */
  forwardingIpsec: { since: 76, of: "the kernel", what: "forwarding of IPsec traffic alone" },
  /** pf.conf(5): `route-to` and `reply-to` with an address alone; before, with an interface. */
  pfRouteAddress: { since: 69, of: "pf.conf", what: "route-to and reply-to with an address alone" },
  /** trunk(4): `trunkproto lacp` was removed in favour of aggr(4); release notes of 7.9. */
  trunkWithoutLacp: { since: 79, of: "trunk(4)", what: "doing without LACP" },
  /** sshd_config(5): `Include`, of OpenSSH 8.2. */
  sshdInclude: { since: 67, of: "sshd", what: "Include in sshd_config" },
  /** sec(4) and `interface` in ipsec.conf(5). */
  sec: { since: 74, of: "the kernel", what: "sec(4)" },
  /** wg(4). */
  wg: { since: 68, of: "the kernel", what: "wg(4)" },
  /** veb(4) and vport(4). */
  veb: { since: 70, of: "the kernel", what: "veb(4) and vport(4)" },
  /** hostname.if(5): `inet autoconf`; before, `dhcp`. */
  inetAutoconf: { since: 70, of: "hostname.if", what: "inet autoconf" },
  /** The installer needs 1 GiB in /tmp or /home to verify sets; before, 512 MiB. */
  prefetchGigabyte: { lacks: 77, since: 80, of: "the installer", what: "checking sets in 1 GiB" },
  /** The installer asks for `autoconf` (before, `dhcp`) and quotes 'none'. */
  autoconfQuestion: { lacks: 68, since: 72, of: "the installer", what: "autoconf for IPv4" },
  /** The installer asks for the interface by name or link-layer address. */
  interfaceQuestion: { since: 73, of: "the installer", what: "interfaces by lladdr" },
  /** The installer asks whether to encrypt the disk, also in unattended installations. */
  encryptQuestion: { since: 75, of: "the installer", what: "encryption of the root disk" },
  /** The installer's default for IPv6 is autoconf; before, none. */
  inet6Autoconf: { since: 79, of: "the installer", what: "autoconf for IPv6" },
} as const satisfies Record<string, CutOver>;

/** The name of a change. */
export type CutOverName = keyof typeof CUT_OVERS;

/**
 * Whether the release of that number (79) has a change; undefined if unknown.
 *
 * @example
 * ```ts
 * knows(66, "ikedGcm"); // false
 * knows(70, "autoconfQuestion"); // undefined: neither seen with nor without it
 * ```
 */
export function knows(release: number, name: CutOverName): boolean | undefined {
  const { lacks, since }: CutOver = CUT_OVERS[name];
  if (release >= since) return true;
  return release <= (lacks ?? since - 1) ? false : undefined;
}
