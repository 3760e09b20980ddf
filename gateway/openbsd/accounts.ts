/**
 * Accounts and groups of every OpenBSD installation (etc/master.passwd, etc/group).
 * @module
 */

/** Ids of the accounts that may own extra files. */
export const UIDS: ReadonlyMap<string, number> = new Map([
  ["root", 0],
  ["daemon", 1],
  ["operator", 2],
  ["www", 67],
  ["nobody", 32767],
]);

/** Ids of the groups that may own extra files. */
export const GIDS: ReadonlyMap<string, number> = new Map([
  ["wheel", 0],
  ["daemon", 1],
  ["operator", 5],
  ["bin", 7],
  ["staff", 20],
  ["www", 67],
  ["nobody", 32767],
]);

/**
 * Reserved login names: install.sub silently refuses the first nine; the others are existing
 * accounts or groups, and a new user needs a group of the same name.
 */
export const RESERVED: readonly string[] = [
  "root",
  "daemon",
  "operator",
  "bin",
  "build",
  "sshd",
  "www",
  "nobody",
  "ftp",
  "uucp",
  "games",
  "wheel",
  "kmem",
  "sys",
  "tty",
  "news",
  "wsrc",
  "users",
  "auth",
  "staff",
  "guest",
  "utmp",
  "crontab",
  "network",
  "authpf",
  "dialer",
  "nogroup",
  // The installer's question takes these as another answer.
  "no",
  "yes",
  "done",
];

/** The password field of master.passwd(5) that allows no login by password. */
export const NO_PASSWORD: string = "*".repeat(13);
