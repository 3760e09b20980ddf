import assert from "node:assert/strict";
import { neededLibraries } from "./elf.ts";

/** An ELF file with one loadable segment at `address`, whose dynamic section names `libraries`. */
function elf(libraries: string[], address: number): Uint8Array {
  const strings = new TextEncoder().encode(`\0${libraries.map((name) => `${name}\0`).join("")}`);
  const entries = libraries.length + 2;
  const dynamic = 64 + 2 * 56;
  const file = new Uint8Array(dynamic + entries * 16 + strings.length);
  const view = new DataView(file.buffer);
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  const word = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  word(32, 64);
  view.setUint16(54, 56, true);
  view.setUint16(56, 2, true);
  const header = (at: number, type: number, offset: number, size: number) => {
    view.setUint32(at, type, true);
    word(at + 8, offset);
    word(at + 16, address + offset);
    word(at + 32, size);
  };
  header(64, 1, 0, file.length);
  header(64 + 56, 2, dynamic, entries * 16);
  let name = 1;
  libraries.forEach((library, index) => {
    word(dynamic + index * 16, 1);
    word(dynamic + index * 16 + 8, name);
    name += library.length + 1;
  });
  word(dynamic + libraries.length * 16, 5);
  word(dynamic + libraries.length * 16 + 8, address + dynamic + entries * 16);
  file.set(strings, dynamic + entries * 16);
  return file;
}

Deno.test("a program's libraries are read, wherever its segment is loaded", () => {
  for (const address of [0, 0x400000]) {
    assert.deepEqual(neededLibraries(elf(["libc.so.6", "libevent-2.1.so.7"], address)), [
      "libc.so.6",
      "libevent-2.1.so.7",
    ]);
  }
});

Deno.test("scripts, short files and programs of other machines need nothing", () => {
  const other = elf(["libc.so.6"], 0);
  other[4] = 1; // 32 bits
  for (const file of [new Uint8Array(), new TextEncoder().encode("#!/bin/sh\n".repeat(9)), other]) {
    assert.deepEqual(neededLibraries(file), []);
  }
});
