/**
 * Refuses images that are not raw, recognised by their first bytes, with the command to convert
 * them.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import { foreignFormat, FORMAT_HEAD } from "./foreign_format.ts";
import type { Source } from "./source.ts";

/**
 * Refuses an image that must be unpacked or converted first.
 *
 * @throws {GatewrightError} `usage`, with the command to type
 */
export async function refuseForeignFormat(source: Source): Promise<void> {
  const found = foreignFormat(await source.read(0, Math.min(FORMAT_HEAD, source.size)));
  if (!found) return;
  const { name, toRaw } = found;
  const raw = `${source.name.replace(/\.(qcow2|vmdk|zst|xz|gz)$/, "").replace(/\.raw$/, "")}.raw`;
  throw new GatewrightError("only raw images can be inspected", {
    kind: "usage",
    where: source.name,
    why: `this one is ${name}`,
    ...(toRaw
      ? { next: `${toRaw(shownWord(source.name), shownWord(raw))}, then name ${raw}` }
      : {}),
  });
}
