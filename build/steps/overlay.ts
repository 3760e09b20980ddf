/**
 * Step `overlay`: replaces the whole disk by its differences from the base, if requested. The base
 * is put beside the folder, shared by all gateways stamped on it; the one in the cache may be
 * removed.
 * @module
 */
import { Buffer } from "node:buffer";
import { dirname, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { ownFolder } from "../../host/own_folder.ts";
import { refuseForeignOwner } from "../../host/owner.ts";
import { plainPath } from "../../host/qemu_img.ts";
import { run } from "../../host/run.ts";
import { overlayBase, overlayBaseName } from "../../images/deploy/overlay_base.ts";
import { countOf, placeOf, readChunk } from "../../images/disk/chunks.ts";
import { openSource, type Source } from "../../images/disk/source.ts";
import type { Backing } from "../../images/manifest/manifest.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import { stampOf, type Start } from "./job.ts";
import type { Scratch } from "./scratch.ts";
import type { Step } from "./step.ts";

/** Result of the step. */
export interface Overlay extends Disk {
  /** The base of the image; absent: it is a whole disk. */
  backing?: Backing;
}

/** Undone with its folder; a base that was put beside it is complete, and stays. */
export const overlay: Step<Start & Folder & Scratch & Disk, Overlay> = {
  name: "overlay",
  async run({ job, folder, scratch, image }) {
    if (job.format !== "qcow2") return { image };
    const { image: base, pieces } = stampOf(job);
    const backing = { name: `../${overlayBaseName(pieces)}`, pieces };
    const made = `${folder.path}/${job.gateway.name}.qcow2`;
    await putBase(base, made, backing, job.signal);
    const abort = job.signal ? { signal: job.signal } : {};
    const create = ["create", "-q", "-f", "qcow2", "-F", "raw", "-b", backing.name, made];
    await run("qemu-img", create, abort);
    await Deno.chmod(made, 0o600);
    await writeDifferences(base, image, made, `${scratch.path}/overlay`, job.signal);
    await refuseUnlike(made, image, job.signal);
    await Deno.remove(image);
    return { image: made, backing };
  },
};

/** Sticky bit, as of /tmp: all users can create files there, and only owners remove them. */
const STICKY = 0o1000;

/** Puts the base where the overlay `image` expects it, unless it is there. */
async function putBase(from: string, image: string, backing: Backing, signal?: AbortSignal) {
  const path = join(dirname(image), backing.name);
  const there = await Deno.lstat(path).catch(() => undefined);
  if (there) {
    // Its owner could change it after the check. Elsewhere libvirt may have changed the owner to
    // QEMU's.
    const { mode } = await Deno.stat(dirname(path));
    if (((mode ?? 0) & STICKY) !== 0) {
      refuseForeignOwner(
        there,
        "the base of the overlay",
        path,
        "build into a folder below one that only you can write to",
      );
    }
  } else {
    await using work = await ownFolder(dirname(path), ".gatewright-");
    const copy = `${work.path}/base.raw`;
    const how = ["--reflink=auto", "--sparse=always", "--no-preserve=mode"];
    await run("cp", [...how, "--", from, copy], signal ? { signal } : {});
    await Deno.chmod(copy, 0o600);
    await Deno.rename(copy, path);
  }
  try {
    await overlayBase(image, backing, signal);
  } catch (cause) {
    if (!(cause instanceof GatewrightError) || cause.kind !== "verification") throw cause;
    throw new GatewrightError("another file is in the place of the base of the overlay", {
      kind: "verification",
      code: "output-folder",
      where: path,
      why: "it is not the base, or has changed: overlays built on it are no longer valid",
      next: "move it away",
      cause,
    });
  }
}

/** Cluster size of qcow2 in bytes. */
const CLUSTER = 64 << 10;

/** Ranges per call of qemu-io(1). */
const AT_ONCE = 64;

/**
 * Writes the differences of `image` from `base` into the overlay `made`. qemu-img rebase does the
 * same, but reads gigabytes of holes.
 */
async function writeDifferences(
  base: string,
  image: string,
  made: string,
  work: string,
  signal?: AbortSignal,
): Promise<void> {
  using old = await openSource(base);
  using now = await openSource(image);
  await Deno.mkdir(work, { mode: 0o700 });
  let commands: string[] = [];
  const flush = async () => {
    const args = commands.flatMap((one) => ["-c", one]);
    commands = [];
    // qemu-io splits its commands at blanks; the file names here have none.
    if (args.length > 0) {
      await run("qemu-io", ["-f", "qcow2", "-t", "unsafe", ...args, plainPath(made)], {
        cwd: work,
        ...(signal ? { signal } : {}),
      });
    }
  };
  for await (const { at, bytes } of differing(old, now, signal)) {
    const name = String(commands.length);
    await Deno.writeFile(`${work}/${name}`, bytes, { mode: 0o600 });
    if (commands.push(`write -q -s ${name} ${at} ${bytes.length}`) === AT_ONCE) await flush();
  }
  await flush();
}

/** Runs of clusters that differ. */
async function* differing(
  old: Source,
  now: Source,
  signal?: AbortSignal,
): AsyncGenerator<{ at: number; bytes: Uint8Array }> {
  for (let index = 0; index < countOf(now.size); index++) {
    signal?.throwIfAborted();
    const { at, length } = placeOf(index, now.size);
    if (await old.isHole(at, length) && await now.isHole(at, length)) continue;
    const [before, after] = [await readChunk(old, index), await readChunk(now, index)];
    const same = (from: number) =>
      Buffer.compare(
        before.subarray(from, from + CLUSTER),
        after.subarray(from, from + CLUSTER),
      ) === 0;
    for (let from = 0; from < length; from += CLUSTER) {
      if (same(from)) continue;
      const start = from;
      while (from < length && !same(from)) from += CLUSTER;
      yield { at: at + start, bytes: after.subarray(start, Math.min(from, length)) };
    }
  }
}

/** The virtual disk of the overlay must equal the inspected disk. */
async function refuseUnlike(overlay: string, image: string, signal?: AbortSignal) {
  const { status, stdout } = await run(
    "qemu-img",
    ["compare", "-f", "qcow2", "-F", "raw", overlay, image],
    { okStatus: [0, 1], ...(signal ? { signal } : {}) },
  );
  if (status === 0) return;
  throw new GatewrightError("the overlay does not match the disk that it was made from", {
    kind: "verification",
    where: overlay,
    why: stdout.trim(),
    next: "build a raw disk",
  });
}
