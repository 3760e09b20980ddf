/**
 * The questions of OpenBSD's installer, per release.
 *
 * Sources:
 *
 * | releases | source | run against these answers |
 * |---|---|---|
 * | 6.6, 6.7, 6.8 | install.sub 1.1144, 1.1150, 1.1155 | yes; 6.6 also under QEMU, from a floppy kernel |
 * | 7.3, 7.4, 7.5, 7.6 | install.sub 1.1243, 1.1255, 1.1261, 1.1266, as a fork carried them | yes |
 * | 7.7 | the same fork shortly before 7.7 (1.1266) | yes |
 * | i386 6.6, 6.7, 6.8, 7.3, 7.7 | install.md, beside the install.sub above | 6.6 and 7.7 |
 * | 8.0 | install.sub 1.1292, install.md 1.67 (September 2026), as another fork carried them | yes |
 * | 7.2, 7.5, 7.6, 7.7, 7.8, 7.9 | consoles of installations by hand, 7.8 of one from a response file | no |
 * | 6.9, 7.0, 7.1 | not seen: interpolated from their neighbours | no |
 *
 * The runs are recorded in `testdata/questions-*`, what the consoles showed in
 * `testdata/console-*`; `test/integration/installer_oracle_test.ts` repeats the runs.
 *
 * The wording of `inet` and `route` changed between 6.8 and 7.2, in an unknown release; their keys
 * are words of both wordings. The default of `location` depends on the machine: http if there is a
 * list of mirrors (by 7.9, any network), else a CD. It is always answered.
 * @module
 */
import type { Arch } from "../gateway/gateway.ts";
import { CUT_OVERS, type CutOver, type CutOverName } from "../gateway/openbsd/cut_overs.ts";
import type { Question } from "./question.ts";

/**
 * For a wording after a change; if the release of the change is unknown, from the first that may
 * have it.
 */
const from = (name: CutOverName) => ({ since: lastBefore(name) + 1 });

/** For the wording before a change. */
const before = (name: CutOverName) => ({ until: lastBefore(name) });

function lastBefore(name: CutOverName): number {
  const { lacks, since }: CutOver = CUT_OVERS[name];
  return lacks ?? since - 1;
}

/**
 * Every question that an unattended installation on an empty disk, with sets over http, can ask.
 */
export const QUESTIONS: readonly Question[] = [
  { id: "terminal", text: "Terminal type?", key: "Terminal type", default: "vt220" },
  {
    id: "hostname",
    text: "System hostname? (short form, e.g. 'foo')",
    key: "System hostname",
  },
  {
    id: "interface",
    text: "Which network interface do you wish to configure? (or 'done')",
    key: "Which network interface do you wish to configure",
    ...before("interfaceQuestion"),
  },
  {
    id: "interface",
    text: "Network interface to configure? (name, lladdr, '?', or 'done')",
    key: "Network interface to configure",
    ...from("interfaceQuestion"),
  },
  {
    id: "inet",
    text: "IPv4 address for %if? (or 'dhcp' or 'none')",
    key: "IPv4 address for %if",
    default: "dhcp",
    ...before("autoconfQuestion"),
  },
  {
    id: "inet",
    text: "IPv4 address for %if? (or 'autoconf' or 'none')",
    key: "IPv4 address for %if",
    default: "autoconf",
    ...from("autoconfQuestion"),
  },
  {
    id: "inet6",
    text: "IPv6 address for %if? (or 'autoconf' or 'none')",
    key: "IPv6 address for %if",
    default: "none",
    ...before("inet6Autoconf"),
  },
  {
    id: "inet6",
    text: "IPv6 address for %if? (or 'autoconf' or 'none')",
    key: "IPv6 address for %if",
    default: "autoconf",
    ...from("inet6Autoconf"),
  },
  {
    id: "more-interfaces",
    text: "Which network interface do you wish to configure? (or 'done')",
    key: "Which network interface do you wish to configure",
    default: "done",
    ...before("interfaceQuestion"),
  },
  {
    id: "more-interfaces",
    text: "Network interface to configure? (name, lladdr, '?', or 'done')",
    key: "Network interface to configure",
    default: "done",
    ...from("interfaceQuestion"),
  },
  {
    id: "route",
    text: "Default IPv4 route? (IPv4 address or none)",
    key: "Default IPv4 route",
    ...before("autoconfQuestion"),
  },
  {
    id: "route",
    text: "Default IPv4 route? (IPv4 address or 'none')",
    key: "Default IPv4 route",
    ...from("autoconfQuestion"),
  },
  { id: "domain", text: "DNS domain name? (e.g. 'example.com')", key: "DNS domain name" },
  {
    id: "nameservers",
    text: "DNS nameservers? (IP address list or 'none')",
    key: "DNS nameservers",
  },
  { id: "root-password", text: "Password for root account?", key: "Password for root account" },
  {
    id: "root-key",
    text: "Public ssh key for root account?",
    key: "Public ssh key for root account",
    default: "none",
  },
  {
    id: "sshd",
    text: "Start sshd(8) by default?",
    key: "Start sshd(8) by default",
    default: "yes",
  },
  {
    id: "x",
    text: "Do you expect to run the X Window System?",
    key: "Do you expect to run the X Window System",
    default: "yes",
    when: "aperture",
  },
  {
    id: "xenodm",
    text: "Do you want the X Window System to be started by xenodm(1)?",
    key: "Do you want the X Window System to be started by xenodm(1)",
    default: "no",
    when: "display",
  },
  {
    id: "console",
    text: "Change the default console to com0?",
    key: "Change the default console to com0",
    default: "yes",
  },
  {
    id: "speed",
    text: "Which speed should com0 use? (or 'done')",
    key: "Which speed should com0 use",
  },
  {
    id: "user",
    text: "Setup a user? (enter a lower-case loginname, or 'no')",
    key: "Setup a user",
    default: "no",
  },
  {
    id: "user-name",
    text: "Full name for user %user?",
    key: "Full name for user %user",
    default: "%user",
    when: "user",
  },
  {
    id: "user-password",
    text: "Password for user %user?",
    key: "Password for user %user",
    when: "user",
  },
  {
    id: "user-key",
    text: "Public ssh key for user %user",
    key: "Public ssh key for user %user",
    default: "none",
    when: "user",
  },
  {
    id: "root-ssh",
    text: "Allow root ssh login? (yes, no, prohibit-password)",
    key: "Allow root ssh login",
    default: "no",
  },
  // The default is the zone that the list of mirrors suggests.
  {
    id: "timezone",
    text: "What timezone are you in? ('?' for list)",
    key: "What timezone are you in",
    when: "list",
  },
  {
    id: "root-disk",
    text: "Which disk is the root disk? ('?' for details)",
    key: "Which disk is the root disk",
  },
  // 7.3 and 7.4 have the question, but skip it in unattended installations.
  {
    id: "encrypt",
    text: "Encrypt the root disk with a (p)assphrase or (k)eydisk?",
    key: "Encrypt the root disk with a (p)assphrase or (k)eydisk",
    default: "no",
    ...from("encryptQuestion"),
  },
  // The text is longer if the disk was used before; a key cannot end at the comma.
  {
    id: "partitioning",
    text: "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?",
    key: "Use (W)hole disk",
    arch: "amd64",
  },
  {
    id: "partitioning",
    text: "Use (W)hole disk or (E)dit the MBR?",
    key: "Use (W)hole disk",
    default: "whole",
    arch: "i386",
  },
  {
    id: "gpt",
    text: "An EFI/GPT disk may not boot. Proceed?",
    key: "An EFI/GPT disk may not boot. Proceed",
    default: "no",
    when: "gpt",
  },
  {
    id: "template",
    text: "URL to autopartitioning template for disklabel?",
    key: "URL to autopartitioning template for disklabel",
    default: "none",
  },
  {
    id: "layout",
    text: "Use (A)uto layout, (E)dit auto layout, or create (C)ustom layout?",
    key: "Use (A)uto layout, (E)dit auto layout, or create (C)ustom layout",
    default: "a",
    when: "auto",
  },
  {
    id: "more-disks",
    text: "Which disk do you wish to initialize? (or 'done')",
    key: "Which disk do you wish to initialize",
    default: "done",
    when: "disks",
  },
  { id: "mount-failed", text: "Continue anyway?", default: "no", when: "trouble" },
  { id: "location", text: "Location of sets? (%sources or 'done')", key: "Location of sets" },
  {
    id: "proxy",
    text: "HTTP proxy URL? (e.g. 'http://proxy:8080', or 'none')",
    key: "HTTP proxy URL",
  },
  // Text without the list of mirrors, which is fetched from the Internet: "(hostname or 'done')".
  { id: "server", text: "HTTP Server? (hostname, list#, 'done' or '?')", key: "HTTP Server" },
  { id: "directory", text: "Server directory?", key: "Server directory" },
  {
    id: "sets",
    text: "Set name(s)? (or 'abort' or 'done')",
    key: "Set name(s)",
    default: "done",
  },
  {
    id: "fetch-failed",
    text: "Fetching of %set failed. Continue anyway?",
    default: "no",
    when: "trouble",
  },
  {
    id: "site-checksum",
    text: "Checksum test for %set failed. Continue anyway?",
    key: "Checksum test for %set failed. Continue anyway",
    default: "no",
    when: "site",
  },
  {
    id: "site-unverified",
    text: "Unverified sets: %set. Continue without verification?",
    key: "Unverified sets: %set. Continue without verification",
    default: "no",
    when: "site",
  },
  {
    id: "unverified",
    text: "Cannot determine prefetch area. Continue without verification?",
    default: "no",
    when: "trouble",
  },
  {
    id: "unverified",
    text: "Signature check of SHA256.sig failed. Continue without verification?",
    default: "no",
    when: "trouble",
  },
  {
    id: "install-failed",
    text: "Installation of %set failed. Continue anyway?",
    default: "no",
    when: "trouble",
  },
  {
    id: "more-sets",
    text: "Location of sets? (%sources or 'done')",
    key: "Location of sets",
    default: "done",
  },
  {
    id: "incomplete",
    text: "Are you *SURE* your install is complete without 'bsd'?",
    default: "no",
    when: "trouble",
  },
  {
    id: "timezone",
    text: "What timezone are you in? ('?' for list)",
    key: "What timezone are you in",
    default: "Canada/Mountain",
    unless: "list",
  },
  {
    id: "clock",
    text: "Time appears wrong.  Set to '%time'?",
    default: "yes",
    when: "list",
  },
];

/**
 * The questions of one release, in the order in which they are asked.
 *
 * @param release as 66 or 79
 */
export function questionsOf(release: number, arch: Arch = "amd64"): Question[] {
  return QUESTIONS.filter((question) =>
    release >= (question.since ?? 0) && release <= (question.until ?? 99) &&
    (question.arch ?? arch) === arch
  );
}
