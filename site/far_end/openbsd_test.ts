import assert from "node:assert/strict";
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import { testGateway, testPhase, testTunnel } from "../../test/gateway.ts";
import { openbsdFarEnd } from "./openbsd.ts";

const PUBLIC = { ...testGateway().network };
PUBLIC.interfaces[0]!.address = "203.0.113.10/28";
PUBLIC.gateway = "203.0.113.1";

Deno.test("an IKEv1 far end has networks and addresses turned round, and no key unless asked", () => {
  const tunnel = testTunnel();
  const gateway = testGateway({ network: PUBLIC, tunnels: [tunnel] });
  const { files: [file] } = openbsdFarEnd(gateway, tunnel);
  assert.match(file!.text, /from 10\.0\.10\.0\/24 to 10\.0\.0\.0\/24/);
  assert.match(file!.text, /peer 203\.0\.113\.10/);
  assert.match(file!.text, /PUT-THE-KEY-HERE/);
  assert.equal(file!.mode, 0o600);
  assert.match(openbsdFarEnd(gateway, tunnel, { key: "hunter2" }).files[0]!.text, /"hunter2"/);
});

Deno.test("an IKEv2 far end waits if the gateway's address is hidden, and initiates if it is given", () => {
  const tunnel = testTunnel({ ike: 2 });
  const gateway = testGateway({ tunnels: [tunnel] });
  const hidden = openbsdFarEnd(gateway, tunnel);
  assert.match(hidden.files[0]!.text, /ikev2 "branch10" passive/);
  assert.match(hidden.files[0]!.text, /peer any/);
  assert.match(hidden.notes.join(" "), /the far end waits/);
  const shown = openbsdFarEnd(gateway, tunnel, { gatewayAddress: "198.51.100.1" });
  assert.match(shown.files[0]!.text, /local 192\.0\.2\.230 peer 198\.51\.100\.1/);
  assert.match(shown.files[0]!.text, /from 10\.0\.10\.0\/24 to 10\.0\.0\.0\/24/);
});

Deno.test("the notes of an IKEv2 far end name the group that withstands quantum computers, if both know it", () => {
  const told = (patch: Partial<Ikev2Tunnel>, number = 80) => {
    const tunnel = testTunnel({ ...patch, ike: 2 });
    const release = { version: "x", number, arch: "amd64" as const };
    const { notes } = openbsdFarEnd(testGateway({ release, tunnels: [tunnel] }), tunnel);
    return notes.filter((one) => one.includes("sntrup761x25519")).length;
  };
  assert.deepEqual([told({}), told({}, 70), told({}, 69)], [1, 1, 0]);
  assert.equal(told({ phase1: testPhase(0, { group: "sntrup761x25519" }) }), 0);
  const first = testTunnel();
  const { notes } = openbsdFarEnd(testGateway({ tunnels: [first] }), first);
  assert.doesNotMatch(notes.join(), /quantum/);
});

Deno.test("a far end with an address that nobody knows has no local, least of all the gateway's", () => {
  for (const ike of [1, 2] as const) {
    const any = testTunnel({ ike: ike as 2, peer: "any", mode: "passive", dstid: "b.example.net" });
    const gateway = testGateway({ network: PUBLIC, tunnels: [any] });
    const { files, notes } = openbsdFarEnd(gateway, any);
    assert.match(files[0]!.text, /^\tpeer 203\.0\.113\.10 \\$/m, `ike: ${ike}`);
    assert.equal(notes.filter((one) => one.includes("put local ADDRESS")).length, ike - 1);
    const fixed = testTunnel({ ike: ike as 2, mode: "passive" });
    const known = openbsdFarEnd(gateway, fixed);
    assert.match(known.files[0]!.text, /^\tlocal 192\.0\.2\.230 peer 203\.0\.113\.10 \\$/m);
    assert.doesNotMatch(known.notes.join(), /local ADDRESS|daemon chooses/);
  }
});

Deno.test("a far end inside the gateway's network bypasses the tunnel for its own, as its own rendering does", () => {
  for (const ike of [1, 2] as const) {
    const inside = testTunnel({ ike: ike as 2, local: ["10.0.0.0/8"], remote: ["10.1.0.0/16"] });
    const gateway = testGateway({ network: PUBLIC, tunnels: [inside] });
    const { files, commands, notes } = openbsdFarEnd(gateway, inside);
    const ipsec = files.find(({ path }) => path === "/etc/ipsec.conf")!;
    assert.match(ipsec.text, /\nflow from 10\.1\.0\.0\/16 to 10\.1\.0\.0\/16 type bypass\n$/);
    assert(commands.indexOf("ipsecctl -f /etc/ipsec.conf") >= 0, `ike: ${ike}`);
    assert(commands.some((one) => /^rcctl enable .*ipsec/.test(one)));
    assert.match(notes.join(), /10\.0\.0\.0\/8 contains 10\.1\.0\.0\/16/);
    const beside = testTunnel({ ike: ike as 2, local: ["10.0.0.0/16"], remote: ["10.1.0.0/16"] });
    const plain = openbsdFarEnd(gateway, beside);
    assert.equal(plain.files.length, 1);
    assert.doesNotMatch(plain.files[0]!.text + plain.notes.join(), /bypass/);
  }
});
