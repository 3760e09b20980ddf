/**
 * Whether folders of this host are as they were: nothing in them made, written, renamed, removed or
 * given another mode.
 * @module
 */

/** What belongs to the system and to no test. */
const SYSTEM: readonly string[] = ["/usr", "/etc"];

/** Where dpkg writes whenever a package is installed or removed (dpkg(1)). */
const PACKAGES = "/var/lib/dpkg/status";

/** The state of everything in some folders at one moment: a line for each entry, by its path. */
export type Listing = ReadonlyMap<string, string>;

/**
 * Kind, inode, size, mode, owner, both times and target of everything in `folders`. The time of the
 * last change of status (ctime) cannot be set by any program, so a file that was written has another
 * line even where its size and its time of modification were put back. What does not exist or cannot
 * be read is left out.
 */
export async function listing(folders: readonly string[]): Promise<Listing> {
  const { stdout } = await new Deno.Command("find", {
    args: [...folders, "-xdev", "-printf", "%p\\0%y %i %s %m %U:%G %T@ %C@ %l\\0"],
    stdin: "null",
    stderr: "null",
  }).output();
  // Names are bytes; latin1 keeps each of them apart.
  const fields = new TextDecoder("latin1").decode(stdout).split("\0");
  const entries = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) entries.set(fields[at]!, fields[at + 1]!);
  return entries;
}

/** Paths that are not as they were, sorted, each with what happened to it. */
export function changes(before: Listing, after: Listing): string[] {
  const found: string[] = [];
  for (const [path, state] of after) {
    const earlier = before.get(path);
    if (earlier === undefined) found.push(`${path} was made`);
    else if (earlier !== state) found.push(`${path} was changed: ${earlier} is now ${state}`);
  }
  for (const path of before.keys()) if (!after.has(path)) found.push(`${path} was removed`);
  return found.sort();
}

/** What happened to the system since {@linkcode watchSystem} was called. */
export interface SystemChanges {
  /** As {@linkcode changes} gives them. */
  changes: string[];
  /** Packages were installed or removed meanwhile, which changes the same folders. */
  packages: boolean;
}

/** Remembers the state of {@linkcode SYSTEM}; what it returns gives the changes since then. */
export async function watchSystem(): Promise<() => Promise<SystemChanges>> {
  const folders = [...SYSTEM, PACKAGES];
  const before = await listing(folders);
  return async () => {
    const all = changes(before, await listing(folders));
    const rest = all.filter((one) => !one.startsWith(`${PACKAGES} `));
    return { changes: rest, packages: rest.length < all.length };
  };
}
