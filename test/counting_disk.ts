/**
 * A disk that boots in a moment: its boot sector counts the bytes that arrive at the serial port.
 * @module
 */

/**
 * `bl` begins as the digit 0. For each byte that COM1 has received (bit 0 of 0x3fd) it grows by one and
 * is written to 0x3f8: what was counted is in a register, and nowhere on the disk.
 */
// deno-fmt-ignore
const CODE = [
  0xb3, 0x30, 0xba, 0xfd, 0x03, 0xec, 0xa8, 0x01, 0x74, 0xf8, 0xba, 0xf8, 0x03, 0xec, 0xfe, 0xc3,
  0x88, 0xd8, 0xee, 0xeb, 0xed,
];

/** Writes such a disk of 1 MiB to `path`. */
export async function writeCountingDisk(path: string): Promise<void> {
  const sector = new Uint8Array(512);
  sector.set(CODE);
  sector.set([0x55, 0xaa], 510);
  await Deno.writeFile(path, sector);
  await Deno.truncate(path, 1 << 20);
}
