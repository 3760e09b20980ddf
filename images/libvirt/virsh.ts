/**
 * Runs virsh(1), and parses connection URIs.
 * @module
 */
import { detailsOf, GatewrightError } from "../../host/error.ts";
import { run, type RunOptions, type RunResult } from "../../host/run.ts";

/**
 * Runs virsh with --quiet and without a shell.
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

/** Signals that a terminal sends to its foreground process group. */
const TYPED = ["INT", "QUIT", "HUP"];

/**
 * As {@linkcode virsh}, for commands that must not be interrupted: signals typed on the terminal
 * reach every program there, and are ignored by this one.
 *
 * @param signal prevents its start; once started it is not ended
 */
export async function virshWhole(
  connect: string | undefined,
  args: string[],
  signal?: AbortSignal,
): Promise<RunResult> {
  const words = [`--ignore-signal=${TYPED.join(",")}`, "virsh"];
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await run("env", [...words, ...(connect ? ["-c", connect] : []), "-q", ...args]);
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error;
      // Only env(1), before it ignored signals, can have been interrupted: virsh was not started.
      if (TYPED.some((name) => error.why === `ended by SIG${name}`)) continue;
      throw new GatewrightError("virsh failed", detailsOf(error));
    }
  }
}

/** The remote host of a URI such as `qemu+ssh://root@kvm2/system`; undefined: this host. */
export function remoteHost(connect: string | undefined): string | undefined {
  const host = /^[a-z0-9]+(?:\+[a-z0-9]+)?:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]*)/i.exec(
    connect ?? "",
  );
  return host?.[1] || undefined;
}

/**
 * The arguments of ssh(1) for the host of a URI, with user, port and key if its transport is ssh;
 * undefined: this host. IPv6 addresses have no brackets there.
 */
export function sshTo(connect: string): string[] | undefined {
  const host = remoteHost(connect)?.replace(/^\[(.*)\]$/, "$1");
  if (host === undefined) return undefined;
  const [, transport = "", authority = "", query = ""] =
    /^[a-z0-9]+(?:\+([a-z0-9]+))?:\/\/([^/?]*)[^?]*(?:\?(.*))?$/i.exec(connect) ?? [];
  // A port of TLS or TCP is libvirt's own, not that of ssh.
  const ssh = /^(lib)?ssh2?$/i.test(transport);
  const user = /^(.*)@/.exec(authority)?.[1];
  const port = /:(\d+)$/.exec(authority)?.[1];
  const key = new URLSearchParams(query).get("keyfile");
  return [
    "ssh",
    ...(ssh && port ? ["-p", port] : []),
    ...(ssh && key ? ["-i", key] : []),
    user ? `${decodeURIComponent(user)}@${host}` : host,
  ];
}
