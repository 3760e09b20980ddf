/**
 * An interface as checks see it.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { NetworkInterface } from "../interface.ts";

/** An interface, and its place in the description. */
export interface Described {
  gateway: Gateway;
  one: NetworkInterface;
  path: (string | number)[];
}
