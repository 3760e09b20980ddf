/**
 * What a gateway is asked for its state: one script, the same for every gateway.
 * @module
 */

/** How each section of its output begins: `--- gatewright: ipsec`. */
export const SECTION = "--- gatewright: ";

/** The names of the sections. */
export const SECTIONS = ["system", "ipsec", "ike", "pf", "interfaces", "end"] as const;

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
	! root test -r /var/db/gatewright/pushed || root cat /var/db/gatewright/pushed
}
ike() {
	! pgrep -x iked >/dev/null || root ikectl show sa
}
section system system
section ipsec root ipsecctl -s all
section ike ike
section pf root pfctl -s info
section interfaces ifconfig
echo "${SECTION}end"
`;
