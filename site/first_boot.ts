/**
 * /usr/local/libexec/gatewright-first-boot: packages, patches and the self-check, at the end of
 * rc.firsttime.
 *
 * Each line it prints begins with `gatewright: `: `step WHAT`, then `NAME: ok`, `NAME: FAILED why`
 * or `NAME: pending why`; the last one is `self-check: done`.
 * @module
 */
import type { Gateway } from "../spec/gateway.ts";
import { shellWord } from "./shell_word.ts";
import { sysctlSettings } from "./sysctl_settings.ts";

/** Seconds a package or patch step may take before it is given up. */
const PATIENCE = 900;

/** ksh(1) script; every step is announced, bounded in time, and judged. */
export function renderFirstBoot(gateway: Gateway): string {
  const steps = [
    ...gateway.packages.map((name) => `network_step ${name} pkg_add -I ${name}`),
    ...(gateway.syspatch ? ["network_step syspatch syspatch"] : []),
  ];
  const addresses = gateway.network.interfaces.flatMap((one) =>
    one.address.includes("/") ? [`check_address ${one.name} ${one.address.split("/")[0]}`] : []
  );
  const ike = gateway.tunnels[0]?.ike;
  const modes = [
    ...(ike === 1
      ? ["/etc/ipsec.conf", ...gateway.tunnels.map((tunnel) => `/etc/ipsec/${tunnel.name}.conf`)]
      : []),
    ...(ike === 2 ? ["/etc/iked.conf"] : []),
  ];
  return `#!/bin/ksh
# First boot of ${gateway.hostname}: packages, patches, self-check.
PATH=/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin

result() {
	echo "gatewright: $*"
}

has() {
	command -v "$1" >/dev/null 2>&1
}

# bounded COMMAND...: gives up after ${PATIENCE} seconds.
bounded() {
	"$@" </dev/null &
	_work=$!
	(
		sleep ${PATIENCE}
		kill "$_work"
	) >/dev/null 2>&1 &
	_watch=$!
	wait "$_work"
	_status=$?
	kill "$_watch" 2>/dev/null
	return $_status
}

network_step() {
	_name=$1
	shift
	if ! has "$1"; then
		result "$_name: pending this release has no $1"
		return
	fi
	echo "gatewright: step $*"
	bounded "$@"
	_status=$?
	# syspatch(8) ends with 2 where there is nothing to do.
	if [ $_status -eq 0 ] || [ "$1 $_status" = "syspatch 2" ]; then
		result "$_name: ok"
	else
		result "$_name: pending $* did not succeed; run it by hand when the network is up"
	fi
}

check_equal() {
	if [ "$2" = "$3" ]; then
		result "$1: ok"
	else
		result "$1: FAILED it is '$2', not '$3'"
	fi
}

check_sysctl() {
	if _value=$(sysctl -n "$1" 2>/dev/null) && [ -n "$_value" ]; then
		check_equal "$1" "$_value" "$2"
	else
		result "$1: pending this kernel does not know it"
	fi
}

check_address() {
	case $(ifconfig "$1" 2>&1) in
	*"inet $2 "*) result "address-$1: ok" ;;
	*) result "address-$1: FAILED $1 does not have $2" ;;
	esac
}

check_config() {
	_file=$1
	shift
	[ -f "$_file" ] || return
	if ! has "$1"; then
		result "$_file: pending this release has no $1"
	elif _words=$("$@" 2>&1); then
		result "$_file: ok"
	else
		result "$_file: FAILED $_words"
	fi
}

check_private() {
	set -- "$1" $(ls -ln "$1" 2>&1)
	case $2 in
	-rw-------) result "mode-$1: ok" ;;
	*) result "mode-$1: FAILED its mode is $2" ;;
	esac
}

check_daemon() {
	if ! has rcctl; then
		result "$1: pending this release has no rcctl"
	elif rcctl check "$1" >/dev/null; then
		result "$1: ok"
	else
		result "$1: FAILED it does not run"
	fi
}

${steps.map((step) => `${step}\n`).join("")}check_equal hostname "$(hostname)" ${gateway.hostname}
${addresses.map((line) => `${line}\n`).join("")}${
    sysctlSettings(gateway).map(([name, value]) => `check_sysctl ${name} ${shellWord(value)}\n`)
      .join("")
  }check_config /etc/pf.conf pfctl -nf /etc/pf.conf
check_config /etc/ipsec.conf ipsecctl -nf /etc/ipsec.conf
check_config /etc/iked.conf iked -nf /etc/iked.conf
${modes.map((path) => `check_private ${path}\n`).join("")}${
    ike ? `check_daemon ${ike === 1 ? "isakmpd" : "iked"}\n` : ""
  }result "self-check: done"
`;
}
