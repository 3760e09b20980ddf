/**
 * Who owns a file or folder.
 * @module
 */
import { dirname } from "node:path";
import { GatewrightError } from "./error.ts";

/** Mode bits that let users other than the owner write. */
const OTHERS_WRITE = 0o022;

/** Whether only this process's user and root can change it. */
export function isOwn({ uid, mode }: Pick<Deno.FileInfo, "uid" | "mode">): boolean {
  return (uid === Deno.uid() || uid === 0) && ((mode ?? 0) & OTHERS_WRITE) === 0;
}

/**
 * Refuses a folder that another user could change between a check of it and its use.
 *
 * @param what such as `the cache`
 * @throws {GatewrightError} if it belongs to another user.
 */
export function refuseForeignOwner(
  { uid }: Pick<Deno.FileInfo, "uid">,
  what: string,
  where: string,
  next: string,
): void {
  if (uid === Deno.uid()) return;
  throw new GatewrightError(`${what} belongs to another user`, {
    where,
    why: `its owner is user ${uid}, and this is user ${Deno.uid()}`,
    next,
  });
}

/** Sticky bit, as of /tmp: only owners rename and remove what is in the folder. */
const STICKY = 0o1000;

/**
 * The nearest folder above `path` whose entries another user can rename, so that another file takes
 * the place of `path`; undefined if there is none. Groups are not looked at: that of a folder is
 * often its owner's alone.
 */
export async function replaceableIn(path: string): Promise<string | undefined> {
  for (let at = await Deno.realPath(path); dirname(at) !== at;) {
    at = dirname(at);
    const { uid, mode } = await Deno.stat(at);
    const open = ((mode ?? 0) & 0o002) !== 0 && ((mode ?? 0) & STICKY) === 0;
    if (open || uid !== Deno.uid() && uid !== 0) return at;
  }
  return undefined;
}
