/**
 * The addresses that a gateway is known to have.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { canonical } from "./kernel.ts";

/** Static addresses of all interfaces, without their lengths, as ipsecctl(8) and ifconfig(8) write them. */
export function addressesOf({ network }: Gateway): string[] {
  return network.interfaces.flatMap(({ address, address6, aliases }) =>
    [address, address6, ...aliases].filter((one) => /[.:]/.test(one)).map((one) =>
      canonical(one.split("/")[0]!)
    )
  );
}
