# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets nodes
# libreswan: its daemon, and what is asked of it.

# start_pluto NODE: it loads what /etc/ipsec.d has by itself, as ipsec.service starts it.
start_pluto() {
	[ -e "$nodes/$1/nss" ] || {
		mkdir -p "$nodes/$1/nss"
		# A folder of its own for keys: every daemon wants the same one.
		on "$1" mount --bind "$nodes/$1/nss" /var/lib/ipsec/nss || return 1
		on "$1" certutil -N -d sql:/var/lib/ipsec/nss --empty-password || return 1
	}
	on "$1" mkdir -p /run/pluto
	on "$1" ipsec addconn --checkconfig || return 1
	: >"$(log "$1" pluto)"
	start "$1" pluto /usr/libexec/ipsec/pluto --nofork --stderrlog --log-no-time --config /etc/ipsec.conf
	within 60 loaded "$1"
}

# loaded NODE: libreswan has read what it has, and asks for keys when a packet comes where it is to do so.
loaded() {
	local conf=$nodes/$1/etc/ipsec.d
	[ "$(grep -c '": added ' "$(log "$1" pluto)")" -ge "$(cat "$conf"/*.conf | grep -c 'auto=')" ] &&
		[ "$(on "$1" /usr/bin/ip xfrm policy | grep -cE 'proto (esp|ah) ')" -ge "$(cat "$conf"/*.conf | grep -c 'auto=ondemand')" ]
}

# forgets_pluto NODE: libreswan starts anew, as after a power failure.
forgets_pluto() {
	stop "$1" pluto KILL
	on "$1" /usr/bin/ip xfrm state flush
	on "$1" /usr/bin/ip xfrm policy flush
	rm -rf "$nodes/$1/run/pluto"
	start_pluto "$1"
}
