/**
 * The script that changes files on a gateway and reverts them without confirmation.
 * @module
 */
import { shellWord } from "../../host/shell_word.ts";
import { PUSH_FOLDER } from "./query_script.ts";

/** Parameters of the script. */
export interface AgentOptions {
  /** Seconds until the gateway reverts. */
  rollback: number;
  /** The revision that is pushed, for `gatewright status`. */
  revision: string;
  /** Id of this push: hexadecimal digits. */
  id: string;
  /** Prefix of every path, for tests. */
  base?: string;
}

/**
 * ksh(1). Its folder contains `plan` (put PATH MODE OWNER GROUP, del PATH), `reload` (daemons to
 * reload, one per line) and `new/`, the files.
 *
 * The outcome is the file `decision`, made by link(2), so that the first of `confirmed` and `back`
 * wins. From before the first change until then a background process waits, and rc.firsttime(8) has
 * a line in case the power fails.
 */
export function agentScript({ rollback, revision, id, base = "" }: AgentOptions): string {
  return `#!/bin/ksh
# Changes files of this gateway, and restores them unless that is confirmed. Written by gatewright push.
PATH=$PATH:/bin:/sbin:/usr/bin:/usr/sbin
umask 077
base=${shellWord(base)}
dir=$base${PUSH_FOLDER}
rollback=${rollback}
revision=${shellWord(revision)}
id=${shellWord(id)}

${AGENT}`;
}

const AGENT = `say() {
	echo "gatewright: push: $*"
}

# check_file NAME COMMAND...: has OpenBSD's own tool check a file before it is installed.
check_file() {
	_name=$1
	shift
	"$@" >"$dir/words" 2>&1 && return
	say "REFUSED $_name: $(sed "s|$dir/new||g" "$dir/words" | sed 5q)"
	refused=yes
}

# owner_of PATH: sets user to the owner of the first folder above PATH that is not root's; empty: all are.
# That user may put links there at any time, which root would follow. shared is set to a folder of root's
# that others may write in.
owner_of() {
	[ "\${1%/*}" != "$_where" ] || return 0
	_where=\${1%/*}
	user=
	shared=
	_above=
	_below=\${1#/}
	while [ "\${_below#*/}" != "$_below" ]; do
		_above=$_above/\${_below%%/*}
		_below=\${_below#*/}
		_is=$(stat -f '%Su %g %OLp' "$base$_above" 2>/dev/null) || return 0
		case $_is in
		"root "*" "*[2367] | "root "[1-9]*" "*[2367]?)
			shared=$_above
			return 0
			;;
		"root "*) ;;
		*)
			user=\${_is%% *}
			return 0
			;;
		esac
	done
}

# by_user LINE ARGUMENT...: runs a line of sh(1) with the rights of $user, by chroot(8) to /. It has ten
# seconds: that user may have replaced a file by a pipe, which blocks whoever opens it. It is a job of its
# own, so that its children end with it.
by_user() {
	_line=$1
	shift
	rm -f "$dir/ended"
	exec 3<&0
	set -m
	{
		chroot -u "$user" / sh -c "umask 077; $_line" sh "$@" <&3
		echo $? >"$dir/ended"
	} &
	set +m
	exec 3<&-
	_patience=50
	while [ ! -s "$dir/ended" ] && [ "$_patience" -gt 0 ]; do
		sleep 0.2
		_patience=$((_patience - 1))
	done
	if [ ! -s "$dir/ended" ]; then
		kill -9 -- -$!
		say "$user blocks the files in $_where"
		return 1
	fi
	return "$(cat "$dir/ended")"
}

check_all() {
	refused=
	while read -r _verb _path _mode _owner _group; do
		[ "$_verb" = put ] || continue
		owner_of "$_path"
		[ -z "$shared" ] || {
			say "REFUSED $_path: others than root may write in $shared, and put links there"
			refused=yes
		}
		[ "\${user:-$_owner}" = "$_owner" ] || {
			say "REFUSED $_path: it is in a folder of $user, where a push writes no files of $_owner"
			refused=yes
		}
		case $_path in
		/etc/pf.conf) check_file "$_path" pfctl -nf "$dir/new$_path" ;;
		/etc/ipsec/*.conf) check_file "$_path" ipsecctl -nf "$dir/new$_path" ;;
		/etc/iked.conf) check_file "$_path" iked -nf "$dir/new$_path" ;;
		/etc/ssh/sshd_config) check_file "$_path" sshd -tf "$dir/new$_path" ;;
		/etc/doas.conf) check_file "$_path" doas -C "$dir/new$_path" ;;
		esac
	done <"$dir/plan"
	[ -z "$refused" ]
}

# copy_of PATH TO: copies a file.
copy_of() {
	owner_of "$1"
	if [ -z "$user" ]; then
		cp -p "$base$1" "$2"
	else
		by_user 'cat "$1"' "$base$1" >"$2" && chmod "$(stat -f %OLp "$base$1")" "$2"
	fi
}

# keep: copies what will be changed. Without the file "saved" nothing was changed.
keep() {
	mkdir -p "$dir/old" || return
	while read -r _verb _path _rest; do
		if [ -f "$base$_path" ]; then
			mkdir -p "$dir/old\${_path%/*}" && copy_of "$_path" "$dir/old$_path" &&
				[ -f "$dir/old$_path" ] || return
		else
			echo "$_path" >>"$dir/absent" || return
		fi
	done <"$dir/plan"
	sync
	: >"$dir/saved"
}

# decide WORD: records a decision; fails if there is one already.
decide() {
	echo "$1" >"$dir/decision.$$" || return
	ln "$dir/decision.$$" "$dir/decision" 2>/dev/null
	_status=$?
	rm -f "$dir/decision.$$"
	return $_status
}

# forget FOLDER...: overwrites and removes files, which may be keys.
forget() {
	find "$@" -type f -exec rm -P {} \\; 2>/dev/null
	rm -rf "$@"
}

# runs PIDFILE: whether that process exists.
runs() {
	kill -0 "$(cat "$dir/$1" 2>/dev/null)" 2>/dev/null
}

# replace FROM PATH: installs a file; a reader sees the old one or the new one. In the folder of a user
# it has that folder's group.
replace() {
	owner_of "$2"
	if [ -z "$user" ]; then
		mkdir -p "$base\${2%/*}" && cp -p "$1" "$base$2.gatewright" &&
			mv -f "$base$2.gatewright" "$base$2"
	else
		by_user 'mkdir -p "\${1%/*}" && rm -f "$1.gatewright" && cat >"$1.gatewright" &&
			chmod "$2" "$1.gatewright" && mv -f "$1.gatewright" "$1"' \\
			"$base$2" "$(stat -f %OLp "$1")" <"$1"
	fi
}

# remove PATH: removes a file, if it exists.
remove() {
	owner_of "$1"
	if [ -z "$user" ]; then
		rm -f "$base$1"
	else
		by_user 'rm -f "$1"' "$base$1"
	fi
}

install_all() {
	while read -r _verb _path _mode _owner _group; do
		if [ "$_verb" = del ]; then
			remove "$_path"
		else
			chmod "$_mode" "$dir/new$_path" && chown "$_owner:$_group" "$dir/new$_path" &&
				replace "$dir/new$_path" "$_path"
		fi || {
			say "cannot change $_path"
			return 1
		}
	done <"$dir/plan"
	sync
}

put_back() {
	while read -r _verb _path _rest; do
		remove "$_path.gatewright"
		if [ -f "$dir/old$_path" ]; then
			replace "$dir/old$_path" "$_path"
		elif grep -qxF "$_path" "$dir/absent"; then
			# Only files that did not exist before are removed.
			remove "$_path"
		fi
	done <"$dir/plan"
	sync
}

# tunnels WORD up|down: vpnctl up or down for the lines WORD NAME of reload.
tunnels() {
	while read -r _verb _name; do
		[ "$_verb" != "$1" ] || "$base/usr/local/sbin/vpnctl" "$2" "$_name" </dev/null
	done <"$dir/reload" >/dev/null 2>&1
	return 0
}

# load: makes the daemons and the kernel load what has changed; pf(4) keeps its states.
load() {
	while read -r _verb _name; do
		case $_verb in
		pf) pfctl -f "$base/etc/pf.conf" ;;
		iked) ikectl reload ;;
		ipsec) [ ! -f "$base/etc/ipsec.conf" ] || ipsecctl -f "$base/etc/ipsec.conf" ;;
		sshd) rcctl reload sshd ;;
		netstart) sh /etc/netstart "$_name" ;;
		sysctl) sed '/^[[:space:]]*#/d; /^[[:space:]]*$/d' "$base/etc/sysctl.conf" |
			while read -r _line; do sysctl "$_line"; done ;;
		*) : ;;
		esac </dev/null >"$dir/words" 2>&1 || {
			say "FAILED $_verb $_name: $(sed 5q "$dir/words")"
			return 1
		}
	done <"$dir/reload"
}

# go_back: restores the old files, and loads them.
go_back() {
	[ -f "$dir/saved" ] || return 0
	tunnels up down
	put_back
	load
	tunnels down up
	rm -f "$base/etc/rc.firsttime"
	: >"$dir/back"
	forget "$dir/new"
	logger -t gatewright -p daemon.warning "push $revision was not confirmed: the old files are back"
}

# watch: waits for a decision, in the background. The time does not run while files are being changed.
watch() {
	trap '' HUP INT TERM
	echo $$ >"$dir/watcher"
	_left=$rollback
	# A later push has a watcher of its own.
	while [ "$(cat "$dir/watcher" 2>/dev/null)" = $$ ]; do
		case $(cat "$dir/decision" 2>/dev/null) in
		confirmed) exit 0 ;;
		back)
			go_back
			exit 0
			;;
		esac
		if [ "$_left" -le 0 ]; then
			decide back || sleep 1
		else
			sleep 1
			if [ -f "$dir/applied" ] || ! runs applier; then
				_left=$((_left - 1))
			fi
		fi
	done
}

# check_id ID: exits unless the files here are still those of that push.
check_id() {
	[ "$1" = "$id" ] && return
	say "REFUSED: another push has replaced this one"
	exit 3
}

apply() {
	trap '' HUP
	check_id "$1"
	# It contains the pid from the start: another push looks for that.
	echo $$ >"$dir/applier.$$" && ln "$dir/applier.$$" "$dir/applier" 2>/dev/null || {
		say "REFUSED: this push was applied already"
		exit 3
	}
	if [ -e "$base/etc/rc.firsttime" ]; then
		say "REFUSED /etc/rc.firsttime: the first boot is not finished"
		exit 3
	fi
	check_all || {
		forget "$dir/new"
		exit 3
	}
	keep || {
		forget "$dir/old" "$dir/new"
		say "cannot keep a copy of the old files"
		exit 1
	}
	ksh "$dir/agent" watch </dev/null >/dev/null 2>&1 &
	while [ ! -s "$dir/watcher" ]; do
		sleep 1
	done
	echo "/bin/ksh $dir/agent boot" >"$base/etc/rc.firsttime" || exit 1
	tunnels down down
	if install_all && load; then
		tunnels up up
		: >"$dir/applied"
		say "applied; undone after $rollback seconds unless it is confirmed"
		exit 0
	fi
	# The watcher restores the files: it outlives this script, however that ends.
	decide back
	while [ ! -f "$dir/back" ] && runs watcher; do
		sleep 1
	done
	say "the old files are back"
	exit 1
}

confirm() {
	check_id "$1"
	[ -f "$dir/applied" ] && decide confirmed || {
		say "too late: the old files are back"
		exit 1
	}
	rm -f "$base/etc/rc.firsttime"
	echo "pushed $(date -u +%s) $revision" >"\${dir%/*}/pushed"
	forget "$dir/old" "$dir/new"
	say "confirmed"
}

# boot: restores the files if the power failed before the confirmation.
boot() {
	[ -f "$dir/decision" ] && [ "$(cat "$dir/decision")" = confirmed ] && return
	# Another push meanwhile does not remove these files.
	echo $$ >"$dir/watcher"
	decide back
	go_back
}

case $1 in
apply) apply "$2" ;;
watch) watch ;;
confirm) confirm "$2" ;;
boot) boot ;;
*)
	echo "usage: agent apply|confirm ID, watch or boot" >&2
	exit 2
	;;
esac
`;
