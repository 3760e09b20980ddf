import assert from "node:assert/strict";
import { stayingHere } from "./staying_here.ts";

Deno.test("multicast and broadcast stay here whatever remote network is around them", () => {
  const onLink = ["224.0.0.0/4", "255.255.255.255/32"];
  const here = (...remotes: string[]) => stayingHere(["10.0.0.0/24"], remotes, []);
  assert.deepEqual(here("0.0.0.0/0"), ["10.0.0.0/24", ...onLink]);
  assert.deepEqual(here("0.0.0.0/1", "128.0.0.0/1"), ["10.0.0.0/24", ...onLink]);
  assert.deepEqual(here("192.0.0.0/2"), onLink);
  assert.deepEqual(here("128.0.0.0/2"), []);
  assert.deepEqual(stayingHere(["2001:db8::/64"], ["8000::/1"], []), ["fe80::/10", "ff00::/8"]);
  assert.deepEqual(stayingHere(["2001:db8::/64"], ["2001:db8::/32"], []), ["2001:db8::/64"]);
});
