/**
 * /etc/rc.conf.local: what starts at boot.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** rc.conf.local(8): isakmpd and ipsecctl for IKEv1, iked for IKEv2, and the description's own settings. */
export function renderRcConfLocal(gateway: Gateway): string {
  return lines([
    ...(gateway.tunnels.some((tunnel) => tunnel.ike === 1)
      ? ["isakmpd_flags=-K", "ipsec=YES"]
      : []),
    ...(gateway.tunnels.some((tunnel) => tunnel.ike === 2) ? ["iked_flags="] : []),
    ...Array.from(gateway.rcConf, ([name, setting]) => `${name}=${setting}`),
  ]);
}
