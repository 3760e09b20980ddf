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
