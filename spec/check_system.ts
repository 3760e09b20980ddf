/**
 * Meaning of the parts that describe the system: disk, accounts, files, domain.
 * @module
 */
import type { Gateway } from "./gateway.ts";
import type { Report } from "./report.ts";

/** Login names of the base system; install.sub refuses the first ones, the rest exist already. */
const RESERVED = [
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
];

/** Files that the site set carries already, or that the installer writes over. */
const OWN =
  /^\/(install\.site|gatewright(\/.*)?|etc\/(pf\.conf|ipsec\.conf|ipsec\/.*|iked\.conf|sysctl\.conf|rc\.conf\.local|doas\.conf|installurl|hostname\..*|mygate|myname|hosts|resolv\.conf|fstab)|usr\/local\/(sbin\/vpnctl|libexec\/gatewright-first-boot))$/;

/** Reports disks that are too small, accounts that cannot be, files without content, firmware that does not fit. */
export function checkSystem(gateway: Gateway, report: Report): void {
  checkRelease(gateway, report);
  checkDisk(gateway, report);
  checkAccess(gateway, report);
  const paths = new Set<string>();
  for (const [index, file] of gateway.files.entries()) {
    const path = ["files", index, "path"];
    if (/(^|\/)\.\.?(\/|$)|\/\/|\/$/.test(file.path)) {
      report(path, "error", `${file.path} is no plain absolute path`);
    }
    if (OWN.test(file.path) && !file.append) {
      report(
        path,
        "error",
        `${file.path} is written by Gatewright itself; use the fields of the spec`,
      );
    }
    if (file.content.kind === "secret" && file.mode & 0o077) {
      report(
        ["files", index, "mode"],
        "error",
        "a secret must not be readable by others; use 0600 or 0400",
      );
    }
    const key = `${file.append} ${file.path}`;
    if (paths.has(key)) report(path, "error", `${file.path} is given twice`);
    paths.add(key);
    if (file.content.kind === "text" && file.content.text === "") {
      report(path, "warning", `${file.path} has no content, append, source or secret`);
    }
  }
  const { domain, release } = gateway;
  if (domain.vcpus.current > domain.vcpus.maximum) {
    report(["domain", "vcpus"], "error", "more current vcpus than the maximum");
  }
  if (domain.memory < 128) report(["domain", "memory"], "error", "less than 128M");
  if (domain.firmware === "uefi" && release.arch === "i386") {
    report(["domain", "firmware"], "error", "OpenBSD/i386 does not boot from UEFI");
  }
  if (domain.firmware === "uefi" && domain.machine === "pc") {
    report(["domain", "machine"], "error", "UEFI needs machine: q35");
  }
}

function checkRelease({ release }: Gateway, report: Report): void {
  if (!release.rehearsal) return;
  for (const field of ["mirror", "key"] as const) {
    if (release[field] === undefined) continue;
    report(["release", field], "error", "a rehearsal makes its own release: take this away");
  }
}

function checkDisk(gateway: Gateway, report: Report): void {
  const { disk, release } = gateway;
  // The installer checks sets in a prefetch area on the new disk: 512 MiB (since 7.x 1 GiB) in /tmp
  // or /home, or 2 GiB where the system itself goes (install.sub; a root of 2 GiB fails on 6.6).
  const prefetch = release.number < 70 ? 512 : 1024;
  const system = 2560;
  const least = 3072;
  if (disk.size < least) {
    report(
      ["disk", "size"],
      "error",
      `${disk.size} MiB is too small; the installer of ${release.version} needs ${least} MiB`,
    );
  }
  if (typeof disk.layout === "string") return;
  const path = ["disk", "layout"];
  const sum = disk.layout.reduce((total, one) => total + one.size, 0);
  if (sum > disk.size) {
    report(path, "error", `the partitions need ${sum} MiB, the disk has ${disk.size}`);
  }
  if (!disk.layout.some((one) => one.mount === "/")) {
    report(path, "error", "there is no / partition");
  }
  const mounts = disk.layout.map((one) => one.mount);
  for (const [index, mount] of mounts.entries()) {
    if (mounts.indexOf(mount) < index) {
      report([...path, index, "mount"], "error", `${mount} is there twice`);
    }
  }
  const growing = disk.layout.filter((one) => one.grow).length;
  if (growing > 1) report(path, "error", "only one partition can take what is left");
  // Free space decides, so a growing partition counts with all that is left for it.
  const room = (mount: string) => {
    const one = disk.layout instanceof Array
      ? disk.layout.find((other) => other.mount === mount)
      : undefined;
    return one ? one.grow ? one.size + disk.size - sum : one.size : 0;
  };
  const roomy =
    ["/tmp", "/home", "/usr/src", "/usr/obj"].some((mount) => room(mount) >= prefetch) ||
    ["/", "/usr", "/var"].some((mount) => room(mount) >= system);
  if (!roomy) {
    report(
      path,
      "error",
      `no partition has room for the installer's prefetch area (${prefetch} MiB in /tmp or /home, or ${
        2 * prefetch
      } MiB in / or /usr)`,
    );
  }
}

function checkAccess(gateway: Gateway, report: Report): void {
  const { access } = gateway;
  const seen = new Set<string>();
  let way = access.rootPassword.kind !== "none" ||
    (access.rootKeys.length > 0 && access.rootSsh !== "no");
  for (const [index, user] of access.users.entries()) {
    const path = ["access", "users", index, "name"];
    if (RESERVED.includes(user.name)) {
      report(path, "error", `OpenBSD reserves the name ${user.name}`);
    }
    if (seen.has(user.name)) report(path, "error", `there are two users named ${user.name}`);
    seen.add(user.name);
    if (user.keys.length > 0 || user.password.kind !== "none") way = true;
    else report(path, "warning", `${user.name} has neither a key nor a password and cannot log in`);
  }
  if (!way) report(["access"], "warning", "nobody can log in: no root password, no key, no user");
}
