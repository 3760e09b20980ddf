/**
 * install.conf: the answers for the installer (autoinstall(8)).
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
 * No compiler, games or X; relinking the kernel needs base only. The site set must be selected
 * explicitly. A pattern that matches no set on the mirror is harmless.
 */
const SETS = "-comp* -game* -x* +site* done";

/** A console in canonical mode takes lines of 255 bytes (MAX_CANON); keep well below. */
const LONGEST_LINE = 200;

/** Full names that both the installer and a console line take. */
const FULL_NAME = /^[\x20-\x7e]{1,100}$/;

/** A domain that fits on a console line after its question. */
const LONGEST_DOMAIN = 150;

/** Login names that the installer accepts; with any other it continues without a user. */
const LOGIN = /^[a-z][-a-z0-9_]{0,30}$/;

/**
 * The response file: one line per question that the installer of the gateway's release can ask in
 * `environment`, in the order of the questions. Long lines, such as ssh keys, are in the site set
 * instead.
 *
 * The file holds password hashes: keep it private.
 *
 * @throws {GatewrightError} (description) if a line would be too long for the console, or the
 * installer would silently skip the first user.
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
      // A question that some releases ask earlier is answered by the same line.
      const answer = key === undefined || when === "list" ? undefined : answers[id as AnsweredId];
      if (key === undefined || answer === undefined) return "";
      const line = secretly`${fill(key, names)} = ${answer}`;
      const length = new TextEncoder().encode(reveal(line)).length;
      if (length > LONGEST_LINE) {
        throw new GatewrightError(`the answer to "${fill(key, names)}" is too long`, {
          kind: "description",
          where: gateway.file,
          why: `its line has ${length} bytes; the console accepts at most ${LONGEST_LINE}`,
          next: "shorten it in the description",
        });
      }
      return secretly`${line}\n`;
    }),
  );
}

/** The answer to every question, passwords included; undefined if the question cannot come up. */
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
    // The default depends on the release.
    "inet6": "none",
    "more-interfaces": "done",
    "route": environment.route,
    // install.site rewrites myname(5) and hosts(5), so a domain that is too long may be left out
    // here.
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
    // The installer silently replaces a name that it rejects; install.site sets it.
    "user-name": user && (FULL_NAME.test(user.fullName) ? user.fullName : user.name),
    "user-password": user && (secrets.passwords.get(user.name) ?? NO_PASSWORD),
    "user-key": user && "none",
    "root-ssh": access.rootSsh,
    "root-disk": environment.disk,
    "encrypt": "no",
    "partitioning": gpt ? "gpt" : "whole",
    // QEMU starts the installer with a BIOS, whatever firmware the gateway has.
    "gpt": gpt ? "yes" : undefined,
    "template": auto ? "none" : environment.template,
    "layout": auto ? "a" : undefined,
    "more-disks": "done",
    "location": "http",
    "proxy": "none",
    "server": environment.httpServer,
    "directory": environment.serverDirectory,
    "sets": SETS,
    // The signature of the release does not cover our site set.
    "site-checksum": "yes",
    "site-unverified": "yes",
    "more-sets": "done",
    "timezone": gateway.timezone,
  };
}
