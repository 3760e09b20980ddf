/**
 * An interface as its checks look at it.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { NetworkInterface } from "../interface.ts";

/** An interface, and where the description has it. */
export interface Described {
  gateway: Gateway;
  one: NetworkInterface;
  path: (string | number)[];
}
