import assert from "node:assert/strict";
import { cpio } from "./cpio.ts";

Deno.test("an archive is read back by cpio's rules", () => {
  const content = new TextEncoder().encode("hello");
  const bytes = cpio([
    { name: "etc", kind: "directory" },
    { name: "etc/x", kind: "file", mode: 0o755, content },
    { name: "lib", kind: "symlink", target: "usr/lib" },
  ]);
  const text = new TextDecoder("latin1");
  const field = (at: number, index: number) =>
    parseInt(text.decode(bytes.subarray(at + 6 + 8 * index, at + 14 + 8 * index)), 16);
  const found: [string, string, string][] = [];
  for (let at = 0; at < bytes.length;) {
    assert.equal(text.decode(bytes.subarray(at, at + 6)), "070701");
    const [size, length] = [field(at, 6), field(at, 11)];
    const name = text.decode(bytes.subarray(at + 110, at + 110 + length - 1));
    const start = (at + 110 + length + 3) & ~3;
    found.push([name, field(at, 1).toString(8), text.decode(bytes.subarray(start, start + size))]);
    at = (start + size + 3) & ~3;
  }
  assert.deepEqual(found, [
    ["etc", "40755", ""],
    ["etc/x", "100755", "hello"],
    ["lib", "120777", "usr/lib"],
    ["TRAILER!!!", "0", ""],
  ]);
});
