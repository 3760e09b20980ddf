import assert from "node:assert/strict";
import { sizeText } from "./size_text.ts";

Deno.test("sizes are shown in the unit that people would choose", () => {
  const sizes: [number, string][] = [
    [0, "0 B"],
    [1023, "1023 B"],
    [1024, "1 KiB"],
    [5.14 * 2 ** 20, "5.1 MiB"],
    [6 * 2 ** 30, "6 GiB"],
  ];
  for (const [bytes, text] of sizes) assert.equal(sizeText(bytes), text);
});
