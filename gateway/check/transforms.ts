/**
 * Checks `phase1` and `phase2` of a tunnel.
 * @module
 */
import { acceptances } from "./accepted.ts";
import { CUT_OVERS, type CutOverName, knows } from "../openbsd/cut_overs.ts";
import type { Path } from "../document/document.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { nearest } from "../../host/nearest.ts";
import type { Report } from "./report.ts";
import { AGGRESSIVE, isAead, KNOWN, WEAK } from "../openbsd/transforms.ts";

type Phase = NonNullable<NonNullable<GatewayDescription["tunnels"]>[number]["phase1"]>;
type Set = Exclude<Phase, unknown[] | string>;

/** Reports a weak choice, unless the description accepts it. */
type Weak = (path: Path, word: string, message: string) => void;

/** One phase of one tunnel, with data that its complaints share. */
interface Place {
  gateway: Gateway;
  tunnel: Tunnel;
  phase: 1 | 2;
  path: (string | number)[];
  ike: Path;
  protocol: Path;
  weak: Weak;
}

/** Reports transforms that the IKE version or the release does not know, and weak ones. */
export function checkTransforms(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
  now: number = Date.now(),
): void {
  const accepted = acceptances(description, now);
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const weak: Weak = (path, word, message) => {
      const by = accepted.of(tunnel.name, word);
      const over = by?.over ? `; it was accepted until ${by.until}` : "";
      const { until, because } = by ?? {};
      report(path, "warning", `tunnel ${tunnel.name}: ${message}${over}`, {
        ...(by && !by.over ? { accepted: { until: until!, because: because! } } : {}),
      });
    };
    for (const phase of [1, 2] as const) {
      const written = description.tunnels?.[index]?.[`phase${phase}`];
      if (written === undefined) continue;
      const place: Place = {
        gateway,
        tunnel,
        phase,
        path: ["tunnels", index, `phase${phase}`],
        ike: ["tunnels", index, "ike"],
        protocol: ["tunnels", index, "protocol"],
        weak,
      };
      checkPhase(place, written, report);
    }
    if (tunnel.ike === 1 && tunnel.exchange === "aggressive") {
      weak(
        ["tunnels", index, "exchange"],
        AGGRESSIVE,
        "aggressive mode lets anyone guess the psk offline; use main",
      );
    }
  }
  accepted.reportOdd(report);
}

function checkPhase(place: Place, written: Phase, report: Report): void {
  if (typeof written === "string") return;
  const { tunnel, phase, path } = place;
  if (!Array.isArray(written)) {
    checkSet(place, written, path, report);
  } else {
    for (const [at, set] of written.entries()) checkSet(place, set, [...path, at], report);
    if (tunnel.ike === 1 && written.length > 1) {
      report(path, "error", "ipsec.conf takes one set of transforms; write one, or ike: 2", {
        rests: [place.ike],
      });
    }
    const lifetimes = written.flatMap(({ lifetime }, at) => lifetime === undefined ? [] : [at]);
    for (const at of lifetimes.slice(1)) {
      if (written[at]!.lifetime === written[lifetimes[0]!]!.lifetime) continue;
      report([...path, at, "lifetime"], "error", "the sets of a phase share one lifetime");
    }
  }
  const { lifetime, lifetimeBytes } = tunnel[`phase${phase}`];
  const at = Array.isArray(written) ? path : [...path, "lifetime"];
  if (lifetime !== undefined && lifetime < 60) {
    report(at, "error", `found ${lifetime} s; allowed: 60 s or more`);
  } else if (lifetime !== undefined && lifetime > 31_536_000) {
    report(at, "error", `found ${lifetime} s; allowed: up to 365d`);
  }
  if (lifetimeBytes !== undefined && lifetimeBytes < 1024 ** 2) {
    const where = Array.isArray(written) ? path : [...path, "lifetimeBytes"];
    report(where, "error", `found ${lifetimeBytes} bytes; allowed: 1M or more`);
  }
}

function checkSet(place: Place, set: Set, path: (string | number)[], report: Report): void {
  const { tunnel, phase, ike, weak } = place;
  const known = KNOWN[tunnel.ike][phase];
  // Without encryption there is no weak encryption: ah(4) takes no enc.
  const encrypts = tunnel.protocol === "esp" || phase === 1;
  const keys = encrypts ? ["auth", "enc", "group"] as const : ["auth", "group"] as const;
  for (const key of keys) {
    const value = set[key];
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
    } else {
      checkRelease(place, value, [...path, key], report);
      warnOfWeakness([...path, key], value, weak);
    }
  }
  const { enc = "", auth, prf } = set;
  if (isAead(enc) && auth && known.enc.includes(enc)) {
    report([...path, "auth"], "error", `${enc} authenticates by itself; leave auth out`, {
      rests: [ike, [...path, "enc"]],
    });
  }
  if (prf && (tunnel.ike === 1 || phase === 2)) {
    report([...path, "prf"], "error", "prf belongs to phase1 of IKEv2", { rests: [ike] });
  } else if (prf) {
    warnOfWeakness([...path, "prf"], prf, weak);
  }
  if (set.lifetimeBytes !== undefined && (tunnel.ike === 1 || phase === 1)) {
    report([...path, "lifetimeBytes"], "error", "lifetimeBytes belongs to phase2 of IKEv2", {
      rests: [ike],
    });
  }
  if (!encrypts && isAead(enc)) {
    report([...path, "enc"], "error", "protocol ah does not encrypt; leave enc out", {
      rests: [place.protocol],
    });
  }
}

/** Keywords that iked's grammar gained after 6.6. `group none` is rendered by leaving it out. */
function checkRelease(place: Place, value: string, path: Path, report: Report): void {
  const { gateway, tunnel, phase } = place;
  if (tunnel.ike === 1) return;
  const name: CutOverName | undefined = value.startsWith("sntrup")
    ? "ikedSntrup"
    : phase === 1 && value.includes("gcm")
    ? "ikedGcm"
    : undefined;
  const known = name === undefined ? true : knows(gateway.release.number, name);
  if (known || name === undefined) return;
  report(path, known === false ? "error" : "warning", lacks(gateway, name), {
    rests: [["release"], place.ike],
  });
}

/** `iked of 6.6 does not know AES-GCM in phase 1; 6.8 does: ...`. */
export function lacks({ release }: Gateway, name: CutOverName): string {
  const { of, what, since } = CUT_OVERS[name];
  const known = knows(release.number, name) === false ? "does not know" : "may not know";
  return `${of} of ${release.version} ${known} ${what}; ${Math.floor(since / 10)}.${
    since % 10
  } does: use that release or a newer one, or leave it out`;
}

function warnOfWeakness(path: Path, value: string, weak: Weak): void {
  const better = WEAK.get(value);
  if (better === undefined) return;
  weak(path, value, `${value} is weak; use ${better} if the peer can`);
}
