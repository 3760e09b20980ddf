/**
 * The accounts of OpenBSD's base system that a file of a spec may belong to.
 * @module
 */

/** User ids, as in etc/master.passwd. */
export const BASE_USERS: Readonly<Record<string, number>> = {
  root: 0,
  daemon: 1,
  operator: 2,
  www: 67,
  nobody: 32767,
};

/** Group ids, as in etc/group. */
export const BASE_GROUPS: Readonly<Record<string, number>> = {
  wheel: 0,
  daemon: 1,
  operator: 5,
  bin: 7,
  staff: 20,
  www: 67,
  nobody: 32767,
};

/** The first user that the installer or install.site makes; further ones count up from it. */
export const FIRST_UID = 1000;
