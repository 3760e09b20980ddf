# shellcheck shell=dash
# Sets over HTTP: listing, selection and verification.

# bar VERB FILE PERCENT [SIZE]: prints a state of the progress line of ftp(1).
bar() {
	local stars
	stars=$(printf '%26s' '' | cut -c "1-$(($3 * 26 / 100 + 1))" | tr ' ' '*')
	[ "$3" = 0 ] && stars=
	printf '\r%-22s %3d%% |%-26.26s| %5s       %s' "$1 $2" "$3" "$stars" "${4:-0}" \
		"$([ "$3" = 100 ] && echo '00:00    ' || echo '--:-- ETA')"
}

# kilobytes FILE: prints its size as ftp(1) does.
kilobytes() {
	local size
	size=$(stat -c %s "$1")
	[ "$size" -lt 10240 ] && echo "$size" || echo "$((size / 1024)) KB"
}

# fetch FILE: downloads it to /tmp/set.
fetch() {
	local percent=0
	bar Get/Verify "$1" 0
	if fault network-gone && [ "$1" = "base$NUMBER.tgz" ]; then
		ifconfig eth0 down
	fi
	if fault slow-mirror && [ "$1" = "base$NUMBER.tgz" ]; then
		while [ $percent -lt 99 ]; do
			sleep 1
			percent=$((percent + 1))
			bar Get/Verify "$1" $percent
		done
	fi
	if ! wget -q -O "/tmp/set/$1" "$URL/$1" 2>/tmp/wget.err; then
		echo
		sed 's/^wget: /ftp: /' /tmp/wget.err
		rm -f "/tmp/set/$1"
		return 1
	fi
	if fault wrong-checksum && [ "$1" = "base$NUMBER.tgz" ]; then
		echo spoiled >>"/tmp/set/$1"
	fi
	bar Get/Verify "$1" 100 "$(kilobytes "/tmp/set/$1")"
	echo
}

# signed_sum FILE: prints its hash in SHA256.sig.
signed_sum() {
	sed -n "s/^SHA256 ($1) = \([0-9a-f]*\)$/\1/p" /tmp/set/SHA256
}

# show_sets: prints the list in three columns, with selected sets marked.
show_sets() {
	local file
	for file in $SETS; do
		case " $CHOSEN " in
		*" $file "*) echo "[X] $file" ;;
		*) echo "[ ] $file" ;;
		esac
	done | awk '{ line[NR] = $0 } END {
		rows = int((NR + 3) / 4)
		for (r = 1; r <= rows; r++) {
			text = ""
			for (i = r; i <= NR; i += rows) text = text sprintf("%-18s", "    " line[i])
			sub(/ +$/, "", text)
			print text
		}
	}'
}

# choose WORD: selects or deselects sets by name; shell globs are allowed.
choose() {
	local file one kept pattern=${1#[-+]}
	[ "$pattern" = all ] && pattern='*'
	for file in $SETS; do
		# shellcheck disable=SC2254 # a pattern is wanted
		case $file in
		$pattern) ;;
		*) continue ;;
		esac
		kept=
		for one in $CHOSEN; do
			[ "$one" = "$file" ] || kept="$kept $one"
		done
		case $1 in
		-*) CHOSEN=$kept ;;
		*) CHOSEN="$kept $file" ;;
		esac
	done
}

# The sets that the mirror has, in the order of installation.
find_sets() {
	local file all="bsd bsd.mp bsd.rd"
	SETS=
	CHOSEN=
	for file in base comp man game xbase xshare xfont xserv site; do
		all="$all $file$NUMBER.tgz"
	done
	all="$all site$NUMBER-$HOST.tgz"
	for file in $all; do
		[ "$file" = bsd.mp ] && [ "$cpus" -lt 2 ] && continue
		grep -qxF "$file" /tmp/listing || continue
		SETS="$SETS $file"
		[ "$file" = "site$NUMBER.tgz" ] || CHOSEN="$CHOSEN $file"
	done
}

# check FILE: compares its hash with the signed one; for an unsigned file the user is asked.
check() {
	local wanted
	wanted=$(signed_sum "$1")
	[ -n "$wanted" ] && [ "$(sha256 -q "/tmp/set/$1")" = "$wanted" ] && return 0
	ask_yn "Checksum test for $1 failed. Continue anyway?"
	[ "$resp" = y ] || return 1
	UNVERIFIED="$UNVERIFIED $1"
}

# unpack FILE
unpack() {
	bar Installing "$1" 0
	if fault disk-full && [ "$1" = "base$NUMBER.tgz" ]; then
		mount -o remount,size="$(($(du -sk /mnt | cut -f 1) + 8))k" /mnt
	fi
	case $1 in
	*.tgz) tar -zxpf "/tmp/set/$1" -C /mnt ;;
	*) cp "/tmp/set/$1" "/mnt/$1" ;;
	esac 2>/tmp/tar.err || {
		echo
		grep -q 'No space left' /tmp/tar.err && echo "uid 0 on /mnt: file system full"
		cat /tmp/tar.err
		return 1
	}
	bar Installing "$1" 100 "$(kilobytes "/tmp/set/$1")"
	echo
	INSTALLED="$INSTALLED $1"
	rm -f "/tmp/set/$1"
}

# One visit to a mirror.
install_http() {
	local file word
	ask "HTTP proxy URL? (e.g. 'http://proxy:8080', or 'none')" none
	[ "$resp" = none ] || export http_proxy="$resp"
	echo "(Unable to get list from ftp.openbsd.org, but that is OK)"
	ask "HTTP Server? (hostname or 'done')"
	case $resp in
	http://*) URL=$resp ;;
	*://*) fail "REHEARSAL: the stand-in speaks plain http only." ;;
	*) URL=http://$resp ;;
	esac
	ask "Server directory?" "pub/OpenBSD/$VERSION/$ARCH"
	URL=${URL%/}/${resp#/}
	wget -q -O /tmp/set/index.txt "$URL/index.txt" 2>/dev/null || : >/tmp/set/index.txt
	sed -n 's/^.*[[:space:]]\([A-Za-z][A-Za-z0-9._-]*\)$/\1/p' /tmp/set/index.txt >/tmp/listing
	if wget -q -O /tmp/set/SHA256.sig "$URL/SHA256.sig" 2>/dev/null; then
		sed -n 's/^SHA256 (\(.*\)) = .*$/\1/p' /tmp/set/SHA256.sig >>/tmp/listing
	fi
	if ! grep -qxF "INSTALL.$ARCH" /tmp/listing; then
		ask_yn "INSTALL.$ARCH not found. Use sets found here anyway?"
		[ "$resp" = y ] || return
	fi
	find_sets
	cat <<-'END'

		Select sets by entering a set name, a file name pattern or 'all'. De-select
		sets by prepending a '-', e.g.: '-game*'. Selected sets are labelled '[X]'.
	END
	while :; do
		show_sets
		ask "Set name(s)? (or 'abort' or 'done')" done
		set -f
		# shellcheck disable=SC2086 # words
		set -- $resp
		set +f
		for word; do
			case $word in
			done) break 2 ;;
			abort) return ;;
			*) choose "$word" ;;
			esac
		done
	done
	UNVERIFIED=
	if [ -s /tmp/set/SHA256.sig ]; then
		fetch SHA256.sig || fail
		fault wrong-signature && sed -i 's/= ./= f/' /tmp/set/SHA256.sig
		if signify -Vep "/etc/signify/openbsd-$NUMBER-base.pub" -x /tmp/set/SHA256.sig \
			-m /tmp/set/SHA256 >/dev/null 2>/tmp/signify.err; then
			echo "Signature Verified"
		else
			cat /tmp/signify.err
			ask_yn "Signature check of SHA256.sig failed. Continue without verification?"
			[ "$resp" = y ] || fail
		fi
	else
		ask_yn "Directory does not contain SHA256.sig. Continue without verification?"
		[ "$resp" = y ] || fail
	fi
	for file in $SETS; do
		case " $CHOSEN " in
		*" $file "*) ;;
		*) continue ;;
		esac
		if ! fetch "$file"; then
			ask_yn "Fetching of $file failed. Continue anyway?"
			[ "$resp" = y ] || fail
			continue
		fi
		check "$file" || fail
	done
	if [ -n "$UNVERIFIED" ]; then
		ask_yn "Unverified sets:$UNVERIFIED. Continue without verification?"
		[ "$resp" = y ] || fail
	fi
	for file in $SETS; do
		[ -f "/tmp/set/$file" ] || continue
		if ! unpack "$file"; then
			ask_yn "Installation of $file failed. Continue anyway?"
			[ "$resp" = y ] || fail
		fi
		[ "$file" = "base$NUMBER.tgz" ] || continue
		bar Extracting etc.tgz 0
		tar -zxpf /mnt/var/sysmerge/etc.tgz -C /mnt || fail
		bar Extracting etc.tgz 100 "$(kilobytes /mnt/var/sysmerge/etc.tgz)"
		echo
	done
}

install_sets() {
	local default=http wanted
	INSTALLED=
	while :; do
		ask_which "Location of sets? (disk http or 'done')" "disk http" "$default"
		case $resp in
		done) break ;;
		http) install_http ;;
		*) fail "REHEARSAL: the stand-in takes sets over http only." ;;
		esac
		default=done
	done
	for wanted in bsd "base$NUMBER.tgz" $([ "$cpus" -gt 1 ] && echo bsd.mp); do
		case " $INSTALLED " in
		*" $wanted "*) continue ;;
		esac
		ask_yn "Are you *SURE* your install is complete without '${wanted%"$NUMBER.tgz"}'?"
		[ "$resp" = y ] || fail
	done
}
