/**
 * What went into an image and what came out, as data.
 * @module
 */
import { createHash } from "node:crypto";
import type { Release } from "../spec/gateway.ts";

/** A file by its content. */
export interface ManifestFile {
  /** As in its folder: `base79.tgz`, `hq.raw`. */
  name: string;
  /** Bytes. */
  size: number;
  /** Hexadecimal. Absent where the content holds a secret that could be guessed from it. */
  sha256?: string;
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
  /** Who signed the release's file list. */
  signature: { key: string; keynum: string };
  /** Files of the release. */
  inputs: ManifestFile[];
  /** Files beside the manifest. */
  outputs: ManifestFile[];
  /** Versions of the programs that made it. */
  tools: Record<string, string>;
  /** `kvm` or `tcg`. */
  accelerator: string;
  /** Seconds of each phase. */
  timings: Record<string, number>;
}

/** Size and SHA-256 of a file, read in pieces. */
export async function manifestFile(
  path: string,
  name: string,
  signal?: AbortSignal,
): Promise<ManifestFile & { sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  using file = await Deno.open(path);
  const buffer = new Uint8Array(1 << 20);
  for (let n = await file.read(buffer); n !== null; n = await file.read(buffer)) {
    signal?.throwIfAborted();
    hash.update(buffer.subarray(0, n));
    size += n;
  }
  return { name, size, sha256: hash.digest("hex") };
}
