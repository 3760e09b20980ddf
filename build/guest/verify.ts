/**
 * The boot test of a build: the finished image must come up and pass its self-check.
 * @module
 */
import { type ImageSum, sameSum, sumLike, sumText } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { GatewrightError } from "../../host/error.ts";
import { bootImage, type BootOptions } from "./boot_image.ts";

/** Options of a boot test. */
export interface VerifyOptions extends Omit<BootOptions, "onEvent"> {
  /** The image, which must be unchanged afterwards. */
  imageSum: ImageSum;
  /** New file for the console output. */
  log: string;
  /** Called with every line of the console. */
  onLine?: (line: string) => void;
}

/**
 * Boots an image and records its console output.
 *
 * @throws {GatewrightError} (verification) if a self-check failed or the image has changed.
 */
export async function verifyImage(
  options: VerifyOptions,
): Promise<NonNullable<Manifest["verified"]>> {
  const encoder = new TextEncoder();
  const started = performance.now();
  using log = await Deno.open(options.log, { write: true, createNew: true, mode: 0o600 });
  const { checks } = await bootImage({
    ...options,
    onEvent(action) {
      if (action.kind !== "log") return;
      log.writeSync(encoder.encode(`${action.line}\n`));
      options.onLine?.(action.line);
    },
  });
  using source = await openSource(options.image);
  const { sum } = await sumLike(options.imageSum, source, options.signal);
  if (!sameSum(sum, options.imageSum)) {
    throw new GatewrightError("the image changed while it was booted", {
      kind: "verification",
      where: options.image,
      why: `${sumText(options.imageSum)} before, ${sumText(sum)} now`,
      next: "build it again, and let nothing else write to it",
    });
  }
  return { seconds: Math.round(performance.now() - started) / 1000, checks };
}
