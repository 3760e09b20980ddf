/**
 * Unpacks a compressed image into a raw one that no other user can change.
 * @module
 */
import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { imageFacts } from "../../host/qemu_img.ts";
import { run } from "../../host/run.ts";
import { startProgram } from "../../host/start_program.ts";
import { writeAll } from "../../host/write_all.ts";
import { type ImageSum, sameSum, sumText } from "../disk/image_sum.ts";
import { streamInto } from "./stream_into.ts";

/** What to unpack. */
export interface CompressedImage {
  /** The open image; the same bytes are hashed and unpacked. */
  file: Deno.FsFile;
  /** Its name in messages. */
  name: string;
  /** Expected SHA-256, if known. */
  sha256?: string;
  /** Ends the work. */
  signal?: AbortSignal;
  /** The base of an overlay: the name in its header, and the path. No other file is read. */
  backing?: { name: string; path: string };
}

/**
 * Unpacks a zstd(1) file into the new file `out`; blocks of zeros become holes. zstd(1) unpacks it,
 * because Node's decoder does not detect a truncated file.
 *
 * @throws {GatewrightError} (verification) if it is damaged, truncated, or does not match its hash
 */
export async function unpackZstd(image: CompressedImage, out: string): Promise<void> {
  const { file, name, signal } = image;
  const child = startProgram("zstd", ["-d", "-q", "--sparse", "-o", out], {
    stdin: "piped",
    stdout: "null",
    ...(signal ? { signal } : {}),
  });
  const said = new Response(child.stderr).text();
  const hash = createHash("sha256");
  const fed = streamInto(file, child.stdin, (bytes) => hash.update(bytes));
  const [{ code }] = await Promise.all([child.status, fed]);
  signal?.throwIfAborted();
  const words = (await said).trim();
  refuseFull(words, out);
  refuseOther(image, hash.digest("hex"));
  if (code === 0) return;
  throw new GatewrightError("the packed image cannot be unpacked", {
    kind: "verification",
    where: name,
    why: words,
    next: "copy or download it again",
  });
}

/**
 * Converts a qcow2 image into the new raw file `out`. A private copy is converted, so that no
 * backing file can be added while it is read.
 *
 * @throws {GatewrightError} (verification) if it does not match its hash, is not a qcow2 image, or
 * is an overlay of anything but `image.backing`
 */
export async function unpackQcow2(image: CompressedImage, out: string): Promise<void> {
  const { file, signal } = image;
  const copy = `${out}.qcow2`;
  const hash = createHash("sha256");
  try {
    using to = await Deno.open(copy, { write: true, createNew: true, mode: 0o600 });
    const buffer = new Uint8Array(1 << 20);
    for (let count = await file.read(buffer); count !== null; count = await file.read(buffer)) {
      signal?.throwIfAborted();
      const bytes = buffer.subarray(0, count);
      hash.update(bytes);
      await writeAll(to, bytes);
    }
  } catch (error) {
    refuseFull(error instanceof Error ? error.message : "", out);
    throw error;
  }
  refuseOther(image, hash.digest("hex"));
  await imageFacts(copy, "qcow2", image.name, image.backing?.name);
  const { status, stderr } = await run(
    "setpriv",
    // qemu-img ends with this process.
    ["--pdeathsig", "KILL", "qemu-img", "convert", ...sourceOf(copy, image), "-O", "raw", out],
    { okStatus: [0, 1], ...(signal ? { signal } : {}) },
  );
  refuseFull(stderr, out);
  if (status !== 0) {
    throw new GatewrightError("the qcow2 image cannot be read", {
      kind: "verification",
      where: image.name,
      why: stderr.trim(),
      next: "copy or download it again",
    });
  }
  await Deno.remove(copy);
}

/**
 * The arguments of qemu-img(1) for the source; the base is given explicitly, not looked up by the
 * overlay's header.
 */
function sourceOf(copy: string, { backing }: CompressedImage): string[] {
  if (!backing) return ["-f", "qcow2", copy];
  const file = (filename: string) => ({ driver: "file", filename });
  return [`json:${
    JSON.stringify({
      driver: "qcow2",
      file: file(copy),
      backing: { driver: "raw", file: file(resolve(backing.path)) },
    })
  }`];
}

/** @throws {GatewrightError} (verification) unless the image matches its expected hash */
function refuseOther(
  { name, sha256 }: Pick<CompressedImage, "name" | "sha256">,
  found: string,
) {
  if (sha256 !== undefined) refuseOtherSum(name, { sha256 }, { sha256: found });
}

/** @throws {GatewrightError} (verification) unless both sums are equal */
export function refuseOtherSum(name: string, wanted: ImageSum, found: ImageSum): void {
  if (sameSum(wanted, found)) return;
  throw new GatewrightError("the image does not match its checksum", {
    kind: "verification",
    where: name,
    why: `${sumText(found)}, expected ${sumText(wanted)}`,
    next: "copy or build it again",
  });
}

/** A full file system of this host is not a fault of the image. */
function refuseFull(words: string, out: string): void {
  if (!/no space left/i.test(words)) return;
  throw new GatewrightError("the image cannot be unpacked: no space left", {
    where: dirname(out),
    why: "a compressed or qcow2 image is unpacked into a temporary file first",
    next: "set TMPDIR to a folder with room in it: TMPDIR=/var/tmp gatewright ...",
  });
}
