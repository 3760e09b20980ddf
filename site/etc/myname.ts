/**
 * /etc/myname: the name of the gateway.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** myname(5): the name on one line. */
export function renderMyname(gateway: Gateway): string {
  return lines([gateway.hostname]);
}
