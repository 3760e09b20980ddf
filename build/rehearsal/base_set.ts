/**
 * The sets of the stand-in's release: a skeleton of a system, enough to unpack a site set into.
 * @module
 */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { packTar, type TarEntry } from "modern-tar";

/** Folders of base, with modes other than 0755. */
const FOLDERS = new Map(Object.entries({
  "bin": 0o755,
  "dev": 0o755,
  "etc": 0o755,
  "etc/iked": 0o755,
  "etc/iked/private": 0o700,
  "etc/isakmpd": 0o755,
  "etc/isakmpd/private": 0o700,
  "etc/mail": 0o755,
  "etc/signify": 0o755,
  "etc/skel": 0o755,
  "etc/skel/.ssh": 0o700,
  "etc/ssh": 0o755,
  "home": 0o755,
  "mnt": 0o755,
  "root": 0o700,
  "sbin": 0o755,
  "tmp": 0o1777,
  "usr": 0o755,
  "usr/bin": 0o755,
  "usr/libexec": 0o755,
  "usr/local": 0o755,
  "usr/local/bin": 0o755,
  "usr/local/libexec": 0o755,
  "usr/local/sbin": 0o755,
  "usr/mdec": 0o755,
  "usr/sbin": 0o755,
  "usr/share": 0o755,
  "usr/share/man": 0o755,
  "usr/share/relink": 0o755,
  "usr/share/zoneinfo": 0o755,
  "var": 0o755,
  "var/cron": 0o755,
  "var/db": 0o755,
  "var/empty": 0o755,
  "var/log": 0o755,
  "var/mail": 0o755,
  "var/run": 0o755,
  "var/sysmerge": 0o755,
  "var/tmp": 0o1777,
  "var/www": 0o755,
}));

/** Accounts: name, uid, description. */
const ACCOUNTS: [string, number, string][] = [
  ["daemon", 1, "The devil himself"],
  ["operator", 2, "System &"],
  ["bin", 3, "Binaries Commands and Source"],
  ["sshd", 27, "sshd privsep"],
  ["www", 67, "HTTP Server"],
  ["_isakmpd", 68, "isakmpd privsep"],
  ["_iked", 100, "IKEv2 Daemon"],
  ["nobody", 32767, "Unprivileged user"],
];

const GROUPS =
  "wheel:*:0:root\ndaemon:*:1:daemon\nkmem:*:2:\nsys:*:3:\ntty:*:4:\noperator:*:5:\nbin:*:7:\n" +
  "wsrc:*:9:\nstaff:*:20:\nsshd:*:27:\nwww:*:67:\n_isakmpd:*:68:\n_iked:*:100:\nnobody:*:32767:\n";

/** /etc of the release, which the installer unpacks from `var/sysmerge/etc.tgz`. */
const ETC = new Map<string, { content: string; mode?: number }>(Object.entries({
  "etc/fstab": { content: "" },
  "etc/group": { content: GROUPS },
  "etc/mail/aliases": { content: "MAILER-DAEMON: postmaster\npostmaster: root\n" },
  "etc/master.passwd": {
    content: "root::0:0:daemon:0:0:Charlie &:/root:/bin/ksh\n" +
      ACCOUNTS.map(([name, id, what]) =>
        `${name}:*:${id}:${id}::0:0:${what}:/var/empty:/sbin/nologin\n`
      ).join(""),
    mode: 0o600,
  },
  "etc/passwd": {
    content: "root:*:0:0:Charlie &:/root:/bin/ksh\n" +
      ACCOUNTS.map(([name, id, what]) => `${name}:*:${id}:${id}:${what}:/var/empty:/sbin/nologin\n`)
        .join(""),
  },
  "etc/myname": { content: "foo.my.domain\n" },
  "etc/rc": { content: "# A rehearsal ends before the first boot.\n" },
  "etc/rc.conf": { content: "# The stand-in starts nothing.\n" },
  "etc/shells": { content: "/bin/sh\n/bin/csh\n/bin/ksh\n" },
  "etc/skel/.profile": { content: "PATH=$HOME/bin:/bin:/sbin:/usr/bin:/usr/sbin\nexport PATH\n" },
  "etc/ssh/sshd_config": { content: "#PermitRootLogin prohibit-password\n" },
  "etc/sysctl.conf": { content: "" },
  "etc/ttys": {
    content: 'console	"/usr/libexec/getty std.9600"	vt220	off secure\n' +
      'ttyC0	"/usr/libexec/getty std.9600"	vt220	on  secure\n' +
      'tty00	"/usr/libexec/getty std.9600"	unknown off\n',
  },
}));

/** A notice in every part of a disk that it was made by a rehearsal. */
const NOTE = "This disk was made by a rehearsal of Gatewright. It does not boot OpenBSD.\n";

const TIME = new Date(946684800000); // 2000-01-01, for reproducible bytes

const header = (name: string, mode: number) => ({
  name,
  mode,
  mtime: TIME,
  uname: "root",
  gname: "wheel",
  uid: 0,
  gid: 0,
});

function folder(name: string, mode: number): TarEntry {
  return { header: { ...header(`${name}/`, mode), size: 0, type: "directory" } };
}

function file(name: string, content: string | Uint8Array, mode = 0o644): TarEntry {
  const body = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return { header: { ...header(name, mode), size: body.length, type: "file" }, body };
}

function link(name: string, target: string, type: "link" | "symlink"): TarEntry {
  return { header: { ...header(name, 0o644), size: 0, type, linkname: target } };
}

async function tgz(entries: TarEntry[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await promisify(gzip)(await packTar(entries), { level: 6 }));
}

/** `base79.tgz`: folders, accounts, time zones (all the same empty file), and the initial /etc. */
export async function baseSet(): Promise<Uint8Array<ArrayBuffer>> {
  const zones = [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", "Etc/UTC", "GMT"])]
    .concat("Canada/Mountain").sort();
  const folders = new Map(FOLDERS);
  for (const zone of zones) {
    const words = zone.split("/").slice(0, -1);
    words.forEach((_, i) =>
      folders.set(`usr/share/zoneinfo/${words.slice(0, i + 1).join("/")}`, 0o755)
    );
  }
  const first = `usr/share/zoneinfo/${zones[0]}`;
  const etc = Array.from(ETC, ([name, { content, mode }]) => file(name, content, mode));
  return await tgz([
    ...[...folders].sort(([a], [b]) => a < b ? -1 : 1)
      .map(([name, mode]) => folder(name, mode)),
    file("boot", NOTE, 0o600),
    file("etc/gatewright-rehearsal", NOTE),
    file(first, new Uint8Array([0x54, 0x5a, 0x69, 0x66, 0x32, ...new Array(39).fill(0)])),
    ...zones.slice(1).map((zone) => link(`usr/share/zoneinfo/${zone}`, first, "link")),
    link("etc/localtime", "/usr/share/zoneinfo/Canada/Mountain", "symlink"),
    file("usr/mdec/boot", NOTE, 0o444),
    file("usr/mdec/biosboot", NOTE, 0o444),
    file("usr/share/relink/kernel.tgz", NOTE),
    file("var/sysmerge/etc.tgz", await tgz(etc)),
  ]);
}

/** `man79.tgz`. */
export function manSet(): Promise<Uint8Array<ArrayBuffer>> {
  return tgz([folder("usr/share/man", 0o755), file("usr/share/man/mandoc.db", NOTE)]);
}
