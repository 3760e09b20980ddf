/**
 * What went into an image and what came out, as data.
 * @module
 */
import type { Domain, Release } from "../../gateway/gateway.ts";

/** A file by its content. */
export interface ManifestFile {
  /** As in its folder: `base79.tgz`, `hq.raw`. */
  name: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal. Absent where the content holds a secret that could be guessed from it. */
  sha256?: string;
  /** Of a base, and of an image that was stamped on one, in place of `sha256`: see `images/disk/image_sum.ts`. Hexadecimal. */
  pieces?: string;
  /** Of an overlay; its `pieces` are of the disk that a guest sees. */
  backing?: Backing;
}

/** The base that an overlay needs. */
export interface Backing {
  /** From the folder of the overlay: `../base-0123456789abcdef.raw`. */
  name: string;
  /** Of the base. */
  pieces: string;
}

/** What a guest needs to boot: the part of its domain that QEMU is started with. */
export type GuestHardware = Pick<
  Domain,
  "hardware" | "machine" | "firmware" | "memory" | "vcpus" | "rng" | "interfaces" | "discard"
>;

/** What of a gateway its base has to agree with: see `gatewright base`. */
export interface BaseKind {
  /** Raised when a base that was made before is not what a stamp expects any more. */
  version: number;
  /** As in `uname -r`. */
  release: string;
  /** The machine architecture. */
  arch: string;
  /** SHA-256 over the hashes of the release's files. */
  files: string;
  /** MiB. */
  disk: number;
  /** The disklabel template, or `auto`. */
  layout: string;
  /** Disk and network cards as OpenBSD meets them. */
  hardware: string;
  /** What starts the disk. */
  firmware: string;
  /** It has the kernel for more than one processor. */
  smp: boolean;
  /** Of the serial console, in baud. */
  speed: number;
  /** SHA-256 over the answers to the installer that are the same for every gateway of this kind. */
  answers: string;
}

/** `manifest.json` beside an image. Never holds a secret, nor the hash of one. */
export interface Manifest {
  /** Raised when a reader of the old format would err. */
  format: 1;
  /** Stem of the output files. */
  name: string;
  /** What is in the gateway's /etc/myname. */
  hostname: string;
  /** What was installed. */
  release: Pick<Release, "version" | "arch">;
  /** Made by a stand-in for OpenBSD's installer: the disk does not boot OpenBSD. */
  rehearsal?: true;
  /** It is a base, with nothing of any gateway in it. */
  base?: BaseKind;
  /** Names what the description came to, secrets aside: `gatewright status` tells it of a gateway. */
  revision?: string;
  /** It was stamped on a copy of a base; absent: installed in one go. */
  stamped?: {
    /** `pieces` of the base. */
    base: string;
  };
  /** What it boots on. */
  domain: GuestHardware;
  /** Who signed the release's file list. */
  signature: { key: string; keynum: string };
  /** Files of the release. */
  inputs: ManifestFile[];
  /** Files beside the manifest. */
  outputs: ManifestFile[];
  /** Absolute paths of the files on the disk that the description brought: they are there on purpose. */
  shipped?: string[];
  /** Absolute paths of the keys that were taken over from the disk whose place this one takes. */
  kept?: string[];
  /** Versions of the programs that made it. */
  tools: { qemu: string; deno: string };
  /** `kvm` or `tcg`. */
  accelerator: string;
  /** Seconds of each phase. */
  // deno-lint-ignore house/lookup -- JSON: written, and read as a list
  timings: Record<string, number>;
  /** The boot test, where the build was asked for one. */
  verified?: {
    /** From power-on to the end of the self-check. */
    seconds: number;
    /** What the gateway said about itself. */
    checks: { name: string; result: "ok" | "failed" | "pending"; why?: string }[];
  };
}
