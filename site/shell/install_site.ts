/**
 * /install.site: the last step of the installation, run by the installer inside the new system.
 *
 * Its output starts with `gatewright: install.site: `; a line with `REFUSED FILE:LINE: WORDS`
 * reports a file that OpenBSD's own tools refused.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { BUILT_FILE } from "../status/built_file.ts";
import { renderTemporaryNetwork } from "./temporary_network.ts";
import { shellWord } from "../../host/shell_word.ts";

/** Uid of the user that the installer creates; further ones count up from it. */
const FIRST_UID = 1000;

/** Creates an account beyond the one of the installer. */
const ADD_USER = `# add_user NAME UID ARGUMENT...
add_user() {
	_name=$1
	_uid=$2
	shift 2
	if ! has useradd; then
		say "this release has no useradd: the user $_name was not created"
		return
	fi
	useradd -m -u "$_uid" -g =uid -p "$(cat "$stage/passwd/$_name")" "$@" "$_name" || {
		say "FAILED cannot make the user $_name"
		exit 1
	}
}

`;

/**
 * iked(8) requires that the interface of a policy exists (`invalid iface` in its parse.y), and no
 * installer's kernel has sec(4).
 */
const CHECK_IKED = `# iked(8) checks the rest of a policy whose interface this kernel cannot have.
for _if in $([ -f /etc/iked.conf ] && sed -n 's/^.*iface[[:blank:]]\\{1,\\}\\([a-z]\\{1,\\}[0-9]\\{1,\\}\\).*$/\\1/p' /etc/iked.conf); do
	ifconfig "$_if" >/dev/null 2>&1 && continue
	copy=$stage/iked.conf
	mkdir -p "$stage" &&
		echo "s/iface[[:blank:]]\\{1,\\}$_if\\([^0-9]\\)/\\1/;s/iface[[:blank:]]\\{1,\\}$_if$//" >>"$stage/absent.sed"
done
[ -z "$copy" ] || (umask 077 && sed -f "$stage/absent.sed" /etc/iked.conf >"$copy")
check_file /etc/iked.conf iked -nf "\${copy:-/etc/iked.conf}"
copy=
undo_setup
`;

/** dhcpd(8) looks names up while it reads (gethostbyname in its parse.c), and here has no network. */
const CHECK_DHCPD =
  `if has dhcpd && dhcpd -n -c /etc/dhcpd.conf 2>&1 | grep -q "IP address or hostname"; then
	say "/etc/dhcpd.conf was not checked: a name in it cannot be looked up here"
else
	check_file /etc/dhcpd.conf dhcpd -n -c /etc/dhcpd.conf
fi
`;

/**
 * ksh(1) script that finishes the system, checks its files with OpenBSD's own tools, and removes
 * itself.
 *
 * @param revision the content of {@linkcode BUILT_FILE}
 */
export function renderInstallSite(gateway: Gateway, revision: string): string {
  const [first, ...others] = gateway.access.users;
  const users = others.map((user, index) => {
    const group = user.wheel ? " -G wheel" : "";
    return `add_user ${user.name} ${FIRST_UID + 1 + index} -c ${
      shellWord(user.fullName)
    } -s /bin/ksh${group}\n`;
  });
  const owners = gateway.access.users.map((user) =>
    `give_keys ${user.name} /home/${user.name} ${user.name}:${user.name}\n`
  );
  return `#!/bin/ksh
# Finishes the installation of ${gateway.hostname}; runs once, in the installer's chroot.
PATH=/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin
umask 022
stage=/gatewright

say() {
	echo "gatewright: install.site: $*"
}

# Nothing of this script may stay on the disk, however it ends: what is staged holds secrets, so it
# is overwritten (rm -P) and then removed.
trap 'find "$stage" -type f -exec rm -P {} + 2>/dev/null; rm -rf "$stage" /install.site' EXIT

has() {
	command -v "$1" >/dev/null 2>&1
}

# put FROM TO: moves a file. mv(1) to another file system would leave its blocks behind.
put() {
	if ln -f "$1" "$2" 2>/dev/null; then
		rm -f "$1"
	else
		cp -p "$1" "$2" && { rm -P "$1" 2>/dev/null || rm -f "$1"; }
	fi
}

# The installer configured the network that it installed from; the gateway's replaces it.
rm -f /etc/hostname.* /etc/mygate /etc/resolv.conf \\
	/var/db/dhclient.leases.* /var/db/dhcpleased/* /var/db/dhcp6leased/*
set --
for file in "$stage"/etc/*; do
	[ -f "$file" ] && set -- "$@" "$file"
done
[ $# = 0 ] || mv -f "$@" /etc/

${users.length > 0 ? ADD_USER : ""}give_keys() {
	[ -f "$stage/keys/$1" ] || return 0
	if [ ! -d "$2" ]; then
		say "FAILED there is no $2: the installer did not make the user $1"
		exit 1
	fi
	mkdir -p "$2/.ssh" && chmod 700 "$2/.ssh" &&
		cat "$stage/keys/$1" >"$2/.ssh/authorized_keys" && chmod 600 "$2/.ssh/authorized_keys" &&
		chown -R "$3" "$2/.ssh" || exit 1
}

${users.join("")}${
    first && !first.wheel
      ? `# The installer makes its user a member of wheel.
sed -i -e '/^wheel:/s/,${first.name}$//' -e '/^wheel:/s/,${first.name},/,/' /etc/group || exit 1
`
      : ""
  }${
    first && !/^[\x20-\x7e]{1,100}$/.test(first.fullName)
      ? `# The installer accepts short ASCII names only.
has usermod && usermod -c ${shellWord(first.fullName)} ${first.name}
`
      : ""
  }give_keys root /root root:wheel
${owners.join("")}
# make_folder FOLDER: makes it, with the owner and group of the file that it is for.
make_folder() {
	[ -z "$1" ] || [ -d "$1" ] && return
	make_folder "\${1%/*}"
	mkdir "$1" && chown "$owner:$group" "$1"
}

# Files of users, who exist only now, and of daemons, whose ids the release defines.
if [ -f "$stage/owners.list" ]; then
	while read -r owner group mode path; do
		[ -n "$path" ] || continue
		make_folder "\${path%/*}" || exit 1
		# Files directly in /etc are in place already.
		if [ -f "$stage$path" ] && ! put "$stage$path" "$path"; then
			say "FAILED cannot put $path in place"
			exit 1
		fi
		if ! _words=$(chown "$owner:$group" "$path" 2>&1 && chmod "$mode" "$path" 2>&1); then
			say "REFUSED $path: $_words"
			exit 1
		fi
	done <"$stage/owners.list"
fi

# Text that is added to files of the release, and of users, who exist only now. A missing file
# is made, readable by root alone: iked.conf and similar files are refused otherwise.
if [ -f "$stage/append.list" ]; then
	while read -r number target; do
		[ -n "$number" ] || continue
		[ -e "$target" ] || {
			mkdir -p "\${target%/*}"
			(umask 077 && : >"$target")
		}
		cat "$stage/append/$number" >>"$target" || {
			say "FAILED cannot add to $target"
			exit 1
		}
	done <"$stage/append.list"
fi

[ -d /etc/ipsec ] && chmod 700 /etc/ipsec

# check_file FILE PROGRAM ARGUMENT...: has OpenBSD's own tool check the file, or $copy of it.
copy=
check_file() {
	_file=$1
	shift
	[ -f "$_file" ] || return 0
	if ! has "$1"; then
		say "this release has no $1: $_file was not checked"
		return 0
	fi
	say "checking $_file"
	if ! _words=$("$@" 2>&1); then
		echo "$_words" | while read -r _line; do
			case $_line in
			*"\${copy:-//}"*) say "REFUSED $_file\${_line#*"$copy"}" ;;
			*"$_file"*) say "REFUSED $_line" ;;
			*) say "REFUSED $_file: $_line" ;;
			esac
		done
		exit 1
	fi
}

${renderTemporaryNetwork(gateway)}check_file /etc/pf.conf pfctl -nf /etc/pf.conf
check_file /etc/ipsec.conf ipsecctl -nf /etc/ipsec.conf
for file in /etc/ipsec/*.conf; do
	check_file "$file" ipsecctl -nf "$file"
done
${CHECK_IKED}${
    gateway.files.some(({ path }) => path === "/etc/dhcpd.conf") ? CHECK_DHCPD : ""
  }# The doas of a ramdisk cannot check it.
if ! has doas || doas -C /dev/null >/dev/null 2>&1; then
	check_file /etc/doas.conf doas -C /etc/doas.conf
fi

# sshd(8) checks its file only with a host key; the gateway makes its own at its first boot.
if has ssh-keygen && mkdir -p "$stage" &&
	ssh-keygen -q -t ed25519 -N '' -f "$stage/host_key" </dev/null >/dev/null 2>&1; then
	check_file /etc/ssh/sshd_config /usr/sbin/sshd -t -f /etc/ssh/sshd_config -h "$stage/host_key"
else
	say "this release makes no host key: /etc/ssh/sshd_config was not checked"
fi

echo '/bin/ksh /usr/local/libexec/gatewright-first-boot' >>/etc/rc.firsttime

# Read by gatewright status: the time of the file is that of the build.
mkdir -p ${
    BUILT_FILE.slice(0, BUILT_FILE.lastIndexOf("/"))
  } && echo ${revision} >${BUILT_FILE} || exit 1

say "done"
exit 0
`;
}
