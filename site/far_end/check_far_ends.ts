/**
 * Compares tunnels with the capabilities of their far ends, if the description names them
 * (`farEnd`).
 * @module
 */
import type { Report } from "../../gateway/check/report.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { selectorsOf, type Tunnel } from "../../gateway/tunnel.ts";
import { NotCovered } from "./far_end.ts";
import { FAR_ENDS } from "./kinds.ts";
import { lackSentence, lacksOf, type Vendor } from "./vendor_transforms.ts";
import { lifetimeNotes, severalNote } from "./device_tunnel.ts";

/** Reports known incompatibilities with the far end of each tunnel, as warnings. */
export function checkFarEnds(gateway: Gateway, report: Report): void {
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    if (tunnel.farEnd === undefined) continue;
    const kind = FAR_ENDS.get(tunnel.farEnd)!;
    const path = ["tunnels", index];
    const works = kind.vendor ? checkSets(kind.vendor, tunnel, path, report) : true;
    if (kind.limits) checkLimits(kind.limits, tunnel, path, report);
    // Not supported by the text; lacking transforms have been reported.
    if (works) checkCovered(gateway, tunnel, path, report);
    if (tunnel.farEnd === "libreswan" && tunnel.ike === 2 && selectorsOf(tunnel).length > 1) {
      report(
        [...path, "farEnd"],
        "warning",
        "libreswan before 5 has one network at each end of an IKEv2 tunnel; give each end one network that holds the others, or make it ike: 1",
      );
    }
  }
}

/**
 * Whether each phase has a proposal that the far end supports. If so, its other proposals are
 * reported as notes.
 */
function checkSets(
  vendor: Vendor,
  tunnel: Tunnel,
  path: readonly (string | number)[],
  report: Report,
): boolean {
  return ([1, 2] as const).map((phase) => {
    const { sets } = tunnel[`phase${phase}`];
    const compared = sets.map((set) => lacksOf(vendor, tunnel, phase, set));
    const works = sets.length === 0 || compared.some((lacks) => lacks.length === 0);
    const seen = new Set<string>();
    for (const lack of compared.flat()) {
      const sentence = lackSentence(vendor, lack);
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      report(
        [...path, lack.phase, lack.field],
        works ? "note" : "warning",
        works ? `${sentence}; another set will be used` : sentence,
      );
    }
    return works;
  }).every((works) => works);
}

function checkLimits(
  limits: Parameters<typeof lifetimeNotes>[0],
  tunnel: Tunnel,
  path: readonly (string | number)[],
  report: Report,
): void {
  for (const { phase, text } of lifetimeNotes(limits, tunnel)) {
    report([...path, phase, "lifetime"], "warning", text);
  }
  if (tunnel.ike === 2 && !limits.lists && selectorsOf(tunnel).length > 1) {
    report([...path, "farEnd"], "warning", severalNote(limits.vendor.name));
  }
}

function checkCovered(
  gateway: Gateway,
  tunnel: Tunnel,
  path: readonly (string | number)[],
  report: Report,
): void {
  try {
    const { identityNote } = FAR_ENDS.get(tunnel.farEnd!)!.render(gateway, tunnel, {});
    if (identityNote !== undefined) report([...path, "dstid"], "warning", identityNote);
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    const { what, field, why, next } = error;
    report([...path, field], "warning", [what, why, next].filter(Boolean).join("; "));
  }
}
