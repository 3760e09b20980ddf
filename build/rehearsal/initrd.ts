/**
 * The stand-in's ramdisk: busybox, a few Debian programs, and the scripts in `guest/`.
 * @module
 */
import type { Release } from "../../gateway/gateway.ts";
import { cpio, type CpioEntry } from "./cpio.ts";
import type { DebianParts } from "./debian.ts";

/** Scripts of `guest/` by path in the ramdisk. */
const SCRIPTS = new Map(Object.entries({
  "init": "init",
  "autoinstall": "autoinstall",
  "install": "install",
  "bin/sha256": "sha256",
  "bin/ksh": "ksh",
  "site-tools/pfctl": "checker",
  "site-tools/ipsecctl": "checker",
  "site-tools/iked": "checker",
  "site-tools/useradd": "useradd",
  "lib/answers.awk": "answers.awk",
  "lib/layout.awk": "layout.awk",
  "lib/common.sh": "common.sh",
  "lib/network.sh": "network.sh",
  "lib/accounts.sh": "accounts.sh",
  "lib/disk.sh": "disk.sh",
  "lib/sets.sh": "sets.sh",
  "lib/finish.sh": "finish.sh",
}));

/** Reads a script of `guest/`. */
async function guestScript(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(`guest/${name}`, import.meta.url));
  return new Uint8Array(await response.arrayBuffer());
}

/** The archive members of the ramdisk, except the release's key. */
export async function guestFiles(release: Release, parts: DebianParts): Promise<CpioEntry[]> {
  const files = new Map<string, { mode: number; content: Uint8Array }>();
  for (const [guest, path] of parts.programs) {
    files.set(guest, { mode: 0o755, content: await Deno.readFile(path) });
  }
  for (const [guest, name] of SCRIPTS) {
    files.set(guest, { mode: 0o755, content: await guestScript(name) });
  }
  const names: string[] = [];
  for (const path of parts.modules) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    names.push(name);
    files.set(`lib/modules/${name}`, { mode: 0o644, content: await Deno.readFile(path) });
  }
  const text = (path: string, lines: string) =>
    files.set(path, { mode: 0o644, content: new TextEncoder().encode(lines) });
  text("etc/modules", names.map((name) => `${name}\n`).join(""));
  text("etc/rehearsal", `VERSION=${release.version}\nARCH=${release.arch}\n`);
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const words = path.split("/").slice(0, -1);
    words.forEach((_, index) => folders.add(words.slice(0, index + 1).join("/")));
  }
  return [
    ...[...folders].sort().map((name) => ({ name, kind: "directory" as const })),
    ...[...files].map(([name, file]) => ({ name, kind: "file" as const, ...file })),
  ];
}

/** The archive, with the public key for the stand-in's check of signatures. */
export function initrd(
  files: CpioEntry[],
  release: Release,
  publicKey: string,
): Uint8Array<ArrayBuffer> {
  return cpio([
    ...files,
    { name: "etc/signify", kind: "directory" },
    {
      name: `etc/signify/openbsd-${release.number}-base.pub`,
      kind: "file",
      mode: 0o644,
      content: new TextEncoder().encode(publicKey),
    },
  ]);
}
