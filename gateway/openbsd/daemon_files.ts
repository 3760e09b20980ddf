/**
 * What daemons of the base system need before they start.
 *
 * Sources: /etc/rc.d and /etc/examples of OpenBSD, and the manual page of each daemon.
 * @module
 */

/** Daemons that end where their configuration is missing, and the release has none at that place. */
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

/** The file that a daemon does not start without; undefined where it needs none, or the release has it. */
export function configurationOf(daemon: string): string | undefined {
  return CONFIGURATIONS.get(daemon);
}

/** Daemons that came after our oldest release, and the release that brought them. */
const SINCE: ReadonlyMap<string, number> = new Map([
  ["dhcpleased", 69],
  ["resolvd", 69],
  ["dhcp6leased", 76],
]);

/** The release that brought a daemon of the base system; undefined where all that are known have it. */
export function daemonSince(daemon: string): number | undefined {
  return SINCE.get(daemon);
}
