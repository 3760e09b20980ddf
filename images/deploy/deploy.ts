/**
 * Writes an image to a block device or a file, safely.
 * @module
 */
import { identityOf } from "../../host/device_identity.ts";
import { GatewrightError } from "../../host/error.ts";
import { writeFault } from "../../host/write_fault.ts";
import { freshIdentity, identityPatches, whyKeepsIdentity } from "../disk/disk_identity.ts";
import { enlarge, growDisk, type Growth } from "../disk/grow.ts";
import { planGptMove } from "../disk/grow_label.ts";
import { dataBytes } from "../disk/chunks.ts";
import type { HeldDisk } from "../disk/held_disk.ts";
import { sliceSource, type Source } from "../disk/source.ts";
import { inspectSource } from "../inspect/inspect.ts";
import { domainUses } from "../libvirt/domain_uses.ts";
import { firstContent, signatureOf } from "./content.ts";
import { type ImageInput, openImage } from "./image_input.ts";
import { intoFile } from "./into_file.ts";
import { overlap, storageLayers } from "./storage_layers.ts";
import { ontoDevice } from "./onto_device.ts";
import { type Consent, refuseUnfit } from "./refuse.ts";
import { refuseImage } from "./refuse_image.ts";
import { writesTo } from "./device_uses.ts";
import { describeTarget, type Target } from "./target.ts";
import { writeImage, type WriteProgress } from "./write_image.ts";

/** Events of {@linkcode deployImage}. */
export type DeployEvent =
  | { kind: "check"; what: string }
  | { kind: "target"; target: Target }
  | { kind: "notice"; text: string }
  | { kind: "grow" }
  | { kind: "identity" }
  | { kind: "progress"; progress: WriteProgress };

/** Options of a deployment. */
export interface DeployOptions extends Consent {
  /** A raw, `.qcow2` or `.zst` image, or the output folder of `build`. */
  image: string;
  /** A block device or a file. */
  target: string;
  /** SHA-256 from a verified signature; overrides the manifest and the checksum file. */
  sha256?: string;
  /** libvirt URI; its domains are searched for users of the target. */
  connect?: string;
  /** A shut off domain that may have the target as its disk, because it is being replaced. */
  replaces?: string;
  /** Grow the last file system if the target is larger than the image. */
  grow?: boolean;
  /** Read back and compare. Default: true. */
  verify?: boolean;
  /** Accept the image of a rehearsal, which does not boot OpenBSD. */
  rehearsal?: boolean;
  /** Refuse an image that fails the checks of `gatewright inspect`. Default: true. */
  check?: boolean;
  /** Called to ask for consent if `yes` is false; absent: fail instead. */
  confirm?: (target: Target) => Promise<boolean>;
  /** Called with what is checked, found and written. */
  onEvent?: (event: DeployEvent) => void;
  /** Stops the work; the target is then left without a boot sector. */
  signal?: AbortSignal;
}

/** Result of a deployment. */
export interface DeployResult {
  /** Path, as the user named it. */
  target: string;
  /** Virtual size of the disk in bytes. */
  size: number;
  /** SHA-256 that the image was checked against; absent if there was none. */
  sha256?: string;
  /** The target was read back and compared. */
  verified: boolean;
  /** Result of growing. */
  growth?: Growth;
  /** New identity of the disk; absent if it was left as in the image. */
  identity?: OwnIdentity;
}

/** An identity that no other disk of the same image has. */
export interface OwnIdentity {
  /** DUID in the disklabel and in fstab(5). */
  duid: string;
  /** Byte ranges of the target that differ from the image because of it, in order. */
  changed: { at: number; length: number }[];
}

/** The image as it is on the target. */
type Changes = Pick<DeployResult, "growth" | "identity">;

/**
 * Checks the image and the target, writes, and reads back.
 *
 * @throws {GatewrightError} before a byte is written, if the image or the target is unsuitable;
 * later the target is left without a boot sector, so that it does not pass for a whole disk.
 */
export async function deployImage(options: DeployOptions): Promise<DeployResult> {
  const { signal, onEvent } = options;
  const abort = signal ? { signal } : {};
  const onCheck = (what: string) => onEvent?.({ kind: "check", what });
  // The target is inspected first: that is fast, and hashing the image is slow.
  const first = await inspectTarget(options, true);
  await using image = await openImage(options.image, {
    ...(options.sha256 ? { sha256: options.sha256 } : {}),
    onCheck,
    ...abort,
  });
  await refuseShared(image, options);
  await refuseImage(image, {
    rehearsal: options.rehearsal ?? false,
    check: options.check ?? true,
    onCheck,
    ...abort,
  });
  const target = await agreedTarget(options, first, image.source.size);
  const { size } = image.source;
  if (options.grow) {
    refuseUngrowable(target, size);
    await growDisk(enlarge(image.source, target.size), undefined, signal);
  }
  const device = target.kind === "block";
  const verify = options.verify ?? true;
  const own = await getsIdentity(image.source, onEvent);
  const write = (path: string) => writeFitted(options, image, path, target, own);
  const writing = device
    ? ontoDevice(target.realPath, async () => {
      await refuseFilled(target, options.force);
      return await write(target.realPath);
    })
    : intoFile(target.realPath, write, () => refuseChanged(target));
  const changes = await writing.catch(async (error) => {
    signal?.throwIfAborted();
    throw await writeFault(error, {
      message: "the target cannot be written",
      where: target.path,
      instead: "name another target",
      next: "correct its permissions, or name another target",
      most: options.grow ? target.size : dataBytes(image),
    });
  });
  return {
    target: options.target,
    size,
    verified: verify,
    ...(image.sha256 ? { sha256: image.sha256 } : {}),
    ...changes,
  };
}

/**
 * Whether a disk made from the image gets an identity of its own; if not, the reason is reported.
 *
 * @throws {GatewrightError} (verification) if it should get one and cannot.
 */
async function getsIdentity(
  source: Source,
  onEvent: DeployOptions["onEvent"],
): Promise<boolean> {
  using disk = await inspectSource(sliceSource(source, 0, source.size));
  const why = await whyKeepsIdentity(disk);
  if (why === undefined) {
    // Missing parts are found before a byte is written; their offsets are looked up on the target.
    await identityPatches(disk, freshIdentity());
    return true;
  }
  const text = `the disk keeps the DUID and the seeds of the image: ${why}`;
  onEvent?.({ kind: "notice", text });
  return false;
}

/** Gives a written disk a DUID, seeds and ids of its own. */
async function giveIdentity(held: HeldDisk): Promise<OwnIdentity> {
  using disk = await inspectSource(held);
  const identity = freshIdentity();
  const patches = await identityPatches(disk, identity);
  for (const { at, bytes } of patches) await held.write(at, bytes);
  const changed = patches.map(({ at, bytes }) => ({ at, length: bytes.length }));
  return { duid: identity.duid, changed: changed.sort((a, b) => a.at - b.at) };
}

/**
 * Writes the image to `path`, grows it on a larger target, and gives it an identity if `own` is
 * set.
 */
async function writeFitted(
  options: DeployOptions,
  { source, digests }: ImageInput,
  path: string,
  target: Target,
  own: boolean,
): Promise<Changes> {
  const { signal, onEvent } = options;
  const device = target.kind === "block";
  const changes: Changes = {};
  const fit = async (disk: HeldDisk) => {
    if (options.grow) {
      onEvent?.({ kind: "grow" });
      changes.growth = await growDisk(disk, disk, signal);
      return;
    }
    const patches = await planGptMove(disk);
    for (const { at, bytes } of patches) await disk.write(at, bytes);
    if (patches.length === 0) return;
    const text =
      "the second partition table is at the end of the target, not where the image has it";
    onEvent?.({ kind: "notice", text });
  };
  const identify = async (disk: HeldDisk) => {
    onEvent?.({ kind: "identity" });
    changes.identity = await giveIdentity(disk);
  };
  await writeImage({
    source,
    ...(digests ? { digests } : {}),
    target: path,
    device,
    targetSize: device || options.grow ? target.size : source.size,
    verify: options.verify ?? true,
    changes: own ? [fit, identify] : [fit],
    onProgress: (progress) => onEvent?.({ kind: "progress", progress }),
    ...(signal ? { signal } : {}),
  });
  return changes;
}

/** The state of the target right before it is written, with consent to overwrite it. */
async function agreedTarget(
  options: DeployOptions,
  first: Target,
  size: number,
): Promise<Target> {
  let { yes } = options;
  const { force } = options;
  // Known formats have been recognised; whether the rest is blank needs a read of the whole target.
  refuseUnfit(first, size, { yes: true, force });
  const content = first.content ?? (force ? undefined : await searched(options, first));
  const known = content === undefined ? {} : { content };
  options.onEvent?.({ kind: "target", target: { ...first, ...known } });
  if (!yes && options.confirm) {
    refuseUnfit({ ...first, ...known }, size, { yes: true, force });
    if (!await options.confirm({ ...first, ...known })) {
      throw new GatewrightError("nothing was written", {
        kind: "interrupted",
        where: options.target,
      });
    }
    yes = true;
  }
  // Checked again: the search or the question may have taken minutes.
  const target = { ...await inspectTarget(options, false), ...known };
  refuseUnfit(target, size, { yes, force });
  if (target.kind !== first.kind || target.identities[0] !== first.identities[0]) {
    throw hasChanged(target.path);
  }
  if (target.kind === "file" && target.size > 0 && target.size !== size && !options.grow) {
    const text =
      `the file has ${target.size} bytes; it is replaced by one of ${size}, as the image`;
    options.onEvent?.({ kind: "notice", text });
  }
  return target;
}

/** Refuses a file that is not the one that was checked, or one where there was none. */
async function refuseChanged({ path, realPath, identities }: Target): Promise<void> {
  const { inode } = await identityOf(realPath);
  if (inode === identities[0]) return;
  throw hasChanged(path);
}

/** Refuses a device that was blank and that another run has written and closed since. */
async function refuseFilled({ path, realPath }: Target, force: boolean): Promise<void> {
  if (!force && await signatureOf(realPath) !== undefined) throw hasChanged(path);
}

function hasChanged(where: string): GatewrightError {
  return new GatewrightError("the target has changed since it was checked", {
    where,
    why: "it was written meanwhile, or its name refers to another device or file now",
    next: "find out what changes it, and try again",
  });
}

/** Searches a device or file for any content that was not recognised. */
async function searched(
  options: Pick<DeployOptions, "onEvent" | "signal">,
  target: Target,
): Promise<string | undefined> {
  const { path, realPath, size } = target;
  if (size === 0) return undefined;
  options.onEvent?.({ kind: "check", what: `whether ${path} is blank` });
  return await firstContent(
    realPath,
    (percent) =>
      options.onEvent?.({ kind: "progress", progress: { step: "search", percent, bytes: size } }),
    options.signal,
  );
}

/**
 * Refuses an image and a target that share bytes, also through loop devices and device-mapper, and
 * an image that is open for writing: its content would change while it is copied.
 */
async function refuseShared(image: ImageInput, options: DeployOptions): Promise<void> {
  const path = image.built.image;
  const [from, to] = await Promise.all([storageLayers(path), storageLayers(options.target)]);
  if (overlap(from, to)) {
    throw new GatewrightError("the target and the image are the same storage", {
      kind: "usage",
      where: options.target,
      why: `what is written to it changes ${path}, or a part of it`,
      next: "name another target; lsblk and losetup -l show which devices share storage",
    });
  }
  const writers = await writesTo(path);
  if (writers.length === 0) return;
  throw new GatewrightError("the image is being written", {
    where: path,
    why: writers.join("; "),
    next: "stop what writes it (virsh shutdown), or deploy a copy",
  });
}

/** An existing file keeps its size, which determines the size of the disk. */
function refuseUngrowable(target: Target, size: number): void {
  if (target.size > size) return;
  throw new GatewrightError("the target has no room to grow into", {
    code: "cannot-grow",
    where: target.path,
    why: `the image has ${size} bytes, the target ${target.size}`,
    next: target.kind === "block"
      ? "lvextend it first"
      : `truncate -s 20G ${target.path} makes a file of the size that is wanted`,
  });
}

/**
 * Refuses a target that obviously cannot take a disk of `size` bytes, before an image for it is
 * built.
 *
 * @throws {GatewrightError} as {@linkcode deployImage} does. Whether an unrecognised device is
 * blank is left to that, because it means reading all of it.
 */
export async function refuseTarget(
  options: Pick<DeployOptions, "target" | "connect" | "force" | "onEvent">,
  size: number,
): Promise<Target> {
  const target = await inspectTarget(options, true);
  refuseUnfit(target, size, { yes: true, force: options.force });
  if (target.kind !== "file" || options.force) return target;
  // Unlike a device, a file that holds something is mostly refused at its first bytes.
  const content = await searched({}, target);
  refuseUnfit({ ...target, ...(content === undefined ? {} : { content }) }, size, {
    yes: true,
    force: false,
  });
  return target;
}

async function inspectTarget(
  options: Pick<DeployOptions, "target" | "connect" | "replaces" | "onEvent">,
  first: boolean,
): Promise<Target> {
  const target = await describeTarget(options.target);
  const disk = { paths: [target.path, target.realPath], identities: target.identities };
  const { uses, unanswered } = await domainUses(disk, options.connect, options.replaces);
  target.uses.push(...uses);
  if (first && unanswered) {
    const text = `libvirt was not asked whether a domain uses the target (${unanswered})`;
    options.onEvent?.({ kind: "notice", text });
  }
  if (target.uses.length > 0) refuseUnfit(target, 0, { yes: true, force: true });
  return target;
}
