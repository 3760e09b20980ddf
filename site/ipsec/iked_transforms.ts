/**
 * Transforms in the keywords of iked.conf(5).
 * @module
 */
import type { TransformSet } from "../../gateway/gateway.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { transformWord } from "../../gateway/openbsd/transforms.ts";

/**
 * The keywords of one proposal after `ikesa` (phase 1) or `childsa` (phase 2) of iked.conf(5), for
 * the release of that number.
 */
export function ikeTransforms(set: TransformSet, phase: 1 | 2, release: number): string {
  const prf = set.prf ?? (phase === 1 ? set.auth ?? "hmac-sha2-256" : undefined);
  // In childsa, no group means `none`, a keyword that older releases do not have.
  const silent = phase === 2 && set.group === "none" && !knows(release, "ikedGroupNone");
  return [
    ...(set.auth ? [`auth ${set.auth}`] : []),
    `enc ${transformWord(2, set.enc)}`,
    ...(phase === 1 && prf ? [`prf ${prf}`] : []),
    ...(silent ? [] : [`group ${set.group}`]),
  ].join(" ");
}
