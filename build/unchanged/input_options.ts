/**
 * The options of a build that affect its result.
 * @module
 */
import { basename } from "node:path";
import { NO_BASE } from "../base/foreign_base.ts";
import { locateImage } from "../../images/deploy/locate_image.ts";
import { readPublicKey } from "../deliver/public_key.ts";

/**
 * Options that do not; `mirror`, `key` and `rehearse` are part of the gateway, `verify` is in the
 * manifest.
 */
const ASIDE: ReadonlySet<string> = new Set([
  ...["out", "accelerator", "timeout", "cold", "strict", "force", "signal", "onEvent"],
  ...["mirror", "key", "rehearse", "verify"],
]);

/** The others, as data. Unknown options count. */
export async function inputOptions(
  options: { base?: { from: string; key?: string } },
): Promise<unknown> {
  const { base } = options;
  const others = Object.entries(options).filter(([name]) => !ASIDE.has(name) && name !== "base");
  if (!base) return others;
  const { image, manifest, ...sums } = await locateImage(base.from, NO_BASE);
  const key = base.key === undefined ? undefined : await readPublicKey(base.key);
  // Whether it matches its manifest is checked when it is used.
  return [others, [basename(image), manifest, sums, key]];
}
