/**
 * Names of time zones.
 * @module
 */
import { nearest } from "../../host/nearest.ts";
import type { Report } from "./report.ts";

/** Reports an unknown time zone: the installer would silently use Canada/Mountain. */
export function checkTimeZone(name: string, report: Report): void {
  if (name === "UTC") return;
  const names = Intl.supportedValuesOf("timeZone");
  if (names.includes(name)) return;
  const suggestion = nearest(name, names);
  // Old names are valid in any letter case; names of zone files are capitalised.
  const capitals = name.split("/").every((part) => /^[A-Z]/.test(part));
  const known = isZone(name);
  if (known && capitals && suggestion?.toLowerCase() !== name.toLowerCase()) return;
  report(
    ["timezone"],
    "error",
    `there is no time zone ${name} below /usr/share/zoneinfo; write one such as Europe/Stockholm or UTC`,
    { suggestion },
  );
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
