/**
 * Runs cases in one guest of the laboratory.
 * @module
 */
import { join } from "node:path";
import { deadline } from "../../host/deadline.ts";
import { GatewrightError } from "../../host/error.ts";
import { hostError, temporaryFolder } from "../../host/host_error.ts";
import { writePieces } from "../../host/write_pieces.ts";
import { acceleration } from "../qemu/acceleration.ts";
import type { Accelerator } from "../qemu/args.ts";
import { follow } from "../guest/follow.ts";
import { Qemu } from "../qemu/process.ts";
import { defaultCacheDir } from "../release/cache.ts";
import type { CaseResult, LabCase } from "./case.ts";
import { guestPart } from "./guest_part.ts";
import { GuestOutput, type LabEvent } from "./guest_output.ts";
import { labParts } from "./parts.ts";

/** Options of {@linkcode runLab}. */
export interface LabOptions {
  /** Folder of the cache. Default: `$XDG_CACHE_HOME/gatewright`. */
  cacheDir?: string;
  signal?: AbortSignal;
  /** Default: KVM if it works. */
  accelerator?: "auto" | Accelerator;
  /**
   * Time limit of the guest in milliseconds. Default: 5 minutes, and half a minute for each case.
   */
  timeout?: number;
  /** Parallel cases. Default: 4. */
  slots?: number;
  /** Return the logs of passed cases too. */
  logs?: boolean;
  /** Called before anything that takes time. */
  onNotice?: (text: string) => void;
  /** Called with events in the guest. */
  onEvent?: (event: LabEvent) => void;
}

/** Memory of the guest in MiB; while booting it holds the ramdisk twice. */
const MEMORY = 448;

/**
 * Runs `cases` and returns their results, in order.
 *
 * @throws {GatewrightError} if the guest cannot be made or does not finish; a failed case is a
 * result.
 */
export async function runLab(
  cases: readonly LabCase[],
  options: LabOptions = {},
): Promise<CaseResult[]> {
  const cacheDir = options.cacheDir ?? defaultCacheDir();
  const { accelerator } = await acceleration(
    options.accelerator ?? "auto",
    "amd64",
    options.signal,
  );
  const parts = await labParts({
    cacheDir,
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onNotice ? { onNotice: options.onNotice } : {}),
  });
  using limit = deadline(
    options.timeout ?? 300_000 + 30_000 * cases.length,
    () => "the laboratory's guest",
    options.signal,
  );
  await using temporary = await temporaryFolder("gatewright-lab-");
  const initrd = join(temporary.path, "initrd");
  const output = new GuestOutput(cases, (event) => {
    // The guest has loaded the ramdisk: the file with keys is no longer needed.
    if (event.kind === "ready") Deno.removeSync(initrd);
    options.onEvent?.(event);
  });
  await writeInitrd(initrd, parts.base, await guestPart(cases));
  await using qemu = await Qemu.start({
    arch: "amd64",
    hardware: "virtio",
    machine: "q35",
    firmware: "bios",
    memory: MEMORY,
    smp: 2,
    accelerator,
    translated: 256,
    rng: false,
    boot: {
      kind: "kernel",
      kernel: parts.kernel,
      initrd,
      append: [
        "console=ttyS0 quiet loglevel=1 panic=-1 mitigations=off random.trust_cpu=on",
        `cryptomgr.notests=1 laboratory.slots=${options.slots ?? 4}`,
        ...(options.logs ? ["laboratory.logs"] : []),
      ].join(" "),
    },
    serial: join(temporary.path, "serial"),
    qmp: join(temporary.path, "qmp"),
  }, limit.signal);
  const done = await follow(qemu, {
    feed(bytes) {
      output.feed(bytes);
      return output.done;
    },
    checkTime: () => undefined,
  }, limit.signal);
  if (!done) throw await unfinished(qemu, output);
  return [...output.results.values()];
}

/** Both parts in one private file: the second contains keys. */
async function writeInitrd(path: string, base: string, own: Uint8Array): Promise<void> {
  try {
    await writePieces(path, [await Deno.readFile(base), own]);
  } catch (error) {
    throw hostError(
      error,
      "the guest's ramdisk cannot be written",
      path,
      "free some space, or set TMPDIR to a folder with 100 MB of room",
    );
  }
}

async function unfinished(qemu: Qemu, output: GuestOutput): Promise<GatewrightError> {
  const { status, stderr } = await qemu.ended;
  return new GatewrightError("the laboratory's guest ended before its cases did", {
    where: "console",
    why: [stderr || `QEMU's exit status ${status}`, output.tail.text()].filter(Boolean).join("\n"),
    next: "try it again; if it ends so every time, report this with the lines above",
  });
}
