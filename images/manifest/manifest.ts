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
}

/** What a guest needs to boot: the part of its domain that QEMU is started with. */
export type GuestHardware = Pick<
  Domain,
  "hardware" | "machine" | "firmware" | "memory" | "vcpus" | "rng" | "interfaces" | "discard"
>;

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
