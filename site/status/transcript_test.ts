import assert from "node:assert/strict";
import { SECTION } from "./script.ts";
import { readIke } from "./ike.ts";
import { readTranscript } from "./transcript.ts";

Deno.test("a line that no program writes is cut before anything is looked for in it", () => {
  // Read as it is, it would take minutes.
  const line = `iked_sas: 0x1 rspi 0x1 ispi 0x1 ${"a->".repeat(200_000)}`;
  const text = `${SECTION}ipsec\nFLOWS:\n${SECTION}status 0\n${SECTION}ike\n${line}\n`;
  const { lines = [] } = readTranscript(text, "gw").get("ike") ?? {};
  assert.equal(lines[0]?.length, 1024);
  assert.deepEqual(readIke(lines), []);
});
