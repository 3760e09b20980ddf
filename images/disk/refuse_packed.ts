/**
 * Images that are not raw: recognised by their first bytes, so that the error can say what to type.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { hex } from "./bytes.ts";
import type { Source } from "./source.ts";

/** First bytes in hexadecimal, what they mean, and the program that makes a raw image of it. */
const KINDS: [magic: string, name: string, command: (from: string, to: string) => string][] = [
  ["514649fb", "a qcow2 image", (from, to) => `qemu-img convert -O raw ${from} ${to}`],
  ["4b444d56", "a VMDK image", (from, to) => `qemu-img convert -O raw ${from} ${to}`],
  ["28b52ffd", "packed with zstd", (from, to) => `zstd -d ${from} -o ${to}`],
  ["fd377a585a00", "packed with xz", (from, to) => `xz -dc ${from} >${to}`],
  ["1f8b", "packed with gzip", (from, to) => `gzip -dc ${from} >${to}`],
];

/**
 * Refuses an image that has to be unpacked or converted first.
 *
 * @throws {GatewrightError} `usage`, with the command to type
 */
export async function refusePacked(source: Source): Promise<void> {
  const head = hex(await source.read(0, Math.min(8, source.size)));
  const found = KINDS.find(([magic]) => head.startsWith(magic));
  if (!found) return;
  const [, name, command] = found;
  const raw = `${source.name.replace(/\.(qcow2|vmdk|zst|xz|gz)$/, "").replace(/\.raw$/, "")}.raw`;
  throw new GatewrightError("only raw images can be looked into", {
    kind: "usage",
    where: source.name,
    why: `this one is ${name}`,
    next: `${command(quoted(source.name), quoted(raw))}, then name ${raw}`,
  });
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
