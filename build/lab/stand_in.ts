/**
 * What Linux's PF_KEY cannot do for iked, and what stands in for it in the laboratory.
 * @module
 */
import { isAead } from "../../gateway/openbsd/transforms.ts";
import type { Ikev2Tunnel, TransformSet, Tunnel } from "../../gateway/tunnel.ts";

/** What iked itself offers for traffic, as far as Linux can do it. */
const DEFAULT_SET: TransformSet = { enc: "aes-256", auth: "hmac-sha2-512", group: "none" };

/** A tunnel that can carry packets in the laboratory, and what is another way in it. */
export interface StoodIn<T extends Tunnel> {
  tunnel: T;
  /** Sentences; empty where nothing was changed. */
  notes: string[];
}

/**
 * `tunnel` with a phase 2 that openiked can give to Linux: not ESP with hmac-sha2-256, which PF_KEY
 * cuts to 96 bits, nor any AEAD.
 */
export function standIn(tunnel: Ikev2Tunnel): StoodIn<Ikev2Tunnel> {
  const { sets } = tunnel.phase2;
  const wanted = sets.length === 0 ? [DEFAULT_SET] : sets.map(possible);
  const notes = sets.length === 0
    ? ["iked's own phase 2, of which Linux's PF_KEY does not have all"]
    : sets.flatMap((set, index) => set === wanted[index] ? [] : [words(set)]);
  if (notes.length === 0) return { tunnel, notes };
  const unique = wanted.filter((set, index) =>
    wanted.findIndex((other) => words(other) === words(set)) === index
  );
  return {
    tunnel: { ...tunnel, phase2: { ...tunnel.phase2, sets: unique } },
    notes: [
      `packets were protected by ${unique.map(words).join(" or ")} instead of ${
        notes.join(" or ")
      }, which Linux cannot do for iked (PF_KEY)`,
    ],
  };
}

function possible(set: TransformSet): TransformSet {
  if (isAead(set.enc)) return { ...set, enc: "aes-256", auth: "hmac-sha2-512" };
  return set.auth === "hmac-sha2-256" ? { ...set, auth: "hmac-sha2-512" } : set;
}

function words({ enc, auth, group }: TransformSet): string {
  return [enc, auth, group].filter(Boolean).join(" ");
}
