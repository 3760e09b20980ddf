import assert from "node:assert/strict";
import { fitsUstar } from "./ustar.ts";

Deno.test("a name fits a tar archive up to 100 bytes, or 155 of folders and 100 behind a slash", () => {
  const x = (count: number) => "x".repeat(count);
  assert(fitsUstar(x(100)));
  assert(!fitsUstar(x(101)));
  assert(fitsUstar(`${x(155)}/${x(100)}`));
  assert(!fitsUstar(`${x(156)}/${x(100)}`));
  assert(!fitsUstar(`${x(155)}/${x(101)}`));
  assert(!fitsUstar(`/${x(101)}`));
  // Bytes count, not characters.
  assert(!fitsUstar("é".repeat(51)));
});
