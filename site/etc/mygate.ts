/**
 * /etc/mygate: the default routers.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { routerWord } from "../../gateway/router.ts";
import { lines } from "../../host/lines.ts";

/** mygate(5): at most one router per family; empty if the description has none. */
export function renderMygate(gateway: Gateway): string {
  const { network } = gateway;
  return lines(
    [network.gateway, network.gateway6].flatMap((one) => one === undefined ? [] : routerWord(one)),
  );
}
