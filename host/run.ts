/**
 * Runs programs.
 * @module
 */
import { Buffer } from "node:buffer";
import { GatewrightError } from "./error.ts";
import { killTree } from "./kill_tree.ts";

/** What a program left behind. */
export interface RunResult {
  /** Its exit status. */
  status: number;
  /** What it wrote to standard output. */
  stdout: string;
  /** What it wrote to standard error. */
  stderr: string;
}

/** How a program is run. */
export interface RunOptions {
  /** Given to the program; never shown in an error. */
  stdin?: string | Uint8Array;
  /** The folder it runs in. */
  cwd?: string;
  /** Added to the environment. */
  env?: Record<string, string>;
  /** Ends the program, with all that it started. */
  signal?: AbortSignal;
  /** Statuses that are no failure. Default: 0. */
  okStatus?: number[];
}

/** The Debian package that has a program, where it is not named like it. */
const PACKAGES: Record<string, string> = {
  blkdiscard: "util-linux",
  blkid: "util-linux",
  iked: "openiked",
  lsblk: "util-linux",
  "qemu-img": "qemu-utils",
  "qemu-system-i386": "qemu-system-x86",
  "qemu-system-x86_64": "qemu-system-x86",
  virsh: "libvirt-clients",
  "virt-xml-validate": "libvirt-clients",
  xmllint: "libxml2-utils",
};

/**
 * Runs `program` with `args` (no shell looks at them) and waits for its end.
 *
 * @throws {GatewrightError} if it is not installed, or ends with a status not in `okStatus`.
 */
export async function run(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<RunResult> {
  // Loaded when first needed: most commands run no program at all.
  const { $ } = await import("zx");
  options.signal?.throwIfAborted();
  const shell = $({
    quiet: true,
    nothrow: true,
    input: Buffer.from(options.stdin ?? ""),
    env: { ...Deno.env.toObject(), LC_ALL: "C", ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
  });
  const child = shell`exec ${program} ${args}`;
  // A program may end before it has read all: its status tells whether that is a failure.
  child.child?.stdin?.on("error", () => {});
  let mercy: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    // All that it started ends with it. Not by a process group of its own: that would take the
    // terminal from a program that asks there.
    const pid = child.child?.pid;
    if (pid === undefined) return;
    killTree(pid, "SIGTERM");
    mercy = setTimeout(() => {
      killTree(pid, "SIGKILL");
      // What escaped may keep the pipes open for ever.
      child.child?.stdout?.destroy();
      child.child?.stderr?.destroy();
    }, 2000);
  };
  options.signal?.addEventListener("abort", stop, { once: true });
  const output = await child.finally(() => {
    clearTimeout(mercy);
    options.signal?.removeEventListener("abort", stop);
  });
  options.signal?.throwIfAborted();
  const status = output.exitCode ?? -1;
  if (status === 127 || (status === 126 && /not found|No such file/.test(output.stderr))) {
    throw new GatewrightError(`${program} is not installed`, {
      next: `apt-get install ${PACKAGES[program] ?? program}`,
    });
  }
  if (!(options.okStatus ?? [0]).includes(status)) {
    throw new GatewrightError(`${program} failed`, {
      why: output.stderr.trim().split("\n").slice(-5).join("\n") || `exit status ${status}`,
      next: "mend what it names and try again",
    });
  }
  return { status, stdout: output.stdout, stderr: output.stderr };
}
