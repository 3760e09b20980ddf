/**
 * virsh(1), and what a connection URI says.
 * @module
 */
import { run, type RunOptions, type RunResult } from "../../host/run.ts";

/**
 * Runs virsh quietly and without a shell.
 *
 * @param connect libvirt URI; default: virsh's own choice.
 * @throws {GatewrightError} if virsh is not installed or ends with a status not in `okStatus`.
 */
export function virsh(
  connect: string | undefined,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return run("virsh", [...(connect ? ["-c", connect] : []), "-q", ...args], options);
}

/** The other machine that a URI such as `qemu+ssh://root@kvm2/system` leads to; undefined: this one. */
export function remoteHost(connect: string | undefined): string | undefined {
  const host = /^[a-z0-9]+(?:\+[a-z0-9]+)?:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]*)/i.exec(
    connect ?? "",
  );
  return host?.[1] || undefined;
}
