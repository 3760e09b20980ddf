/**
 * Chooses KVM if it really runs a guest, else TCG.
 * @module
 */
import type { Arch } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { startProgram } from "../../host/start_program.ts";
import { type Accelerator, qemuProgram } from "./args.ts";

/** The choice, and the reason if it is not KVM. */
export interface Acceleration {
  accelerator: Accelerator;
  /** Why TCG was chosen although `auto` was requested. */
  why?: string;
  /** What would repair KVM then. */
  next?: string;
}

/** Why KVM does not work, and what would repair it. */
type Trouble = Required<Pick<Acceleration, "why" | "next">>;

/**
 * Boot sector that writes to QEMU's isa-debug-exit device:
 * `mov dx,0xf4; mov al,0x10; out dx,al; hlt`.
 */
function probeSector(): Uint8Array {
  const sector = new Uint8Array(512);
  sector.set([0xba, 0xf4, 0x00, 0xb0, 0x10, 0xee, 0xf4, 0xeb, 0xfd]);
  sector.set([0x55, 0xaa], 510);
  return sector;
}

/** QEMU's exit status for the value 0x10 of isa-debug-exit: value * 2 + 1. */
const PROBE_STATUS = 0x21;

/** What repairs KVM, by what is wrong with it. */
const NEXT = {
  absent: "load it with modprobe kvm_intel or kvm_amd; a virtual machine has it only if its host " +
    "allows nested virtualization",
  denied: "let yourself use it with usermod -aG kvm USER, and log in again",
  broken:
    "in a virtual machine, enable nested virtualization on its host; else update kernel and " +
    "QEMU; dmesg tells more",
};

/**
 * Decides how guests run. `auto` tries KVM with a guest of one boot sector: a `/dev/kvm` that
 * exists and opens may still not run a guest (a nested host without VMX or SVM).
 *
 * @param device the device of KVM
 * @throws {GatewrightError} if `kvm` is requested and does not work.
 */
export async function acceleration(
  wanted: "auto" | Accelerator,
  arch: Arch,
  signal?: AbortSignal,
  device = "/dev/kvm",
): Promise<Acceleration> {
  if (wanted === "tcg") return { accelerator: "tcg" };
  const trouble = await troubleOf(device, arch, signal);
  if (trouble === undefined) return { accelerator: "kvm" };
  if (wanted === "auto") return { accelerator: "tcg", ...trouble };
  throw new GatewrightError("KVM does not work here", {
    code: "no-kvm",
    where: device,
    ...trouble,
  });
}

/** Milliseconds for the guest of one boot sector. */
const LIMIT = 5000;

async function troubleOf(
  device: string,
  arch: Arch,
  signal: AbortSignal | undefined,
): Promise<Trouble | undefined> {
  try {
    (await Deno.open(device, { read: true, write: true })).close();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return { why: `${device} does not exist`, next: NEXT.absent };
    }
    const said = error instanceof Error ? error.message : error;
    return { why: `${device} cannot be opened: ${said}`, next: NEXT.denied };
  }
  await using temporary = await temporaryFolder("gatewright-kvm-");
  const folder = temporary.path;
  await Deno.writeFile(`${folder}/probe`, probeSector());
  const timeout = AbortSignal.timeout(LIMIT);
  const args = [
    ...["-accel", "kvm", "-cpu", "host", "-m", "16", "-nodefaults", "-no-user-config"],
    ...["-display", "none", "-no-reboot"],
    ...["-device", "isa-debug-exit,iobase=0xf4,iosize=4"],
    ...["-drive", `if=ide,format=raw,readonly=off,snapshot=on,file=${folder}/probe`],
  ];
  const child = startProgram(qemuProgram(arch), args, {
    stdout: "null",
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const { code, stderr } = await child.output();
  signal?.throwIfAborted();
  if (code === PROBE_STATUS) return undefined;
  const next = NEXT.broken;
  if (timeout.aborted) return { why: "a guest of one boot sector hangs under KVM", next };
  const said = new TextDecoder().decode(stderr).trim().split("\n")[0];
  const why = `a guest of one boot sector does not run under KVM: ${said || `status ${code}`}`;
  return { why, next };
}
