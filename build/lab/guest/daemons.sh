# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets case_name, case_dir and nodes
# Starts, stops and queries the daemons.

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
	on "$1" swanctl --list-sas | grep -qE "^ +$2(-[0-9]+)?: .* INSTALLED"
}

# negotiated_charon NODE NAME: prints the transforms that strongSwan negotiated.
negotiated_charon() {
	on "$1" swanctl --list-sas | awk -v name="$2" '
		index($0, name ": #") == 1 { mine = 1; next }
		/^[^ ]/ { mine = 0 }
		mine && /^  [A-Z0-9_]+[-\/]/ { sub(/^ +/, ""); ike = $0 }
		mine && $0 ~ "^  " name "(-[0-9]+)?: #" && /INSTALLED/ {
			esp = $0; sub(/.*(ESP|AH)[^:]*:/, "", esp); udp = /-UDP|in UDP/ ? "UDP" : ""
		}
		END { print "IKE " ike ", " (udp == "" ? "" : "UDP ") "ESP " esp; exit ike == "" || esp == "" }'
}

# negotiated_iked NODE NAME: prints the transforms that iked negotiated; only those of IKE have a prf.
negotiated_iked() {
	grep -oE "(policy '$2' as [a-z]+|loaded SPIs: [^(]*) [(].*[)]" "$(log "$1" iked)" | tail -n 2 |
		sed -E 's/.*[(](.*)[)]/\1/' | awk '
		/prf/ { ike = $0; next }
		{ esp = $0 }
		END { print "IKE " ike ", ESP " esp; exit ike == "" && esp == "" }'
}

# begin NODE NAME: makes strongSwan initiate; other functions check the result.
begin() {
	[ -n "$broken" ] || on "$1" swanctl --initiate --timeout 20 --child "$2" >>"$(log "$1" swanctl)" 2>&1 || :
}

# agreed NODE NAME: strongSwan has negotiated a child SA, even if the other kernel cannot install it.
agreed() {
	grep -E "CHILD_SA $2[{][0-9]+[}] established" "$(log "$1" charon)" | tail -n 1 | sed 's/.*CHILD_SA/CHILD_SA/'
	grep -qE "CHILD_SA $2[{][0-9]+[}] established" "$(log "$1" charon)"
}

# proposals_agreed NODE NAME: waits for that, and prints the proposals.
proposals_agreed() {
	within "${3:-60}" agreed "$1" "$2" || return 1
	grep -o 'selected proposal: .*' "$(log "$1" charon)" | tail -n 2 | cut -d' ' -f3- | paste -s -d' ' -
}

# other_iked_conf NODE: loads the laboratory's copy of the configuration.
other_iked_conf() {
	stop "$1" iked
	cp "$case_dir/$1/etc/iked.conf.laboratory" "$nodes/$1/etc/iked.conf"
	on "$1" /usr/bin/ip xfrm state flush
	on "$1" /usr/bin/ip xfrm policy flush
}

# other_swanctl_conf NODE: the same for strongSwan.
other_swanctl_conf() {
	stop "$1" charon
	cp "$case_dir/$1/etc/swanctl/swanctl.conf.laboratory" "$nodes/$1/etc/swanctl/swanctl.conf"
	: >"$(log "$1" charon)"
}

# forgets NODE [SIGNAL]: restarts strongSwan without state, as after a power failure (KILL) or an orderly restart (TERM).
forgets() {
	stop "$1" charon "${2:-KILL}"
	on "$1" /usr/bin/ip xfrm state flush
	on "$1" /usr/bin/ip xfrm policy flush
	rm -f "$nodes/$1/run/charon".*
	start_charon "$1"
}

# rekey_far NODE NAME: strongSwan rekeys both SAs; the old ones are removed.
rekey_far() {
	local before
	before=$(spis "$1")
	on "$1" swanctl --rekey --child "$2" >>"$(log "$1" swanctl)" 2>&1 || return 1
	within 20 others_than "$1" "$before" || return 1
	on "$1" swanctl --rekey --ike "$2" >>"$(log "$1" swanctl)" 2>&1 || return 1
	within 20 grep -q "IKE_SA $2[[][0-9]*[]] rekeyed" "$(log "$1" charon)"
}

# spis NODE: prints the SPIs of its SAs, on one line.
spis() {
	on "$1" /usr/bin/ip xfrm state | grep -oE 'proto (esp|ah) spi 0x[0-9a-f]+' | sort | tr '\n' ' '
}

# others_than NODE SPIS: there are SAs in both directions, none with those SPIs.
others_than() {
	local now old
	secured "$1" || return 1
	now=$(spis "$1")
	for old in $2; do
		case $old,$now in
		0x*,*"$old"*) return 1 ;;
		esac
	done
}

# rekey_near NODE SECONDS ADDRESS ADDRESS: new keys come by themselves, and packets pass all the while. On
# a host with other work an end may take its new keys late: 4 of 100 packets may be lost, and are told.
rekey_near() {
	local before pid
	before=$(spis gateway)
	pings "$1" "$3" "$4" "$(($2 * 5))" >"$nodes/rekey" 2>&1 &
	pid=$!
	within "$2" others_than gateway "$before"
	wait $pid
	others_than gateway "$before" || {
		echo "no new keys within $2 s"
		return 1
	}
	few_lost "$nodes/rekey"
}

# refused WHAT: neither end has SAs, and one of them says that it is for this: key, identity, proposal.
refused() {
	within 60 says_why "$1" || {
		echo 'nobody says so'
		return 1
	}
	says_why "$1"
	! secured gateway && ! secured far
}

# says_why WHAT: prints the log lines about such a refusal; fails if there are none.
says_why() {
	local words='MAC mismatched|AUTHENTICATION_FAILED|authentication failed|could not decrypt payloads|INVALID_HASH_INFORMATION'
	case $1 in
	identity) words='no matching peer config found|AUTHENTICATION_FAILED' ;;
	proposal) words='NO_PROPOSAL_CHOSEN|no proposal chosen|received proposals unacceptable' ;;
	esac
	cat "$nodes"/*/log/iked "$nodes"/*/log/charon 2>/dev/null | grep -oiE "$words" | sort | uniq | paste -s -d, - | grep .
}
