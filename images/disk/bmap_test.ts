import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { renderBmap } from "./bmap.ts";

Deno.test("a block map says its sizes, its ranges, and its own hash with zeros in place of it", () => {
  const [a, b] = ["a".repeat(64), "b".repeat(64)];
  const text = renderBmap(40 * 4096 + 1, [
    { first: 0, last: 9, sha256: a! },
    { first: 40, last: 40, sha256: b! },
  ]);
  const value = (name: string) => new RegExp(`<${name}> (\\S+) </${name}>`).exec(text)?.[1];
  assert.equal(value("ImageSize"), "163841");
  assert.equal(value("BlocksCount"), "41");
  assert.equal(value("MappedBlocksCount"), "11");
  assert.deepEqual(
    [...text.matchAll(/<Range chksum="(.+)"> (\S+) </g)].map((one) => one.slice(1)),
    [
      [a, "0-9"],
      [b, "40"],
    ],
  );
  const checksum = value("BmapFileChecksum")!;
  const zeroed = text.replace(checksum, "0".repeat(64));
  assert.equal(createHash("sha256").update(zeroed).digest("hex"), checksum);
});
