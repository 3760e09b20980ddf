/**
 * Checks that the disk boots in its domain.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { checkBootBlocks } from "../disk/boot_blocks.ts";
import { GPT_EFI_SYSTEM } from "../disk/gpt.ts";
import { SECTOR } from "../disk/mbr.ts";
import type { HygieneCheck } from "./check.ts";
import type { FileTree, TreeFile } from "../disk/file_tree.ts";

/** Every file system was unmounted cleanly. */
export const cleanFileSystems: HygieneCheck = {
  name: "clean-file-systems",
  reason: "the first boot would begin with fsck(8), and files may be incomplete",
  run: ({ fileSystems }) =>
    Promise.resolve({
      problems: fileSystems.filter(({ clean }) => !clean)
        .map(({ letter, mount }) => `partition ${letter} (${mount ?? "not mounted"}) is not clean`),
    }),
};

/** The firmware finds a boot program, which finds /boot. */
export const bootBlocks: HygieneCheck = {
  name: "boot-blocks",
  reason: "the disk would not start",
  run: async (image, { rehearsal }) => {
    if (image.scheme === "bare") {
      return { problems: [], skipped: "a file system without a disk around it does not boot" };
    }
    if (image.rehearsal && rehearsal) {
      return { problems: [], skipped: "the disk of a rehearsal does not boot" };
    }
    if (image.rehearsal) return { problems: ["a rehearsal made this disk"] };
    if (rehearsal) return { problems: ["no rehearsal made this disk"] };
    if (image.scheme === "gpt") {
      const efi = image.gpt.find(({ type }) => type === GPT_EFI_SYSTEM);
      if (!efi) return { problems: ["there is no EFI System partition"] };
      const sector = await image.source.read(efi.start * SECTOR, SECTOR);
      return sector[510] === 0x55 && sector[511] === 0xaa
        ? {
          problems: [],
          notes: ["the loaders inside the EFI System partition were not looked at"],
        }
        : { problems: ["the EFI System partition holds no file system"] };
    }
    if (image.scheme === "mbr" && !image.mbr.some(({ active, type }) => active && type === 0xa6)) {
      return { problems: ["the OpenBSD partition is not marked active"] };
    }
    const root = image.fileSystems.find(({ mount }) => mount === "/");
    const boot = await image.tree.find("/boot");
    if (!root || boot?.inode.kind !== "file") return { problems: ["there is no /boot"] };
    return {
      problems: await checkBootBlocks(image.source, image.start, root.fs, root.start, boot.inode),
    };
  },
};

const NO_DOMAIN = "the domain is not known: there is no manifest or NAME.xml beside the image";

/** boot.conf(8) and ttys(5) use the serial port. */
export const serialConsole: HygieneCheck = {
  name: "serial-console",
  reason:
    "the domain has a serial console; nothing would be seen on it and nobody could log in there",
  run: async ({ tree }, { serial }) => {
    if (serial === undefined) return { problems: [], skipped: NO_DOMAIN };
    if (!serial) return { problems: [] };
    const problems: string[] = [];
    const conf = await tree.text("/etc/boot.conf") ?? "";
    if (!/^\s*set\s+tty\s+com0\s*$/m.test(conf)) {
      problems.push("/etc/boot.conf does not say `set tty com0`");
    }
    const ttys = await tree.text("/etc/ttys") ?? "";
    if (!/^tty00\s+"[^"]*"\s+\S+\s+on\b/m.test(ttys)) problems.push("tty00 is off in /etc/ttys");
    return { problems };
  },
};

async function* bytesOf(tree: FileTree, file: TreeFile): AsyncGenerator<Uint8Array> {
  const chunks = tree.content(file);
  const first = await chunks.next();
  if (first.done) return;
  async function* all() {
    yield first.value as Uint8Array;
    yield* chunks;
  }
  const gzipped = first.value[0] === 0x1f && first.value[1] === 0x8b;
  if (!gzipped) yield* all();
  else {
    // The cast: DecompressionStream is typed for bytes of any buffer.
    const gunzip = new DecompressionStream("gzip") as unknown as TransformStream<
      Uint8Array,
      Uint8Array
    >;
    yield* ReadableStream.from(all()).pipeThrough(gunzip);
  }
}

/** Limit of an unpacked kernel in bytes; more is a decompression bomb. */
const MAX_KERNEL = 256 << 20;

/** The configuration in a kernel's version: `OpenBSD 7.9 (GENERIC.MP) #1`. */
async function kernelConfiguration(tree: FileTree, file: TreeFile): Promise<string | undefined> {
  let tail = "";
  let length = 0;
  try {
    for await (const chunk of bytesOf(tree, file)) {
      const text = tail + new TextDecoder("latin1").decode(chunk);
      const match = /OpenBSD \d+\.\d+[^(\0\n]{0,20} ?\(([A-Za-z0-9_.-]+)\) #/.exec(text);
      if (match) return match[1];
      tail = text.slice(-80);
      if ((length += chunk.length) > MAX_KERNEL) return undefined;
    }
  } catch (error) {
    // A broken gzip stream contains no version; damage of the disk itself is thrown to the caller.
    if (error instanceof GatewrightError) throw error;
  }
  return undefined;
}

/** /bsd is the multiprocessor kernel if the domain has several CPUs. */
export const smpKernel: HygieneCheck = {
  name: "smp-kernel",
  reason: "the gateway would use only one cpu, however many the domain has",
  run: async ({ tree }, { smp }) => {
    const bsd = await tree.find("/bsd");
    if (bsd?.inode.kind !== "file") return { problems: ["there is no kernel /bsd"] };
    if (smp === undefined) return { problems: [], skipped: NO_DOMAIN };
    if (!smp) return { problems: [] };
    const configuration = await kernelConfiguration(tree, bsd);
    if (configuration?.endsWith(".MP")) return { problems: [] };
    if (configuration === "GENERIC") return { problems: ["/bsd is the single-processor kernel"] };
    // If /bsd is of another configuration: the installer keeps the single-processor kernel as
    // bsd.sp.
    return await tree.find("/bsd.sp") && !await tree.find("/bsd.mp")
      ? {
        problems: [],
        notes: [`/bsd was built from ${configuration ?? "an unknown configuration"}`],
      }
      : { problems: ["/bsd is not the multiprocessor kernel"] };
  },
};
