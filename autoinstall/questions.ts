/**
 * The questions of OpenBSD's installer, per release.
 *
 * Read in install.sub and amd64's install.md of 6.0 to 6.8, 7.3 to 7.6 and of September 2026
 * (revision 1.1292). For 6.9 to 7.2 and 7.7 to 7.9 the wording of the neighbours is taken.
 * @module
 */

/** One question, in the order in which an installation asks. */
export interface Question {
  id: string;
  /** With `%if`, `%user`, `%set` and `%sets` where the installer puts names. */
  text: string;
  /** First release that asks it like this, as 66 or 79. */
  since?: number;
  /** Last release that does. */
  until?: number;
  /** Asked only in some installations. */
  optional?: boolean;
}

/** Every question that an unattended installation on an empty disk, with sets over http, can meet. */
export const QUESTIONS: readonly Question[] = [
  { id: "terminal", text: "Terminal type?" },
  { id: "hostname", text: "System hostname? (short form, e.g. 'foo')" },
  {
    id: "interface",
    text: "Which network interface do you wish to configure? (or 'done')",
    until: 68,
  },
  {
    id: "interface",
    text: "Network interface to configure? (name, lladdr, '?', or 'done')",
    since: 69,
  },
  { id: "inet", text: "IPv4 address for %if? (or 'dhcp' or 'none')", until: 68 },
  { id: "inet", text: "IPv4 address for %if? (or 'autoconf' or 'none')", since: 69 },
  { id: "inet6", text: "IPv6 address for %if? (or 'autoconf' or 'none')" },
  {
    id: "more-interfaces",
    text: "Which network interface do you wish to configure? (or 'done')",
    until: 68,
  },
  {
    id: "more-interfaces",
    text: "Network interface to configure? (name, lladdr, '?', or 'done')",
    since: 69,
  },
  { id: "route", text: "Default IPv4 route? (IPv4 address or none)", until: 68 },
  { id: "route", text: "Default IPv4 route? (IPv4 address or 'none')", since: 69 },
  { id: "domain", text: "DNS domain name? (e.g. 'example.com')" },
  { id: "nameservers", text: "DNS nameservers? (IP address list or 'none')" },
  { id: "root-password", text: "Password for root account?" },
  { id: "root-key", text: "Public ssh key for root account?" },
  { id: "sshd", text: "Start sshd(8) by default?" },
  { id: "x", text: "Do you expect to run the X Window System?", optional: true },
  {
    id: "xenodm",
    text: "Do you want the X Window System to be started by xenodm(1)?",
    optional: true,
  },
  { id: "console", text: "Change the default console to com0?" },
  { id: "speed", text: "Which speed should com0 use?" },
  { id: "user", text: "Setup a user? (enter a lower-case loginname, or 'no')" },
  { id: "user-name", text: "Full name for user %user?", optional: true },
  { id: "user-password", text: "Password for user %user?", optional: true },
  { id: "user-key", text: "Public ssh key for user %user", optional: true },
  { id: "root-ssh", text: "Allow root ssh login? (yes, no, prohibit-password)" },
  { id: "root-disk", text: "Which disk is the root disk? ('?' for details)" },
  { id: "encrypt", text: "Encrypt the root disk with a (p)assphrase or (k)eydisk?", since: 75 },
  { id: "partitioning", text: "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?" },
  { id: "gpt", text: "An EFI/GPT disk may not boot. Proceed?", optional: true },
  { id: "template", text: "URL to autopartitioning template for disklabel?" },
  {
    id: "layout",
    text: "Use (A)uto layout, (E)dit auto layout, or create (C)ustom layout?",
    optional: true,
  },
  { id: "more-disks", text: "Which disk do you wish to initialize? (or 'done')", optional: true },
  { id: "location", text: "Location of sets? (cd0 disk http nfs or 'done')" },
  { id: "proxy", text: "HTTP proxy URL? (e.g. 'http://proxy:8080', or 'none')" },
  { id: "server", text: "HTTP Server? (hostname, list#, 'done' or '?')" },
  { id: "directory", text: "Server directory?" },
  { id: "sets", text: "Set name(s)? (or 'abort' or 'done')" },
  { id: "site-checksum", text: "Checksum test for %set failed. Continue anyway?" },
  { id: "site-unverified", text: "Unverified sets: %set. Continue without verification?" },
  { id: "more-sets", text: "Location of sets? (cd0 disk http nfs or 'done')" },
  { id: "timezone", text: "What timezone are you in? ('?' for list)" },
];

/** The questions of one release, in order; `release` as 66 or 79. */
export function questionsOf(release: number): Question[] {
  return QUESTIONS.filter((question) =>
    release >= (question.since ?? 0) && release <= (question.until ?? 99)
  );
}
