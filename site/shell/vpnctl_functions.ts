/**
 * What vpnctl does, whatever the tunnels are.
 * @module
 */

/** ksh(1): the functions and the end of the script that `vpnctl.ts` begins. */
export const VPNCTL_FUNCTIONS = `usage() {
	cat <<END
usage: vpnctl status [NAME] | up NAME | down NAME | restart NAME
       vpnctl names | completion | --help
tunnels: $names

status      up: flows and SAs in both directions; flows-only: negotiation has
            not succeeded; partial: some networks have no flow; down: no flow
up          load the tunnel; the peer is contacted where the tunnel is active
down        end the tunnel and leave the others alone; after a reboot it is back
completion  for ~/.kshrc: eval "$(vpnctl completion)"

exit status: 0 done, or all tunnels are up; 1 failed, or one is not up;
             2 wrong usage; 3 the kernel cannot be asked (not root?)
END
}

misused() {
	usage >&2
	exit 2
}

# look: what the kernel has, in all.
look() {
	all=$(ipsecctl -s all) || {
		echo "vpnctl: ipsecctl cannot show flows and SAs; run this as root" >&2
		exit 3
	}
}

# flow_of LOCAL REMOTE: the way out, as a line; nothing where there is none.
flow_of() {
	echo "$all" | while read -r _line; do
		case $_line in
		"flow $proto out from $1 to $2 "*)
			echo "$_line"
			break
			;;
		esac
	done
}

# judge_tunnel: sets state and through for the tunnel that find set.
judge_tunnel() {
	_with=0
	_without=0
	_silent=0
	through=$peer
	for _pair in $pairs; do
		_flow=$(flow_of "\${_pair%>*}" "\${_pair#*>}")
		if [ -z "$_flow" ]; then
			_without=$((_without + 1))
			continue
		fi
		_with=$((_with + 1))
		# A peer may have been named, or be anybody: the flow knows its address.
		case $_flow in
		*" peer "*)
			through=\${_flow#* peer }
			through=\${through%% *}
			;;
		esac
		case $all in
		*"$proto $mode from $through to "*) ;;
		*) _silent=1 ;;
		esac
		case $all in
		*" to $through spi "*) ;;
		*) _silent=1 ;;
		esac
	done
	if [ $_with -eq 0 ]; then
		state=down
	elif [ $_silent -ne 0 ]; then
		state=flows-only
	elif [ $_without -ne 0 ]; then
		state=partial
	else
		state=up
	fi
}

status() {
	look
	_worst=0
	for _name in \${1:-$names}; do
		find "$_name"
		judge_tunnel
		echo "$_name $state peer $through $(echo "$pairs" | sed 's/ /, /g; s/>/ to /g')"
		[ "$state" = up ] || _worst=1
	done
	return $_worst
}

# without FILE: iked.conf(5) without the policies that the lines of FILE name.
without() {
	_skip=no
	while IFS= read -r _line; do
		case $_line in
		'ikev2 "'*)
			_policy=\${_line#ikev2 \\"}
			_skip=no
			grep -qx "\${_policy%%\\"*}" "$1" && _skip=yes
			;;
		'') _skip=no ;;
		esac
		[ $_skip = yes ] || printf '%s\\n' "$_line"
	done <"$config"
}

# load_policies: has iked(8) read its file again, without the tunnels that are down.
load_policies() {
	if [ ! -s "$run/vpnctl.down" ]; then
		ikectl reload
		return
	fi
	(umask 077 && without "$run/vpnctl.down" >"$run/vpnctl.conf") &&
		ikectl load "$run/vpnctl.conf"
}

# note_down NAME yes|no: keeps the list of IKEv2 tunnels that are down until the next boot.
note_down() {
	touch "$run/vpnctl.down" || return
	_list=$(grep -vx "$1" "$run/vpnctl.down")
	[ "$2" = no ] || _list="$_list
$1"
	echo "$_list" | sed '/^$/d' >"$run/vpnctl.down"
}

# drop_flows: what iked(8) of older releases leaves behind.
drop_flows() {
	look
	for _pair in $pairs; do
		echo "$all" | while read -r _line; do
			case $_line in
			"flow $proto out from \${_pair%>*} to \${_pair#*>} "*) echo "$_line" ;;
			"flow $proto in from \${_pair#*>} to \${_pair%>*} "*) echo "$_line" ;;
			esac
		done
	done >"$run/vpnctl.flows"
	[ ! -s "$run/vpnctl.flows" ] || ipsecctl -df "$run/vpnctl.flows"
	_status=$?
	rm -f "$run/vpnctl.flows"
	return $_status
}

up() {
	find "$1"
	if [ $ike = 1 ]; then
		ipsecctl -f "/etc/ipsec/$1.conf"
	else
		note_down "$1" no && load_policies
	fi
}

down() {
	find "$1"
	if [ $ike = 1 ]; then
		ipsecctl -df "/etc/ipsec/$1.conf"
	else
		note_down "$1" yes && load_policies && drop_flows
	fi
}

completion() {
	echo "set -A complete_vpnctl_1 -- status up down restart names completion --help"
	echo "set -A complete_vpnctl_2 -- $names"
}

command=\${1:-}
name=\${2:-}
[ $# -le 2 ] || misused
case $command in
status) status "$name" ;;
up | down | restart)
	[ -n "$name" ] || misused
	case $command in
	up) up "$name" ;;
	down) down "$name" ;;
	restart) down "$name" && up "$name" ;;
	esac
	;;
names) echo "$names" ;;
completion) completion ;;
-h | --help | help) usage ;;
*) misused ;;
esac
`;
