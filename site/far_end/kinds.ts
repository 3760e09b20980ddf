/**
 * The kinds of far ends that a configuration can be written for.
 * @module
 */
import type { FarEndMaker } from "./far_end.ts";
import { libreswanFarEnd } from "./libreswan.ts";
import { openbsdFarEnd } from "./openbsd.ts";
import { strongswanFarEnd } from "./strongswan.ts";

/** A maker for each kind, in the order of the help. */
export const FAR_END_KINDS: ReadonlyMap<string, FarEndMaker> = new Map([
  ["openbsd", openbsdFarEnd],
  ["strongswan", strongswanFarEnd],
  ["libreswan", libreswanFarEnd],
]);
