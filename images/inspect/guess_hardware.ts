/**
 * The hardware that an installed disk needs, for images without a manifest.
 * @module
 */
import type { Arch } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { inspectImage } from "./inspect.ts";
import type { GuestHardware } from "../manifest/manifest.ts";

/** `e_machine` of ELF. */
const MACHINES: Record<number, Arch> = { 3: "i386", 62: "amd64" };

/** Architecture and hardware of a disk. */
export interface Guess {
  /** Architecture, from the programs on it. */
  arch: Arch;
  /** Hardware, from its network configuration and partition table; 1 GiB and one CPU. */
  domain: GuestHardware;
}

/**
 * Inspects `image`: the architecture of its programs, the network cards it configures (`vio0` is
 * virtio), and its partition table (GPT means UEFI).
 *
 * @throws {GatewrightError} (verification) if it is not a disk of OpenBSD/amd64 or i386.
 */
export async function guessHardware(image: string): Promise<Guess> {
  using disk = await inspectImage(image);
  const shell = await disk.tree.find("/bin/ksh");
  let arch: Arch | undefined;
  if (shell) {
    for await (const bytes of disk.tree.content(shell)) {
      arch = MACHINES[bytes[18]! | bytes[19]! << 8];
      break;
    }
  }
  if (!arch) {
    throw new GatewrightError("the image is not a disk of OpenBSD/amd64 or OpenBSD/i386", {
      kind: "verification",
      where: image,
      next: "name an image that gatewright build made",
    });
  }
  const names = (await disk.tree.list("/etc")).map(({ path }) => path);
  const cards = names.filter((path) => /\/hostname\.(vio|em)\d+$/.test(path));
  const virtio = cards.some((path) => /\.vio/.test(path));
  const uefi = disk.scheme === "gpt";
  return {
    arch,
    domain: {
      hardware: virtio ? "virtio" : "legacy",
      machine: virtio || uefi ? "q35" : "pc",
      firmware: uefi ? "uefi" : "bios",
      memory: 1024,
      vcpus: { current: 1, maximum: 1 },
      interfaces: cards.map(() => ({ bridge: "", mac: "" })),
      rng: virtio,
      discard: true,
    },
  };
}
