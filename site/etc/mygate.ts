/**
 * /etc/mygate: the default routers.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { mygateLine } from "../../gateway/router.ts";
import { lines } from "../../host/lines.ts";

/** mygate(5): one router of each family at most; empty where the description names none. */
export function renderMygate(gateway: Gateway): string {
  const { network } = gateway;
  return lines(
    [network.gateway, network.gateway6].flatMap((one) => one === undefined ? [] : mygateLine(one)),
  );
}
