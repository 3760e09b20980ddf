/**
 * Whom sshd(8) admits by its configuration. Conditions on the source address may or may not apply.
 * Source: sshd_config(5), auth.c and servconf.c.
 * @module
 */
import type { Gateway, User } from "../gateway.ts";
import { patternMatches, type SshdLine } from "./sshd_config.ts";

/** A user who would log in. */
export interface Login {
  name: string;
  /** The groups of the user in the description. */
  groups: readonly string[];
  home: string;
  /** Whether fields or files install a key for the user. */
  keys: number;
  hasPassword: boolean;
}

/** Root, and the users of the description. */
export function loginsOf(gateway: Gateway): { root: Login; users: Login[] } {
  const { access } = gateway;
  const root: Login = {
    name: "root",
    groups: ["wheel", "kmem", "sys", "tty", "operator", "staff", "guest"],
    home: "/root",
    keys: access.rootKeys.length,
    hasPassword: access.rootPassword.kind !== "none",
  };
  return { root, users: access.users.map((user) => loginOf(user, gateway)) };
}

function loginOf({ name, keys, password, wheel }: User, { files }: Gateway): Login {
  const added = files.flatMap(({ path, content }) =>
    path === "/etc/group" && content.kind === "text" ? content.text.split("\n") : []
  ).flatMap((line) => {
    const [group = "", , , members = ""] = line.split(":");
    return members.split(",").map((one) => one.trim()).includes(name) ? [group] : [];
  });
  return {
    name,
    groups: [name, ...(wheel ? ["wheel"] : []), ...added],
    home: `/home/${name}`,
    keys: keys.length,
    hasPassword: password.kind !== "none",
  };
}

/** Whether the conditions of Match apply to `login`; undefined if that depends on more. */
function holdsFor({ matches }: SshdLine, login: Login): boolean | undefined {
  const each = matches.map((words) => holds(words, login));
  return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
}

function holds(words: readonly string[], { name, groups }: Login): boolean | undefined {
  if (words[0]?.toLowerCase() === "all") return true;
  let result: boolean | undefined = true;
  for (let at = 0; at < words.length; at += 2) {
    const patterns = (words[at + 1] ?? "").split(",");
    const criterion = words[at]!.toLowerCase();
    if (criterion === "user") {
      if (!listMatches(patterns, name)) return false;
    } else if (criterion === "group" && groups.some((one) => listMatches(patterns, one))) {
      // `all` is one of the conditions.
    } else result = undefined;
  }
  return result;
}

/** A pattern-list: a negated pattern that matches excludes the word. */
function listMatches(patterns: readonly string[], text: string): boolean {
  const hits = patterns.filter((one) => patternMatches(one.replace(/^!/, ""), text));
  return hits.length > 0 && !hits.some((one) => one.startsWith("!"));
}

/**
 * The lines of `keyword` that may apply to `login`, ending with the first that certainly does;
 * undefined in the list stands for the default.
 */
export function linesFor(
  lines: readonly SshdLine[],
  keyword: string,
  login: Login,
): (SshdLine | undefined)[] {
  const own = lines.filter((one) => one.keyword === keyword);
  const found: SshdLine[] = [];
  // Lines after a Match override those before the first.
  for (const line of own.filter(({ matches }) => matches.length > 0)) {
    const holds = holdsFor(line, login);
    if (holds !== false) found.push(line);
    if (holds) return found;
  }
  return [...found, own.find(({ matches }) => matches.length === 0)];
}

/** The line by which sshd(8) refuses `login` from any address; undefined if it may admit it. */
export function refusalOf(lines: readonly SshdLine[], login: Login): SshdLine | undefined {
  const { name, groups } = login;
  // `USER@HOST` depends on the source address.
  const user = (word: string, from: boolean) => {
    const [pattern = "", host] = word.split("@");
    return (host === undefined || from) && patternMatches(pattern, name);
  };
  const group = (word: string) => groups.some((one) => patternMatches(word, one));
  const denies = (keyword: string, is: (word: string) => boolean) =>
    inEffect(lines, keyword, login, (line) => line.words.some(is));
  const allows = (keyword: string, is: (word: string) => boolean) =>
    inEffect(lines, keyword, login, (line) => !line.words.some(is), true);
  return denies("denyusers", (word) => user(word, false)) ??
    allows("allowusers", (word) => user(word, true)) ??
    denies("denygroups", group) ?? allows("allowgroups", group);
}

/**
 * A line of `keyword` that refuses, if the effective lines certainly do: those in a Match block
 * that applies, else those outside any. A block that may apply may override them. Several lines are
 * combined: with `all` each must refuse, else one is enough.
 */
function inEffect(
  lines: readonly SshdLine[],
  keyword: string,
  login: Login,
  refuses: (line: SshdLine) => boolean,
  all = false,
): SshdLine | undefined {
  const own = lines.filter((one) => one.keyword === keyword);
  const ofMatch = own.filter(({ matches }) => matches.length > 0);
  const sure = ofMatch.filter((one) => holdsFor(one, login) === true);
  const maybe = ofMatch.filter((one) => holdsFor(one, login) === undefined);
  const base = sure.length > 0 ? sure : own.filter(({ matches }) => matches.length === 0);
  if (base.length === 0) return undefined;
  if (all) return [...base, ...maybe].every(refuses) ? base[0] : undefined;
  return sure.length > 0 || maybe.length === 0 ? base.find(refuses) : undefined;
}

/** Whether sshd(8) may admit root with a key. */
export function rootMayLogIn(lines: readonly SshdLine[], root: Login): boolean {
  return linesFor(lines, "permitrootlogin", root)
    .some((line) => line?.words[0]?.toLowerCase() !== "no");
}

/** The line that keeps sshd(8) from the keys of `login`; undefined if it may find them. */
export function keysLost(
  lines: readonly SshdLine[],
  login: Login,
  paths: ReadonlySet<string>,
): SshdLine | undefined {
  const public_ = linesFor(lines, "pubkeyauthentication", login);
  if (public_.every((line) => line?.words[0]?.toLowerCase() === "no")) return public_[0];
  if (hasOtherKeys(lines)) return undefined;
  const files = linesFor(lines, "authorizedkeysfile", login);
  return files.every((line) => line && !line.words.some((word) => hasKeys(word, login, paths)))
    ? files[0]
    : undefined;
}

/** Whether keys may come from elsewhere than the files of users. */
function hasOtherKeys(lines: readonly SshdLine[]): boolean {
  const others = ["trustedusercakeys", "authorizedkeyscommand"];
  return lines.some(({ keyword }) => others.includes(keyword));
}

function hasKeys(word: string, { name, home, keys }: Login, paths: ReadonlySet<string>): boolean {
  const expanded = word.replace(
    /%[%hu]/g,
    (token) => token === "%h" ? home : token === "%u" ? name : "%",
  );
  // Numeric user ids are unknown before the installation.
  if (expanded.includes("%U")) return true;
  const path = expanded.startsWith("/") ? expanded : `${home}/${expanded}`;
  return keys > 0 && path === `${home}/.ssh/authorized_keys` || paths.has(path);
}

/**
 * The line by which sshd(8) wants more of `login` than it has: AuthenticationMethods, lists of
 * methods that are all needed, of which one list is enough.
 */
export function methodsLost(lines: readonly SshdLine[], login: Login): SshdLine | undefined {
  const has = (method: string) => {
    // A device of keyboard-interactive follows a colon.
    const [name] = method.split(":");
    if (name === "publickey") return login.keys > 0 || hasOtherKeys(lines);
    if (name === "password" || name === "keyboard-interactive") return login.hasPassword;
    return name !== "none";
  };
  const found = linesFor(lines, "authenticationmethods", login);
  return found.every((line) =>
      line && line.words[0] !== "any" && !line.words.some((list) => list.split(",").every(has))
    )
    ? found[0]
    : undefined;
}

/** The line by which sshd(8) accepts no password of `login`; undefined if it may. */
export function passwordLost(lines: readonly SshdLine[], login: Login): SshdLine | undefined {
  const found = linesFor(lines, "passwordauthentication", login);
  return found.every((line) => line?.words[0]?.toLowerCase() === "no") ? found[0] : undefined;
}
