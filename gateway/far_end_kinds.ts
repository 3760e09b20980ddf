/**
 * What stands at the other end of a tunnel: the words of `tunnels[].farEnd` and of `far-end --as`.
 * @module
 */

/** A kind that a far end can be written for. */
export type FarEndName =
  | "openbsd"
  | "strongswan"
  | "libreswan"
  | "ios"
  | "asa"
  | "fortios"
  | "junos"
  | "routeros"
  | "vyos"
  | "pfsense";

/** All of them, in the order of the help. */
export const FAR_END_NAMES = [
  "openbsd",
  "strongswan",
  "libreswan",
  "ios",
  "asa",
  "fortios",
  "junos",
  "routeros",
  "vyos",
  "pfsense",
] as const satisfies readonly FarEndName[];

/** What people call them. */
export const FAR_END_TITLES: Readonly<Record<FarEndName, string>> = {
  openbsd: "OpenBSD",
  strongswan: "strongSwan",
  libreswan: "libreswan",
  ios: "Cisco IOS",
  asa: "Cisco ASA",
  fortios: "FortiGate",
  junos: "Juniper SRX",
  routeros: "MikroTik RouterOS",
  vyos: "VyOS",
  pfsense: "pfSense",
};
