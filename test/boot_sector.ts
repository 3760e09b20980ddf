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
