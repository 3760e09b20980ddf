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
export async function virsh(
  connect: string | undefined,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  try {
    return await run("virsh", [...(connect ? ["-c", connect] : []), "-q", ...args], options);
  } catch (error) {
    throw unanswered(error, connect) ?? error;
  }
}

/** The error of a libvirt that does not answer; undefined: it is another one. */
function unanswered(error: unknown, connect: string | undefined): GatewrightError | undefined {
  if (!(error instanceof GatewrightError)) return undefined;
  const why = error.why ?? "";
  if (!/failed to connect to the hypervisor/i.test(why)) return undefined;
  const host = remoteHost(connect);
  const on = host === undefined ? "" : `ssh ${host} `;
  const socket = /failed to connect socket to '[^']*': (.*)/i.exec(why)?.[1];
  return new GatewrightError("libvirt does not answer", {
    ...detailsOf(error),
    where: connect ?? "libvirt",
    next: socket === undefined
      ? "correct what it reports and try again"
      : /permission denied/i.test(socket)
      ? `${on}usermod -aG libvirt USER, and log in again; or work as root`
      : `${on}systemctl start libvirtd`,
  });
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
      throw unanswered(error, connect) ?? new GatewrightError("virsh failed", detailsOf(error));
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
