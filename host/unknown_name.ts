/**
 * The error for a name that a description does not have.
 * @module
 */
import { GatewrightError } from "./error.ts";
import { nearest } from "./nearest.ts";

/** At most this many names are listed: a description may have thousands. */
const MOST_LISTED = 20;

/** What is looked up, and where. */
export interface UnknownNameOptions {
  /** The message before the name, such as `there is no tunnel`. */
  says: string;
  /** The existing names. */
  names: readonly string[];
  /** The file of the description, if there is one. */
  where?: string | undefined;
  /** What to type next if there are no names at all. */
  none: string;
}

/** The error for `given`, which is not among the names: it lists them and suggests the nearest. */
export function unknownName(
  given: string,
  { says, names, where, none }: UnknownNameOptions,
): GatewrightError {
  const meant = nearest(given, names);
  const listed = names.slice(0, MOST_LISTED).join(", ");
  const left = names.length - MOST_LISTED;
  return new GatewrightError(`${says} ${given}`, {
    kind: "usage",
    ...(where === undefined ? {} : { where }),
    why: names.length === 0
      ? "the description has none"
      : `the description has ${listed}${left > 0 ? ` and ${left} more` : ""}`,
    next: names.length === 0 ? none : meant ? `did you mean ${meant}?` : "name one of them",
  });
}
