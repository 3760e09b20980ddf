/**
 * Accounts and groups that every OpenBSD has (etc/master.passwd, etc/group).
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
 * Login names that nobody may have: install.sub refuses the first nine without a word, the others
 * are accounts or groups already, and a new user brings a group of the same name.
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
  // What the question of the installer takes for an answer of another kind.
  "no",
  "yes",
  "done",
];

/** What master.passwd(5) holds for "no login by password". */
export const NO_PASSWORD: string = "*".repeat(13);
