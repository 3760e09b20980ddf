/**
 * The networks that the gateway's interfaces are in.
 * @module
 */
import type { Cidr, Gateway } from "../../gateway/gateway.ts";
import { linksOf } from "../../gateway/network/links.ts";

/** In CIDR form, each once, host bits zero: `10.0.0.50/24` gives `10.0.0.0/24`. */
export function ownNetworks(gateway: Gateway): Cidr[] {
  return [
    ...new Set(
      linksOf(gateway).flatMap(({ addresses }) => addresses.map(({ network }) => network)),
    ),
  ];
}
