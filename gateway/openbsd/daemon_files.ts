/**
 * Files that daemons of the base system need to start.
 *
 * Sources: /etc/rc.d and /etc/examples of OpenBSD, and the manual page of each daemon.
 * @module
 */

/** Daemons that exit without their configuration file, which the release does not install. */
const CONFIGURATIONS: ReadonlyMap<string, string> = new Map([
  ...[
    "bgpd",
    "dhcpd",
    "dvmrpd",
    "eigrpd",
    "hostapd",
    "httpd",
    "ifstated",
    "ldapd",
    "ldpd",
    "ospf6d",
    "ospfd",
    "rad",
    "relayd",
    "ripd",
    "snmpd",
    "ypldap",
  ].map((name) => [name, `/etc/${name}.conf`] as const),
]);

/** The file that a daemon needs to start; undefined if it needs none, or the release has it. */
export function configurationOf(daemon: string): string | undefined {
  return CONFIGURATIONS.get(daemon);
}

/** Daemons that were added after 6.6, and their first release. */
const SINCE: ReadonlyMap<string, number> = new Map([
  ["dhcpleased", 69],
  ["resolvd", 69],
  ["dhcp6leased", 76],
]);

/** The first release with a daemon of the base system; undefined if all known releases have it. */
export function daemonSince(daemon: string): number | undefined {
  return SINCE.get(daemon);
}
