/**
 * /etc/rc.conf.local: daemons to start at boot.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { bypassFlows } from "../ipsec/bypass_flows.ts";
import { daemonOf } from "../../gateway/daemon.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { usesIpv6 } from "../../gateway/uses_ipv6.ts";
import { lines } from "../../host/lines.ts";

/** iked(8) of 6.6 blocks all IPv6 by default; this flag prevents that. */
function ikedFlags(gateway: Gateway): string {
  return usesIpv6(gateway) && !knows(gateway.release.number, "ikedSparesIpv6") ? "-6" : "";
}

/**
 * rc.conf.local(8): isakmpd and ipsecctl for IKEv1, iked for IKEv2, and the description's own
 * settings.
 */
export function renderRcConfLocal(gateway: Gateway): string {
  const daemon = daemonOf(gateway);
  const first = daemon === 1;
  return lines([
    ...(first ? ["isakmpd_flags=-K"] : []),
    // ipsecctl loads the flows that keep local traffic local, for both versions of IKE.
    ...(first || bypassFlows(gateway).length > 0 ? ["ipsec=YES"] : []),
    ...(daemon === 2 ? [`iked_flags=${ikedFlags(gateway)}`] : []),
    // With sasyncd enabled, rc.d(8) starts the other two with -S: passive until sasyncd activates
    // them.
    ...(gateway.failover ? ["sasyncd_flags="] : []),
    ...Array.from(gateway.rcConf, ([name, setting]) => `${name}=${setting}`),
  ]);
}
