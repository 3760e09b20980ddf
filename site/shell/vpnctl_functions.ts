/**
 * The commands of vpnctl, independent of the tunnels.
 * @module
 */

/** ksh(1): the functions and the end of the script that `vpnctl.ts` starts. */
export const VPNCTL_FUNCTIONS = `usage() {
	cat <<END
usage: vpnctl status [NAME] | up NAME | down NAME | restart NAME [--wait[=SECONDS]]
       vpnctl names | metrics | completion | --help
tunnels: $names\${clients:+
clients: $clients}

status      up: flows and SAs in both directions; flows-only: negotiation has
            not succeeded; partial: some networks have no flow, or (IKEv1) SAs are
            fewer than networks; down: no flow, or no SA of a sec interface.
            For clients: how many are connected, and from where
up          load the tunnel; an active one contacts the peer, and the SAs come
            later: --wait waits for them
down        end the tunnel and leave the others alone; after a reboot it is back.
            The IKE SA may stay until it expires. A peer that initiates again
            brings an IKEv1 tunnel back while isakmpd is still ending it: with
            --wait it is ended until it stays down
restart     down, wait for that, up
--wait      until the tunnel is up or stays down, for 60 seconds or as many as given
metrics     print the states for a collector, in the text format of Prometheus, and
            log changes since the last time to syslog (/var/log/daemon). For crontab:
            * * * * * cd /var/db; /usr/local/sbin/vpnctl metrics >vpnctl.new; mv vpnctl.new vpnctl.prom
completion  for ~/.kshrc: eval "\\$(vpnctl completion)"

exit status: 0 done, or all tunnels are up; 1 failed, or one is not up, or --wait
             timed out; 2 wrong usage; 3 the kernel cannot be queried (not root?)
END
}

misused() {
	usage >&2
	exit 2
}

# query: sets all to the flows and SAs of the kernel.
query() {
	all=$(ipsecctl -s all) || {
		echo "vpnctl: ipsecctl cannot show flows and SAs; run this as root" >&2
		exit 3
	}
}

# flow_of LOCAL REMOTE: prints the outgoing flow; nothing if there is none.
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

# few_sas: whether the SAs with the peer are fewer than its flows. isakmpd negotiates each pair of
# networks separately, and the kernel does not say which pair an SA is for.
few_sas() {
	echo "$all" | awk -v proto="$proto" -v mode="$mode" -v peer="$through" '
		$1 == "flow" && $2 == proto && $3 == "out" {
			for (i = 4; i < NF; i++) if ($i == "peer" && $(i + 1) == peer) flows++
		}
		$1 == proto && $2 == mode && $4 == peer { back++ }
		$1 == proto && $2 == mode && $6 == peer { out++ }
		END { exit !((out < back ? out : back) < flows) }'
}

# check_sas: sets _silent if there is no SA with $through in one direction.
check_sas() {
	case $all in
	*"$proto $mode from $through to "*) ;;
	*) _silent=1 ;;
	esac
	case $all in
	*" to $through spi "*) ;;
	*) _silent=1 ;;
	esac
}

# find_state: sets state and through for the tunnel that find set.
find_state() {
	_with=0
	_without=0
	_silent=0
	through=$peer
	if [ -n "$iface" ]; then
		# Routes lead into it: it has SAs and no flows.
		check_sas
		state=up
		[ $_silent -eq 0 ] || state=down
		return
	fi
	for _pair in $pairs; do
		_flow=$(flow_of "\${_pair%>*}" "\${_pair#*>}")
		if [ -z "$_flow" ]; then
			_without=$((_without + 1))
			continue
		fi
		_with=$((_with + 1))
		# The peer may be a name, or any: the flow has its address.
		case $_flow in
		*" peer "*)
			through=\${_flow#* peer }
			through=\${through%% *}
			;;
		esac
		check_sas
	done
	if [ $_with -eq 0 ]; then
		state=down
	elif [ $_silent -ne 0 ]; then
		state=flows-only
	elif [ $_without -ne 0 ] || { [ $ike = 1 ] && few_sas; }; then
		state=partial
	else
		state=up
	fi
}

# print_state NAME: prints the state of the tunnel on one line.
print_state() {
	echo "$1 $state peer $through \${iface:-$(echo "$pairs" | sed 's/ /, /g; s/>/ to /g')}"
}

# is_clients NAME: whether the name is that of clients, not of a tunnel.
is_clients() {
	case " $clients " in
	*" $1 "*) [ -n "$1" ] ;;
	*) return 1 ;;
	esac
}

status() {
	query
	_worst=0
	if is_clients "$1"; then
		clients_of "$1"
		return 0
	fi
	for _name in \${1:-$names}; do
		find "$_name"
		find_state
		print_state "$_name"
		[ "$state" = up ] || _worst=1
	done
	[ -n "$1" ] || for _name in $clients; do clients_of "$_name"; done
	return $_worst
}

# without FILE: prints iked.conf(5) without the policies named in FILE.
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

# load_policies: makes iked(8) reload its file, without the tunnels that are down.
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

# drop_flows: removes the flows that iked(8) leaves. ipsecctl reads only files that no other user
# can, and not the identities that it prints itself (FQDN/gw.example.net).
drop_flows() {
	query
	rm -f "$run/vpnctl.flows"
	for _pair in $pairs; do
		echo "$all" | while read -r _line; do
			case $_line in
			"flow $proto out from \${_pair%>*} to \${_pair#*>} "*) echo "$_line" ;;
			"flow $proto in from \${_pair#*>} to \${_pair%>*} "*) echo "$_line" ;;
			esac
		done
	done | sed 's/ srcid .* type / type /; s/ dstid .* type / type /' | (
		umask 077
		cat >"$run/vpnctl.flows"
	)
	[ ! -s "$run/vpnctl.flows" ] || ipsecctl -df "$run/vpnctl.flows"
	_status=$?
	rm -f "$run/vpnctl.flows"
	return $_status
}

# begin NAME, finish NAME: make the daemon start and end the tunnel that find set.
begin() {
	if [ $ike = 1 ]; then
		ipsecctl -f "/etc/ipsec/$1.conf"
	else
		note_down "$1" no && load_policies
	fi
}

finish() {
	if [ $ike = 1 ]; then
		ipsecctl -df "/etc/ipsec/$1.conf"
		return
	fi
	note_down "$1" yes && load_policies || return
	# Removes the SAs too, if the peer's identity is known and this release can.
	[ -z "$id" ] || ikectl reset id "$id" >/dev/null 2>&1
	drop_flows
}

# await NAME up|down SECONDS: waits for that state; down must last.
await() {
	_left=$3
	_steady=0
	_wanted=1
	# isakmpd may finish an exchange in progress: seen within 5 seconds.
	[ "$2$ike" = down1 ] && _wanted=6
	while :; do
		query
		find_state
		if [ "$state" = "$2" ]; then
			_steady=$((_steady + 1))
			[ $_steady -lt $_wanted ] || return 0
		else
			_steady=0
			[ "$2" = up ] || finish "$1" >/dev/null 2>&1
		fi
		[ "$_left" -gt 0 ] || return 1
		_left=$((_left - 1))
		sleep 1
	done
}

# reach NAME up|down: prints the state, and with --wait waits for the wanted one.
reach() {
	if [ -n "$wait" ]; then
		await "$1" "$2" "$wait"
		_status=$?
		print_state "$1"
		[ $_status -eq 0 ] || echo "vpnctl: $1 is not $2 after $wait seconds" >&2
		return $_status
	fi
	query
	find_state
	print_state "$1"
	[ "$state" != "$2" ] || return 0
	echo "vpnctl: $1 is not $2 yet; vpnctl $2 $1 --wait waits for it" >&2
	# Both daemons negotiate in the background, where isakmpd also ends tunnels.
	[ "$2$ike" != down2 ]
}

up() {
	find "$1"
	begin "$1" && reach "$1" up
}

down() {
	find "$1"
	finish "$1" && reach "$1" down
}

restart() {
	find "$1"
	finish "$1" || return
	await "$1" down "\${wait:-60}" || {
		echo "vpnctl: $1 does not go down" >&2
		return 1
	}
	begin "$1" && reach "$1" up
}

# metrics: prints the states for a collector, and logs changes to syslog.
metrics() {
	query
	_before=$(cat "$run/vpnctl.states" 2>/dev/null)
	_ups=
	_states=
	_now=
	for _name in $names; do
		find "$_name"
		find_state
		_label="gateway=\\"$host\\",tunnel=\\"$_name\\""
		_is=0
		[ "$state" != up ] || _is=1
		_ups="\${_ups}gatewright_tunnel_up{$_label} $_is
"
		for _each in up partial flows-only down; do
			_is=0
			[ "$state" != "$_each" ] || _is=1
			_states="\${_states}gatewright_tunnel_state{$_label,state=\\"$_each\\"} $_is
"
		done
		_now="\${_now}$_name $state
"
		_old=$(echo "$_before" | awk -v name="$_name" '$1 == name { print $2 }')
		[ "\${_old:-$state}" = "$state" ] ||
			logger -t vpnctl -p daemon.notice "tunnel $_name is $state (was $_old), peer $through"
	done
	echo "# HELP gatewright_tunnel_up 1 if the tunnel has all flows, and SAs in both directions."
	echo "# TYPE gatewright_tunnel_up gauge"
	printf '%s' "$_ups"
	echo "# HELP gatewright_tunnel_state 1 for the state that the tunnel is in."
	echo "# TYPE gatewright_tunnel_state gauge"
	printf '%s' "$_states"
	if [ -n "$clients" ]; then
		_sum=0
		for _name in $clients; do
			_count=0
			clients_of "$_name" >/dev/null
			_sum=$((_sum + _count))
		done
		echo "# HELP gatewright_clients Clients that are connected."
		echo "# TYPE gatewright_clients gauge"
		echo "gatewright_clients{gateway=\\"$host\\"} $_sum"
	fi
	printf '%s' "$_now" >"$run/vpnctl.states.new" && mv "$run/vpnctl.states.new" "$run/vpnctl.states"
}

completion() {
	echo "set -A complete_vpnctl_1 -- status up down restart names metrics completion --help"
	echo "set -A complete_vpnctl_2 -- $names\${clients:+ $clients}"
	echo "set -A complete_vpnctl_3 -- --wait"
}

command=
name=
wait=
for _word; do
	case $_word in
	--wait) wait=60 ;;
	--wait=*[!0-9]* | --wait=) misused ;;
	--wait=*) wait=\${_word#--wait=} ;;
	*)
		if [ -z "$command" ]; then
			command=$_word
		elif [ -z "$name" ]; then
			name=$_word
		else
			misused
		fi
		;;
	esac
done
case $command in
status) status "$name" ;;
up | down | restart)
	[ -n "$name" ] || misused
	case $command in
	up) up "$name" ;;
	down) down "$name" ;;
	restart) restart "$name" ;;
	esac
	;;
names) echo "$names" ;;
metrics) metrics ;;
completion) completion ;;
-h | --help | help) usage ;;
*) misused ;;
esac
`;
