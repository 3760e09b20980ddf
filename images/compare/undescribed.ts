/**
 * Finds files in folders that only Gatewright writes to, and that the description does not contain.
 * @module
 */
import type { FileTree } from "../disk/file_tree.ts";
import type { SiteFile } from "../../site/file.ts";
import { type Difference, installedPath } from "./compare_site.ts";

/** Those folders, and Gatewright's files in them; as in site/push/query_script.ts. */
const OWN: readonly (readonly [folder: string, name: RegExp])[] = [
  ["/etc/ipsec", /\.conf$/],
  ["/etc", /^hostname\./],
];

/** Paths on a disk in folders that only Gatewright writes to. */
export async function ownPaths(tree: Pick<FileTree, "find" | "list">): Promise<string[]> {
  const found: string[] = [];
  for (const [folder, name] of OWN) {
    if ((await tree.find(folder))?.inode.kind !== "directory") continue;
    for (const { path, inode } of await tree.list(folder)) {
      if (inode.kind === "file" && name.test(path.slice(folder.length + 1))) found.push(path);
    }
  }
  return found;
}

/** Those of `paths` that are not among the files of the description. */
export function undescribed(paths: readonly string[], whole: readonly SiteFile[]): Difference[] {
  const described = new Set(whole.map(({ path }) => installedPath(path)));
  return paths.filter((path) => !described.has(path)).map((path) => ({
    path,
    what: "kind",
    message: "is not described",
  }));
}
