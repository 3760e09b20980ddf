/**
 * Fills in the defaults of a tunnel.
 * @module
 */
import { DEFAULTS, TRANSFORM } from "../schema/defaults.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { isAead } from "../openbsd/transforms.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { many, resolveSecretRef, seconds } from "./short_forms.ts";
import type { Phase, TransformSet, Tunnel } from "../tunnel.ts";

/** A tunnel as users describe it. */
export type TunnelDescription = NonNullable<GatewayDescription["tunnels"]>[number];
type PhaseDescription = NonNullable<TunnelDescription["phase1"]>;
type SetDescription = Exclude<PhaseDescription, unknown[] | string>;

/** The tunnel that `description` describes, of a gateway of `release`; `beside` makes paths absolute. */
export function resolveTunnel(
  description: TunnelDescription,
  release: number,
  beside: (path: string) => string,
): Tunnel {
  const { ike = 2, mode = "active" } = description;
  const common = {
    name: description.name,
    peer: description.peer,
    local: many(description.local),
    remote: many(description.remote),
    protocol: description.protocol ?? "esp",
    encapsulation: description.encapsulation ?? "tunnel",
    // isakmpd compares a lifetime of phase 1 for equality, so that a default would disagree with most peers.
    phase1: resolvePhase(description.phase1, ike === 1 ? undefined : DEFAULTS.lifetime1),
    // iked's own default has no group in phase 2, and a peer that has it would refuse any at the first rekey.
    phase2: resolvePhase(
      description.phase2,
      DEFAULTS.lifetime2,
      ike === 2 && knows(release, "ikedSets") ? [TRANSFORM.group, "none"] : [TRANSFORM.group],
    ),
    auth: description.psk
      ? { method: "psk" as const, psk: resolveSecretRef(description.psk, beside) }
      : { method: "keys" as const },
    ...(description.localAddress ? { localAddress: description.localAddress } : {}),
    ...(description.srcid ? { srcid: description.srcid } : {}),
    ...(description.dstid ? { dstid: description.dstid } : {}),
    ...(description.tag ? { tag: description.tag } : {}),
    ...(description.nat ? { nat: description.nat } : {}),
  };
  return ike === 1
    ? { ike, mode, exchange: description.exchange ?? "main", ...common }
    : { ike, mode: mode === "passive" ? "passive" : "active", ...common };
}

function resolvePhase(
  description: PhaseDescription | undefined,
  lifetime: string | undefined,
  groups: readonly string[] = [TRANSFORM.group],
): Phase {
  if (typeof description === "string") return { sets: [] };
  const written = description === undefined ? [{}] : many(description);
  const lives = written.find((set) => set.lifetime !== undefined)?.lifetime ?? lifetime;
  return {
    sets: written.flatMap((set) =>
      (set.group === undefined ? groups : [set.group]).map((group) => resolveSet(set, group))
    ),
    ...(lives === undefined ? {} : { lifetime: seconds(lives) }),
  };
}

function resolveSet(description: SetDescription, group: string): TransformSet {
  const enc = description.enc ?? TRANSFORM.enc;
  const auth = description.auth ?? (isAead(enc) ? undefined : TRANSFORM.auth);
  return {
    enc,
    group,
    ...(auth ? { auth } : {}),
    ...(description.prf ? { prf: description.prf } : {}),
  };
}
