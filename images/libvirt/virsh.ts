/**
 * virsh(1), and what a connection URI says.
 * @module
 */
import { detailsOf, GatewrightError } from "../../host/error.ts";
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

/** Signals that a terminal sends to every program there. */
const TYPED = ["INT", "QUIT", "HUP"];

/**
 * As {@linkcode virsh}, for what must be known to be done or not: an interrupt typed on the terminal
 * reaches every program there, and does not end this one.
 *
 * @param signal keeps it from being started; it is not ended.
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
      // Only env(1) can have been hit, before it ignored them: no virsh was started.
      if (TYPED.some((name) => error.why === `ended by SIG${name}`)) continue;
      throw new GatewrightError("virsh failed", detailsOf(error));
    }
  }
}

/** The other machine that a URI such as `qemu+ssh://root@kvm2/system` leads to; undefined: this one. */
export function remoteHost(connect: string | undefined): string | undefined {
  const host = /^[a-z0-9]+(?:\+[a-z0-9]+)?:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?]*)/i.exec(
    connect ?? "",
  );
  return host?.[1] || undefined;
}

/**
 * The words of ssh(1) that lead to the machine of a URI, with its user, port and key where the URI
 * is one of ssh; undefined: it is this machine. IPv6 addresses stand without brackets there.
 */
export function sshTo(connect: string): string[] | undefined {
  const host = remoteHost(connect)?.replace(/^\[(.*)\]$/, "$1");
  if (host === undefined) return undefined;
  const [, transport = "", authority = "", query = ""] =
    /^[a-z0-9]+(?:\+([a-z0-9]+))?:\/\/([^/?]*)[^?]*(?:\?(.*))?$/i.exec(connect) ?? [];
  // The port of TLS or TCP is libvirt's own.
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
