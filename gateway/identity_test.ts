import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../test/gateway.ts";
import type { Ikev1Tunnel } from "./gateway.ts";
import { identityType, sameIdentity, shownIdentity } from "./identity.ts";

Deno.test("the identity is srcid, else the name for IKEv2 and in mode dynamic, else the address", () => {
  const gateway = testGateway();
  const shown = (patch: Partial<Ikev1Tunnel>) => shownIdentity(gateway, testTunnel(patch));
  assert.equal(shown({ srcid: "a.example.org" }), "a.example.org");
  assert.equal(shownIdentity(gateway, testTunnel({ ike: 2 })), "vpn1.example.net");
  assert.equal(shown({ mode: "dynamic" }), "vpn1.example.net");
  assert.equal(shown({ mode: "active" }), "10.0.0.50");
  assert.equal(shown({ mode: "passive", peer: "any" }), undefined);
});

Deno.test("identities are compared by what they are, and typed as the daemons type them", () => {
  assert(sameIdentity("2001:db8::1", "2001:db8:0::1") && sameIdentity("a.example", "a.example"));
  assert(!sameIdentity("10.0.0.1", "10.0.0.2") && !sameIdentity("a.example", "A.example"));
  assert.equal(identityType(2, "/CN=a"), "DER_ASN1_DN");
  assert.equal(identityType(1, "me@a.example"), "RFC822_ADDR");
  assert.equal(identityType(1, "2001:db8::1"), "IPV6_ADDR");
});
