/**
 * The error of a name that a description does not have.
 * @module
 */
import { GatewrightError } from "./error.ts";
import { nearest } from "./nearest.ts";

/** So many names are listed: a description may have thousands. */
const MOST_LISTED = 20;

/** What is looked for, and where. */
export interface UnknownNameOptions {
  /** The error before the name, such as `there is no tunnel`. */
  says: string;
  /** The names that there are. */
  names: readonly string[];
  /** The description, where it is one. */
  where?: string | undefined;
  /** What to type next where there are no names at all. */
  none: string;
}

/** The error of `given`, which none of the names is: it lists them, and has the nearest. */
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
      : `there are: ${listed}${left > 0 ? ` and ${left} more` : ""}`,
    next: names.length === 0 ? none : meant ? `did you mean ${meant}?` : "name one of them",
  });
}
