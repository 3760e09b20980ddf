/**
 * The variables of rc.conf.local(8) that rc(8) and rc.subr(8) read.
 * @module
 */

/**
 * Variables that belong to no daemon: rc.subr(8), `_allowed_keys` of `_rc_parse_conf`. All other
 * lines are ignored.
 */
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

/** Suffixes after the name of a daemon, in all releases from 6.6 on. */
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

/** Meaning of a name in rc.conf.local. */
export type RcName =
  /** A variable that belongs to no daemon. */
  | { kind: "other" }
  /** A variable of a daemon of the base system. */
  | { kind: "base"; daemon: string }
  /** A variable of a daemon outside the base system: of a package, or misspelt. */
  | { kind: "foreign"; daemon: string }
  /** rc.subr(8) ignores it. */
  | { kind: "unread" };

/** How rc.subr(8) interprets a variable of that name. */
export function rcName(name: string): RcName {
  if (OTHERS.has(name)) return { kind: "other" };
  const ending = ENDINGS.find((one) => name.endsWith(`_${one}`));
  if (ending === undefined) return { kind: "unread" };
  const daemon = name.slice(0, -ending.length - 1);
  return { kind: DAEMONS.has(daemon) ? "base" : "foreign", daemon };
}

/** All names without packages, to suggest one for a misspelt name. */
export function rcNames(): string[] {
  return [...OTHERS, ...[...DAEMONS].map((daemon) => `${daemon}_flags`)];
}

/** Whether the base system of any release has the daemon. */
export function isBaseDaemon(name: string): boolean {
  return DAEMONS.has(name);
}
