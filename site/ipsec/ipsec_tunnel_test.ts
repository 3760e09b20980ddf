import assert from "node:assert/strict";
import { testPhase, testTunnel } from "../../test/gateway.ts";
import type { Ikev1Tunnel } from "../../gateway/gateway.ts";
import { renderIpsecTunnel } from "./ipsec_tunnel.ts";
import { reveal, Secret } from "../../host/secret.ts";

/** The rules, each on one line. */
function rules(patch: Partial<Ikev1Tunnel>): string[] {
  return reveal(renderIpsecTunnel(testTunnel(patch), new Secret("a-psk-that-is-long-enough")))
    .replaceAll(" \\\n\t", " ").trim().split("\n").slice(1);
}

Deno.test("a phase 1 lifetime is written only where the description has one, because isakmpd compares it", () => {
  const { sets } = testPhase(1);
  assert.match(
    rules({ phase1: { sets } })[0]!,
    / main auth hmac-sha2-256 enc aes-256 group modp2048 quick /,
  );
  assert.match(
    rules({ phase1: { sets, lifetime: 3600 } })[0]!,
    / group modp2048 lifetime 3600 quick /,
  );
});

Deno.test("transforms that are the daemon's own are written by nobody", () => {
  const none = { phase1: { sets: [] }, phase2: { sets: [] } };
  assert.doesNotMatch(rules(none)[0]!, / main | quick /);
  assert.match(
    rules({ ...none, exchange: "aggressive" })[0]!,
    / peer 192\.0\.2\.230 aggressive psk /,
  );
  assert.match(rules({ phase1: { sets: [], lifetime: 3600 } })[0]!, / main lifetime 3600 quick /);
});

Deno.test("a protocol and its ports stand where the grammar has them", () => {
  const patch = {
    proto: "udp",
    localPort: "l2tp",
    remotePort: "1701",
    local: ["10.0.0.1"],
    remote: ["10.1.0.1"],
  };
  assert.match(
    rules({ ...patch, encapsulation: "transport" })[0]!,
    /^ike active esp transport proto udp from 10\.0\.0\.1 port l2tp to 10\.1\.0\.1 port 1701 peer /,
  );
});

Deno.test("pairs of networks are a rule each, lists are one", () => {
  const selectors = [
    { local: "10.0.0.0/24", remote: "10.1.0.0/24" },
    { local: "10.0.1.0/24", remote: "10.2.0.0/24" },
  ];
  const pairs = rules({ selectors });
  assert.equal(pairs.length, 2);
  assert.match(
    pairs[1]!,
    / from 10\.0\.1\.0\/24 to 10\.2\.0\.0\/24 peer .* psk ".*" tag "branch10"$/,
  );
  const list = rules({ local: ["10.0.0.0/24", "10.0.1.0/24"] });
  assert.equal(list.length, 1);
  assert.match(list[0]!, / from \{ 10\.0\.0\.0\/24 10\.0\.1\.0\/24 \} to 10\.0\.10\.0\/24 /);
});

Deno.test("a sec(4) interface stands in place of networks, and its rule has no tag", () => {
  const [rule] = rules({ iface: "sec0", local: [], remote: [], localAddress: "10.0.0.50" });
  assert.match(rule!, /^ike active interface sec0 local 10\.0\.0\.50 peer 192\.0\.2\.230 main /);
  assert.doesNotMatch(rule!, /tag|from/);
});

Deno.test("with nat the network that the peer sees comes first, the true one in parentheses", () => {
  assert.match(
    rules({ nat: "10.9.0.0/24" })[0]!,
    / from 10\.9\.0\.0\/24 \(10\.0\.0\.0\/24\) to 10\.0\.10\.0\/24 /,
  );
});
