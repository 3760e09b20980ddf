/**
 * The script that queries the state of a gateway, the same for every gateway.
 * @module
 */
import { BUILT_FILE } from "./built_file.ts";

/** Beginning of each section of its output: `--- gatewright: ipsec`. */
export const SECTION = "--- gatewright: ";

/**
 * A script for sh(1) that changes nothing. ipsecctl(8), pfctl(8) and ikectl(8) need root: for
 * another user it runs doas(1), which must not prompt. Each section ends with the exit status of
 * its program.
 */
export const STATUS_SCRIPT = `PATH=$PATH:/bin:/sbin:/usr/bin:/usr/sbin
export PATH
root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		doas -n "$@"
	fi
}
section() {
	echo "${SECTION}$1"
	shift
	"$@" 2>&1
	echo "${SECTION}status $?"
}
system() {
	date -u '+now %s'
	uname -srm
	stat -f 'first-boot %m' /etc/ssh/ssh_host_ed25519_key.pub
	_daemons=
	for _daemon in isakmpd iked sasyncd; do
		! pgrep -x "$_daemon" >/dev/null || _daemons="$_daemons $_daemon"
	done
	echo "daemons$_daemons"
	[ ! -f ${BUILT_FILE} ] || echo "built $(stat -f %m ${BUILT_FILE}) $(cat ${BUILT_FILE})"
	! root test -r /var/db/gatewright/pushed || root cat /var/db/gatewright/pushed
}
ike() {
	# It does not know the words before 6.7.
	! pgrep -x iked >/dev/null || root ikectl show sa
}
section system system
section ipsec root ipsecctl -s all
section ike ike
section pf root pfctl -s info
section interfaces ifconfig
echo "${SECTION}end"
`;
