/**
 * Folders that this user can only read.
 * @module
 */

/** Whether a file system refused to be written: it is mounted read-only, or another user's. */
export function cannotWrite(error: unknown): boolean {
  return error instanceof Deno.errors.PermissionDenied ||
    error instanceof Error && (error as Error & { code?: unknown }).code === "EROFS";
}
