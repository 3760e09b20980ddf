# Lays out a disk by a template of disklabel(8): one "MOUNT SIZE[-MAX] [PERCENT%]" per line.
# Takes START and SECTORS; prints "LETTER MOUNT START SIZE" in sectors of 512 bytes.

# Converts 300M, 2G or * to sectors; -1 for no limit.
function sectors(text) {
	if (text == "*" || text == "") return -1
	if (text ~ /G$/) return int(text * 2097152)
	if (text ~ /M$/) return int(text * 2048)
	return int(text)
}

BEGIN {
	start = ENVIRON["START"] + 0
	room = ENVIRON["SECTORS"] - start
}

NF >= 2 {
	n++
	mount[n] = $1
	split($2, bound, "-")
	least[n] = bound[1] == "*" ? 0 : sectors(bound[1])
	range[n] = $2 ~ /-/ || $2 == "*"
	most[n] = $2 == "*" ? -1 : range[n] ? sectors(bound[2]) : -1
	share[n] = $3 + 0
	taken += least[n]
	if ($1 == "/") root = 1
}

END {
	if (!root) {
		print "'/' must be configured!" >"/dev/stderr"
		exit 1
	}
	rest = room - taken
	if (rest < 0) {
		print "REHEARSAL: the template needs more than the disk has." >"/dev/stderr"
		exit 1
	}
	at = start
	letters = "defghijklmnop"
	for (i = 1; i <= n; i++) {
		size = least[i] + int(rest * share[i] / 100)
		if (i == n && range[i]) size = start + room - at
		if (most[i] >= 0 && size > most[i]) size = most[i]
		if (i == n && !range[i] && !share[i]) size = least[i]
		# Whole blocks of 8 KiB, and never beyond the end.
		if (at + size > start + room) size = start + room - at
		size -= size % 16
		letter = mount[i] == "/" ? "a" : tolower(mount[i]) == "swap" && !swap++ ? "b" : substr(letters, ++others, 1)
		print letter, tolower(mount[i]) == "swap" ? "swap" : mount[i], at, size
		at += size
	}
}
