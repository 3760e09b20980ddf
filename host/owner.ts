/**
 * Whose a file or folder is.
 * @module
 */
import { GatewrightError } from "./error.ts";

/** Bits of a mode that let others than the owner write. */
const OTHERS_WRITE = 0o022;

/** Nobody but this process's user can change it (and root, who can do anything). */
export function isOwn({ uid, mode }: Pick<Deno.FileInfo, "uid" | "mode">): boolean {
  return uid === Deno.uid() && ((mode ?? 0) & OTHERS_WRITE) === 0;
}

/**
 * Refuses a folder that another user could change between a look into it and its use.
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
