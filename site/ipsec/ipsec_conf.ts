/**
 * /etc/ipsec.conf: the list of IKEv1 tunnels, and flows that keep local traffic local.
 * @module
 */
import { bypassFlows } from "./bypass_flows.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";
import { lines } from "../../host/lines.ts";

/**
 * ipsec.conf(5) that includes one file for each IKEv1 tunnel, so that each can be loaded
 * separately; empty if ipsecctl(8) has nothing to load.
 */
export function renderIpsecConf(gateway: Gateway): string {
  const flows = bypassFlows(gateway);
  const includes = ikev1Tunnels(gateway.tunnels)
    .map((tunnel) => `include "/etc/ipsec/${tunnel.name}.conf"`);
  if (flows.length + includes.length === 0) return "";
  return lines([
    ...(includes.length > 0 ? [`# ${gateway.hostname}: IKEv1 tunnels`, ...includes] : []),
    ...(flows.length > 0 ? ["# Local traffic stays out of the tunnels", ...flows] : []),
  ]);
}
