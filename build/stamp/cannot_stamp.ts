/**
 * Why a gateway is installed in one go although it was to be stamped.
 * @module
 */

/** This release or host cannot stamp; an installation in one go can still succeed. */
export class CannotStamp extends Error {
  /** `CannotStamp`. */
  override name = "CannotStamp";
}
