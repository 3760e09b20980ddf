import assert from "node:assert/strict";
import { cycle } from "./imports.ts";
import { drawRooms, roomsOf, sourceImports, withDrawing } from "./rooms.ts";

Deno.test("no arrow between rooms runs back, and ARCHITECTURE.md shows them as they are", async () => {
  const imports = await sourceImports();
  const rooms = new Map([...roomsOf(imports)].map(([room, arrows]) => [room, [...arrows]]));
  const found = cycle(rooms);
  assert.equal(found, undefined, `rooms import each other: ${found?.join(" -> ")}`);
  const text = await Deno.readTextFile(new URL("../../ARCHITECTURE.md", import.meta.url));
  const shape = (markdown: string) => markdown.replaceAll(/[ -]+(?=\|)|(?<=\|)[ -]+/g, "");
  assert.equal(
    shape(text),
    shape(withDrawing(text, drawRooms(imports))),
    "ARCHITECTURE.md is stale: deno task architecture",
  );
});

Deno.test("rooms are drawn by floor, without the arrows that others imply", () => {
  const imports = new Map([
    ["top/a.ts", ["middle/b.ts", "low/c.ts"]],
    ["middle/b.ts", ["low/c.ts"]],
    ["low/c.ts", []],
  ]);
  const drawing = drawRooms(imports);
  assert.match(drawing, /\| 2 \| `top\/` \|\n\| 1 \| `middle\/` \|\n\| 0 \| `low\/` \|/);
  assert.match(drawing, /top.* --> middle/);
  assert.doesNotMatch(drawing, /top.* --> low/);
});
