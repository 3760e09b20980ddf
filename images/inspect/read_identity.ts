/**
 * The keys that identify a machine, read from the disk of one that has run: those that rc(8) makes
 * at the first boot (ssh-keygen -A, the keys of isakmpd(8) and iked(8), soii.key), and others
 * beside them.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { reveal, Secret, type Text } from "../../host/secret.ts";
import type { FileTree, TreeFile } from "../disk/file_tree.ts";
import { isHalfOf, keyFault } from "./whole_key.ts";

/** A key or certificate of a machine. */
export interface IdentityFile {
  /** Absolute path. */
  path: string;
  /** Content; secret for private keys. */
  content: Text;
  /** Permission bits; private keys are for root only. */
  mode: number;
  /**
   * Path of the private key that it belongs to, or its own: a pair is kept together or not at all.
   */
  pair: string;
}

/** Keys found on a disk. */
export interface DiskIdentity {
  /** Host name in /etc/myname. */
  hostname?: string;
  /** The files, sorted by path; all are owned by root. */
  files: IdentityFile[];
  /** Files beside them that were not read, each with a reason. */
  left: { path: string; why: string }[];
}

/** Where the keys are, and which files of a folder count. */
const FOLDERS: [folder: string, name: RegExp][] = [
  ["/etc", /^soii\.key$/],
  ["/etc/ssh", /^ssh_host_[^.]+_key(-cert)?(\.pub)?$/],
  ...["/etc/isakmpd", "/etc/iked"].flatMap((folder): [string, RegExp][] => [
    [folder, /^local\.pub$/],
    [`${folder}/private`, /./],
    [`${folder}/certs`, /./],
  ]),
];

/** Trusted keys of others: these come from the description. */
const TRUST: [folder: string, name: RegExp][] = ["/etc/isakmpd", "/etc/iked"].flatMap((folder) => [
  ...["ca", "crls"].map((name): [string, RegExp] => [`${folder}/${name}`, /./]),
  ...["ipv4", "ipv6", "fqdn", "ufqdn"]
    .map((name): [string, RegExp] => [`${folder}/pubkeys/${name}`, /./]),
]);

const PRIVATE = /\/(ssh_host_[^/.]+_key|soii\.key)$|\/private\//;
const KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;

/** Names that need no quoting anywhere. */
const PLAIN = /^[\w.@:+=-]+$/;
/** Size limit of a key, and limit of the number of keys. */
const MOST = { bytes: 256 << 10, files: 200 };

/**
 * Reads the keys of a machine from the files in `tree`. Private keys are {@linkcode Secret}s.
 *
 * @param name name of the disk in messages
 * @throws {GatewrightError} (verification) if there are no ssh host keys, or a private key is
 * damaged.
 */
export async function readIdentity(tree: FileTree, name: string): Promise<DiskIdentity> {
  const found: DiskIdentity = { files: [], left: [] };
  const hostname = (await tree.text("/etc/myname"))?.split("\n")[0]?.trim();
  if (hostname) found.hostname = hostname;
  for await (const file of named(tree, FOLDERS)) await readInto(found, tree, file, name);
  for await (const { path } of named(tree, TRUST)) {
    found.left.push({ path, why: "the description decides whom the gateway trusts" });
  }
  const keys = new Set(found.files.map(({ path }) => path));
  // rc(8) generates both halves if the private one is missing.
  found.files = found.files.filter(({ pair }) => keys.has(pair))
    .sort((a, b) => a.path < b.path ? -1 : 1);
  leaveStrangers(found);
  if (found.files.some(({ path }) => path.startsWith("/etc/ssh/"))) return found;
  throw new GatewrightError("the disk has no identity to keep", {
    kind: "verification",
    code: "no-identity",
    where: name,
    why: "no ssh host key is in /etc/ssh: OpenBSD makes them at the first boot of a disk",
    next: "name the disk of the gateway that ran",
  });
}

/** Leaves out public keys that are not the half of their private key: they would pass for this machine's. */
function leaveStrangers(found: DiskIdentity): void {
  const own = new Map(found.files.map((file) => [file.path, file.content]));
  const strangers = found.files.filter(({ path, content, pair }) => {
    const key = path === pair || path.endsWith("-cert.pub") ? undefined : own.get(pair);
    return key instanceof Secret && isHalfOf(reveal(content), reveal(key)) === false;
  });
  found.files = found.files.filter((file) => !strangers.includes(file));
  found.left.push(
    ...strangers.map(({ path, pair }) => ({ path, why: `it does not belong to ${pair}` })),
  );
}

/** The files in the existing folders. */
async function* named(
  tree: FileTree,
  folders: readonly [folder: string, name: RegExp][],
): AsyncGenerator<TreeFile> {
  for (const [folder, name] of folders) {
    if ((await tree.find(folder, { follow: true }))?.inode.kind !== "directory") continue;
    for (const { path, inode } of await tree.list(folder)) {
      const last = path.slice(path.lastIndexOf("/") + 1);
      const wanted = `${folder}/${last}`;
      if (!name.test(last) || inode.kind === "directory") continue;
      const file = await tree.find(wanted, { follow: true });
      if (file?.inode.kind === "file") yield { ...file, path: wanted };
    }
  }
}

async function readInto(found: DiskIdentity, tree: FileTree, file: TreeFile, name: string) {
  const { path, inode } = file;
  const secret = PRIVATE.test(path);
  const text = wholeOf(path, secret, await textOf(tree, file));
  if (typeof text === "string" && found.files.length < MOST.files) {
    const inner = secret || KEY.test(text);
    found.files.push({
      path,
      content: inner ? new Secret(text) : text,
      mode: (inode.mode & (inner ? 0o600 : 0o644)) | 0o400,
      pair: pairOf(path),
    });
    return;
  }
  const why = typeof text === "string" ? `there are more than ${MOST.files}` : text.why;
  // rc(8) accepts any file as a key, and then the daemon does not start.
  if (secret && inode.size > 0) {
    throw new GatewrightError(`${path} cannot be kept`, {
      kind: "verification",
      code: "no-identity",
      where: name,
      why,
      next: "repair it on the gateway, or remove it there: the new one then makes its own",
    });
  }
  found.left.push({ path, why });
}

/** The path of the private key that a file belongs to. */
function pairOf(path: string): string {
  return path.replace(/(_key)(-cert)?\.pub$/, "$1").replace(/\/local\.pub$/, "/private/local.key");
}

/** `text`, or why it is of no use as the private key at `path`. */
function wholeOf(path: string, secret: boolean, text: string | { why: string }) {
  const why = secret && typeof text === "string" ? keyFault(path, text) : undefined;
  return why === undefined ? text : { why };
}

async function textOf(
  tree: FileTree,
  { path, inode }: TreeFile,
): Promise<string | { why: string }> {
  if (inode.size === 0) return { why: "it is empty" };
  if (inode.size > MOST.bytes) return { why: "it is too large for a key" };
  if (!PLAIN.test(path.slice(path.lastIndexOf("/") + 1))) {
    return { why: "its name has characters other than letters, digits and ._@:+=-" };
  }
  const bytes = await tree.bytes(path) ?? new Uint8Array();
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.length > 0 && !text.includes("\0")) return text;
  } catch {
    // Not text.
  }
  return { why: "it is not text" };
}
