/**
 * Features that Linux's PF_KEY lacks for iked, and their substitutes in the laboratory.
 * @module
 */
import { isAead } from "../../gateway/openbsd/transforms.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Ikev2Tunnel, TransformSet, Tunnel } from "../../gateway/tunnel.ts";

/** iked's default proposals for phase 2, as far as Linux supports them. */
const DEFAULT_SET: TransformSet = { enc: "aes-256", auth: "hmac-sha2-512", group: "none" };

/** A tunnel that can carry packets in the laboratory, with its deviations. */
export interface StoodIn {
  tunnel: Ikev2Tunnel;
  /** Notes; empty if nothing was changed. */
  notes: string[];
  /** The tunnel as described cannot be negotiated either. */
  wholly: boolean;
}

/**
 * `tunnel` with a phase 2 that openiked can install in Linux: neither ESP with hmac-sha2-256, which
 * PF_KEY truncates to 96 bits, nor an AEAD.
 */
export function standIn(gateway: Gateway, described: Ikev2Tunnel): StoodIn {
  const routed = withoutInterface(gateway, described);
  const { tunnel, notes: ofNat } = untranslated(routed.tunnel);
  const ofRoutes = [...routed.notes, ...ofNat];
  const { sets } = tunnel.phase2;
  const wanted = sets.length === 0 ? [DEFAULT_SET] : sets.map(possible);
  const replaced = sets.flatMap((set, index) => set === wanted[index] ? [] : [words(set)]);
  const why = sets.length === 0
    ? "iked's own phase 2, of which Linux's PF_KEY does not have all"
    : `${[...new Set(replaced)].join(" or ")}, which Linux cannot do for iked (PF_KEY)`;
  const wholly = ofRoutes.length > 0;
  if (sets.length > 0 && replaced.length === 0) return { tunnel, notes: ofRoutes, wholly };
  const unique = wanted.filter((set, index) =>
    wanted.findIndex((other) => words(other) === words(set)) === index
  );
  return {
    tunnel: { ...tunnel, phase2: { ...tunnel.phase2, sets: unique } },
    wholly,
    notes: [
      ...ofRoutes,
      `packets were protected by ${unique.map(words).join(" or ")} instead of ${why}`,
    ],
  };
}

/**
 * `nat` needs pf and OpenBSD's flows: in the laboratory, hosts behind the gateway have the
 * addresses that the far end sees.
 */
export function untranslated<T extends Tunnel>(tunnel: T): { tunnel: T; notes: string[] } {
  const { nat, ...rest } = tunnel;
  if (nat === undefined) return { tunnel, notes: [] };
  return {
    // The rest is the tunnel without that field.
    tunnel: { ...rest, local: [nat] } as T,
    notes: [
      `hosts with addresses in ${nat} stood in for those in ${
        tunnel.local.join(" and ")
      }: that OpenBSD translates them (nat) was not tested`,
    ],
  };
}

/** Linux has no sec(4): flows to the networks of its routes replace it. */
function withoutInterface(
  { network }: Gateway,
  tunnel: Ikev2Tunnel,
): Pick<StoodIn, "tunnel" | "notes"> {
  const { iface, ...rest } = tunnel;
  if (iface === undefined) return { tunnel, notes: [] };
  const peer = network.interfaces.find(({ name }) => name === iface)?.peer;
  const remote = network.routes.filter(({ via }) => via === peer).map(({ to }) => to);
  const local = [...new Set(remote.map((to) => to.includes(":") ? "::/0" : "0.0.0.0/0"))];
  return {
    tunnel: { ...rest, local, remote },
    notes: [`flows from everywhere to ${remote.join(" and ")} stood in for ${iface}`],
  };
}

function possible(set: TransformSet): TransformSet {
  if (isAead(set.enc)) return { ...set, enc: "aes-256", auth: "hmac-sha2-512" };
  return set.auth === "hmac-sha2-256" ? { ...set, auth: "hmac-sha2-512" } : set;
}

function words({ enc, auth, group }: TransformSet): string {
  return [enc, auth, group].filter(Boolean).join(" ");
}
