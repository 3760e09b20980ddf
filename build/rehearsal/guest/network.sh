# shellcheck shell=dash
# Host name and network: the installer's questions, and the files it writes.

ask_hostname() {
	ask "System hostname? (short form, e.g. 'foo')"
	case $resp in
	*[[:space:]]*) fail "'$resp' is not a valid hostname." ;;
	esac
	fqdn=$resp
	HOST=${resp%%.*}
	hostname "$HOST"
}

# mask BITS: prints a netmask in dotted notation.
mask() {
	local bits=$1 out=
	for _ in 1 2 3 4; do
		if [ "$bits" -ge 8 ]; then
			out="$out.255"
			bits=$((bits - 8))
		else
			out="$out.$((256 - (1 << (8 - bits))))"
			bits=0
		fi
	done
	echo "${out#.}"
}

# hexmask A.B.C.D: prints it as in hostname.if(5) after an installation.
hexmask() {
	# shellcheck disable=SC2046,SC2086 # four words
	set -- $(IFS=.; echo $1)
	printf '0x%02x%02x%02x%02x' "$1" "$2" "$3" "$4"
}

# configure_inet CARD
configure_inet() {
	local netmask
	if [ "$NUMBER" -le 68 ]; then
		ask "IPv4 address for $1? (or 'dhcp' or 'none')" dhcp
	else
		ask "IPv4 address for $1? (or 'autoconf' or 'none')" autoconf
	fi
	case $resp in
	none) ;;
	a | autoconf | dhcp)
		fail "REHEARSAL: the stand-in has no DHCP client; answer with an address." ;;
	*)
		address=${resp%/*}
		is_address "$address" || fail "'$resp' is not a valid IPv4 address."
		if [ "$address" = "$resp" ]; then
			ask "Netmask for $1?" 255.255.255.0
			netmask=$resp
		else
			netmask=$(mask "${resp#*/}")
		fi
		ifconfig eth0 "$address" netmask "$netmask" up || fail "ifconfig failed."
		echo "inet $address $(hexmask "$netmask")" >>"/tmp/i/hostname.$1"
		static=yes
		;;
	esac
}

# configure_inet6 CARD
configure_inet6() {
	# The default became autoconf with 7.9.
	if [ "$NUMBER" -le 78 ]; then
		ask "IPv6 address for $1? (or 'autoconf' or 'none')" none
	else
		ask "IPv6 address for $1? (or 'autoconf' or 'none')" autoconf
	fi
	case $resp in
	none) ;;
	a | autoconf) echo "inet6 autoconf" >>"/tmp/i/hostname.$1" ;;
	*:*)
		echo "inet6 ${resp%/*} ${resp#*/}" >>"/tmp/i/hostname.$1"
		static6=yes
		;;
	*) fail "'$resp' is not a valid IPv6 address." ;;
	esac
}

# cards: prints OpenBSD's names of the network cards, in the order of the machine.
cards() {
	local found i=0
	for found in /sys/class/net/eth*; do
		[ -e "$found" ] && printf '%s ' "${card%0}$i"
		i=$((i + 1))
	done
}

configure_network() {
	local question default=$card
	static=
	static6=
	question="Network interface to configure? (name, lladdr, '?', or 'done')"
	[ "$NUMBER" -le 72 ] &&
		question="Which network interface do you wish to configure? (or 'done')"
	while :; do
		echo "Available network interfaces are: $(cards)vlan0."
		ask "$question" "$default"
		[ "$resp" = done ] && break
		[ "$resp" = "$(cat /sys/class/net/eth0/address)" ] && resp=$card
		[ "$resp" = "$card" ] || fail "'$resp' is not a valid choice."
		: >"/tmp/i/hostname.$card"
		configure_inet "$card"
		configure_inet6 "$card"
		default=done
	done
	if [ -n "$static" ]; then
		if [ "$NUMBER" -le 68 ]; then
			ask "Default IPv4 route? (IPv4 address or none)"
		else
			ask "Default IPv4 route? (IPv4 address or 'none')"
		fi
		if [ "$resp" != none ]; then
			is_address "$resp" || fail "'$resp' is not a valid IPv4 address."
			route add default gw "$resp" && echo "add net default: gateway $resp"
			echo "$resp" >/tmp/i/mygate
		fi
	fi
	[ -n "$static6" ] && ask "IPv6 default router? (IPv6 address or 'none')" none
	ask "DNS domain name? (e.g. 'example.com')" my.domain
	case $fqdn in
	*.*) ;;
	*) fqdn=$fqdn.$resp ;;
	esac
	ask "DNS nameservers? (IP address list or 'none')" none
	if [ "$resp" != none ]; then
		for address in $resp; do
			echo "nameserver $address"
		done >/tmp/i/resolv.conf
		echo "lookup file bind" >>/tmp/i/resolv.conf
	fi
}
