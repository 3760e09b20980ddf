/**
 * The error for a disk with invalid bytes.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/**
 * Makes the error for an invalid structure on a disk. Everything on a disk is checked before it is
 * used, so that this is the result of a damaged or hostile image.
 *
 * @param where the image, with the place in it if known
 * @param message what is wrong
 * @param why the numbers that show it
 */
export function damaged(where: string, message: string, why?: string): GatewrightError {
  return new GatewrightError(message, {
    kind: "verification",
    where,
    ...(why === undefined ? {} : { why }),
    next: "build the image again; this one is damaged or not an OpenBSD disk",
  });
}
