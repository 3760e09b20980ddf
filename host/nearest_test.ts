import assert from "node:assert/strict";
import { nearest } from "./nearest.ts";

Deno.test("the nearest word is found, and none where none is near", () => {
  const words = ["hostname", "network", "tunnels", "psk", "peer"];
  for (
    const [given, meant] of [
      ["hostnam", "hostname"],
      ["Hostname", "hostname"],
      ["tunels", "tunnels"],
      ["pks", "psk"],
      ["netwrok", "network"],
      ["colour", undefined],
      ["", undefined],
    ]
  ) assert.equal(nearest(given!, words), meant, given);
});
