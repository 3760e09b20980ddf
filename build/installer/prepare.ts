/**
 * Prepares the installer's shell for later commands: see `build/stamp/`.
 * @module
 */
import type { InstallEnvironment } from "../../autoinstall/environment.ts";

/** Printed by the shell when it is prepared. */
export const READY = "gatewright: installer: ready";

/** File for the installer's functions while they are read. */
const PART = "/tmp/gatewright.sub";

/**
 * Lines to be typed one after the other: device nodes of the disk, the network, and the installer's
 * own functions (install.sub without its main part). The part of `do_install` that makes the
 * accounts becomes the function `gatewright_accounts`: apply, the user, root's password,
 * pwd_mkdb(8).
 *
 * The link of an e1000 takes a second to come up, and packets sent before are lost.
 */
export function prepareLines(
  environment: Pick<InstallEnvironment, "disk" | "interface" | "address" | "route">,
): string[] {
  const { disk, interface: card, address, route } = environment;
  return [
    `cd /dev && sh MAKEDEV ${disk}; cd /`,
    `ifconfig lo0 inet 127.0.0.1/8; ifconfig ${card} inet ${address} up`,
    `n=0; until ifconfig ${card} | grep -q 'status: active' || [ $((n += 1)) -gt 30 ]; do sleep 1; done`,
    `route -qn add -inet -host default ${route}`,
    `sed '/^AI=false$/,$d' /install >${PART}; echo 'gatewright_accounts() {' >>${PART}`,
    `sed -n '/^do_install() {/,/^}/{/^[[:blank:]]apply$/,/^[[:blank:]]finish_up$/p;}' /install |` +
    ` sed '$d' >>${PART}`,
    `echo '}' >>${PART}; . ${PART}; rm -f ${PART}`,
    "case $(typeset -f apply encr_pwd prep_root_mail) in" +
    " *SSHD_ENABLEROOT*localtime*rc.firsttime*) ready=1 ;; *) ready= ;; esac",
    "case $(typeset -f gatewright_accounts) in" +
    " *apply*ADMIN*_rootpass*pwd_mkdb*) ;; *) ready= ;; esac",
    `[ -n "$ready" ] && [ -e /dev/r${disk}a ] && echo ${READY}`,
  ];
}
