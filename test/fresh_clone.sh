#!/bin/sh
# Runs the first commands of README.md as somebody does who has just cloned the project: in a new
# folder, with an empty home, without Deno. Ends with the first command that fails.
#
#   test/fresh_clone.sh               up to the first build, which downloads a release of OpenBSD
#   test/fresh_clone.sh --all         all of them
#   test/fresh_clone.sh --root DIR    in a Debian below DIR (chroot, so as root), such as one from
#                                     mmdebstrap --variant=apt --include=nodejs,npm bookworm DIR
set -eu
here=$(CDPATH='' cd "$(dirname "$0")/.." && pwd)
all=
root=
while [ $# -gt 0 ]; do
	case $1 in
	--all) all=yes ;;
	--root) root=$(CDPATH='' cd "$2" && pwd) && shift ;;
	*)
		echo "usage: test/fresh_clone.sh [--all] [--root DIR]" >&2
		exit 2
		;;
	esac
	shift
done

folder=$(mktemp -d "$root/tmp/gatewright-fresh.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
git clone -q "$here" "$folder/gatewright"
mkdir "$folder/home"
commands=$(awk '/^## / { exit } /^```/ { block = /^```sh$/; next } block' "$folder/gatewright/README.md")
[ -n "$all" ] || commands=$(printf '%s\n' "$commands" | sed '/^\.\/gatewright build/,$d')
[ -n "$commands" ] || {
	echo "README.md has no commands" >&2
	exit 1
}

unset XDG_DATA_HOME XDG_CACHE_HOME DENO_DIR DENO_INSTALL_ROOT
# What a machine of its own has; a name server comes with the network.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export HOME="${folder#"$root"}/home" TMPDIR=/tmp CI=true
enter=
[ -z "$root" ] || enter="chroot $root"
# shellcheck disable=SC2086 # a program and its argument
! $enter sh -c 'command -v deno' || echo "note: Deno is installed here, so its installation is not tried" >&2

count=0
while IFS= read -r command; do
	printf '$ %s\n' "$command"
	# shellcheck disable=SC2086
	$enter sh -c "cd '${folder#"$root"}/gatewright' && $command" </dev/null || {
		status=$?
		echo "README.md: status $status of: $command" >&2
		exit 1
	}
	count=$((count + 1))
done <<END
$commands
END
echo "$count commands of README.md worked as printed"
