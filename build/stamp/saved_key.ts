/**
 * The key of a saved installer: everything that it depends on.
 * @module
 */
import { createHash } from "node:crypto";
import { type Machine, qemuArgs, qemuProgram } from "../qemu/args.ts";
import { programFile } from "../../host/start_program.ts";

/** Incremented when installers saved by earlier versions no longer work. */
const VERSION = 1;

/** Identifies a saved installer. */
export interface SavedKey {
  /** SHA-256 of everything except QEMU itself, in hexadecimal. */
  id: string;
  /** QEMU of this host: a state can be resumed only by the QEMU that saved it. */
  qemu: string;
  /** Description: `OpenBSD/amd64 6.6, pc, 512 MiB, tcg`. */
  what: string;
}

/** What a machine boots, besides its arguments. */
export interface SavedContent {
  /** Release, as in `uname -r`. */
  release: string;
  /** SHA-256 of the files that it boots from, and other data that affects them. */
  boot: string[];
  /** Lines typed before it is saved. */
  prepare: readonly string[];
  /** Size of its disk in bytes. */
  size: number;
}

/** The key of the installer that `machine` becomes after booting `content`. */
export async function savedKey(machine: Machine, content: SavedContent): Promise<SavedKey> {
  const { arch, accelerator, memory } = machine;
  // Paths differ between builds; all other arguments count.
  const args = qemuArgs({
    ...machine,
    incoming: false,
    serial: "serial",
    qmp: "qmp",
    ...(machine.disk ? { disk: { ...machine.disk, path: "disk" } } : {}),
    ...(machine.boot?.kind === "network" ? { boot: { kind: "network", folder: "boot" } } : {}),
  });
  const processor = accelerator === "kvm" ? await hostProcessor() : "";
  const all = { version: VERSION, arch, args, processor, content };
  return {
    id: createHash("sha256").update(JSON.stringify(all)).digest("hex"),
    qemu: await fileIdentity(qemuProgram(arch)),
    what: `OpenBSD/${arch} ${content.release}, ${machine.machine}, ${memory} MiB, ${accelerator}`,
  };
}

/** Identifies a build of a program without running it. */
async function fileIdentity(program: string): Promise<string> {
  const path = programFile(program);
  if (path === undefined) return program;
  const { size, mtime } = await Deno.stat(path);
  return `${await Deno.realPath(path)} ${size} ${mtime?.getTime() ?? 0}`;
}

/** The CPU that KVM gives a guest: model, features, and the kernel's part in them. */
async function hostProcessor(): Promise<string> {
  const text = await Deno.readTextFile("/proc/cpuinfo").catch(() => "");
  const [first = ""] = text.split("\n\n");
  const lines = first.split("\n").filter((line) =>
    /^(vendor_id|cpu family|model|model name|stepping|microcode|flags|bugs)\s*:/.test(line)
  );
  return [...lines, Deno.osRelease()].join("\n");
}
