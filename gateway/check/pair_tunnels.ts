/**
 * The tunnels of a pair must be the same in both halves, because peers see one gateway.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { PairReport } from "./pair_report.ts";

/**
 * Reports tunnels and clients that only one half has, or that differ; secrets are compared in
 * pair_secrets.ts.
 */
export function checkPairTunnels(a: Gateway, b: Gateway, reportPair: PairReport): void {
  for (const part of ["tunnels", "clients"] as const) {
    const ours = new Map(b[part].map((one, index) => [one.name, { one, index }]));
    for (const [at, theirs] of a[part].entries()) {
      const found = ours.get(theirs.name);
      ours.delete(theirs.name);
      if (!found) {
        reportPair(
          [part],
          [part, at, "name"],
          "error",
          (place) =>
            `${theirs.name} of ${place} is missing, so it goes down when this gateway takes over`,
        );
        continue;
      }
      for (const field of differing(theirs, found.one)) {
        reportPair(
          [part, found.index, field],
          [part, at, field],
          "error",
          (place) => `${theirs.name} is not as in ${place}; both gateways need the same`,
        );
      }
    }
    for (const [name, { index }] of ours) {
      reportPair(
        [part, index, "name"],
        [part],
        "error",
        (place) => `${name} is missing in ${place}, so it goes down when that gateway takes over`,
      );
    }
  }
}

/** The fields in which two tunnels differ. */
function differing(a: object, b: object): string[] {
  const [one, two] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const fields = new Set([...one.keys(), ...two.keys()]);
  return [...fields].filter((field) => text(field, one.get(field)) !== text(field, two.get(field)));
}

/**
 * The value without references to secrets, which are compared by value; the authentication method
 * remains.
 */
function text(field: string, value: unknown): string {
  if (field === "psk" || field === "certificate") return String(value !== undefined);
  if (field === "users") {
    return JSON.stringify((value as { name: string }[]).map(({ name }) => name));
  }
  if (field === "auth") return JSON.stringify((value as { method: string }).method);
  return JSON.stringify(value) ?? "";
}
