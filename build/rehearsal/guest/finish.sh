# shellcheck shell=dash
# After the sets: the installer's own files, the kernel, install.site, and the file systems.

ask_timezone() {
	ask "What timezone are you in? ('?' for list)" Canada/Mountain
	ZONE=$resp
	[ -f "/mnt/usr/share/zoneinfo/$ZONE" ] || ZONE=Canada/Mountain
}

# add_account NAME UID GROUP HASH FULLNAME HOME SHELL
add_account() {
	echo "$1:$4:$2:$3:staff:0:0:$5:$6:$7" >>/mnt/etc/master.passwd
	echo "$1:*:$2:$3:$5:$6:$7" >>/mnt/etc/passwd
}

save_configuration() {
	local file
	printf 'Saving configuration files...'
	while read -r letter mount _; do
		case $mount in
		swap) echo "$DUID.$letter none swap sw" ;;
		/) echo "$DUID.$letter / ffs rw 1 1" ;;
		/usr/local) echo "$DUID.$letter $mount ffs rw,wxallowed,nodev 1 2" ;;
		/usr*) echo "$DUID.$letter $mount ffs rw,nodev 1 2" ;;
		*) echo "$DUID.$letter $mount ffs rw,nodev,nosuid 1 2" ;;
		esac
	done </tmp/layout >/mnt/etc/fstab
	echo "$fqdn" >/mnt/etc/myname
	printf '127.0.0.1\tlocalhost\n::1\t\tlocalhost\n' >/mnt/etc/hosts
	[ -n "$address" ] && printf '%s\t%s %s\n' "$address" "$fqdn" "$HOST" >>/mnt/etc/hosts
	for file in mygate resolv.conf "hostname.$card"; do
		[ -f "/tmp/i/$file" ] || continue
		cp "/tmp/i/$file" "/mnt/etc/$file"
		chmod 644 "/mnt/etc/$file"
	done
	[ -f "/mnt/etc/hostname.$card" ] && chmod 640 "/mnt/etc/hostname.$card"
	[ -f /mnt/etc/installurl ] || echo "${URL%"/$VERSION/$ARCH"}" >/mnt/etc/installurl
	if [ "$SERIAL" = y ]; then
		sed -i -e "s/^tty00.*/tty00	\"\/usr\/libexec\/getty std.$SPEED\"	vt220	on  secure/" \
			-e 's/^console.*/console	"\/usr\/libexec\/getty std.9600"	vt220	off secure/' /mnt/etc/ttys
		printf 'stty com0 %s\nset tty com0\n' "$SPEED" >>/mnt/etc/boot.conf
	fi
	[ "$SSHD" = y ] || echo "sshd_flags=NO" >>/mnt/etc/rc.conf.local
	sed -i "s/^#*PermitRootLogin.*/PermitRootLogin $ROOT_LOGIN/" /mnt/etc/ssh/sshd_config
	ln -sf "/usr/share/zoneinfo/$ZONE" /mnt/etc/localtime
	HASH=$ROOT_HASH awk -F: 'BEGIN { OFS = ":" } $1 == "root" && $2 == "" { $2 = ENVIRON["HASH"] } { print }' \
		/mnt/etc/master.passwd >/tmp/master.passwd
	cat /tmp/master.passwd >/mnt/etc/master.passwd
	mkdir -p /mnt/root/.ssh
	chmod 700 /mnt/root /mnt/root/.ssh
	[ "$ROOT_KEY" = none ] || echo "$ROOT_KEY" >>/mnt/root/.ssh/authorized_keys
	[ -n "$USER_NAME" ] && save_user
	echo " done."
}

save_user() {
	local home=/mnt/home/$USER_NAME
	add_account "$USER_NAME" 1000 1000 "$USER_HASH" "$USER_FULL" "/home/$USER_NAME" /bin/ksh
	sed -i "s/^wheel:.*/&,$USER_NAME/" /mnt/etc/group
	echo "$USER_NAME:*:1000:" >>/mnt/etc/group
	cp -R /mnt/etc/skel "$home"
	mkdir -p "$home/.ssh"
	chmod 700 "$home/.ssh"
	[ "$USER_KEY" = none ] || echo "$USER_KEY" >>"$home/.ssh/authorized_keys"
	chown -R 1000:1000 "$home"
	echo "root: $USER_NAME" >>/mnt/etc/mail/aliases
}

make_devices() {
	printf 'Making all device nodes...'
	# Device numbers of OpenBSD/amd64, not of Linux.
	mknod -m 600 /mnt/dev/console c 0 0
	mknod -m 600 /mnt/dev/tty00 c 8 0
	mknod -m 666 /mnt/dev/tty c 1 0
	mknod -m 666 /mnt/dev/null c 2 2
	mknod -m 666 /mnt/dev/zero c 2 12
	echo " done."
}

choose_kernel() {
	if [ -f /mnt/bsd.mp ]; then
		echo "Multiprocessor machine; using bsd.mp instead of bsd."
		mv /mnt/bsd /mnt/bsd.sp
		mv /mnt/bsd.mp /mnt/bsd
	fi
	if [ -f /mnt/usr/share/relink/kernel.tgz ]; then
		echo "Relinking to create unique kernel... done."
	fi
}

# Programs of the stand-in: busybox in /bin; pfctl, ipsecctl, iked, useradd in /sbin.
run_install_site() {
	local status=0
	if [ -f /mnt/install.site ] && [ -x /mnt/install.site ]; then
		mount --bind /bin /mnt/bin
		mount --bind /site-tools /mnt/sbin
		mount --bind /dev /mnt/dev
		PATH=/sbin:/bin:/usr/bin:/usr/sbin:/ chroot /mnt /install.site || status=$?
		umount /mnt/bin /mnt/sbin /mnt/dev
		[ $status = 0 ] || fail "install.site failed"
	fi
}

# Every partition gets a file system just large enough for its files: the disk is only inspected.
write_file_systems() {
	local used size letter mount start room
	sort -r -k 2 /tmp/layout >/tmp/layout.deep
	while read -r letter mount start room; do
		[ "$mount" = swap ] && continue
		rm -rf /tmp/part
		if [ "$mount" = / ]; then
			ln -s /mnt /tmp/part
		else
			mv "/mnt$mount" /tmp/part
			mkdir "/mnt$mount"
		fi
		used=$(du -sk /tmp/part/ | cut -f 1)
		size=$(((used * 5 / 4 + 16384) * 2))
		size=$((size - size % 16384))
		[ $size -gt "$room" ] && size=$room
		if [ $((used * 2)) -gt "$room" ]; then
			echo "uid 0 on ${mount}: file system full"
			return 1
		fi
		makefs -t ffs -B le -s $((size * 512)) -o version=2,bsize=16384,fsize=2048 \
			/tmp/fs.img /tmp/part/ >/tmp/makefs.log 2>&1 || {
			cat /tmp/makefs.log
			return 1
		}
		# The first 8 KiB are the boot blocks and, in the root partition, the disklabel.
		dd if=/tmp/fs.img of="$device" bs=8192 skip=1 seek=$((start / 16 + 1)) conv=notrunc 2>/dev/null || return 1
		rm -f /tmp/fs.img
	done </tmp/layout.deep
	sync
}
