/**
 * Who owns a file or folder.
 * @module
 */
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
