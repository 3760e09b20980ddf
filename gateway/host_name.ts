/**
 * The syntax of host names.
 * @module
 */

const LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/** The pattern of a host name, qualified or not (RFC 1123, section 2.1). */
export const HOST_PATTERN = `^${LABEL}(\\.${LABEL})*$`;

/** A host name. */
export const HOST: RegExp = new RegExp(HOST_PATTERN);
