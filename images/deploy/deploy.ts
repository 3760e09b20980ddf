/**
 * Puts an image onto a block device or into a file, safely.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { checkGrowth, growTarget, type Growth } from "../disk/grow.ts";
import { domainUses } from "../libvirt/domain_uses.ts";
import { openImage } from "./image_input.ts";
import { type Consent, refuseUnfit } from "./refuse.ts";
import { refuseRehearsal } from "../manifest/rehearsal.ts";
import { describeTarget, type Target } from "./target.ts";
import { writeImage, type WriteProgress } from "./write_image.ts";

/** What {@linkcode deployImage} reports while it works. */
export type DeployEvent =
  | { type: "check"; what: string }
  | { type: "target"; target: Target }
  | { type: "notice"; text: string }
  | { type: "grow" }
  | { type: "progress"; progress: WriteProgress };

/** One deployment. */
export interface DeployOptions extends Consent {
  /** A raw, `.qcow2` or `.zst` image, or the folder that `build` made. */
  image: string;
  /** A block device or a file. */
  target: string;
  /** sha256 that a signature vouches for; it goes before the manifest and the checksum file. */
  sha256?: string;
  /** libvirt URI to ask which domains use the target. */
  connect?: string;
  /** A domain that may have the target as its disk while it is shut off: it is being replaced. */
  replaces?: string;
  /** Let the last file system use all of a target that is larger than the image. */
  grow?: boolean;
  /** Read back and compare; default true. */
  verify?: boolean;
  /** Accept the image of a rehearsal, which does not boot OpenBSD. */
  rehearsal?: boolean;
  /** Asked instead of failing where `yes` is false and a person can answer. */
  confirm?: (target: Target) => Promise<boolean>;
  /** Told what is checked, found and written. */
  onEvent?: (event: DeployEvent) => void;
  /** Stops the writing; the target is then left without a boot sector. */
  signal?: AbortSignal;
}

/** What was done. */
export interface DeployResult {
  /** As the user named it. */
  target: string;
  /** Bytes of the disk as the guest sees it. */
  size: number;
  /** sha256 that the image was checked against; absent where nothing told it. */
  sha256?: string;
  /** It was read back and compared. */
  verified: boolean;
  /** What `grow` did. */
  growth?: Growth;
}

/**
 * Checks the image and the target, writes, and reads back.
 *
 * @throws {GatewrightError} before a byte is written where anything speaks against it; later the
 * target is left without a boot sector, never as a disk that looks whole.
 */
export async function deployImage(options: DeployOptions): Promise<DeployResult> {
  const { signal, onEvent } = options;
  // The target is looked at first: it takes no time, and hashing the image does.
  let target = await lookAt(options, true);
  await using image = await openImage(options.image, {
    rehearsal: options.rehearsal ?? false,
    ...(options.sha256 ? { sha256: options.sha256 } : {}),
    onCheck: (what) => onEvent?.({ type: "check", what }),
    ...(signal ? { signal } : {}),
  });
  if (!options.rehearsal) {
    await refuseRehearsal(image.path, image.format, "build the real one, or add --rehearsal");
  }
  onEvent?.({ type: "target", target });
  let consent: Consent = { yes: options.yes, force: options.force };
  if (!options.yes && options.confirm) {
    refuseUnfit(target, image.size, { yes: true, force: options.force });
    if (!await options.confirm(target)) {
      throw new GatewrightError("nothing was written", {
        kind: "interrupted",
        where: options.target,
      });
    }
    consent = { yes: true, force: options.force };
  }
  // Once more: hashing or the person may have taken minutes.
  target = await lookAt(options, false);
  refuseUnfit(target, image.size, consent);
  if (options.grow) {
    refuseUngrowable(target, image.size);
    // Of a qcow2 image it is known only when it is written.
    if (image.format === "raw") await checkGrowth(image.path, target.size);
  }
  const device = target.kind === "block";
  const verify = options.verify ?? true;
  const targetSize = device || options.grow ? target.size : image.size;
  const write = async (path: string) => {
    await writeImage({
      image: image.path,
      format: image.format,
      size: image.size,
      target: path,
      device,
      targetSize,
      verify,
      onProgress: (progress) => onEvent?.({ type: "progress", progress }),
      ...(signal ? { signal } : {}),
    });
    if (!options.grow) return undefined;
    onEvent?.({ type: "grow" });
    return await growTarget(path, signal ? { signal } : {});
  };
  const growth = device ? await write(target.realPath) : await intoFile(target.realPath, write);
  return {
    target: options.target,
    size: image.size,
    verified: verify,
    ...(image.sha256 ? { sha256: image.sha256 } : {}),
    ...(growth ? { growth } : {}),
  };
}

/** A file has the size it had before: it says how large the disk is to be. */
function refuseUngrowable(target: Target, size: number): void {
  if (target.size > size) return;
  throw new GatewrightError("the target has no room to grow into", {
    where: target.path,
    why: `the image has ${size} bytes, the target ${target.size}`,
    next: target.kind === "block"
      ? "leave --grow out, or lvextend it first"
      : `truncate -s 20G ${target.path} makes a file of the size that is wanted`,
  });
}

async function lookAt(options: DeployOptions, first: boolean): Promise<Target> {
  const target = await describeTarget(options.target);
  const disk = { paths: [target.path, target.realPath], identities: target.identities };
  const { uses, unanswered } = await domainUses(disk, options.connect, options.replaces);
  target.uses.push(...uses);
  if (first && unanswered) {
    const text = `libvirt was not asked whether a domain uses the target (${unanswered})`;
    options.onEvent?.({ type: "notice", text });
  }
  if (target.uses.length > 0) refuseUnfit(target, 0, { yes: true, force: true });
  return target;
}

/** A file appears whole or not at all. */
async function intoFile<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${path}.part-${crypto.randomUUID().slice(0, 8)}`;
  try {
    (await Deno.open(part, { write: true, createNew: true, mode: 0o600 })).close();
    const result = await write(part);
    await Deno.rename(part, path);
    return result;
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}
