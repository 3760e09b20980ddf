/**
 * Errors of the host's file systems, with advice.
 * @module
 */
import { type ErrorCode, GatewrightError } from "./error.ts";
import { type OwnFolder, ownFolder } from "./own_folder.ts";

/** Error codes of the file system, as Deno and node name them. */
function isFileError(error: unknown): error is Error {
  const code = (error as { code?: unknown } | null)?.code;
  return error instanceof Error &&
    (Object.values(Deno.errors).some((kind) => error instanceof kind) ||
      /\(os error \d+\)/.test(error.message) ||
      typeof code === "string" && /^E[A-Z]+$/.test(code));
}

/**
 * `error`, or a GatewrightError if it comes from a file system of the host.
 *
 * @param message such as `the output folder cannot be written`
 */
export function hostError(
  error: unknown,
  message: string,
  where: string,
  next: string,
  code?: ErrorCode,
): unknown {
  if (error instanceof GatewrightError || !isFileError(error)) return error;
  return new GatewrightError(message, {
    ...(code ? { code } : {}),
    where,
    why: error.message,
    next,
    cause: error,
  });
}

/** `error`, or a GatewrightError if it comes from the temporary folder `where`. */
export function temporaryError(error: unknown, where: string): unknown {
  return hostError(
    error,
    "the folder for temporary files cannot be written",
    where,
    "make room on its file system, or set TMPDIR to another folder",
  );
}

/** The folder for temporary files. */
export function temporaryFiles(): string {
  return Deno.env.get("TMPDIR") || "/tmp";
}

/** Makes a folder for temporary files; `prefix` is letters and dashes. */
export async function temporaryFolder(prefix: string): Promise<OwnFolder> {
  const parent = temporaryFiles();
  try {
    return await ownFolder(parent, prefix);
  } catch (error) {
    throw hostError(
      error,
      "no folder for temporary files can be made",
      parent,
      "set TMPDIR to a folder that you may write to, with room in it",
    );
  }
}
