/**
 * Decides whether an image may be written or packed: it must be a disk of OpenBSD, and pass the
 * checks.
 * @module
 */
import { basename, dirname } from "node:path";
import { type ExitKind, GatewrightError } from "../../host/error.ts";
import { sliceSource } from "../disk/source.ts";
import { knownExpectations } from "../hygiene/expectations.ts";
import { checkHygiene, hygieneError } from "../hygiene/hygiene.ts";
import { type Inspection, inspectSource } from "../inspect/inspect.ts";
import { findBuilt } from "../manifest/find_built.ts";
import type { ImageInput } from "./image_input.ts";

/** Options of the decision. */
export interface ImageConsent {
  /** Accept the image of a rehearsal, which does not boot OpenBSD. */
  rehearsal: boolean;
  /** Run the checks of `gatewright inspect`, and refuse an image that fails them. */
  check: boolean;
  /** Called when the checks start. */
  onCheck?: (what: string) => void;
  /** Ends the checks. */
  signal?: AbortSignal;
}

/** The name that `build` gives a disk that failed its own checks, packed or not. */
const REFUSED = /\.refused\.raw(\.zst)?$/;

/**
 * Throws unless `image` is fit to be written.
 *
 * @throws {GatewrightError} (verification) if it is not a disk of OpenBSD, or must not be used;
 * (usage) if another file was meant.
 */
export async function refuseImage(image: ImageInput, consent: ImageConsent): Promise<void> {
  const { built, source } = image;
  const where = built.image;
  if (consent.check && REFUSED.test(where)) {
    throw new GatewrightError("the disk failed the checks of its build", {
      kind: "verification",
      code: "image-refused",
      where,
      next: "build it again from a description that avoids this",
    });
  }
  if (built.manifest?.rehearsal && !consent.rehearsal) throw isRehearsal(where);
  // Closing the inspection must not close the image.
  const whole = sliceSource(source, 0, source.size);
  using disk = await opened(whole, where);
  if (disk.rehearsal && !consent.rehearsal) throw isRehearsal(where);
  if (!consent.check) return;
  consent.onCheck?.(`the disk: gatewright inspect ${where}`);
  const expected = await knownExpectations(disk, built);
  const results = await checkHygiene(
    disk,
    { ...expected, ...(disk.rehearsal ? { rehearsal: true } : {}) },
    consent.signal ? { signal: consent.signal } : {},
  );
  const error = hygieneError(where, results);
  if (error) throw error;
}

function isRehearsal(where: string): GatewrightError {
  return new GatewrightError("the image is a rehearsal and does not boot OpenBSD", {
    kind: "verification",
    code: "image-of-rehearsal",
    where,
    next: "build the real one: gatewright build FILE",
  });
}

/** Inspects the disk; a file that is not a disk has no disklabel. */
async function opened(
  source: Parameters<typeof inspectSource>[0],
  where: string,
): Promise<Inspection> {
  let fault: unknown;
  try {
    const disk = await inspectSource(source);
    if (disk.scheme !== "bare") return disk;
    fault = new GatewrightError("it is a file system without a disklabel");
  } catch (error) {
    fault = error;
  }
  if (!(fault instanceof GatewrightError)) throw fault;
  const own = fault.kind === "usage" ? fault.next : undefined;
  throw await otherMeant(fault, where) ?? notADisk(fault, where, {
    kind: "verification",
    next: own ?? "name the folder that gatewright build wrote, or a disk image",
  });
}

function notADisk(
  fault: GatewrightError,
  where: string,
  details: { kind: ExitKind; next: string },
): GatewrightError {
  return new GatewrightError("this is not an OpenBSD disk", {
    where,
    why: fault.why ? `${fault.message} (${fault.why})` : fault.message,
    ...details,
    cause: fault,
  });
}

/**
 * The error (usage) if the file at `where`, which `fault` says is no disk, was named in place of
 * the disk beside it or of the one built from it; undefined: no other file is known to be meant.
 */
export async function otherMeant(
  fault: GatewrightError,
  where: string,
): Promise<GatewrightError | undefined> {
  const meant = await meantInstead(where);
  const next = meant
    ? `did you mean ${meant}?`
    : /\.ya?ml$/.test(where)
    ? `gatewright build ${where} makes a disk of it`
    : undefined;
  return next === undefined ? undefined : notADisk(fault, where, { kind: "usage", next });
}

/** The disk beside the named file, or the one built from it. */
async function meantInstead(where: string): Promise<string | undefined> {
  const folder = dirname(where);
  const beside = await findBuilt(folder).catch(() => undefined);
  if (beside && beside.image !== where) return folder === "." ? beside.image : folder;
  const stem = basename(where).replace(/\.[^.]*$/, "");
  for (const candidate of [`${folder}/out/${stem}`, `out/${stem}`]) {
    if (await findBuilt(candidate).then(() => true, () => false)) return candidate;
  }
  return undefined;
}
