/**
 * Recognises formats that are not raw disks by their first bytes.
 * @module
 */
import { hex } from "./bytes.ts";

/** A format that is not raw. */
export interface ForeignFormat {
  /** With article: `a qcow2 image`, `packed with zstd`. */
  name: string;
  /** The command that converts it to a raw image; absent if there is none. */
  toRaw?: (from: string, to: string) => string;
  /** It is a compressed file, not the image of another hypervisor. */
  packed?: true;
}

/** A file of zstd(1): RFC 8878, 3.1.1. */
export const ZSTD: Required<ForeignFormat> = {
  name: "packed with zstd",
  toRaw: (from, to) => `zstd -d ${from} -o ${to}`,
  packed: true,
};

const convert = (from: string, to: string) => `qemu-img convert -O raw ${from} ${to}`;

/** Offset, magic bytes in hexadecimal, and format. */
const FORMATS: [at: number, magic: string, format: ForeignFormat][] = [
  [0, "514649fb", { name: "a qcow2 image", toRaw: convert }],
  [0, "4b444d56", { name: "a VMDK image", toRaw: convert }],
  [0, "434f5744", { name: "a VMDK image", toRaw: convert }],
  // "# Disk DescriptorFile"
  [0, "23204469736b2044657363", { name: "a VMDK image", toRaw: convert }],
  [64, "7f10dabe", { name: "a VDI image", toRaw: convert }],
  [0, "7668647866696c65", { name: "a VHDX image", toRaw: convert }],
  [0, "636f6e6563746978", { name: "a VHD image", toRaw: convert }],
  [0, "51454400", { name: "a QED image", toRaw: convert }],
  [0, "576974686f7574467265655370616365", { name: "a Parallels image", toRaw: convert }],
  [0, "576974686f75467265537061634578", { name: "a Parallels image", toRaw: convert }],
  [0, "28b52ffd", ZSTD],
  [0, "fd377a585a00", {
    name: "packed with xz",
    toRaw: (from, to) => `xz -dc ${from} >${to}`,
    packed: true,
  }],
  [0, "1f8b", {
    name: "packed with gzip",
    toRaw: (from, to) => `gzip -dc ${from} >${to}`,
    packed: true,
  }],
];

/** Number of bytes that {@linkcode foreignFormat} needs. */
export const FORMAT_HEAD = 512;

/** The format of a file that starts with `head`; `undefined` if unknown. */
export function foreignFormat(head: Uint8Array): ForeignFormat | undefined {
  const text = hex(head.subarray(0, FORMAT_HEAD));
  return FORMATS.find(([at, magic]) => text.startsWith(magic, 2 * at))?.[2];
}
