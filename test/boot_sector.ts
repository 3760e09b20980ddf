/**
 * A disk that boots in a moment: its boot sector writes a text to the serial port and halts.
 * @module
 */

/**
 * Loads the address of the text, then per byte: waits until COM1's transmitter is empty (bit 5 of
 * 0x3fd) and writes it to 0x3f8. A zero byte ends in `hlt`, for ever.
 */
// deno-fmt-ignore
const CODE = [
  0x31, 0xc0, 0x8e, 0xd8, 0xbe, 0x21, 0x7c, 0xac, 0x84, 0xc0, 0x74, 0x12, 0x88, 0xc4, 0xba, 0xfd,
  0x03, 0xec, 0xa8, 0x20, 0x74, 0xfb, 0xba, 0xf8, 0x03, 0x88, 0xe0, 0xee, 0xeb, 0xe9, 0xf4, 0xeb,
  0xfd,
];

/** Writes such a disk of 1 MiB to `path`; `text` may have 476 bytes. */
export async function writeTalkingDisk(path: string, text: string): Promise<void> {
  const said = new TextEncoder().encode(text);
  if (CODE.length + said.length > 509) throw new Error("the text does not fit into a boot sector");
  const sector = new Uint8Array(512);
  sector.set(CODE);
  sector.set(said, CODE.length);
  sector.set([0x55, 0xaa], 510);
  await Deno.writeFile(path, sector);
  await Deno.truncate(path, 1 << 20);
}

/**
 * As {@linkcode CODE}; then waits for the power button (PM1 status and enable at 0x600, which are the
 * firmware's choice for both machines of QEMU) and switches itself off, as a guest of ACPI does.
 */
// deno-fmt-ignore
const POLITE = [
  ...CODE.slice(0, 5), 0x3a, ...CODE.slice(6, 30),
  0xba, 0x02, 0x06, 0xb8, 0x00, 0x01, 0xef, 0xfb, 0xf4, 0xba, 0x00, 0x06, 0xed, 0xf6, 0xc4, 0x01,
  0x74, 0xf5, 0xba, 0x04, 0x06, 0xb8, 0x00, 0x20, 0xef, 0xf4, 0xeb, 0xfd,
];

/**
 * Has a disk of OpenBSD say `text`, up to 387 bytes, instead of booting, and shut down when asked to;
 * nothing but the code of its first sector is changed.
 */
export function letTalk(disk: Uint8Array, text: string): void {
  const said = new TextEncoder().encode(text);
  if (POLITE.length + said.length > 445) throw new Error("the text does not fit before the table");
  disk.fill(0, 0, 446);
  disk.set(POLITE);
  disk.set(said, POLITE.length);
}
