/**
 * Boots an image without changing it.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { GuestHardware } from "../../images/manifest/manifest.ts";
import { refuseRehearsal } from "../../images/manifest/rehearsal.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { run } from "../../host/run.ts";
import { unlessAborted } from "../../host/unless_aborted.ts";
import { BootConsole, type BootEvent, type SelfCheck } from "./boot_console.ts";
import { follow } from "./follow.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { acceleration } from "../qemu/acceleration.ts";
import type { Accelerator } from "../qemu/args.ts";
import { Qemu } from "../qemu/process.ts";
import { uefiFirmware } from "../qemu/uefi.ts";
import { refuseFailedChecks } from "./refuse_failed_checks.ts";

/** Options of a boot. */
export interface BootOptions {
  /** A raw image, or a qcow2 overlay. */
  image: string;
  /** The backing file of an overlay, as named in its manifest. */
  backing?: string;
  /** Architecture of the guest. */
  arch: Gateway["release"]["arch"];
  /** Hardware of the domain. */
  domain: GuestHardware;
  /** Memory in MiB; default: the domain's. */
  memory?: number;
  /** Default: `auto`, KVM if it really runs a guest. */
  accelerator?: "auto" | Accelerator;
  /** Time limit of the boot in milliseconds. Default: 15 minutes. */
  timeout?: number;
  /** Masked in lines of the console and errors. */
  secrets?: string[];
  /** Ends the boot and its QEMU. */
  signal?: AbortSignal;
  /** A user is at the console: there is no time limit and no check. */
  console?: GuestConsole;
  /** Called with each line of the console and each step. */
  onEvent?: (action: BootEvent) => void;
}

/** The user at the console of a guest. */
export interface GuestConsole {
  /** Keys as typed; Ctrl-] detaches. */
  keys: AsyncIterable<Uint8Array>;
  /** Writes the output of the guest. */
  show(bytes: Uint8Array): void;
}

/** Result of a boot. */
export interface BootResult {
  /** The self-check of the gateway, in order. */
  checks: SelfCheck[];
  /** How the guest was run. */
  accelerator: Accelerator;
}

/**
 * Boots an image on a temporary overlay with its domain's hardware and waits until the gateway
 * shows its login prompt and has checked itself. The image is opened read-only.
 *
 * @throws {GatewrightError} (verification) if a self-check failed.
 */
export async function bootImage(options: BootOptions): Promise<BootResult> {
  const { domain, signal } = options;
  const image = await Deno.realPath(options.image);
  const format = image.endsWith(".qcow2") ? "qcow2" : "raw";
  const next = "there is nothing to boot; build the real one: gatewright build FILE";
  await refuseRehearsal(image, format, next, options.backing);
  const before = await Deno.stat(image);
  await using temporary = await temporaryFolder("gatewright-boot-");
  const folder = temporary.path;
  const { accelerator } = await acceleration(
    options.accelerator ?? "auto",
    options.arch,
    signal,
  );
  const overlay = `${folder}/overlay.qcow2`;
  await run("qemu-img", ["create", "-q", "-f", "qcow2", "-F", format, "-b", image, overlay]);
  const console = new BootConsole(options.secrets);
  {
    await using qemu = await Qemu.start({
      arch: options.arch,
      hardware: domain.hardware,
      machine: domain.machine,
      firmware: domain.firmware,
      ...(domain.firmware === "uefi" ? { uefi: await uefiFirmware() } : {}),
      memory: options.memory ?? domain.memory,
      smp: domain.vcpus.current,
      accelerator,
      rng: domain.rng,
      disk: {
        path: overlay,
        format: "qcow2",
        cache: "unsafe",
        discard: domain.discard,
        temporary: true,
      },
      // No reachesHost: the gateway has its real keys and would connect to its real peers.
      macs: domain.interfaces.map(({ mac }) => mac),
      serial: `${folder}/serial`,
      qmp: `${folder}/qmp`,
    }, signal);
    if (options.console) await untilLeft(qemu, console, options.console, options);
    else await untilReady(qemu, console, options);
  }
  const after = await Deno.stat(image);
  const changed = after.size !== before.size || times(after) !== times(before);
  if (changed) {
    throw new GatewrightError("the image changed while it was booted", {
      kind: "verification",
      where: options.image,
      why: "its size or modification time has changed",
      next: "build it again, and let nothing else write to it",
    });
  }
  refuseFailedChecks(
    console.checks,
    options.image,
    "correct the part of the description it names, and build again",
  );
  return { checks: console.checks, accelerator };
}

/** Times of the last change of content and status of a file. */
function times({ mtime, ctime }: Deno.FileInfo): string {
  return `${mtime?.getTime()} ${ctime?.getTime()}`;
}

/** Ctrl-], as in virsh(1) and telnet(1). */
const LEAVE = 0x1d;

/** Runs until the user detaches, or the guest has ended. */
async function untilLeft(
  qemu: Qemu,
  console: BootConsole,
  { keys, show }: GuestConsole,
  { onEvent, signal }: BootOptions,
): Promise<void> {
  const typed = async () => {
    const decoder = new TextDecoder();
    for await (const bytes of keys) {
      const end = bytes.indexOf(LEAVE);
      const wanted = end < 0 ? bytes : bytes.subarray(0, end);
      await qemu.type(decoder.decode(wanted, { stream: true }));
      if (end >= 0) return;
    }
  };
  const shown = async () => {
    for await (const bytes of qemu.output()) {
      show(bytes);
      for (const action of console.feed(bytes)) onEvent?.(action);
    }
  };
  await unlessAborted(Promise.race([typed(), shown(), qemu.diskTrouble]), signal);
}

/** Waits until the gateway is ready. */
async function untilReady(qemu: Qemu, console: BootConsole, options: BootOptions): Promise<void> {
  const limit = (options.timeout ?? 15 * 60_000) / 1000;
  const ready = await follow(qemu, {
    feed(bytes) {
      for (const action of console.feed(bytes)) {
        options.onEvent?.(action);
        if (action.kind === "failed") throw action.error;
        if (action.kind === "ready") return true;
      }
      return false;
    },
    checkTime: (silent, elapsed) => elapsed > limit ? console.late(limit) : console.silent(silent),
  }, options.signal);
  if (ready) return;
  const { status, stderr } = await qemu.ended;
  throw new GatewrightError("QEMU ended before the gateway was up", {
    code: "no-boot",
    where: "console",
    why: [stderr || `exit status ${status}`, console.recent()].filter(Boolean).join("\n"),
    next: "look at its console",
  });
}
