/**
 * Fills in the defaults of a tunnel.
 * @module
 */
import { DEFAULTS, TRANSFORM } from "../schema/defaults.ts";
import { isAead } from "../openbsd/transforms.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { many, resolveSecretRef, seconds } from "./short_forms.ts";
import type { Phase, TransformSet, Tunnel } from "../tunnel.ts";

/** A tunnel as users describe it. */
export type TunnelDescription = NonNullable<GatewayDescription["tunnels"]>[number];

/** The tunnel that `description` describes; `beside` makes paths absolute. */
export function resolveTunnel(
  description: TunnelDescription,
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
    phase2: resolvePhase(description.phase2, DEFAULTS.lifetime2),
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

function resolvePhase(description: TunnelDescription["phase1"], lifetime?: string): Phase {
  const written = description?.lifetime ?? lifetime;
  return {
    sets: [resolveSet(description ?? {})],
    ...(written === undefined ? {} : { lifetime: seconds(written) }),
  };
}

function resolveSet(description: NonNullable<TunnelDescription["phase1"]>): TransformSet {
  const enc = description.enc ?? TRANSFORM.enc;
  const auth = description.auth ?? (isAead(enc) ? undefined : TRANSFORM.auth);
  return {
    enc,
    group: description.group ?? TRANSFORM.group,
    ...(auth ? { auth } : {}),
    ...(description.prf ? { prf: description.prf } : {}),
  };
}
