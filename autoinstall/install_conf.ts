/**
 * install.conf: what the installer is answered (autoinstall(8)).
 * @module
 */
import { GatewrightError } from "../host/error.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import type { InstallEnvironment } from "./environment.ts";
import { type AnsweredId, fill, type Names } from "./question.ts";
import { questionsOf } from "./questions.ts";
import { joined, reveal, secretly, type Text } from "../host/secret.ts";
import { NO_PASSWORD } from "../gateway/openbsd/accounts.ts";

/**
 * The compiler, games and X stay away; relinking the kernel needs base only. The site set is never
 * selected by itself. A pattern that fits no set of the mirror does no harm.
 */
const SETS = "-comp* -game* -x* +site* done";

/** A line typed at a console in canonical mode may have 255 bytes (MAX_CANON); keep well below. */
const LONGEST_LINE = 200;

/** What the installer takes for a full name, and a console for typing. */
const FULL_NAME = /^[\x20-\x7e]{1,100}$/;

/** A domain that fits on a line of the console beside its question. */
const LONGEST_DOMAIN = 150;

/** Names that the installer gives a user; any other makes it go on without one. */
const LOGIN = /^[a-z][-a-z0-9_]{0,30}$/;

/**
 * The response file: one line per question that an installation of the gateway's release in
 * `environment` can ask, in the order of the questions. Long lines, such as ssh keys, travel in the
 * site set instead.
 *
 * The file holds password hashes: keep it private.
 *
 * @throws {GatewrightError} (description) where a line would be too long for the console, or the installer
 * would silently leave out the first user.
 */
export function renderInstallConf(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
): Text {
  const { access, release } = gateway;
  const [user] = access.users;
  if (user && !LOGIN.test(user.name)) {
    throw new GatewrightError(`OpenBSD's installer refuses ${user.name} as the first user`, {
      kind: "description",
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
  const answers = installAnswers(gateway, secrets, environment);
  return joined(
    questionsOf(release.number, release.arch).map(({ id, key, when }) => {
      // What is asked earlier there, is asked later elsewhere, and answered by the same line.
      const answer = key === undefined || when === "list" ? undefined : answers[id as AnsweredId];
      if (key === undefined || answer === undefined) return "";
      const line = secretly`${fill(key, names)} = ${answer}`;
      const length = new TextEncoder().encode(reveal(line)).length;
      if (length > LONGEST_LINE) {
        throw new GatewrightError(`the answer to "${fill(key, names)}" is too long`, {
          kind: "description",
          where: gateway.file,
          why: `it makes a line of ${length} bytes, the console takes ${LONGEST_LINE}`,
          next: "shorten it in the description",
        });
      }
      return secretly`${line}\n`;
    }),
  );
}

/** The answer to every question, passwords among them; undefined where it cannot be asked. */
export function installAnswers(
  gateway: Gateway,
  secrets: Secrets,
  environment: InstallEnvironment,
): Record<AnsweredId, Text | undefined> {
  const { access, disk } = gateway;
  const [user] = access.users;
  const [host = gateway.hostname, ...rest] = gateway.hostname.split(".");
  const domain = rest.join(".");
  const auto = disk.layout === "auto";
  const gpt = gateway.domain.firmware === "uefi";
  return {
    "terminal": "vt220",
    "hostname": host,
    "interface": environment.interface,
    "inet": environment.address,
    // Its default changes from release to release.
    "inet6": "none",
    "more-interfaces": "done",
    "route": environment.route,
    // install.site writes myname(5) and hosts(5) anew, so a domain that is too long is not missed.
    "domain": rest.length > 0 && domain.length <= LONGEST_DOMAIN ? domain : "my.domain",
    "nameservers": environment.nameserver,
    "root-password": secrets.passwords.get("root") ?? NO_PASSWORD,
    "root-key": "none",
    "sshd": "yes",
    "x": "no",
    "xenodm": "no",
    "console": "yes",
    "speed": String(gateway.consoleSpeed),
    "user": user?.name ?? "no",
    // The installer replaces a name that it does not take without a word; install.site sets it.
    "user-name": user && (FULL_NAME.test(user.fullName) ? user.fullName : user.name),
    "user-password": user && (secrets.passwords.get(user.name) ?? NO_PASSWORD),
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
