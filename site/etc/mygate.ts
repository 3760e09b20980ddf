/**
 * /etc/mygate: the default routers.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** mygate(5): one router of each family at most; empty where the description names none. */
export function renderMygate(gateway: Gateway): string {
  const { network } = gateway;
  return lines([network.gateway, network.gateway6].filter((one) => one !== undefined));
}
