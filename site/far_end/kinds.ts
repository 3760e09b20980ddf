/**
 * The kinds of far ends that a configuration can be written for.
 * @module
 */
import { asaFarEnd } from "./asa.ts";
import { fortiosFarEnd } from "./fortios.ts";
import { iosFarEnd } from "./ios.ts";
import { junosFarEnd } from "./junos.ts";
import { pfsenseFarEnd } from "./pfsense.ts";
import { routerosFarEnd } from "./routeros.ts";
import { vyosFarEnd } from "./vyos.ts";
import type { FarEndMaker } from "./far_end.ts";
import { libreswanFarEnd } from "./libreswan.ts";
import { openbsdFarEnd } from "./openbsd.ts";
import { strongswanFarEnd } from "./strongswan.ts";

/** A maker for each kind, in the order of the help. */
export const FAR_END_KINDS: ReadonlyMap<string, FarEndMaker> = new Map([
  ["openbsd", openbsdFarEnd],
  ["strongswan", strongswanFarEnd],
  ["libreswan", libreswanFarEnd],
  ["ios", iosFarEnd],
  ["asa", asaFarEnd],
  ["fortios", fortiosFarEnd],
  ["junos", junosFarEnd],
  ["routeros", routerosFarEnd],
  ["vyos", vyosFarEnd],
  ["pfsense", pfsenseFarEnd],
]);
