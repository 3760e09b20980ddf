/**
 * /etc/ipsec.conf: the list of IKEv1 tunnels.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";

/** ipsec.conf(5) that includes one file for each tunnel, so that each can be loaded alone. */
export function renderIpsecConf(gateway: Gateway): string {
  const includes = ikev1Tunnels(gateway.tunnels)
    .map((tunnel) => `include "/etc/ipsec/${tunnel.name}.conf"\n`);
  return `# ${gateway.hostname}: IKEv1 tunnels\n${includes.join("")}`;
}
