import assert from "node:assert/strict";
import { FAR_END_NAMES } from "../../gateway/far_end_kinds.ts";
import { parseGateway } from "../load_gateway.ts";

/** What is said of a tunnel with `fields`, by path. */
function said(fields: string, local = "10.0.0.0/24"): string[] {
  const { warnings } = parseGateway(
    `hostname: vpn1.example.net
network:
  interfaces: [{ name: vio0, address: 203.0.113.2/28 }, { name: vio1, address: 10.0.0.1/15 }]
  gateway: 203.0.113.1
access:
  rootPassword: none
  users: [{ name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa p"] }]
tunnels:
  - { name: b, peer: 192.0.2.230, local: ${local}, remote: 10.0.10.0/24, psk: { env: PSK }, ${fields} }
domain:
  disk: /dev/vg0/vpn-server
  interfaces: [{ bridge: br0 }, { bridge: br1 }]
`,
    "hq.yaml",
  );
  return warnings
    .filter(({ path, message }) => path.startsWith("tunnels[0]") && !message.includes("weak"))
    .map(({ severity, path, line, message }) => `${line} ${severity} ${path}: ${message}`);
}

Deno.test("a tunnel that the other end supports is not reported", () => {
  for (const kind of FAR_END_NAMES) assert.deepEqual(said(`farEnd: ${kind}`), [], kind);
  // Nothing is known of an end that is not named.
  assert.deepEqual(said("phase1: { group: curve25519 }"), []);
});

Deno.test("a transform that the other end lacks is warned of where it stands, with what to type", () => {
  assert.deepEqual(said("farEnd: ios, phase1: { group: curve25519 }"), [
    "9 warning tunnels[0].phase1.group: IOS has no curve25519 for phase1.group; the nearest that both have is ecp256",
  ]);
  assert.match(said("farEnd: asa, ike: 1").join("\n"), /phase1\.auth: ASA has no hmac-sha2-256/);
  assert.match(
    said("farEnd: libreswan, ike: 1, phase2: { group: ecp256 }").join(),
    /phase2\.group: libreswan has no ecp256 .* is modp2048/,
  );
  assert.deepEqual(said("farEnd: strongswan, phase1: { group: sntrup761x25519 }"), [
    "9 warning tunnels[0].phase1.group: strongSwan has no sntrup761x25519 for phase1.group; the nearest that both have is curve25519",
  ]);
  // Where another set does, it is a note.
  assert.deepEqual(
    said("farEnd: ios, phase1: [{ group: curve25519 }, { group: modp2048 }]").map((one) =>
      one.split(" ")[1]
    ),
    ["note"],
  );
});

Deno.test("lifetimes, identities and several networks are compared with the other end", () => {
  assert.deepEqual(said("farEnd: junos, phase2: { lifetime: 2d }"), [
    "9 warning tunnels[0].phase2.lifetime: Junos takes 180 to 86400 s for phase2.lifetime, not 172800; 86400 is the nearest",
  ]);
  assert.deepEqual(said("farEnd: junos, phase2: { lifetime: 1d }"), []);
  assert.match(said("farEnd: asa, dstid: far.example.net").join(), /dstid: An ASA sends the same/);
  assert.deepEqual(said("farEnd: asa, dstid: 192.0.2.230, srcid: 203.0.113.2"), []);
  assert.match(said("farEnd: vyos, dstid: far end").join(), /dstid: .*does not cover the identity/);
  const several = (kind: string, ike: number) =>
    said(`farEnd: ${kind}, ike: ${ike}`, "[10.0.0.0/24, 10.1.0.0/24]").join();
  assert.match(several("ios", 2), /farEnd: IOS makes a child SA for each pair/);
  assert.match(several("libreswan", 2), /farEnd: libreswan before 5/);
  for (const [kind, ike] of [["ios", 1], ["fortios", 2], ["strongswan", 2]] as const) {
    assert.equal(several(kind, ike), "", kind);
  }
});

Deno.test("what far-end does not cover is reported at farEnd", () => {
  assert.match(said("farEnd: ios, ike: 1, protocol: ah").join(), /farEnd: far-end does not cover/);
});
