import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { showsUnicode, topology } from "./topology.ts";

const gateway = testGateway({
  tunnels: [
    testTunnel({ peer: "198.51.100.10" }),
    testTunnel({
      name: "b",
      ike: 2,
      peer: "2001:db8::1",
      remote: ["10.1.0.0/24", "10.2.0.0/24"],
      mode: "passive",
    }),
  ],
});

Deno.test("the picture of a gateway, drawn with lines", () => {
  assert.equal(
    topology(gateway, true),
    `\
┌─ vpn1.example.net ──────┐
│ vio0  10.0.0.50/24      │
│ default route  10.0.0.1 │
└─┬───────────────────────┘
  ├─ 10.0.0.0/24 ══ branch10, IKEv1 ═▶ 198.51.100.10 ── 10.0.10.0/24
  └─ 10.0.0.0/24 ◀═ b, IKEv2        ══ 2001:db8::1   ── 10.1.0.0/24 10.2.0.0/24`,
  );
});

Deno.test("the picture has a form for terminals that know ASCII only", () => {
  const picture = topology(gateway, false);
  assert.match(picture, /^[ -~\n]+$/);
  assert.equal(picture.split("\n").length, topology(gateway, true).split("\n").length);
  assert.match(picture, /` *- 10\.0\.0\.0\/24 <= b, IKEv2/);
});

Deno.test("every line of the box is equally wide, whatever is in it", () => {
  for (const hostname of ["a.b", "a-very-long-name-of-a-gateway.in-a-long-domain.example.net"]) {
    const box = topology(testGateway({ hostname, tunnels: [] }), true).split("\n");
    assert.equal(new Set(box.map((line) => line.length)).size, 1, box.join("\n"));
  }
});

Deno.test("the locale tells what a terminal shows", () => {
  const env = (values: Record<string, string>) => ({ get: (name: string) => values[name] });
  assert(showsUnicode(env({ LANG: "sv_SE.UTF-8" })));
  assert(!showsUnicode(env({ LANG: "sv_SE.UTF-8", LC_ALL: "C" })));
  assert(!showsUnicode(env({ LANG: "C.UTF-8", TERM: "dumb" })));
  assert(!showsUnicode(env({})));
});
