/**
 * Kinds of far ends: the values of `tunnels[].farEnd` and `far-end --as`.
 * @module
 */

/** A kind of far end that `far-end` can write for. */
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

/** All kinds, in the order of the help. */
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

/** Their names in messages. */
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
