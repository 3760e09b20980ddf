import assert from "node:assert/strict";
import { Refused } from "./refused.ts";

Deno.test("a refused place touches what is in it, around it, and nothing else", () => {
  const refused = new Refused();
  refused.add(["tunnels", 1, "peer"]);
  assert(refused.touches(["tunnels", 1, "peer"]));
  assert(refused.touches(["tunnels", 1]));
  assert(refused.touches(["tunnels", 1, "peer", 0]));
  assert(refused.touches(["tunnels", "*", "peer"]));
  assert(!refused.touches(["tunnels", 0, "peer"]));
  assert(!refused.touches(["tunnels", "*", "name"]));
  assert(!refused.touches(["network"]));
});
