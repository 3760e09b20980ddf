/**
 * The shared libraries that a Linux program needs, from its ELF header.
 * @module
 */

/** Numbers of elf(5): program header of the dynamic section, and its entries. */
const PT_LOAD = 1, PT_DYNAMIC = 2, DT_NEEDED = 1, DT_STRTAB = 5;

/**
 * Names of the libraries in the `DT_NEEDED` entries of a 64-bit little-endian ELF file; empty for
 * any other file, such as a script or a static program.
 */
export function neededLibraries(file: Uint8Array): string[] {
  if (file.length < 64 || String.fromCharCode(...file.subarray(0, 6)) !== "\x7fELF\x02\x01") {
    return [];
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const word = (at: number) => Number(view.getBigUint64(at, true));
  const headers = Array.from({ length: view.getUint16(56, true) }, (_, index) => {
    const at = word(32) + index * view.getUint16(54, true);
    return {
      type: view.getUint32(at, true),
      offset: word(at + 8),
      address: word(at + 16),
      size: word(at + 32),
    };
  });
  const dynamic = headers.find(({ type }) => type === PT_DYNAMIC);
  if (!dynamic) return [];
  const names: number[] = [];
  let strings = 0;
  for (let at = dynamic.offset; at < dynamic.offset + dynamic.size; at += 16) {
    if (word(at) === DT_NEEDED) names.push(word(at + 8));
    if (word(at) === DT_STRTAB) strings = word(at + 8);
  }
  // DT_STRTAB is a memory address; the segment that contains it gives its offset in the file.
  const segment = headers.find(({ type, address, size }) =>
    type === PT_LOAD && strings >= address && strings < address + size
  );
  if (!segment) return [];
  const start = strings - segment.address + segment.offset;
  return names.map((name) => {
    const end = file.indexOf(0, start + name);
    return new TextDecoder("latin1").decode(file.subarray(start + name, end));
  });
}
