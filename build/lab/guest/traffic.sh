# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets nodes
# Sends packets, and counts them on the way.

# pings NODE SOURCE DESTINATION COUNT
pings() {
	local program=ping
	case $3 in *:*) program=ping6 ;; esac
	on "$1" $program -q -I "$2" -c "$4" -i 0.2 -W 2 "$3"
}

# all_answered NODE SOURCE DESTINATION: after a first reply, all of five pings get replies.
all_answered() {
	within 20 pings "$1" "$2" "$3" 1
	pings "$1" "$2" "$3" 5 | grep -o '5 packets received' | grep -q . || {
		echo "$2 to $3: no answer"
		return 1
	}
}

# few_lost FILE: counts the losses in ping's output, whose own percentage is rounded. Fails at one in twenty.
few_lost() {
	# shellcheck disable=SC2046 # two words
	set -- $(sed -n 's/^\([0-9]*\) packets transmitted, \([0-9]*\) .*/\1 \2/p' "$1")
	[ $# -eq 2 ] || return 1
	echo "$2 of $1 packets were answered, $(($1 - $2)) lost"
	[ $((($1 - $2) * 20)) -lt "$1" ]
}

# both_ways NODE ADDRESS NODE ADDRESS
both_ways() {
	all_answered "$1" "$2" "$4" && all_answered "$3" "$4" "$2"
}

# asks PROTOCOL NODE SOURCE SOURCE-PORT NODE DESTINATION PORT: sends a word, and waits for a reply.
asks() {
	local udp='' from=''
	[ "$1" = tcp ] || udp=-u
	[ -z "$4" ] || from="-p $4"
	# The first packets may be lost while the tunnel comes up.
	# shellcheck disable=SC2086 # words, or none
	within 40 one_question "$udp" "$from" "$2" "$3" "$5" "$6" "$7" || {
		echo "$3 asked $6 port $7 by $1: no answer"
		return 1
	}
}

one_question() {
	local pid said
	# shellcheck disable=SC2086 # words, or none
	echo answer | on "$5" timeout 6 nc.openbsd $1 -N -w 4 -l "$6" "$7" >"$nodes/heard" 2>/dev/null &
	pid=$!
	usleep 300000
	# shellcheck disable=SC2086 # words, or none
	said=$(echo question | on "$3" timeout 5 nc.openbsd $1 -N $2 -w 3 -s "$4" "$6" "$7" 2>/dev/null)
	wait $pid
	grep -q question "$nodes/heard" && [ "$said" = answer ]
}

# gre_through NODE ADDRESS NODE ADDRESS: sends packets through GRE between the two.
gre_through() {
	on "$1" sh -c "/usr/bin/ip tunnel add lab mode gre local $2 remote $4 && /usr/bin/ip addr add 10.254.254.1/30 dev lab && /usr/bin/ip link set lab up" 2>/dev/null
	on "$3" sh -c "/usr/bin/ip tunnel add lab mode gre local $4 remote $2 && /usr/bin/ip addr add 10.254.254.2/30 dev lab && /usr/bin/ip link set lab up" 2>/dev/null
	both_ways "$1" 10.254.254.1 "$3" 10.254.254.2
}

# meter CARD CARD: counts packets from the near end and from the far end, on the router.
meter() {
	{
		echo 'table inet lab {'
		for side in near far; do
			for what in esp ah udp ike clear; do echo "counter ${side}_$what { }"; done
		done
		echo 'set clear { typeof ip saddr . ip daddr; size 64; flags dynamic; }'
		echo 'chain seen { type filter hook prerouting priority -310;'
		# Not counted: neighbour discovery, and errors about closed ports.
		echo 'meta nfproto ipv6 icmpv6 type { 1, 133, 134, 135, 136, 143 } accept'
		echo 'meta nfproto ipv4 icmp type destination-unreachable accept'
		for side in near far; do
			card=$1
			[ $side = near ] || card=$2
			cat <<-END
				iifname "$card" meta l4proto esp counter name ${side}_esp accept
				iifname "$card" meta l4proto ah counter name ${side}_ah accept
				iifname "$card" udp dport { 500, 4500 } @th,64,32 0 counter name ${side}_ike accept
				iifname "$card" udp dport 500 counter name ${side}_ike accept
				iifname "$card" udp sport 500 counter name ${side}_ike accept
				iifname "$card" udp dport 4500 counter name ${side}_udp accept
				iifname "$card" udp sport 4500 counter name ${side}_udp accept
				iifname "$card" meta nfproto ipv4 update @clear { ip saddr . ip daddr }
				iifname "$card" counter name ${side}_clear
			END
		done
		printf '}\n}\n'
	} | on middle nft -f -
}

# seen SIDE_WHAT: prints the number of packets.
seen() {
	on middle nft list counter inet lab "$1" | awk '/packets/ { print $2 }'
}

# protected: there was ESP in both directions, and nothing in clear.
protected() {
	local near far clear
	near=$(($(seen near_esp) + $(seen near_udp) + $(seen near_ah)))
	far=$(($(seen far_esp) + $(seen far_udp) + $(seen far_ah)))
	clear=$(($(seen near_clear) + $(seen far_clear)))
	echo "$near out, $far in, $clear in clear"
	[ "$clear" = 0 ] || on middle nft list set inet lab clear | grep -o 'elements.*'
	[ "$near" -ge 1 ] && [ "$far" -ge 1 ] && [ "$clear" = 0 ]
}

# no_errors NODE...: Linux counted no errors of IPsec (/proc/net/xfrm_stat).
no_errors() {
	local found
	for node; do
		found="$found$(on "$node" grep -v '[[:space:]]0$' /proc/net/xfrm_stat)"
	done
	echo "$found"
	[ -z "$found" ]
}

# nat_router INSIDE OUTSIDE: makes the router in front of the gateway translate, and forward IKE to it.
nat_router() {
	on middle nft -f - <<-END
		table ip nat {
			chain out { type nat hook postrouting priority 100; oifname "far" ip saddr $1 snat to $2; }
			chain in { type nat hook prerouting priority -100; iifname "far" ip daddr $2 udp dport { 500, 4500 } dnat to $1; }
		}
	END
}

# in_udp: ESP was encapsulated in UDP (4500), and there was none outside UDP.
in_udp() {
	echo "$(seen near_udp) out, $(seen far_udp) in on udp 4500, $(($(seen near_esp) + $(seen far_esp))) as ESP"
	[ "$(seen near_udp)" -ge 5 ] && [ "$(seen far_udp)" -ge 5 ] &&
		[ "$(seen near_esp)" = 0 ] && [ "$(seen far_esp)" = 0 ]
}

# virtual_address NODE BEGINNING: prints the address that was assigned to the node.
virtual_address() {
	on "$1" /usr/bin/ip -o addr | grep -oE "inet6? $2[^/ ]*" | head -n 1 | cut -d' ' -f2 | grep .
}

# client_packets NODE BEGINNING DESTINATION: sends packets from the address assigned to the node.
client_packets() {
	local address
	address=$(virtual_address "$1" "$2") || return 1
	all_answered "$1" "$address" "$3"
}
