/**
 * Meaning of `phase1` and `phase2` of a tunnel.
 * @module
 */
import type { Gateway, TransformSet, Tunnel } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import type { Report } from "./report.ts";
import { isAead, KNOWN, WEAK } from "../openbsd/transforms.ts";

/** Reports transforms that the tunnel's IKE version does not know, and weak ones. */
export function checkTransforms(gateway: Gateway, report: Report): void {
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    checkPhase(tunnel, index, 1, report);
    checkPhase(tunnel, index, 2, report);
    if (tunnel.ike === 1 && tunnel.exchange === "aggressive") {
      report(
        ["tunnels", index, "exchange"],
        "warning",
        `tunnel ${tunnel.name}: aggressive mode lets anybody try to guess the psk; use main`,
      );
    }
  }
}

function checkPhase(tunnel: Tunnel, index: number, phase: 1 | 2, report: Report): void {
  const path = ["tunnels", index, `phase${phase}`];
  const { sets, lifetime } = phase === 1 ? tunnel.phase1 : tunnel.phase2;
  for (const set of sets) checkSet(tunnel, index, phase, set, report);
  if (lifetime !== undefined && lifetime < 60) {
    report([...path, "lifetime"], "error", `found ${lifetime} s; allowed: 60 s or more`);
  } else if (lifetime !== undefined && lifetime > 31_536_000) {
    report([...path, "lifetime"], "error", `found ${lifetime} s; allowed: up to 365d`);
  }
}

function checkSet(
  tunnel: Tunnel,
  index: number,
  phase: 1 | 2,
  transform: TransformSet,
  report: Report,
): void {
  const path = ["tunnels", index, `phase${phase}`];
  const ike = ["tunnels", index, "ike"];
  const known = KNOWN[tunnel.ike][phase];
  // What is not encrypted is not weakly encrypted: ah(4) takes no enc.
  const keys = tunnel.protocol === "ah" && phase === 2
    ? ["auth", "group"] as const
    : ["auth", "enc", "group"] as const;
  for (const key of keys) {
    const value = transform[key];
    if (value === undefined) continue;
    if (!known[key].includes(value)) {
      report(
        [...path, key],
        "error",
        `IKEv${tunnel.ike} does not know ${value} in phase ${phase}; it knows ${
          known[key].join(", ")
        }`,
        { suggestion: nearest(value, known[key]), rests: [ike] },
      );
    } else warnOfWeakness(tunnel, [...path, key], value, report);
  }
  if (isAead(transform.enc) && transform.auth && known.enc.includes(transform.enc)) {
    report([...path, "auth"], "error", `${transform.enc} authenticates by itself; leave auth out`, {
      rests: [ike, [...path, "enc"]],
    });
  }
  if (transform.prf && (tunnel.ike === 1 || phase === 2)) {
    report([...path, "prf"], "error", "prf belongs to phase1 of IKEv2", { rests: [ike] });
  } else if (transform.prf) {
    warnOfWeakness(tunnel, [...path, "prf"], transform.prf, report);
  }
  if (tunnel.protocol === "ah" && phase === 2 && isAead(transform.enc)) {
    report([...path, "enc"], "error", "protocol ah encrypts nothing; leave enc out", {
      rests: [["tunnels", index, "protocol"]],
    });
  }
}

function warnOfWeakness(
  tunnel: Tunnel,
  path: (string | number)[],
  value: string,
  report: Report,
): void {
  const better = WEAK.get(value);
  if (better === undefined) return;
  report(path, "warning", `tunnel ${tunnel.name}: ${value} is weak; use ${better} if the peer can`);
}
