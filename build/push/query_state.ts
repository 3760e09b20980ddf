/**
 * Reads the files of a description from a running gateway.
 * @module
 */
import { runOver, type SshTarget } from "../../host/ssh.ts";
import { type InstalledFiles, installedFiles } from "../../images/compare/installed_files.ts";
import { installedPath } from "../../images/compare/compare_site.ts";
import { holdsSecret, isHeld, type SiteFile } from "../../site/file.ts";
import { queryScript } from "../../site/push/query_script.ts";
import { readRemoteState, type RemoteState } from "../../site/push/remote_state.ts";

/** Limit of the output, in base64: a thousand files of the maximum size. */
const MOST_BYTES = 512 << 20;

/** A command that runs as root: directly, or by doas(1), which must not prompt. */
export function asRoot(command: string): string {
  return `if [ "$(id -u)" -eq 0 ]; then ${command}; else doas -n ${command}; fi`;
}

/** Files that run once, at the end of the first boot: not needed later. */
const ONCE = /^usr\/local\/libexec\/gatewright-first-boot$/;

/** The files of a description on a gateway. */
export function filesOn(files: readonly SiteFile[]): InstalledFiles {
  return installedFiles(files.filter(({ path }) => !ONCE.test(path)));
}

/**
 * Reads the files of `wanted` from the gateway; of files with secrets, and of large ones, only
 * hashes.
 *
 * @param base prefix of every path, for tests
 */
export async function queryState(
  target: SshTarget,
  wanted: InstalledFiles,
  signal: AbortSignal,
  base = "",
): Promise<RemoteState> {
  const whole = wanted.whole.flatMap((file) => {
    const installed = installedPath(file.path);
    return installed === undefined
      ? []
      : [{ path: installed, secret: holdsSecret(file) || !isHeld(file) }];
  });
  // Appended text is searched for in the file, which is not shown.
  const parts = wanted.parts.map(({ path }) => ({ path, secret: false }));
  const { stdout } = await runOver(target, queryScript([...whole, ...parts], base), {
    signal,
    command: asRoot("sh -s"),
    mostBytes: MOST_BYTES,
  });
  return readRemoteState(stdout, target.dest);
}
