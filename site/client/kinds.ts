/**
 * The kinds of devices that profiles are made for.
 * @module
 */
import { androidProfile } from "./android.ts";
import { appleProfile } from "./apple.ts";
import type { ProfileMaker } from "./profile.ts";
import { strongswanProfile } from "./strongswan.ts";
import { windowsProfile } from "./windows.ts";

/** Indexed by the values of `--as`. */
export const PROFILE_KINDS: ReadonlyMap<string, ProfileMaker> = new Map([
  ["apple", appleProfile],
  ["windows", windowsProfile],
  ["android", androidProfile],
  ["strongswan", strongswanProfile],
]);
