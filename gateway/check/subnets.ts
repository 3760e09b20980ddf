/**
 * The fields that say which networks the gateway is in.
 * @module
 */

/** Every address of every interface: what "in a subnet of the gateway" rests on. */
export const SUBNETS = ["address", "address6", "aliases"].map((field) => [
  "network",
  "interfaces",
  "*",
  field,
]);
