/**
 * /usr/local/sbin/vpnctl: starts, stops and shows tunnels.
 * @module
 */
import ipaddr from "ipaddr.js";
import type { Gateway, Tunnel } from "../../gateway/gateway.ts";
import { selectorsOf } from "../../gateway/tunnel.ts";
import { shellWord } from "../../host/shell_word.ts";
import { renderVpnctlClients } from "./vpnctl_clients.ts";
import { VPNCTL_FUNCTIONS } from "./vpnctl_functions.ts";

/**
 * ksh(1) script. An IKEv1 tunnel is loaded and removed with ipsecctl(8), which controls isakmpd(8).
 * iked(8) reads all policies from one file: an IKEv2 tunnel is stopped by loading that file without
 * its policy (`ikectl load`), which does not affect other tunnels, and by removing its flows from
 * the kernel. What the daemons leave behind was observed on 6.6.
 */
export function renderVpnctl(gateway: Gateway): string {
  const names = gateway.tunnels.map((tunnel) => tunnel.name).join(" ");
  return `#!/bin/ksh
# Tunnels of ${gateway.hostname}: vpnctl --help
PATH=/bin:/sbin:/usr/bin:/usr/sbin
ike=${gateway.tunnels[0]?.ike ?? (gateway.clients.length > 0 ? 2 : 1)}
names='${names}'
clients='${gateway.clients.map(({ name }) => name).join(" ")}'
host=${shellWord(gateway.hostname)}
config=/etc/iked.conf
run=/var/run

# find NAME: sets proto, mode, peer, id (the peer's, where no other tunnel has it), pairs
# (LOCAL>REMOTE, as ipsecctl writes them) or iface (its sec(4) interface), or ends.
find() {
	case $1 in
${gateway.tunnels.map((tunnel) => row(tunnel, gateway.tunnels)).join("")}	*)
		echo "vpnctl: there is no tunnel $1; tunnels: $names" >&2
		exit 2
		;;
	esac
}

${
    gateway.clients.length > 0
      ? `${renderVpnctlClients(gateway.clients)}\n`
      : ""
  }${VPNCTL_FUNCTIONS}`;
}

function row(tunnel: Tunnel, all: readonly Tunnel[]): string {
  // Resetting by identity would end every tunnel with that identity.
  const { dstid } = tunnel;
  const alone = dstid !== undefined && all.filter((one) => one.dstid === dstid).length === 1;
  const pairs = (tunnel.iface ? [] : selectorsOf(tunnel)).map(({ local, remote }) =>
    `${shown(local)}>${shown(remote)}`
  );
  return `	${tunnel.name})
		proto=${tunnel.protocol} mode=${tunnel.encapsulation} peer=${tunnel.peer}
		id=${alone ? shellWord(dstid) : ""}
		pairs='${pairs.join(" ")}' iface=${tunnel.iface ?? ""}
		;;
`;
}

/** A network as ipsecctl(8) prints it: a host without its length, IPv6 compressed. */
function shown(network: string): string {
  const [host = "", length] = network.split("/");
  if (!ipaddr.isValid(host)) return network;
  const address = ipaddr.parse(host);
  const full = address.kind() === "ipv4" ? "32" : "128";
  return length === undefined || length === full
    ? address.toString()
    : `${address.toString()}/${length}`;
}
