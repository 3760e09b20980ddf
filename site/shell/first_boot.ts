/**
 * /usr/local/libexec/gatewright-first-boot: packages, patches and the self-check, at the end of
 * rc.firsttime.
 *
 * Each line of its output starts with `gatewright: `: `step WHAT`, then `NAME: ok`,
 * `NAME: FAILED why` or `NAME: pending why` (the network or the peer is not available yet, or this
 * release lacks a program); the last one is `self-check: done`.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { FIRST_BOOT_FUNCTIONS } from "./first_boot_functions.ts";
import { selfChecks } from "./self_checks.ts";

/** ksh(1) script; every step is announced, has a time limit, and reports its result. */
export function renderFirstBoot(gateway: Gateway): string {
  const calls = [
    ...gateway.packages.map((name) => `add_package ${name}`),
    ...(gateway.syspatch ? ["patch_system"] : []),
    ...selfChecks(gateway),
  ];
  return `#!/bin/ksh
# First boot of ${gateway.hostname}: packages, patches, self-check.
PATH=/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin:/usr/local/sbin

${FIRST_BOOT_FUNCTIONS}
${calls.map((call) => `${call}\n`).join("")}result "self-check: done"
`;
}
