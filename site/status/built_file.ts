/**
 * Where a gateway keeps what it was built from.
 * @module
 */

/** Holds the revision, which install.site writes; the time of the file is that of the build. */
export const BUILT_FILE = "/var/db/gatewright/built";
