/**
 * Checks the `files` part.
 * @module
 */
import { few } from "../../host/few.ts";
import { GIDS, UIDS } from "../openbsd/accounts.ts";
import { isStaged, refusedBits, sitePath } from "../openbsd/extra_path.ts";
import type { ExtraFile, Gateway } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { fitsUstar } from "../../host/ustar.ts";
import { checkPlainSecret } from "./plain_secrets.ts";
import type { Report } from "./report.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkOverridingFiles, isOfTheRelease, mayReplace } from "./overriding_files.ts";

/** Files that are in the site set already, or that the installer overwrites. */
const OWN =
  /^\/(install\.site|gatewright(\/.*)?|etc\/(pf\.conf|ipsec\.conf|ipsec\/.*|iked\.conf|sysctl\.conf|rc\.conf\.local|doas\.conf|installurl|hostname\..*|mygate|myname|hosts|resolv\.conf|fstab)|usr\/local\/(sbin\/vpnctl|libexec\/gatewright-first-boot))$/;

/** Folders of the base system; no file can have such a path. */
const FOLDERS =
  /^\/(altroot|bin|dev|etc|home|mnt|root|sbin|sys|tmp|usr|var)$|^\/usr\/(bin|lib|libexec|local|sbin|share)$|^\/usr\/local\/(bin|etc|lib|libexec|sbin|share)$|^\/var\/(cron|db|log|mail|run|spool|tmp|www)$|^\/etc\/(iked|isakmpd|mail|rc\.d|skel|ssh|ssl)$/;

/** Files of the release, or made from fields, that must be world-readable. */
const OPEN =
  /^\/etc\/(sysctl\.conf|rc\.conf\.local|installurl|mygate|myname|hosts|resolv\.conf|rc\.local|rc\.shutdown|group|login\.conf|motd|newsyslog\.conf|syslog\.conf|services|ssh\/ssh_config|ssh\/sshd_config)$/;

type FileDescription = NonNullable<GatewayDescription["files"]>[number];

/**
 * Reports files that cannot be created, or that would be overwritten; `description` is the data as
 * written.
 */
export function checkFiles(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const seen = new Set<string>();
  const whole = new Set(gateway.files.filter((one) => !one.append).map((one) => one.path));
  for (const [index, file] of gateway.files.entries()) {
    const path = ["files", index, "path"];
    if (/(^|\/)\.\.?(\/|$)|\/\/|\/$/.test(file.path)) {
      report(path, "error", `${file.path} has .., . or // in it; write the path without them`);
    } else if (FOLDERS.test(file.path)) {
      report(path, "error", `${file.path} is a folder of OpenBSD`);
    } else if (!file.append && !fitsUstar(sitePath(file))) {
      report(
        path,
        "error",
        `too long for a site set: it may have 100 characters, or 155 up to a slash and 100 after it${
          isStaged(file) ? `, with /gatewright before it (owner ${file.owner})` : ""
        }`,
        { rests: [["files", index, "owner"], ["files", index, "group"]] },
      );
    }
    if (OWN.test(file.path) && !file.append && !mayReplace(file.path)) {
      report(
        path,
        "error",
        `${file.path} is written by Gatewright itself; use the fields of the description`,
        { rests: [["files", index, "append"]] },
      );
    }
    const key = `${file.append} ${file.path}`;
    if (seen.has(key)) report(path, "error", `${file.path} is given twice`);
    seen.add(key);
    const above = [...whole].find((other) => file.path.startsWith(`${other}/`));
    const taken = foldersOf(file.path).find(isFile);
    if (above) report(path, "error", `${above} is a file of the description, not a folder`);
    else if (taken !== undefined) report(path, "error", `${taken} is a file, not a folder`);
    checkContent(file, description.files![index]!, index, report);
    checkOverridingFiles(gateway, description, index, report);
    checkOwner(file, gateway.access.users.map((user) => user.name), index, report);
  }
}

/** The folders above a file of `path`, `/` left out. */
function foldersOf(path: string): string[] {
  const names = path.split("/").slice(1, -1);
  return names.map((_, at) => `/${names.slice(0, at + 1).join("/")}`);
}

/** Whether the gateway has a file of that path, from the release or from fields. */
function isFile(path: string): boolean {
  return path !== "/gatewright" && OWN.test(path) || OPEN.test(path) || isOfTheRelease(path) ||
    path.endsWith("/.ssh/authorized_keys");
}

function checkContent(
  file: ExtraFile,
  description: FileDescription,
  index: number,
  report: Report,
): void {
  const path = ["files", index];
  const ways = ["content", "append", "source", "secret"] as const;
  const [first, ...others] = ways.filter((way) => description[way] !== undefined);
  if (first === undefined) {
    report([...path, "path"], "warning", `${file.path} has no content, append, source or secret`, {
      rests: ways.map((way) => [...path, way]),
    });
  }
  for (const other of others) {
    report([...path, other], "error", `${first} and ${other} contradict each other; give one`, {
      key: true,
    });
  }
  if (file.content.kind === "secret" && file.mode & 0o077) {
    report(
      [...path, "mode"],
      "error",
      "a secret must not be readable by others; use 0600 or 0400",
    );
  } else if (!file.append && file.mode & refusedBits(file.path)) {
    report(
      [...path, "mode"],
      "error",
      `${file.path} is refused if others can read it; use 0600, or leave mode out`,
      { rests: [[...path, "path"]] },
    );
  }
  if (file.append && file.content.kind === "secret" && OPEN.test(file.path)) {
    report(
      [...path, "append"],
      "error",
      `everyone can read ${file.path}; it cannot hold a secret`,
      {
        rests: [[...path, "path"]],
      },
    );
  }
  checkText(file, path, report);
  checkPlainSecret(file, index, report);
  if (file.append) {
    for (const field of ["mode", "owner", "group"] as const) {
      if (description[field] === undefined) continue;
      report(
        [...path, field],
        "warning",
        `append does not change the ${field} that ${file.path} has in the release`,
      );
    }
  }
}

/** Folders that rc(8) empties at each boot. */
const EMPTIED = /^\/(tmp|var\/run)\//;

/** Scripts that must be executable: rc(8) skips them otherwise. */
const RUN = /^\/(etc\/rc\.d|(usr\/local\/)?(s?bin|libexec))\/[^/]+$/;

/**
 * Reports files that are removed at boot, that are world-writable, or that nothing can run or read.
 */
function checkText(file: ExtraFile, path: (string | number)[], report: Report): void {
  const { content, mode, append } = file;
  if (EMPTIED.test(file.path)) {
    const [folder] = EMPTIED.exec(file.path)!;
    report(
      [...path, "path"],
      "warning",
      `rc(8) empties ${folder.slice(0, -1)} at each boot, which removes the file; put it elsewhere`,
    );
  }
  if (!append && mode & 0o002) {
    report([...path, "mode"], "warning", `anybody may write ${file.path}; use 0644, or 0755`);
  }
  if (content.kind !== "text") return;
  const isScript = content.text.startsWith("#!");
  if (!append && isScript && RUN.test(file.path) && !(mode & 0o100)) {
    report(
      [...path, "path"],
      "warning",
      `nothing runs ${file.path} with mode ${
        mode.toString(8).padStart(4, "0")
      }; write mode: "0755"`,
      { rests: [[...path, "mode"]] },
    );
  }
  if (content.text.includes("\r\n")) {
    report(
      [...path, append ? "append" : "content"],
      "warning",
      "lines end in CR LF, and OpenBSD reads the CR as part of the line; end them in LF",
    );
  }
}

function checkOwner(file: ExtraFile, users: string[], index: number, report: Report): void {
  for (const [field, ids] of [["owner", UIDS], ["group", GIDS]] as const) {
    // Each user has a group of the same name; the accounts of daemons (_iked) are in the release.
    const names = [...ids.keys(), ...users];
    if (names.includes(file[field]) || file[field].startsWith("_")) continue;
    report(
      ["files", index, field],
      "error",
      `found ${file[field]}; allowed: ${few(names, 20).join(", ")}`,
      {
        suggestion: nearest(file[field], names),
      },
    );
  }
}
