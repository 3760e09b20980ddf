/**
 * One stamp: resumes the installer on a copy of a base, which it makes into a gateway.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { unlessAborted } from "../../host/unless_aborted.ts";
import { follow } from "../guest/follow.ts";
import { type InstallOptions, reachShell } from "../installer/install.ts";
import type { Machine } from "../qemu/args.ts";
import { Qemu } from "../qemu/process.ts";
import { goOn, receiveState } from "../qemu/state.ts";
import type { SavedInstaller } from "./saved_store.ts";
import { AWAKE, StampConsole } from "./stamp_console.ts";

/** Options of a stamp. */
export interface StampOptions {
  /** The machine, with the copy of the base as its disk. */
  machine: Machine;
  /** The saved installer; absent: the installer is booted. */
  saved?: SavedInstaller;
  /** Lines typed into the shell of a booted installer. */
  prepare: readonly string[];
  /** URL of the script; it must be unguessable. */
  script: string;
  /** A path for a Unix socket. */
  socket: string;
  /** Release as 66 or 79. */
  release: number;
  /** Masked in logs and errors. */
  secrets: readonly string[];
  signal?: AbortSignal;
  /** Called with each line of the console. */
  onLine?: (line: string) => void;
  /** Called when the installer takes input. */
  onAwake?: () => void;
}

/** The saved installer does not work on this host and must be made again. */
export class NotResumed extends Error {
  /** `NotResumed`. */
  override name = "NotResumed";
}

/** Seconds until a resumed installer answers, on a busy host. */
const ANSWER_SECONDS = 45;

/**
 * Stamps the disk of `machine`; afterwards it is unmounted cleanly, and QEMU has ended.
 *
 * @throws {NotResumed} if the saved installer cannot be resumed; nothing was written then.
 * @throws {GatewrightError} for any other failure.
 */
export async function stampDisk(options: StampOptions): Promise<void> {
  const { machine, saved, signal } = options;
  const starting = Qemu.start({ ...machine, incoming: saved !== undefined }, signal);
  // Decompressed while QEMU starts.
  const unpacked = saved?.state().then((state) => ({ state }), (cause: unknown) => ({ cause }));
  await using qemu = await starting;
  const found = await unpacked;
  if (found && "cause" in found) {
    throw new NotResumed("the state is damaged", { cause: found.cause });
  }
  if (found) await resume(qemu, options.socket, found.state, signal);
  else await boot(qemu, options);
  await qemu.type(`${commandLine(options.script)}\n`);
  await listen(qemu, options, found !== undefined);
  await qemu.execute("quit");
  await qemu.ended;
}

async function resume(qemu: Qemu, socket: string, state: Uint8Array, signal?: AbortSignal) {
  const late = Promise.withResolvers<never>();
  const why = `it did not resume within ${ANSWER_SECONDS} seconds`;
  const timer = setTimeout(() => late.reject(new NotResumed(why)), ANSWER_SECONDS * 1000);
  const goesOn = receiveState(qemu, socket, state).then(() => goOn(qemu));
  try {
    await unlessAborted(Promise.race([goesOn, late.promise]), signal);
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    signal?.throwIfAborted();
    throw new NotResumed(cause.why ?? cause.message, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function boot(qemu: Qemu, { prepare, release, secrets, signal, onLine }: StampOptions) {
  const options: Omit<InstallOptions, "machine" | "files"> = {
    prepare,
    release,
    secrets: [...secrets],
    ...(signal ? { signal } : {}),
    onAction: (action) => {
      if (action.kind === "log") onLine?.(action.line);
    },
  };
  if (await reachShell(qemu, options)) return;
  throw new GatewrightError("the installer of this release cannot stamp", {
    code: "no-stamp",
    where: "console",
    why: "its shell lacks a function that is needed",
    next: "install the gateway in one go",
  });
}

/** Sets the guest's clock, which stood still since it was saved: date(1) in UTC. */
function commandLine(script: string): string {
  const now = new Date().toISOString().replace(/[-T:]/g, "");
  const date = `${now.slice(0, 12)}.${now.slice(12, 14)}`;
  const file = "/tmp/gatewright.stamp";
  return `date ${date} >/dev/null; echo ${AWAKE}; ftp -VMo ${file} ${script}; (. ${file})`;
}

async function listen(qemu: Qemu, options: StampOptions, resumed: boolean): Promise<void> {
  const console = new StampConsole(options.secrets);
  const done = await follow(qemu, {
    feed(bytes) {
      for (const action of console.feed(bytes)) {
        if (action.kind === "awake") options.onAwake?.();
        else if (action.kind === "done") return true;
        else if (action.kind === "failed") throw action.error;
        else options.onLine?.(action.line);
      }
      return false;
    },
    checkTime(silent) {
      if (resumed && !console.awake && silent > ANSWER_SECONDS) {
        return new NotResumed(`it did not answer within ${ANSWER_SECONDS} seconds`);
      }
      return console.silent(silent);
    },
  }, options.signal);
  if (done) return;
  const { stderr } = await qemu.ended;
  if (resumed && !console.awake) throw new NotResumed(stderr || "QEMU ended");
  throw console.ended(stderr);
}
