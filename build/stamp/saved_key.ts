/**
 * What a saved installer depends on: everything that could make it wrong for another build.
 * @module
 */
import { createHash } from "node:crypto";
import { type Machine, qemuArgs, qemuProgram } from "../qemu/args.ts";
import { programFile } from "../../host/start_program.ts";

/** Raised when an installer that was saved before would not do what is expected of it now. */
const VERSION = 1;

/** Which saved installer is meant. */
export interface SavedKey {
  /** SHA-256 of all but QEMU itself, in hexadecimal. */
  id: string;
  /** The QEMU of this host: a state is taken back by the one that saved it alone. */
  qemu: string;
  /** For people: `OpenBSD/amd64 6.6, pc, 512 MiB, tcg`. */
  what: string;
}

/** What a machine starts, besides its own arguments. */
export interface SavedContent {
  /** As in `uname -r`. */
  release: string;
  /** SHA-256 of the files that it boots from, and all else that decides what they do. */
  boot: string[];
  /** What is typed before it is saved. */
  prepare: readonly string[];
  /** Bytes of its disk. */
  size: number;
}

/** The key of the installer that `machine` would be after booting `content`. */
export async function savedKey(machine: Machine, content: SavedContent): Promise<SavedKey> {
  const { arch, accelerator, memory } = machine;
  // Paths are of one build; all other arguments decide.
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

/** Tells one build of a program from another without running it. */
async function fileIdentity(program: string): Promise<string> {
  const path = programFile(program);
  if (path === undefined) return program;
  const { size, mtime } = await Deno.stat(path);
  return `${await Deno.realPath(path)} ${size} ${mtime?.getTime() ?? 0}`;
}

/** What KVM gives a guest of the processor: its model, its features, and the kernel's part in them. */
async function hostProcessor(): Promise<string> {
  const text = await Deno.readTextFile("/proc/cpuinfo").catch(() => "");
  const [first = ""] = text.split("\n\n");
  const lines = first.split("\n").filter((line) =>
    /^(vendor_id|cpu family|model|model name|stepping|microcode|flags|bugs)\s*:/.test(line)
  );
  return [...lines, Deno.osRelease()].join("\n");
}
