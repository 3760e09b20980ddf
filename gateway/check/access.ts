/**
 * Checks the `access` part.
 * @module
 */
import { RESERVED } from "../openbsd/accounts.ts";
import type { Gateway, User } from "../gateway.ts";
import { sshdConfig } from "../openbsd/sshd_config.ts";
import { loginsOf, rootMayLogIn } from "../openbsd/sshd_logins.ts";
import type { Report } from "./report.ts";
import { isPlaceholder, wrongKey } from "../ssh_key.ts";

/** A console takes lines of 255 bytes; the question before a full name uses some of them. */
const NAME_BYTES = 100;

/**
 * Reports accounts that cannot be created, keys that sshd does not accept, and gateways that nobody
 * can log in to.
 */
export function checkAccess(gateway: Gateway, report: Report): void {
  const { access } = gateway;
  checkKeys(access.rootKeys, ["access", "rootKeys"], report);
  const seen = new Set<string>();
  for (const [index, user] of access.users.entries()) {
    const path = ["access", "users", index];
    if (RESERVED.includes(user.name)) {
      report([...path, "name"], "error", `OpenBSD reserves the name ${user.name}`);
    }
    if (seen.has(user.name)) {
      report([...path, "name"], "error", `there are two users named ${user.name}`);
    }
    seen.add(user.name);
    if (new TextEncoder().encode(user.fullName).length > NAME_BYTES) {
      report([...path, "fullName"], "error", `longer than ${NAME_BYTES} bytes`);
    }
    checkKeys(user.keys, [...path, "keys"], report);
    checkDoors(user, path, report);
  }
  const config = sshdConfig(gateway);
  const rootSsh = access.rootKeys.length > 0 &&
    (!config.isKnown || rootMayLogIn(config.lines, loginsOf(gateway).root));
  if (access.rootKeys.length > 0 && !rootSsh) {
    report(
      ["access", "rootSsh"],
      "warning",
      `with ${
        access.rootSsh === "no" ? "rootSsh: no" : "PermitRootLogin no"
      }, the keys of root have no effect`,
      { rests: [["files"]] },
    );
  }
  checkRootSsh(gateway, report);
  const way = access.rootPassword.kind !== "none" ||
    rootSsh ||
    access.users.some((user) => user.keys.length > 0 || user.password.kind !== "none");
  if (!way) {
    report(["access"], "warning", "nobody can log in: no root password, no key, no user");
  } else if (!rootSsh && !becomesRoot(gateway)) {
    report(
      ["access"],
      "warning",
      "nobody can become root: no user has doas, and root has neither a password nor a key; write doas: nopass for a user, or a rootPassword",
      { rests: [["access"], ["files"], ["packages"]] },
    );
  }
}

/** Files by which others than those in `access` may become root. */
const WAYS_TO_ROOT =
  /^\/etc\/(doas\.conf|master\.passwd|login\.conf|sudoers|ssh\/.*)$|^\/root\/|sudoers|rc\.local|rc\.firsttime/;

/** Whether someone at the console or logged in can become root, as far as the description tells. */
function becomesRoot({ access, files, packages }: Gateway): boolean {
  return access.rootPassword.kind !== "none" ||
    access.users.some(({ doas }) => doas !== "no") ||
    files.some(({ path }) => WAYS_TO_ROOT.test(path)) ||
    packages.some((name) => /^sudo\b/.test(name));
}

function checkRootSsh({ access, files }: Gateway, report: Report): void {
  const path = ["access", "rootSsh"];
  if (access.rootSsh === "yes" && access.rootPassword.kind !== "none") {
    report(
      path,
      "warning",
      "anyone who can reach sshd can try passwords for root; use prohibit-password and rootKeys",
      { rests: [["access", "rootPassword"]] },
    );
  }
  const keys = access.rootKeys.length > 0 ||
    files.some((file) => file.path === "/root/.ssh/authorized_keys");
  if (access.rootSsh === "prohibit-password" && !keys) {
    report(path, "warning", "root has no key and cannot log in over ssh; add rootKeys", {
      rests: [["access", "rootKeys"], ["files"]],
    });
  }
}

function checkDoors(user: User, path: (string | number)[], report: Report): void {
  const noPassword = user.password.kind === "none";
  if (user.keys.length === 0 && noPassword) {
    report(
      [...path, "name"],
      "warning",
      `${user.name} has neither a key nor a password and cannot log in`,
      { rests: [[...path, "keys"], [...path, "password"]] },
    );
  } else if (noPassword && (user.doas === "password" || user.doas === "persist")) {
    report(
      [...path, "doas"],
      "warning",
      `doas asks ${user.name} for a password, but the user has none; use nopass`,
      { rests: [[...path, "password"]] },
    );
  }
}

function checkKeys(keys: string[], path: (string | number)[], report: Report): void {
  for (const [at, key] of keys.entries()) {
    const why = wrongKey(key);
    if (why) report([...path, at], "warning", `sshd does not accept this key: ${why}`);
    if (isPlaceholder(key)) {
      report(
        [...path, at],
        "warning",
        "this is the placeholder key of the examples, which nobody can log in with; " +
          "put your own public key here",
      );
    }
    if (keys.indexOf(key) < at) report([...path, at], "warning", "this key is listed twice");
  }
}
