/**
 * The manifest: the inputs and outputs of a build, as data.
 * @module
 */
import type { Domain, Release } from "../../gateway/gateway.ts";

/** A file and its checksum. */
export interface ManifestFile {
  /** Name in its folder: `base79.tgz`, `hq.raw`. */
  name: string;
  /** Bytes. */
  size: number;
  /**
   * SHA-256 in hexadecimal. Absent if the content contains a secret that could be guessed from it.
   */
  sha256?: string;
  /**
   * For a base, and an image stamped on one, instead of `sha256`: see `images/disk/image_sum.ts`.
   * Hexadecimal.
   */
  pieces?: string;
  /** For an overlay; its `pieces` are those of the virtual disk. */
  backing?: Backing;
}

/** The base that an overlay needs. */
export interface Backing {
  /** Path, relative to the folder of the overlay: `../base-0123456789abcdef.raw`. */
  name: string;
  /** `pieces` of the base. */
  pieces: string;
}

/**
 * The hardware that a guest needs to boot: the part of its domain that determines QEMU's command
 * line.
 */
export type GuestHardware = Pick<
  Domain,
  "hardware" | "machine" | "firmware" | "memory" | "vcpus" | "rng" | "interfaces" | "discard"
>;

/** The properties that a gateway and its base must have in common: see `gatewright base`. */
export interface BaseKind {
  /** Incremented when stamps no longer work on older bases. */
  version: number;
  /** Release, as in `uname -r`. */
  release: string;
  /** The machine architecture. */
  arch: string;
  /** SHA-256 over the hashes of the release's files. */
  files: string;
  /** Size of the disk in MiB. */
  disk: number;
  /** The disklabel template, or `auto`. */
  layout: string;
  /** Drivers of disk and network cards in OpenBSD. */
  hardware: string;
  /** Firmware. */
  firmware: string;
  /** It has the multiprocessor kernel. */
  smp: boolean;
  /** Speed of the serial console in baud. */
  speed: number;
  /**
   * SHA-256 over the answers to the installer that are the same for every gateway with these
   * properties.
   */
  answers: string;
}

/** `manifest.json` beside an image. Never contains a secret, nor the hash of one. */
export interface Manifest {
  /** Version of the format, incremented when older readers would misread it. */
  format: 1;
  /** Stem of the output files. */
  name: string;
  /** Contents of /etc/myname. */
  hostname: string;
  /** The installed release. */
  release: Pick<Release, "version" | "arch">;
  /** Made by a stand-in for OpenBSD's installer: the disk does not boot OpenBSD. */
  rehearsal?: true;
  /** It is a base, without anything of a gateway. */
  base?: BaseKind;
  /**
   * Hash of the resolved description without secrets; `gatewright status` reads it from a gateway.
   */
  revision?: string;
  /** It was stamped on a copy of a base; absent: installed directly. */
  stamped?: {
    /** `pieces` of the base. */
    base: string;
  };
  /** Hardware to boot it on. */
  domain: GuestHardware;
  /** Who signed the release's file list. */
  signature: { key: string; keynum: string };
  /** Files of the release. */
  inputs: ManifestFile[];
  /** Files beside the manifest. */
  outputs: ManifestFile[];
  /** Absolute paths of the files on the disk that come from the description. */
  shipped?: string[];
  /** Absolute paths of the keys that were kept from the disk that this one replaces. */
  kept?: string[];
  /** Versions of the programs that made it. */
  tools: { qemu: string; deno: string };
  /** `kvm` or `tcg`. */
  accelerator: string;
  /** Seconds of each phase. */
  // deno-lint-ignore house/lookup -- JSON: written, and read as a list
  timings: Record<string, number>;
  /** Result of the boot test, if the build made one. */
  verified?: {
    /** Seconds from power-on to the end of the self-check. */
    seconds: number;
    /** Output of the gateway's self-check. */
    checks: { name: string; result: "ok" | "failed" | "pending"; why?: string }[];
  };
}
