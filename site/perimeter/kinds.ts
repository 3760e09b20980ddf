/**
 * The kinds of firewalls that rules can be written for.
 * @module
 */
import { perimeterIos } from "./ios.ts";
import { perimeterIptables } from "./iptables.ts";
import { perimeterNft } from "./nft.ts";
import type { Perimeter, PerimeterOptions } from "./perimeter.ts";
import { perimeterPf } from "./pf.ts";
import { perimeterWords } from "./words.ts";

/** A renderer for each kind, in the order of the help. */
export const PERIMETER_KINDS: ReadonlyMap<
  string,
  (perimeter: Perimeter, options: PerimeterOptions) => string
> = new Map([
  ["pf", perimeterPf],
  ["nft", perimeterNft],
  ["iptables", perimeterIptables],
  ["ios", perimeterIos],
  ["words", perimeterWords],
]);
