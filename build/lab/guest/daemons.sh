# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets case_name, case_dir and nodes
# The daemons, and what is asked of them.

# start_iked NODE
start_iked() {
	chmod 600 "$nodes/$1/etc/iked.conf"
	start "$1" iked iked -d -v
	within 30 on "$1" ikectl show sa
}

# start_charon NODE
start_charon() {
	start "$1" charon charon
	within 60 on "$1" swanctl --stats || return 1
	on "$1" swanctl --load-all >>"$(log "$1" swanctl)" 2>&1
}

# secured NODE: the kernel has SAs for packets in both directions.
secured() {
	[ "$(on "$1" /usr/bin/ip xfrm state | grep -cE 'proto (esp|ah) ')" -ge 2 ]
}

# installed NODE NAME: strongSwan has a child SA of this name.
installed() {
	on "$1" swanctl --list-sas | grep -qE "^ +$2: .* INSTALLED"
}

# negotiated_charon NODE NAME: what strongSwan agreed on.
negotiated_charon() {
	on "$1" swanctl --list-sas | awk -v name="$2" '
		index($0, name ": #") == 1 { mine = 1; next }
		/^[^ ]/ { mine = 0 }
		mine && /^  [A-Z0-9_]+[-\/]/ { sub(/^ +/, ""); ike = $0 }
		mine && index($0, "  " name ": #") == 1 && /INSTALLED/ {
			esp = $0; sub(/.*(ESP|AH)[^:]*:/, "", esp); udp = /-UDP|in UDP/ ? " in UDP" : ""
		}
		END { print ike " | " esp udp; exit ike == "" || esp == "" }'
}

# initiate NODE NAME: strongSwan begins.
initiate() {
	on "$1" swanctl --initiate --timeout 20 --child "$2" >>"$(log "$1" swanctl)" 2>&1
}
