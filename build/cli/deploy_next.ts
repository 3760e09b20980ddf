/**
 * Suggests what to type after a deployment without `--define`.
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { readTextBounded } from "../../host/read_bounded.ts";
import { shownWord } from "../../host/shell_word.ts";
import { readDomain } from "../../images/domain/domain_document.ts";
import { findBuilt, stemOf } from "../../images/manifest/find_built.ts";

/** Commands that make a domain of the disk at `target`, to which `image` was written. */
export async function deployNext(image: string, target: string): Promise<string[]> {
  const built = await findBuilt(image);
  const name = built.manifest?.name ?? stemOf(built.image);
  const disk = resolve(target);
  const xml = join(dirname(built.image), `${name}.xml`);
  const source = await diskOf(xml);
  if (source === disk) return ["next:", `  virsh define ${shownWord(xml)}`];
  const own = `${name}.xml`;
  const why = source === undefined ? "" : `   # ${shownWord(xml)} has ${shownWord(source)}`;
  return [
    "next:",
    `  gatewright domain FILE --disk ${shownWord(disk)} --out ${shownWord(own)}${why}`,
    `  virsh define ${shownWord(own)}`,
  ];
}

/** The disk in a domain's XML; undefined if it cannot be read. */
async function diskOf(xml: string): Promise<string | undefined> {
  try {
    return readDomain(await readTextBounded(xml, 4 << 20), xml).disks[0]?.source;
  } catch {
    return undefined;
  }
}
