/**
 * Other contents of a cache: saved installers and bases.
 * @module
 */
import { join } from "node:path";
import { own } from "../../host/own.ts";
import { readTextBounded } from "../../host/read_bounded.ts";
import { ifThere } from "./cache.ts";

/** Names of both. */
export const KEPT_NAME = /^[0-9a-f]{64}$/;

/** A saved installer or a base. */
export interface Kept {
  kind: "saved" | "base";
  /** Name in the cache, 64 hexadecimal digits. */
  id: string;
  /** Path of the file or folder. */
  path: string;
  /** Disk space in bytes. */
  size: number;
  /** When it was made. */
  added: Date;
  /** Description; empty if unknown. */
  what: string;
}

/** All of them, sorted by name. */
export async function keptIn(dir: string): Promise<Kept[]> {
  const found: Kept[] = [];
  for (const kind of ["saved", "base"] as const) {
    const folder = join(dir, kind);
    const names = await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? [];
    for (const { name: id } of names) {
      if (!KEPT_NAME.test(id)) continue;
      const path = join(folder, id);
      const info = await ifThere(Deno.stat(path));
      if (!info) continue;
      const size = kind === "saved" ? info.size : await stored(path);
      const what = await (kind === "saved" ? installer(path) : base(path));
      found.push({ kind, id, path, size, added: info.mtime ?? new Date(0), what });
    }
  }
  return found.sort((a, b) => a.id < b.id ? -1 : 1);
}

/** Allocated bytes of a folder's files: most of an image is holes. */
async function stored(folder: string): Promise<number> {
  let bytes = 0;
  for (const { name } of await ifThere(Array.fromAsync(Deno.readDir(folder))) ?? []) {
    bytes += 512 * ((await ifThere(Deno.stat(join(folder, name))))?.blocks ?? 0);
  }
  return bytes;
}

/** The description in the first line of a saved installer. */
async function installer(path: string): Promise<string> {
  try {
    using file = await Deno.open(path);
    const bytes = new Uint8Array(4096);
    const n = await file.read(bytes) ?? 0;
    const [line = ""] = new TextDecoder().decode(bytes.subarray(0, n)).split("\n", 1);
    const what = own(JSON.parse(line), "what");
    return typeof what === "string" ? `installer: ${what}` : "";
  } catch {
    return ""; // the description is informative only
  }
}

async function base(path: string): Promise<string> {
  try {
    const text = await readTextBounded(join(path, "manifest.json"), 16 << 20);
    const kind = own(JSON.parse(text), "base");
    const [release, arch, disk, hardware] = ["release", "arch", "disk", "hardware"]
      .map((name) => own(kind, name));
    return `base: OpenBSD/${arch} ${release}, ${disk} MiB, ${hardware}`;
  } catch {
    return "";
  }
}
