/**
 * Checks that no private key is on the disk except those of the description.
 * @module
 */
import type { FileTree } from "../disk/file_tree.ts";
import type { HygieneCheck } from "./check.ts";

/** Folders where users and daemons keep keys; the rest of the disk comes from the release. */
const FOLDERS = ["/etc", "/home", "/root", "/usr/local/etc", "/var"];
/** Size limit of a key in bytes. */
const MOST = 256 << 10;
/** Keys that daemons generate are covered by other checks. */
const OTHERS =
  /^\/etc\/(ssh\/ssh_host_[^/]*key|isakmpd\/private\/local\.key|iked\/private\/local\.key)$/;
/** PEM of any kind (OpenSSL, OpenSSH, PuTTY), and signify(1). */
const KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-|signify secret key$/m;

async function* keyFiles(tree: FileTree): AsyncGenerator<string> {
  for (const folder of FOLDERS) {
    if ((await tree.find(folder, { follow: true }))?.inode.kind !== "directory") continue;
    for await (const { path, inode } of tree.walk(folder)) {
      if (inode.kind === "file" && inode.size > 0 && inode.size <= MOST) yield path;
    }
  }
}

/** Keys on the disk are known to everyone who has the image. */
export const privateKeys: HygieneCheck = {
  name: "private-keys",
  reason:
    "machines made from this image would share the key, and anyone who has the image has it too",
  run: async ({ tree }, { shipped }, signal) => {
    const problems: string[] = [];
    const known = new Set(shipped);
    for await (const path of keyFiles(tree)) {
      signal?.throwIfAborted();
      if (known.has(path) || OTHERS.test(path)) continue;
      const bytes = await tree.bytes(path);
      if (bytes && KEY.test(new TextDecoder("latin1").decode(bytes))) {
        problems.push(`${path} holds a private key`);
      }
    }
    return { problems };
  },
};
