/**
 * The fields that define the networks of the gateway.
 * @module
 */

/** Paths of all addresses of all interfaces, which complaints about subnets depend on. */
export const SUBNETS = ["address", "address6", "aliases"].map((field) => [
  "network",
  "interfaces",
  "*",
  field,
]);
