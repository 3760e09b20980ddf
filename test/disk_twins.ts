/**
 * Two disks held against each other, file by file.
 * @module
 */
import type { Inspection } from "../images/inspect/inspect.ts";
import type { TreeFile } from "../images/disk/file_tree.ts";

/** Names of the installer's logs end in a random number. */
const plainPath = (path: string) =>
  path.replace(/^(\/var\/log\/(?:ai\.log|install\.resp))\.\d+$/, "$1");

/** What two installations never agree in: seeds, and what the installer said while it wrote the sets. */
const OWN = new Set(["/etc/random.seed", "/var/db/host.random", "/var/log/ai.log"]);

/** All that is compared of a file: everything but its times and its numbers. */
async function traits({ tree, label }: Inspection, file: TreeFile): Promise<string> {
  const { inode, fs } = file;
  const { kind, mode, uid, gid, links, flags, device, size } = inode;
  const path = plainPath(file.path);
  const common = [kind, mode.toString(8), uid, gid, `links ${links}`, flags];
  if (kind === "symlink") return [...common, await fs.readlink(inode)].join(" ");
  if (device) return [...common, device.major, device.minor].join(" ");
  if (kind !== "file") return common.join(" ");
  if (OWN.has(path)) return [...common, path === "/var/log/ai.log" ? "" : size].join(" ");
  // Texts with a DUID, the mirror's place or the number of a log in them.
  if (/^\/etc\/(fstab|rc\.firsttime)$|^\/var\/log\//.test(path)) {
    const text = (await tree.text(file.path) ?? "").replaceAll(label.duid, "DUID")
      .replace(/\b[0-9a-f]{32}\/pub/g, "SECRET/pub").replace(/10\.0\.2\.2:\d+/g, "10.0.2.2:PORT")
      .replace(/(\/var\/log\/(?:ai\.log|install\.resp))\.\d+/g, "$1.N");
    return [...common, JSON.stringify(text)].join(" ");
  }
  return [...common, size, await tree.sha256(file)].join(" ");
}

/** Every difference in contents, modes, owners, links and devices, one a line; empty for twins. */
export async function differences(one: Inspection, other: Inspection): Promise<string[]> {
  const [first, second] = await Promise.all([one, other].map(async (disk) => {
    const found = new Map<string, string>();
    for await (const file of disk.tree.walk()) {
      found.set(plainPath(file.path), await traits(disk, file));
    }
    return found;
  })) as [Map<string, string>, Map<string, string>];
  const paths = [...new Set([...first.keys(), ...second.keys()])].sort();
  return paths.flatMap((path) => {
    const [a = "is not there", b = "is not there"] = [first.get(path), second.get(path)];
    return a === b ? [] : [`${path}: ${a}\n  but ${b}`];
  });
}
