import assert from "node:assert/strict";
import { GRAMMAR_KINDS, strangeLines } from "../../test/far_end_grammars.ts";
import { testRouter, testTunnel } from "../../test/gateway.ts";
import type { FarEndName } from "../../gateway/far_end_kinds.ts";
import { FAR_ENDS } from "./kinds.ts";
import { ownTraffic } from "./own_traffic.ts";

const inside = testTunnel({
  ike: 2,
  local: ["10.0.0.0/8"],
  remote: ["10.1.0.0/16", "172.16.0.0/24"],
});
const beside = testTunnel({
  ike: 2,
  local: ["192.168.0.0/16"],
  remote: ["10.1.0.0/16", "172.16.0.0/24"],
});

Deno.test("own traffic: what the tunnel would take to a network of the far end's own", () => {
  assert.deepEqual(ownTraffic(inside), [
    { from: "10.1.0.0/16", to: "10.1.0.0/16" },
    { from: "172.16.0.0/24", to: "10.1.0.0/16" },
  ]);
  assert.deepEqual(ownTraffic(beside), []);
  assert.deepEqual(
    ownTraffic(testTunnel({ ike: 2, local: ["0.0.0.0/0"], remote: ["10.1.0.0/16"] })),
    [{ from: "10.1.0.0/16", to: "10.1.0.0/16" }],
  );
  // The whole address space of the other family holds nothing of it.
  assert.deepEqual(
    ownTraffic(testTunnel({ ike: 2, local: ["::/0", "10.9.0.0/16"], remote: ["10.1.0.0/16"] })),
    [],
  );
  // What the far end sees is behind nat.
  assert.deepEqual(ownTraffic({ ...inside, nat: "10.7.0.0/16" }), []);
  assert.deepEqual(ownTraffic({ ...inside, encapsulation: "transport" }), []);
});

/** What keeps the LAN's own traffic out of the tunnel; absent where routes are looked up first. */
const EXCEPTIONS: Partial<Record<FarEndName, RegExp>> = {
  openbsd: /^flow from 10\.1\.0\.0\/16 to 10\.1\.0\.0\/16 type bypass$/m,
  strongswan:
    /^ {6}branch10-own-1 \{\n +local_ts = 10\.1\.0\.0\/16\n +remote_ts = 10\.1\.0\.0\/16\n +mode = pass\n +start_action = trap\n/m,
  libreswan:
    /^conn branch10-own-1\n\ttype=passthrough\n\tauthby=never\n(\t.*\n)*\tleftsubnet=10\.1\.0\.0\/16\n\trightsubnet=10\.1\.0\.0\/16\n\tauto=ondemand\n/m,
  routeros:
    /^\/ip ipsec policy add src-address=10\.1\.0\.0\/16 dst-address=10\.1\.0\.0\/16 action=none\n(.*\n)*\/ip ipsec policy add peer=/m,
  pfsense: /Auto-exclude LAN address/,
  vyos: /itself keeps traffic between its prefixes/,
};

Deno.test("own traffic: every kind keeps it out of a tunnel to a network around its LAN, and changes nothing else", () => {
  for (const [kind, { render }] of FAR_ENDS) {
    const [with_, without] = [inside, beside].map((tunnel) => {
      const { files, notes } = render(testRouter(), tunnel, {});
      const text = files.map((one) => one.text).join("");
      if (GRAMMAR_KINDS.includes(kind)) assert.deepEqual(strangeLines(kind, text), [], kind);
      return `${text}\n${notes.join("\n")}`;
    });
    const exception = EXCEPTIONS[kind];
    if (exception === undefined) {
      assert.equal(with_!.split("\n").length, without!.split("\n").length, kind);
    } else {
      assert.match(with_!, exception, kind);
      assert.doesNotMatch(without!, exception, kind);
    }
  }
});
