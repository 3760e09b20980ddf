/**
 * Resolves accounts and groups.
 * @module
 */
import type { Id, IdMatch } from "../model/host.ts";
import type { Complainer } from "./context.ts";

/** `matches` with known names replaced by numbers. Without `known` names are kept. */
export function resolveIds(
  matches: readonly IdMatch[] | undefined,
  known: ReadonlyMap<string, number> | undefined,
  what: "user" | "group",
  complain: Complainer,
): IdMatch[] {
  const resolve = (id: Id): Id => {
    if (typeof id === "number" || id === "unknown") return id;
    if (id === "root" && what === "user") return 0;
    const number = known?.get(id);
    if (known && number === undefined) {
      complain.error(`there is no ${what} ${id} when the file is loaded`);
    }
    return number ?? id;
  };
  return (matches ?? []).map((match) =>
    "id" in match
      ? { ...match, id: resolve(match.id) }
      : { ...match, first: resolve(match.first), last: resolve(match.last) }
  );
}
