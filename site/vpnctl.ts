/**
 * /usr/local/sbin/vpnctl: tunnels up, down and shown, as one would do it by hand.
 * @module
 */
import type { Gateway } from "../spec/gateway.ts";

/**
 * ksh(1) script. IKEv1 tunnels are loaded and removed one by one with ipsecctl(8); iked(8) has one
 * set of policies, so IKEv2 tunnels are reset together and the script says so.
 */
export function renderVpnctl(gateway: Gateway): string {
  const ike = gateway.tunnels[0]?.ike ?? 1;
  const rows = gateway.tunnels.map((tunnel) =>
    `\t${tunnel.name}) peer=${tunnel.peer} remote='${tunnel.remote.join(" ")}' ;;\n`
  );
  return `#!/bin/ksh
# Tunnels of ${gateway.hostname}: vpnctl status [NAME] | up NAME | down NAME | restart NAME
PATH=/bin:/sbin:/usr/bin:/usr/sbin:$PATH
ike=${ike}
names='${gateway.tunnels.map((tunnel) => tunnel.name).join(" ")}'

usage() {
	echo "usage: vpnctl status [NAME] | up NAME | down NAME | restart NAME" >&2
	echo "tunnels: $names" >&2
	exit 2
}

# find NAME: sets peer and remote, or ends.
find() {
	case $1 in
${rows.join("")}	*)
		echo "vpnctl: there is no tunnel $1; there are: $names" >&2
		exit 2
		;;
	esac
}

# flows: how the kernel reaches the networks behind the tunnels.
flows=
load_flows() {
	flows=$(ipsecctl -s flow) || {
		echo "vpnctl: ipsecctl cannot show the flows; run this as root" >&2
		exit 1
	}
}

# is_up: every remote network of the tunnel has a flow that leads to it through the peer.
is_up() {
	for _net in $remote; do
		case "$flows
" in
		*"flow esp out "*" to $_net "*) ;;
		*"flow ah out "*" to $_net "*) ;;
		*) return 1 ;;
		esac
	done
	return 0
}

status() {
	load_flows
	_down=0
	for _name in \${1:-$names}; do
		find "$_name"
		if is_up; then
			echo "$_name up peer $peer to $remote"
		else
			echo "$_name down peer $peer to $remote"
			_down=1
		fi
	done
	return $_down
}

all_together() {
	[ $ike = 2 ] && echo "vpnctl: iked knows all tunnels only together; this touches: $names" >&2
}

up() {
	find "$1"
	if [ $ike = 1 ]; then
		ipsecctl -f "/etc/ipsec/$1.conf"
	else
		all_together
		ikectl reload && ikectl couple && ikectl active
	fi
}

down() {
	find "$1"
	if [ $ike = 1 ]; then
		ipsecctl -df "/etc/ipsec/$1.conf"
	else
		all_together
		ikectl decouple && ikectl reset sa
	fi
}

command=\${1:-}
name=\${2:-}
[ $# -le 2 ] || usage
case $command in
status) status "$name" ;;
up | down | restart)
	[ -n "$name" ] || usage
	case $command in
	up) up "$name" ;;
	down) down "$name" ;;
	restart) down "$name" && up "$name" ;;
	esac
	;;
*) usage ;;
esac
`;
}
