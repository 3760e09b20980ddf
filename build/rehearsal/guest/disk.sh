# shellcheck shell=dash
# The disk: MBR or GPT, OpenBSD's disklabel, and the locations of file systems.

# Little-endian numbers as hexadecimal text.
h16() { printf '%02x%02x' $(($1 & 255)) $(($1 >> 8 & 255)); }
h32() {
	h16 $(($1 & 65535))
	h16 $(($1 >> 16 & 65535))
}
h64() {
	h32 $(($1 & 4294967295))
	h32 $(($1 >> 32))
}

# zeros COUNT: prints COUNT zero bytes.
zeros() { printf "%0$(($1 * 2))d" 0; }

# text STRING SIZE: padded with zero bytes.
text() {
	printf '%s' "$1" | xxd -p | tr -d '\n'
	zeros $(($2 - ${#1}))
}

# at SECTOR: writes hexadecimal text from standard input to the disk.
at() { tr -d '\n' | xxd -r -p | dd of="$device" bs=512 seek="$1" conv=notrunc 2>/dev/null; }

# crc HEX: CRC-32, little-endian, from the trailer of gzip(1).
crc() { printf '%s' "$1" | xxd -r -p | gzip -c | tail -c 8 | head -c 4 | xxd -p; }

random() { head -c "$1" /dev/urandom | xxd -p | tr -d '\n'; }

# boot_sector: 446 bytes. A program for a BIOS that prints its text and stops; the text is also how
# the host recognises such a disk.
boot_sector() {
	printf '31c08ed8be187cac08c07409b40ebb0700cd10ebf2f4ebfd'
	text "Gatewright rehearsal: this disk does not boot OpenBSD." 422
}

write_mbr() {
	START=64
	END=$sectors
	{
		boot_sector
		zeros 48
		printf '80000100a6feffff'
		h32 $START
		h32 $((END - START))
		printf '55aa'
	} | at 0
}

# gpt_header OWN OTHER ENTRIES_AT ENTRIES_CRC
gpt_header() {
	local head tail
	head=4546492050415254000001005c000000
	tail=00000000$(h64 "$1")$(h64 "$2")$(h64 34)$(h64 $((sectors - 34)))$GUID$(h64 "$3")$(h32 128)$(h32 128)$4
	printf '%s' "$head$(crc "${head}00000000$tail")$tail"
	zeros 420
}

write_gpt() {
	local entries sum
	EFI=532480
	START=$((64 + EFI))
	END=$((sectors - 34))
	GUID=$(random 16)
	entries=28732ac11ff8d211ba4b00a0c93ec93b$(random 16)$(h64 64)$(h64 $((START - 1)))$(zeros 80)
	entries=${entries}a0c74c82a836e311890a952519ad3f61$(random 16)$(h64 $START)$(h64 $((END - 1)))$(zeros 80)
	entries=$entries$(zeros 16128)
	sum=$(crc "$entries")
	{
		boot_sector
		printf '00000200eeffffff'
		h32 1
		h32 $((sectors - 1))
		zeros 48
		printf '55aa'
	} | at 0
	printf '%s' "$entries" | at 2
	printf '%s' "$entries" | at $((sectors - 33))
	gpt_header 1 $((sectors - 1)) 2 "$sum" | at 1
	gpt_header $((sectors - 1)) 1 $((sectors - 33)) "$sum" | at $((sectors - 1))
}

# OpenBSD's own layout, with approximately the sizes of disklabel(8).
auto_layout() {
	if [ "$sectors" -gt $((10 * 2097152)) ]; then
		cat <<-END
			/ 150M-1G 5%
			swap 80M-256M 10%
			/tmp 120M-4G 8%
			/var 80M-4G 13%
			/usr 1500M-6G 10%
			/usr/X11R6 384M-1G 3%
			/usr/local 1G-20G 15%
			/usr/src 1300M-3G 2%
			/usr/obj 1G-6G 4%
			/home 1G-300G 30%
		END
	elif [ "$sectors" -gt $((5 * 1048576)) ]; then
		printf '/ 800M-4G 5%%\nswap 80M-256M 10%%\n/usr 900M-3G 78%%\n/home 100M-* 7%%\n'
	else
		printf '/ 300M-* 90%%\nswap 80M-256M 10%%\n'
	fi
}

# Words that XOR to zero with the checksum between them (disklabel.h).
write_disklabel() {
	local head rest sum=0 word letter offset size kind
	DUID=$(random 8)
	head=57455682$(h16 4)$(h16 0)$(text "stand-in disk" 16)$(text rehearsal 16)
	head=$head$(h32 512)$(h32 63)$(h32 255)$(h32 $((sectors / 16065)))$(h32 16065)$(h32 "$sectors")
	head=$head$DUID$(h32 0)$(h16 0)$(h16 0)$(h32 "$START")$(h32 "$END")$(h32 0)$(zeros 20)
	head=$head$(h16 $((sectors >> 32)))$(h16 1)$(zeros 16)57455682
	rest=$(h16 16)$(h32 8192)$(h32 65536)
	for letter in a b c d e f g h i j k l m n o p; do
		# shellcheck disable=SC2046 # the words of a line
		set -- $(grep "^$letter " /tmp/layout)
		offset=${3:-0} size=${4:-0} kind=00
		[ "$letter" = c ] && size=$sectors
		[ -n "$2" ] && kind=07
		[ "$2" = swap ] && kind=01
		rest=$rest$(h32 "$size")$(h32 "$offset")$(h16 $((offset >> 32)))$(h16 $((size >> 32)))$kind
		# fragment and block, as log2 above 4096 and 8: 2048 and 16384 bytes
		[ "$kind" = 07 ] && rest=${rest}0c$(h16 1) || rest=${rest}00$(h16 0)
	done
	for word in $(printf '%s' "$head$rest" | sed 's/..../& /g'); do
		sum=$((sum ^ 0x$word))
	done
	printf '%s%04x%s' "$head" "$sum" "$rest" | at $((START + 1))
}

prepare_disk() {
	local file
	echo "Available disks are: $disk."
	ask_which "Which disk is the root disk? ('?' for details)" "$disk" "$disk"
	if [ "$NUMBER" -ge 75 ]; then
		ask "Encrypt the root disk with a (p)assphrase or (k)eydisk?" no
		[ "$resp" = no ] || fail "'$resp' is not a valid choice."
	fi
	while :; do
		echo "No valid MBR or GPT."
		ask "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?" whole
		case $resp in
		[wW]*)
			printf 'Setting OpenBSD MBR partition to whole %s...' "$disk"
			write_mbr
			;;
		[gG]*)
			ask_yn "An EFI/GPT disk may not boot. Proceed?"
			[ "$resp" = y ] || continue
			printf 'Setting OpenBSD GPT partition to whole %s...' "$disk"
			write_gpt
			;;
		*) fail "'$resp' is not a valid choice." ;;
		esac
		echo "done."
		break
	done
	ask "URL to autopartitioning template for disklabel?" none
	if [ "$resp" = none ]; then
		ask "Use (A)uto layout, (E)dit auto layout, or create (C)ustom layout?" a
		case $resp in
		[aA]*) auto_layout >/tmp/template ;;
		*) fail "'$resp' is not a valid choice." ;;
		esac
	else
		echo "Fetching $resp"
		file=${resp#file://}
		if [ "$file" = "$resp" ]; then
			wget -q -O /tmp/template "$resp"
		else
			cp "$file" /tmp/template
		fi || fail "failed to fetch the template"
	fi
	START=$START SECTORS=$END awk -f /lib/layout.awk /tmp/template >/tmp/layout ||
		fail "Autopartitioning failed."
	write_disklabel
	mount -t tmpfs -o mode=0755 tmpfs /mnt
	while read -r letter mount _ size; do
		[ "$mount" = swap ] && continue
		mkdir -p "/mnt$mount"
		echo "/dev/r$disk$letter: $((size / 2048)).0MB in $size sectors of 512 bytes"
		echo "/dev/$disk$letter ($DUID.$letter) on /mnt${mount%/} type ffs (rw, asynchronous, local)"
	done </tmp/layout
}
