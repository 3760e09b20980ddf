/**
 * The variables of rc.conf.local(8) that rc(8) and rc.subr(8) read.
 * @module
 */

/** Not of a daemon: rc.subr(8), `_allowed_keys` of `_rc_parse_conf`. All other lines are passed over. */
const OTHERS: ReadonlySet<string> = new Set([
  "accounting",
  "amd_master",
  "check_quotas",
  "ipsec",
  "library_aslr",
  "multicast",
  "nfs_server",
  "pexp",
  "pf",
  "pkg_scripts",
  "shlib_dirs",
  "spamd_black",
]);

/** What may follow the name of a daemon, in all releases from 6.6 on. */
const ENDINGS = ["flags", "rtable", "timeout", "user", "execdir", "logger"];

/** Daemons of the base system, of any release from 6.6 on (/etc/rc.d, /etc/rc.conf). */
const DAEMONS: ReadonlySet<string> = new Set(
  ("amd apmd bgpd bootparamd bpflogd cron dhcp6leased dhcpd dhcpleased dhcrelay dhcrelay6 dvmrpd eigrpd ftpd ftpproxy " +
    "ftpproxy6 hostapd hotplugd httpd identd ifstated iked inetd isakmpd iscsid ldapd ldattach " +
    "ldomd ldpd lldpd lockd lpd mopd mountd mrouted nfsd npppd nsd ntpd ospf6d ospfd pflogd portmap rad " +
    "radiusd rarpd rbootd relayd resolvd ripd route6d sasyncd savecore sensorsd slaacd slowcgi smtpd " +
    "sndiod snmpd spamd spamlogd sshd statd switchd syslogd tftpd tftpproxy unbound unwind vmd " +
    "watchdogd wsmoused xenodm ypbind ypldap yppasswdd ypserv").split(" "),
);

/** What a name in rc.conf.local is. */
export type RcName =
  /** A variable that is no daemon's. */
  | { kind: "other" }
  /** Of a daemon of the base system. */
  | { kind: "base"; daemon: string }
  /** Of a daemon that the base system does not have: a package's, or a misspelt one. */
  | { kind: "foreign"; daemon: string }
  /** rc.subr(8) passes over it. */
  | { kind: "unread" };

/** What rc.subr(8) makes of a variable of that name. */
export function rcName(name: string): RcName {
  if (OTHERS.has(name)) return { kind: "other" };
  const ending = ENDINGS.find((one) => name.endsWith(`_${one}`));
  if (ending === undefined) return { kind: "unread" };
  const daemon = name.slice(0, -ending.length - 1);
  return { kind: DAEMONS.has(daemon) ? "base" : "foreign", daemon };
}

/** Every name that there is without packages, for finding the one that is meant. */
export function rcNames(): string[] {
  return [...OTHERS, ...[...DAEMONS].map((daemon) => `${daemon}_flags`)];
}

/** Whether the base system of some release has the daemon. */
export function isBaseDaemon(name: string): boolean {
  return DAEMONS.has(name);
}
