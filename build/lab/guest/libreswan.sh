# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets nodes
# Starts, stops and queries libreswan.

# start_pluto NODE: starts pluto as ipsec.service does; it loads /etc/ipsec.d itself.
start_pluto() {
	[ -e "$nodes/$1/nss" ] || {
		mkdir -p "$nodes/$1/nss"
		# A separate folder for keys, because all daemons use the same path.
		on "$1" mount --bind "$nodes/$1/nss" /var/lib/ipsec/nss || return 1
		on "$1" certutil -N -d sql:/var/lib/ipsec/nss --empty-password || return 1
	}
	on "$1" mkdir -p /run/pluto
	on "$1" ipsec addconn --checkconfig || return 1
	: >"$(log "$1" pluto)"
	start "$1" pluto /usr/libexec/ipsec/pluto --nofork --stderrlog --log-no-time --config /etc/ipsec.conf
	within 60 loaded "$1"
}

# loaded NODE: libreswan has loaded its connections, and installed traps for those that start on demand.
loaded() {
	local conf=$nodes/$1/etc/ipsec.d
	[ "$(grep -c '": added ' "$(log "$1" pluto)")" -ge "$(cat "$conf"/*.conf | grep -c 'auto=')" ] &&
		[ "$(on "$1" /usr/bin/ip xfrm policy | grep -cE 'proto (esp|ah) ')" -ge "$(cat "$conf"/*.conf | grep -c 'auto=ondemand')" ]
}

# forgets_pluto NODE: restarts libreswan without state, as after a power failure.
forgets_pluto() {
	stop "$1" pluto KILL
	on "$1" /usr/bin/ip xfrm state flush
	on "$1" /usr/bin/ip xfrm policy flush
	rm -rf "$nodes/$1/run/pluto"
	start_pluto "$1"
}
