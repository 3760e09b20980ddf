/**
 * cpio archives in the "newc" format, for Linux's initramfs.
 * @module
 */

/** A member of an archive; all are owned by root. */
export type CpioEntry =
  | { name: string; kind: "directory" }
  | { name: string; kind: "symlink"; target: string }
  | { name: string; kind: "file"; mode: number; content: Uint8Array };

const TYPES = { directory: 0o040000, symlink: 0o120000, file: 0o100000 };

/** The archive of `entries`, reproducible. Names have no leading slash. */
export function cpio(entries: CpioEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let length = 0;
  const push = (bytes: Uint8Array) => {
    const padding = -bytes.length & 3;
    pieces.push(bytes, new Uint8Array(padding));
    length += bytes.length + padding;
  };
  const member = (inode: number, mode: number, name: string, content: Uint8Array) => {
    const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const hex = fields.map((field) => field.toString(16).padStart(8, "0")).join("");
    push(encoder.encode(`070701${hex}${name}\0`));
    push(content);
  };
  for (const [index, entry] of entries.entries()) {
    const content = entry.kind === "file"
      ? entry.content
      : encoder.encode(entry.kind === "symlink" ? entry.target : "");
    const mode = entry.kind === "file" ? entry.mode : entry.kind === "symlink" ? 0o777 : 0o755;
    member(index + 1, TYPES[entry.kind] | mode, entry.name, content);
  }
  member(0, 0, "TRAILER!!!", new Uint8Array());
  const archive = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    archive.set(piece, at);
    at += piece.length;
  }
  return archive;
}
