# shellcheck shell=dash
# shellcheck disable=SC2154 # run_case sets case_name, case_dir and nodes
# Functions for the steps of a case. A node is a network namespace with a host name, /etc and /run
# of its own; $case_dir/NODE/etc is laid over its /etc.

# busybox's shell would use its built-in ip.
ip() {
	/usr/bin/ip "$@"
}

# tell WHAT STEP TEXT: writes one line to the host; TEXT may contain any characters.
tell() {
	printf '@%s %s %s %s\n' "$1" "$case_name" "$2" "$(printf '%s' "$3" | head -c 2000 | base64 | tr -d '\n')" >&3
}

# send NAME: sends standard input to the host as the log NAME.
send() {
	head -c 60000 | base64 | tr -d '\n' | fold -w 2000 | while read -r line || [ -n "$line" ]; do
		printf '@log %s %s %s\n' "$case_name" "$1" "$line" >&3
	done
}

# within SECONDS COMMAND...: repeats COMMAND until it succeeds.
within() {
	local end
	end=$(($(cut -d. -f1 /proc/uptime) + $1))
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$(cut -d. -f1 /proc/uptime)" -lt $end ] || return 1
		usleep 200000
	done
}

# node NAME HOSTNAME
node() {
	local dir=$nodes/$1
	mkdir -p "$dir/run" "$dir/log"
	cp -a /usr/lib/lab/etc "$dir/etc"
	[ ! -d "$case_dir/$1/etc" ] || cp -a "$case_dir/$1/etc/." "$dir/etc/"
	# shellcheck disable=SC2016 # the inner shell's
	unshare -n -m -u sh -c '
		mount --bind "$1/etc" /etc && mount --bind "$1/run" /run && hostname "$2"
		/usr/bin/ip link set lo up
		: >/run/here
		exec sleep 100000' sh "$dir" "$2" 3>&- 4>&- &
	echo $! >"$dir/pid"
	within 30 test -e "$dir/run/here"
}

# on NODE COMMAND...
on() {
	local pid
	read -r pid <"$nodes/$1/pid"
	shift
	nsenter -t "$pid" -n -m -u "$@" 3>&- 4>&-
}

# joined NODE CARD NODE CARD: connects two interfaces with a cable.
joined() {
	local a b
	read -r a <"$nodes/$1/pid"
	read -r b <"$nodes/$3/pid"
	ip link add "$2" netns "$a" type veth peer name "$4" netns "$b"
}

# network NODE: reads addresses and routes for ip -batch from standard input; enables forwarding.
network() {
	# Neighbour discovery would wait a second for each address.
	# shellcheck disable=SC2016 # the inner shell's
	on "$1" sh -c '
		echo 0 >/proc/sys/net/ipv6/conf/all/accept_dad
		for one in /proc/sys/net/ipv6/conf/*/accept_dad; do echo 0 >$one; done
		echo 1 >/proc/sys/net/ipv4/ip_forward
		echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
		cd /sys/class/net 2>/dev/null
		exec /usr/bin/ip -force -batch -'
}

# start NODE NAME COMMAND...: starts a daemon; its output goes to the log NAME.
start() {
	local node=$1 name=$2 pid
	shift 2
	read -r pid <"$nodes/$node/pid"
	# exec, so that the pid is the daemon's own.
	(exec nsenter -t "$pid" -n -m -u "$@" >>"$nodes/$node/log/$name" 2>&1 3>&- 4>&-) &
	echo $! >"$nodes/$node/$name.pid"
}

# stop NODE NAME [SIGNAL]
stop() {
	local pid
	read -r pid <"$nodes/$1/$2.pid"
	kill "-${3:-TERM}" "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	:
}

# log NODE NAME: prints the path of a log.
log() {
	printf '%s' "$nodes/$1/log/$2"
}

# check NAME TEXT COMMAND...: runs a step; it fails with the last line of the command's output.
# After a failed step, dependent steps are skipped: check returns false for them too.
broken=
check() {
	local name=$1 text=$2
	shift 2
	if [ -n "$broken" ]; then
		tell skip "$name" "after $broken failed"
		return 1
	fi
	# Not in $(), which would wait for daemons that the step starts.
	if "$@" >"$nodes/said" 2>&1; then
		tell pass "$name" "$(said "$text")"
	else
		broken=$name
		tell fail "$name" "$(said "$text")"
		return 1
	fi
}

# said TEXT: prints the text, and the output of the step's command.
said() {
	printf '%s' "$1"
	[ -z "$1" ] || [ ! -s "$nodes/said" ] || printf ': '
	cat "$nodes/said"
}

# finish: sends the logs after a failure or if all are requested, and removes the nodes.
finish() {
	local file pid dir
	if [ -n "$broken" ] || grep -q laboratory.logs /proc/cmdline; then
		for file in "$nodes"/*/log/*; do
			[ -s "$file" ] || continue
			dir=${file%/log/*}
			# strongSwan logs its configuration line by line.
			grep -vE '^[0-9]+\[CFG\]  +' "$file" | tail -n 150 | send "${dir##*/}-${file##*/}"
		done
		for dir in "$nodes"/*/; do
			dir=${dir%/}
			on "${dir##*/}" sh -c '/usr/bin/ip -s xfrm state; /usr/bin/ip xfrm policy; grep -v "	0$" /proc/net/xfrm_stat; ip route' 2>&1 | send "${dir##*/}-kernel"
		done
	fi
	tell end - ''
	for file in "$nodes"/*/*.pid "$nodes"/*/pid; do
		[ -e "$file" ] || continue
		read -r pid <"$file"
		kill -9 "$pid" 2>/dev/null
	done
	rm -rf "$nodes"
}
