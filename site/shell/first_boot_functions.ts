/**
 * The functions of the script that runs at first boot.
 * @module
 */

/** Time limit in seconds for installing a package or patching the system. */
const PATIENCE = 900;

/** Seconds between SIGTERM and SIGKILL at the time limit. */
const KILL_DELAY = 30;

/** Seconds after which a mirror counts as unreachable. */
const MIRROR_PATIENCE = 30;

/** ksh(1) functions; their output is described in `first_boot.ts`. */
export const FIRST_BOOT_FUNCTIONS = `result() {
	echo "gatewright: $*"
}

has() {
	command -v "$1" >/dev/null 2>&1
}

# bounded SECONDS COMMAND...: ends it, and what it started, after that time, with status 143.
bounded() {
	_limit=$1
	shift
	# timeout(1) is there from OpenBSD 7.0 on.
	if has timeout; then
		timeout -k ${KILL_DELAY} "$_limit" "$@" </dev/null
		_status=$?
		[ $_status -eq 124 ] && _status=143
		return $_status
	fi
	# Polled here: a separate watcher could outlive the command.
	"$@" </dev/null &
	_work=$!
	_turn=0
	while kill -0 "$_work" 2>/dev/null; do
		if [ $_turn -eq "$_limit" ]; then
			pkill -P "$_work"
			kill "$_work"
		elif [ $_turn -eq $((_limit + ${KILL_DELAY})) ]; then
			pkill -KILL -P "$_work"
			kill -KILL "$_work"
		fi >/dev/null 2>&1
		sleep 1
		_turn=$((_turn + 1))
	done
	wait "$_work"
}

# online: whether the mirror of installurl(5) has this release; queried once. _online is yes, no
# if nothing answers, or its answer (without the URL, which may contain a password).
_online=
online() {
	if [ -z "$_online" ]; then
		_url=$(sed -n '/^[a-z]/p' /etc/installurl | tail -n 1)
		_file=$_url/$(uname -r)/$(uname -m)/SHA256.sig
		if _words=$(bounded ${MIRROR_PATIENCE} ftp -V -M -o /dev/null "$_file" 2>&1); then
			_online=yes
		else
			_online=$(echo "$_words" | sed -n \\
				-e 's/.*Error retrieving .*: \\([1-5][0-9][0-9].*\\)/\\1/p' \\
				-e 's/.*\\(TLS handshake failure\\).*/\\1/p' \\
				-e 's/.*\\(Too many redirect[a-z]*\\).*/\\1/p' | tail -n 1)
			: "\${_online:=no}"
		fi
	fi
	[ "$_online" = yes ]
}

# network_step NAME COMMAND...: runs a command that needs the mirror. Status 0 if it was done.
network_step() {
	_name=$1
	shift
	if ! has "$1"; then
		result "$_name: pending this release has no $1"
		return 1
	fi
	if ! online; then
		case $_online in
		no) result "$_name: pending the mirror does not answer; to try later: $*" ;;
		*) result "$_name: FAILED the mirror of /etc/installurl answers $_online for OpenBSD $(uname -r); name one that has it, then: $*" ;;
		esac
		return 1
	fi
	result "step $*"
	bounded ${PATIENCE} "$@"
	_status=$?
	# syspatch(8) exits with 2 if there is nothing to do.
	[ $_status -eq 0 ] || [ "$1 $_status" = "syspatch 2" ] && return 0
	if [ $_status -gt 128 ]; then
		result "$_name: FAILED gave up after ${PATIENCE} seconds; to try again: $*"
	else
		result "$_name: FAILED exited with status $_status; to try again: $*"
	fi
	return 1
}

add_package() {
	network_step "$1" pkg_add -I "$1" || return
	# vim--no_x11 and python%3.12 are ways to name vim-9.1-no_x11 and python-3.12.1.
	_stem=\${1%%--*}
	_stem=\${_stem%%%*}
	if pkg_info -q -e "$_stem-*" >/dev/null 2>&1 || pkg_info -q -e "$_stem" >/dev/null 2>&1; then
		result "$1: ok"
	else
		result "$1: FAILED pkg_add succeeded, but pkg_info does not list it"
	fi
}

patch_system() {
	# syspatch(8) refuses while the kernel is being relinked.
	_turn=0
	while pgrep -qf reorder_kernel 2>/dev/null && [ $_turn -lt 120 ]; do
		sleep 5
		_turn=$((_turn + 1))
	done
	network_step syspatch syspatch || return
	if [ $_status -eq 0 ]; then
		# The first run may have patched syspatch(8) alone.
		network_step syspatch syspatch || return
		result "kernel: pending a reboot runs the patched kernel"
	fi
	result "syspatch: ok"
}

check_equal() {
	if [ "$2" = "$3" ]; then
		result "$1: ok"
	else
		result "$1: FAILED it is '$2', not '$3'"
	fi
}

check_sysctl() {
	if _value=$(sysctl -n "$1" 2>/dev/null) && [ -n "$_value" ]; then
		check_equal "$1" "$_value" "$2"
	else
		result "$1: pending this kernel does not know it"
	fi
}

# check_addresses INTERFACE [inet|inet6 ADDRESS|lease]...: lease: an address that the network assigns.
check_addresses() {
	_if=$1
	_now=$(ifconfig "$_if" 2>&1 | sed '/inet6 fe80:/d')
	_lacks=
	_waits=
	shift
	while [ $# -gt 1 ]; do
		case "$2 $_now" in
		"lease "*"$1 "*) ;;
		"lease "*) _waits="$_waits $1" ;;
		*"$1 $2 "*) ;;
		*) _lacks="$_lacks $2" ;;
		esac
		shift 2
	done
	if [ -n "$_lacks" ]; then
		result "address-$_if: FAILED it lacks$_lacks"
	elif [ -n "$_waits" ]; then
		result "address-$_if: pending the network has given no address yet for$_waits"
	else
		result "address-$_if: ok"
	fi
}

# check_route inet|inet6 ROUTER
check_route() {
	if ! has route; then
		result "route-$1: pending this release has no route"
		return
	fi
	case $(route -n show "-$1" 2>&1 | sed -n 's/^default  *\\([^ ]*\\).*/\\1/p') in
	"$2" | "$2"%*) result "route-$1: ok" ;;
	*) result "route-$1: FAILED the default route does not lead to $2" ;;
	esac
}

check_config() {
	_file=$1
	shift
	if [ ! -f "$_file" ]; then
		result "$_file: FAILED it does not exist"
	elif ! has "$1"; then
		result "$_file: pending this release has no $1"
	elif _words=$("$@" 2>&1); then
		result "$_file: ok"
	else
		result "$_file: FAILED $_words"
	fi
}

# check_pf rendered|own: own: a pf.conf from the description, of which any rule will do.
check_pf() {
	if ! has pfctl || ! (: </dev/pf) 2>/dev/null; then
		result "pf: pending this kernel has no pf"
		return
	fi
	case $(pfctl -s info 2>&1) in
	*"Status: Enabled"*) ;;
	*)
		result "pf: FAILED it is disabled"
		return
		;;
	esac
	case "$1 $(pfctl -s rules 2>&1)" in
	*"block drop log all"* | own*pass* | own*block*) result "pf: ok" ;;
	*) result "pf: FAILED the rules of /etc/pf.conf are not loaded" ;;
	esac
}

check_private() {
	set -- "$1" $(ls -ln "$1" 2>&1)
	case $2 in
	-rw-------) result "mode-$1: ok" ;;
	*) result "mode-$1: FAILED its mode is $2" ;;
	esac
}

check_daemon() {
	if ! has rcctl; then
		result "$1: pending this release has no rcctl"
	elif rcctl check "$1" >/dev/null; then
		result "$1: ok"
	else
		result "$1: FAILED it is not running"
	fi
}

check_tunnel() {
	if vpnctl status "$1" >/dev/null 2>&1; then
		result "tunnel-$1: ok"
	else
		result "tunnel-$1: pending no SA with $2 yet"
	fi
}
`;
