/**
 * The error of a disk whose bytes do not make sense.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/**
 * Makes the error for something on a disk that cannot be right. Everything a disk says is checked
 * before it is believed, so this is how a damaged or hostile image ends.
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
