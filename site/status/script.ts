/**
 * What a gateway is asked for its state: one script, the same for every gateway.
 * @module
 */
import { BUILT_FILE } from "./built_file.ts";

/** How each section of its output begins: `--- gatewright: ipsec`. */
export const SECTION = "--- gatewright: ";

/**
 * A script for sh(1) that only reads. It needs root for ipsecctl(8), pfctl(8) and ikectl(8): as another
 * user it asks doas(1), which must not ask back. Each section ends with the status of its program.
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
