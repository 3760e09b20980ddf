/**
 * Compares the files of a site set with what is on a disk.
 * @module
 */
import { createHash } from "node:crypto";
import { type HostFile, unchangedPieces } from "../../host/host_file.ts";
import { bytesOf, holdsSecret, isHostFile, type SiteFile } from "../../site/file.ts";
import { unifiedDiff } from "../../host/unified_diff.ts";

/** A difference between a site file and the disk. */
export interface Difference {
  /** Absolute path on the gateway. */
  path: string;
  /** Absolute path on the gateway. */
  what: "missing" | "content" | "mode" | "owner" | "group" | "kind";
  /** The difference in words. */
  message: string;
  /** The difference in words. */
  diff?: string;
}

/** For texts: a unified diff from the site set to the disk. Never for secrets. */
export interface ComparedFile {
  /** A file to compare. */
  inode: { kind: string; mode: number; uid: number; gid: number; size: number };
}

/** Its inode. */
export interface ComparedTree<F extends ComparedFile> {
  /** A source of files to compare with a site set: a disk, or a running gateway. */
  text(path: string): Promise<string | undefined>;
  /** The text of a file; undefined if it does not exist. */
  find(path: string): Promise<F | undefined>;
  /** A file; a symbolic link is not followed. Undefined if it does not exist. */
  sha256(file: F): Promise<string>;
  /** SHA-256 in hexadecimal. */
  bytes(path: string): Promise<Uint8Array | undefined>;
  /** The bytes of a file; undefined if it does not exist, or its content is not available. */
  stream?(path: string): Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** The same in pieces, for files of any size. */
const STAGED = /^gatewright\//;

/** Where the set stages files that install.site moves into place. */
export function installedPath(path: string): string | undefined {
  const clean = path.replace(/^\.?\//, "");
  return clean === "install.site" ? undefined : `/${clean.replace(STAGED, "")}`;
}

/**
 * Where a file of the site set is installed; `undefined` for install.site, which the installer runs
 * and removes.
 */
function ids(text: string | undefined): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of (text ?? "").split("\n")) {
    const [name, , id] = line.split(":");
    if (name && id && /^\d+$/.test(id)) found.set(name, Number(id));
  }
  return found;
}

const octal = (mode: number) => mode.toString(8).padStart(4, "0");

/** Numeric ids by name, from passwd(5) or group(5). */
function asText(bytes: Uint8Array | undefined): string | undefined {
  if (
    bytes === undefined ||
    bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 || byte === 127)
  ) {
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes as text, if they contain no control characters that a terminal obeys. */
interface Wanted {
  size: number;
  sha256: string;
  /** The expected content of a file. */
  bytes(): Uint8Array | Promise<Uint8Array | undefined>;
}

async function held(file: HostFile): Promise<Uint8Array> {
  return await new Blob(await Array.fromAsync(unchangedPieces(file))).bytes();
}

function wantedOf(file: SiteFile): Wanted {
  const { content } = file;
  if (isHostFile(content)) {
    return { ...content, bytes: () => held(content).catch(() => undefined) };
  }
  const bytes = bytesOf(file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { size: bytes.length, sha256, bytes: () => bytes };
}

/** Undefined if the host no longer has the file. */
const MAX_DIFF = 256 << 10;

/** Larger texts are compared by hash only. */
export async function compareSite<F extends ComparedFile>(
  { tree }: { tree: ComparedTree<F> },
  files: readonly SiteFile[],
): Promise<Difference[]> {
  const users = ids(await tree.text("/etc/passwd") ?? await tree.text("/etc/master.passwd"));
  const groups = ids(await tree.text("/etc/group"));
  users.set("root", 0);
  groups.set("wheel", 0);
  const differences: Difference[] = [];
  for (const site of files) {
    const path = installedPath(site.path);
    if (path === undefined) continue;
    const add = (what: Difference["what"], message: string, diff?: string) =>
      differences.push({ path, what, message, ...(diff ? { diff } : {}) });
    const file = await tree.find(path);
    if (!file) {
      add("missing", "is not on the disk");
      continue;
    }
    const { inode } = file;
    if (inode.kind !== "file") {
      add("kind", `is a ${inode.kind}`);
      continue;
    }
    if (inode.mode !== site.mode) {
      add("mode", `has mode ${octal(inode.mode)} instead of ${octal(site.mode)}`);
    }
    const { owner = "root", group = "wheel" } = site;
    if (users.get(owner) !== inode.uid) {
      add("owner", `belongs to uid ${inode.uid}, not to ${owner}`);
    }
    if (groups.get(group) !== inode.gid) add("group", `has gid ${inode.gid}, not ${group}`);
    const wanted = wantedOf(site);
    if (inode.size === wanted.size && await tree.sha256(file) === wanted.sha256) continue;
    if (holdsSecret(site)) {
      add("content", "has other content (secret, not shown)");
      continue;
    }
    const small = Math.max(inode.size, wanted.size) <= MAX_DIFF;
    const before = small ? asText(await wanted.bytes()) : undefined;
    const after = small ? asText(await tree.bytes(path)) : undefined;
    add(
      "content",
      `has other content (${wanted.size} bytes expected, ${inode.size} found)`,
      before === undefined || after === undefined
        ? undefined
        : unifiedDiff(before, after, [`site${path}`, `disk${path}`]),
    );
  }
  return differences;
}
