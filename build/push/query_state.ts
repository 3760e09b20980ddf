/**
 * What a gateway that runs has of the files that its description makes.
 * @module
 */
import { runOver, type SshTarget } from "../../host/ssh.ts";
import { type InstalledFiles, installedFiles } from "../../images/compare/installed_files.ts";
import { installedPath } from "../../images/compare/compare_site.ts";
import { holdsSecret, isHeld, type SiteFile } from "../../site/file.ts";
import { queryScript } from "../../site/push/query_script.ts";
import { readRemoteState, type RemoteState } from "../../site/push/remote_state.ts";

/** What a gateway may tell of its files, in base64: a thousand of them, each as large as is told. */
const MOST_BYTES = 512 << 20;

/** A command that runs as root: directly, or by doas(1), which must not ask. */
export function asRoot(command: string): string {
  return `if [ "$(id -u)" -eq 0 ]; then ${command}; else doas -n ${command}; fi`;
}

/** What runs once, at the end of the first boot: nothing is done with it later. */
const ONCE = /^usr\/local\/libexec\/gatewright-first-boot$/;

/** The files of a description, as they are on a gateway. */
export function filesOn(files: readonly SiteFile[]): InstalledFiles {
  return installedFiles(files.filter(({ path }) => !ONCE.test(path)));
}

/**
 * Asks the gateway for the files of `wanted`; of those with secrets, and of large ones, only hashes are told.
 *
 * @param base put before every path, for tests
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
  // What was added to a file is looked for in it; it is shown nowhere.
  const parts = wanted.parts.map(({ path }) => ({ path, secret: false }));
  const { stdout } = await runOver(target, queryScript([...whole, ...parts], base), {
    signal,
    command: asRoot("sh -s"),
    mostBytes: MOST_BYTES,
  });
  return readRemoteState(stdout, target.dest);
}
