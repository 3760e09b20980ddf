/**
 * All mutants.
 * @module
 */
import { BUILD } from "./build.ts";
import { GATEWAY } from "./gateway.ts";
import { HOST } from "./host.ts";
import { IMAGES } from "./images.ts";
import type { Mutant } from "./mutant.ts";
import { SITE } from "./site.ts";

/** In the order of the rooms. */
export const MUTANTS: readonly Mutant[] = [...HOST, ...GATEWAY, ...SITE, ...IMAGES, ...BUILD];
