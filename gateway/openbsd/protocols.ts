/**
 * Names of IP protocols.
 * @module
 */

/** The names of OpenBSD's /etc/protocols (protocols(5)) that are in use, and pf.conf(5)'s own. */
export const PROTOCOLS: ReadonlySet<string> = new Set([
  "ah",
  "carp",
  "egp",

  "esp",
  "etherip",
  "gre",
  "icmp",
  "icmp6",
  "igmp",
  "igp",
  "igrp",
  "ip",
  "ipcomp",
  "ipencap",
  "ipip",
  "ipv6",
  "ipv6-icmp",
  "ipv6-nonxt",
  "ipv6-opts",
  "mobileip",
  "nhrp",
  "ospf",
  "pfsync",
  "pim",
  "rsvp",
  "sctp",
  "skip",
  "swipe",
  "tcp",
  "udp",
  "vrrp",
]);
