/**
 * The file with a gateway's revision.
 * @module
 */

/**
 * Contains the revision, written by install.site; the mtime of the file is the time of the build.
 */
export const BUILT_FILE = "/var/db/gatewright/built";
