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
}

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

/**
 * Decides how guests run. `auto` tries KVM with a guest of one boot sector: a `/dev/kvm` that
 * exists and opens may still not run a guest (a nested host without VMX or SVM).
 *
 * @param limit time limit of that guest in milliseconds
 * @throws {GatewrightError} if `kvm` is requested and does not work.
 */
export async function acceleration(
  wanted: "auto" | Accelerator,
  arch: Arch,
  signal?: AbortSignal,
  limit = 5000,
): Promise<Acceleration> {
  if (wanted === "tcg") return { accelerator: "tcg" };
  const why = await whyNotKvm(arch, signal, limit);
  if (why === undefined) return { accelerator: "kvm" };
  if (wanted === "auto") return { accelerator: "tcg", why };
  throw new GatewrightError("KVM does not work here", {
    code: "no-kvm",
    where: "/dev/kvm",
    why,
    next: "repair KVM: kvm-ok, modprobe kvm_intel",
  });
}

async function whyNotKvm(
  arch: Arch,
  signal: AbortSignal | undefined,
  limit: number,
): Promise<string | undefined> {
  try {
    (await Deno.open("/dev/kvm", { read: true, write: true })).close();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "/dev/kvm does not exist";
    return `/dev/kvm cannot be opened: ${error instanceof Error ? error.message : error}`;
  }
  await using temporary = await temporaryFolder("gatewright-kvm-");
  const folder = temporary.path;
  await Deno.writeFile(`${folder}/probe`, probeSector());
  const timeout = AbortSignal.timeout(limit);
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
  if (timeout.aborted) return "a guest of one boot sector hangs under KVM";
  const said = new TextDecoder().decode(stderr).trim().split("\n")[0];
  return `a guest of one boot sector does not run under KVM: ${said || `status ${code}`}`;
}
