/**
 * Checks that no private key is on the disk that the description did not bring.
 * @module
 */
import type { FileTree } from "../disk/file_tree.ts";
import type { HygieneCheck } from "./check.ts";

/** Where people and daemons keep keys; the rest of the disk is the release's. */
const FOLDERS = ["/etc", "/home", "/root", "/usr/local/etc", "/var"];
/** Larger files are no keys. */
const MOST = 256 << 10;
/** Those that daemons make by themselves have checks of their own. */
const OTHERS =
  /^\/etc\/(ssh\/ssh_host_[^/]*key|isakmpd\/private\/local\.key|iked\/private\/local\.key)$/;
/** PEM of any kind (OpenSSL, OpenSSH, PuTTY's is named otherwise), and signify(1). */
const KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-|signify secret key$/m;

async function* keyFiles(tree: FileTree): AsyncGenerator<string> {
  for (const folder of FOLDERS) {
    if ((await tree.find(folder, { follow: true }))?.inode.kind !== "directory") continue;
    for await (const { path, inode } of tree.walk(folder)) {
      if (inode.kind === "file" && inode.size > 0 && inode.size <= MOST) yield path;
    }
  }
}

/** Keys that are on the disk are in everybody's hands who has the image. */
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
