# shellcheck shell=dash
# Functions shared by all parts of the stand-in: output, faults, questions and answers.

# Faults are requested on the kernel command line: gatewright.fault=NAME, with _ for a blank.
FAULT=$(sed -n 's/.*gatewright\.fault=\([^ ]*\).*/\1/p' /proc/cmdline | tr _ ' ')

# fault NAME: whether this fault was requested.
fault() {
	[ "$FAULT" = "$1" ]
}

# Hangs until the machine is ended.
stuck() {
	while :; do
		sleep 3600
	done
}

kernel_panic() {
	echo 'panic: kernel diagnostic assertion "rehearsal" failed: file "rehearsal.c", line 1'
	echo 'Stopped at      db_enter+0x10:  popq    %rbp'
	printf 'ddb> '
	stuck
}

# Ends the run, like err_exit of the installer.
fail() {
	[ -n "$1" ] && echo "$1"
	exit 1
}

# respond QUESTION: sets resp from the response file and removes the line; fails if none matches.
respond() {
	local found
	found=$(QUESTION=$1 REST=/tmp/ai/ai.conf.new awk -f /lib/answers.awk /tmp/ai/ai.conf)
	[ -f /tmp/ai/ai.conf.new ] && mv /tmp/ai/ai.conf.new /tmp/ai/ai.conf
	[ -n "$found" ] || return 1
	resp=${found#=}
}

# ask QUESTION [DEFAULT]: sets resp, from the response file or by default, and shows both.
ask() {
	local question=$1 default=$2
	case $FAULT in
	hang:*)
		if printf '%s' "$question" | grep -qiF "${FAULT#hang:}"; then
			printf '%s ' "$question${default:+ [$default]}"
			stuck
		fi
		;;
	esac
	if respond "$question"; then
		:
	elif [ -n "$default" ]; then
		resp=$default
	else
		printf '%s ' "$question"
		echo
		fail "Question has no answer in response file: \"$question\""
	fi
	echo "$question${default:+ [$default]} $resp"
	printf '%s = %s\n' "${question%%\?*}" "$resp" >>/tmp/i/install.resp
}

# ask_password QUESTION: as ask, but shows and keeps nothing.
ask_password() {
	respond "$1" || fail "Question has no answer in response file: \"$1\""
	echo "$1 <provided>"
}

# ask_yn QUESTION [DEFAULT]: sets resp to y or n.
ask_yn() {
	ask "$1" "${2:-no}"
	case $resp in
	[yY] | [yY][eE][sS]) resp=y ;;
	[nN] | [nN][oO]) resp=n ;;
	*) fail "'$resp' is not a valid choice." ;;
	esac
}

# ask_which QUESTION LIST DEFAULT: the answer must be in the list.
ask_which() {
	ask "$1" "$3"
	case " $2 done " in
	*" $resp "*) ;;
	*) fail "'$resp' is not a valid choice." ;;
	esac
}

# is_address A.B.C.D
is_address() {
	echo "$1" | awk -F. '{ bad = NF != 4; for (i = 1; i <= NF; i++) if ($i !~ /^[0-9]+$/ || $i > 255) bad = 1; exit bad }'
}
