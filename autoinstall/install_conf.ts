/**
 * install.conf: what the installer is answered (autoinstall(8)).
 * @module
 */
import { GatewrightError } from "../spec/error.ts";
import type { Gateway } from "../spec/gateway.ts";
import type { Secrets } from "../spec/secrets.ts";
import type { InstallEnvironment } from "./environment.ts";
import { type AnsweredId, fill, type Names } from "./question.ts";
import { questionsOf } from "./questions.ts";

/** What autoinstall(8) takes for "no login by password". */
const NO_PASSWORD = "*".repeat(13);

/**
 * The compiler, games and X stay away; relinking the kernel needs base only. The site set is never
 * selected by itself. A pattern that fits no set of the mirror does no harm.
 */
const SETS = "-comp* -game* -x* +site* done";

/** A line typed at a console in canonical mode may have 255 characters; keep well below. */
const LONGEST_LINE = 200;

/** Names that the installer gives a user; any other makes it go on without one. */
const LOGIN = /^[a-z][-a-z0-9_]{0,30}$/;

/**
 * The response file: one line per question that an installation of the gateway's release in
 * `environment` can ask, in the order of the questions. Long lines, such as ssh keys, travel in the
 * site set instead.
 *
 * The file holds password hashes: keep it private.
 *
 * @throws {GatewrightError} (spec) where a line would be too long for the console, or the installer
 * would silently leave out the first user.
 */
export function renderInstallConf(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
): string {
  const { access, release } = gateway;
  const [user] = access.users;
  if (user && !LOGIN.test(user.name)) {
    throw new GatewrightError(`OpenBSD's installer refuses ${user.name} as the first user`, {
      kind: "spec",
      where: gateway.file,
      next: "begin the login name with a lower-case letter",
    });
  }
  const names: Names = {
    if: environment.interface,
    user: user?.name ?? "",
    set: `site${release.number}.tgz`,
    sources: "",
  };
  const answers = answersOf(gateway, secrets, environment);
  return questionsOf(release.number).map(({ id, key }) => {
    const answer = key === undefined ? undefined : answers[id as AnsweredId];
    if (key === undefined || answer === undefined) return "";
    const line = `${fill(key, names)} = ${answer}`;
    if (line.length > LONGEST_LINE) {
      throw new GatewrightError(`the answer to "${fill(key, names)}" is too long`, {
        kind: "spec",
        where: gateway.file,
        why: `it makes a line of ${line.length} characters, the console takes ${LONGEST_LINE}`,
        next: "shorten it in the spec",
      });
    }
    return `${line}\n`;
  }).join("");
}

/** The answer to every question; undefined where it cannot be asked. */
function answersOf(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
): Record<AnsweredId, string | undefined> {
  const { access, disk, domain } = gateway;
  const [user] = access.users;
  const [host = gateway.hostname, ...rest] = gateway.hostname.split(".");
  const auto = disk.layout === "auto";
  const gpt = domain.firmware === "uefi";
  return {
    "terminal": "vt220",
    "hostname": host,
    "interface": environment.interface,
    "inet": environment.address,
    // Its default changes from release to release.
    "inet6": "none",
    "more-interfaces": "done",
    "route": environment.route,
    "domain": rest.join(".") || "my.domain",
    "nameservers": environment.nameserver,
    "root-password": secrets.passwords.root ?? NO_PASSWORD,
    "root-key": "none",
    "sshd": "yes",
    "x": "no",
    "xenodm": "no",
    "console": "yes",
    "speed": String(gateway.consoleSpeed),
    "user": user?.name ?? "no",
    "user-name": user?.fullName || user?.name,
    "user-password": user && (secrets.passwords[user.name] ?? NO_PASSWORD),
    "user-key": user && "none",
    "root-ssh": access.rootSsh,
    "root-disk": environment.disk,
    "encrypt": "no",
    "partitioning": gpt ? "gpt" : "whole",
    // The installer is started by a BIOS, whatever starts the gateway.
    "gpt": gpt ? "yes" : undefined,
    "template": auto ? "none" : environment.template,
    "layout": auto ? "a" : undefined,
    "more-disks": "done",
    "location": "http",
    "proxy": "none",
    "server": environment.httpServer,
    "directory": environment.serverDirectory,
    "sets": SETS,
    // The site set is ours: the release's signature cannot name it.
    "site-checksum": "yes",
    "site-unverified": "yes",
    "more-sets": "done",
    "timezone": gateway.timezone,
  };
}
