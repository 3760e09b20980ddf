/**
 * Why a gateway is installed directly although a stamp was requested.
 * @module
 */

/**
 * A stamp is impossible with this release or on this host; a direct installation may still succeed.
 */
export class CannotStamp extends Error {
  /** `CannotStamp`. */
  override name = "CannotStamp";
}
