/**
 * far-end and runbook as their users meet them.
 * @module
 */
import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";

/** A description with a tunnel that has `fields`, and its key. */
async function withDescription(
  fields: string,
  work: (file: string, folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-far-end-" });
  try {
    await Deno.writeTextFile(`${folder}/b.psk`, "correct-horse-battery-staple-42\n", {
      mode: 0o600,
    });
    await Deno.writeTextFile(
      `${folder}/hq.yaml`,
      `hostname: vpn1.example.net
network:
  interfaces: [{ name: vio0, address: 203.0.113.2/28 }, { name: vio1, address: 10.0.0.1/24 }]
  gateway: 203.0.113.1
access:
  rootPassword: none
  rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINeoFNuWvJ9aTOlIN5yLbBYrj6jPU8RGLeZpjg1AODDY p"]
  rootSsh: prohibit-password
firewall:
  allow: [{ proto: tcp, port: 22, from: 10.0.0.0/24 }]
tunnels:
  - { name: b, peer: 192.0.2.230, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: { file: b.psk }, ${fields} }
domain:
  disk: /dev/vg0/vpn-server
  interfaces: [{ bridge: br0 }, { bridge: br1 }]
`,
    );
    await work(`${folder}/hq.yaml`, folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("far-end takes the kind of the description, and shows the key only when it is asked for", async () => {
  await withDescription("farEnd: ios", async (file) => {
    const plain = await gatewright("far-end", file, "b");
    assert.equal(plain.code, 0, plain.stderr);
    assert.match(plain.stdout, /^! configure terminal\n[^]*\n set peer 203\.0\.113\.2\n/);
    assert.match(plain.stdout, /^! to diagnose: show crypto engine connections active$/m);
    assert.doesNotMatch(plain.stdout + plain.stderr, /correct-horse/);
    const keyed = await gatewright("far-end", file, "b", "--with-key", "--as", "junos");
    assert.match(keyed.stdout, /^set .* ascii-text "correct-horse-battery-staple-42"$/m);
    const json = JSON.parse((await gatewright("far-end", file, "b", "--json")).stdout);
    assert.deepEqual([json.as, json.files.length], ["ios", 1]);
  });
  await withDescription("ike: 2", async (file) => {
    const { code, stderr } = await gatewright("far-end", file, "b");
    assert.equal(code, 2);
    assert.match(stderr, /--as .* is missing, and the tunnel has no farEnd/);
    const nameless = await gatewright("far-end", file);
    assert.equal(nameless.code, 2);
    assert.match(nameless.stderr, /no tunnel given\n +why: it has .*\bb\b/);
    assert.match(nameless.stderr, /next: gatewright far-end \S+ \S+ --as strongswan$/m);
    const hidden = `${await Deno.readTextFile(file)}`.replaceAll("203.0.113.", "192.168.7.");
    await Deno.writeTextFile(file, hidden);
    const flag = /^.*--gateway-address ADDRESS puts the address.*$/m;
    const unknown = await gatewright("far-end", file, "b", "--as", "ios");
    assert.match(unknown.stderr, /does not give the gateway's public address\. Put /);
    assert.match(unknown.stderr, flag);
    assert.doesNotMatch(unknown.stderr, /ertificate/);
    const given = ["--as", "ios", "--gateway-address", "203.0.113.2"];
    const known = await gatewright("far-end", file, "b", ...given);
    assert.match(known.stdout, /\n set peer 203\.0\.113\.2\n/);
    assert.doesNotMatch(known.stderr, flag);
    const odd = await gatewright("far-end", file, "b", "--as", "ios", "--gateway-address", "a;b");
    assert.equal(odd.code, 2);
  });
});

Deno.test("far-end shows a key as it is, and none that the gateway would not have", async () => {
  await withDescription("ike: 2, farEnd: strongswan", async (file, folder) => {
    const far = async (key: string, ...more: string[]) => {
      await Deno.writeTextFile(`${folder}/b.psk`, `${key}\n`);
      return await gatewright("far-end", file, "b", "--with-key", ...more);
    };
    const key = "https://user:password@host-0123456789";
    assert.match((await far(key)).stdout, / secret = "https:\/\/user:password@host-0123456789"\n/);
    assert(JSON.parse((await far(key, "--json")).stdout).files[0].text.includes(`"${key}"`));
    // What a command prints is not known before.
    const text = await Deno.readTextFile(file);
    const command = `{ command: [cat, ${folder}/b.psk] }`;
    await Deno.writeTextFile(file, text.replace("{ file: b.psk }", command));
    const odd = await far("correct-horse-\u202ebattery-42");
    assert.deepEqual([odd.code, odd.stdout], [3, ""]);
    assert.match(odd.stderr, /psk of tunnel b contains characters that a configuration file/);
    assert.doesNotMatch(odd.stderr, /correct-horse/);
  });
});

Deno.test("what the other side lacks is a warning at check and a refusal at far-end, with the nearest", async () => {
  await withDescription("farEnd: ios, phase1: { group: curve25519 }", async (file) => {
    const check = await gatewright("check", file);
    assert.equal(check.code, 0, check.stderr);
    assert.match(
      check.stdout + check.stderr,
      /hq\.yaml:\d+:\d+: warning: tunnels\[0\]\.phase1\.group: IOS has no curve25519.*ecp256/,
    );
    const refused = await gatewright("far-end", file, "b");
    assert.deepEqual([refused.code, refused.stdout], [3, ""]);
    assert.match(refused.stderr, /next: set phase1: \{group: ecp256\} in the description/);
  });
});

Deno.test("runbook writes the page whole, or prints it, or nothing where one description is wrong", async () => {
  await withDescription("farEnd: ios", async (file, folder) => {
    const page = await gatewright("runbook", file);
    assert.equal(page.code, 0, page.stderr);
    assert.match(page.stdout, /^<!DOCTYPE html>\n[^]*<\/html>\n$/);
    assert.doesNotMatch(page.stdout, /correct-horse/);
    const out = `${folder}/page.html`;
    const written = await gatewright("runbook", file, "--out", out);
    assert.equal(written.stdout, `${out}\n`);
    assert.equal(await Deno.readTextFile(out), page.stdout);
    await Deno.writeTextFile(`${folder}/bad.yaml`, "hostname: [\n");
    const bad = await gatewright(
      "runbook",
      file,
      `${folder}/bad.yaml`,
      "--out",
      `${folder}/no.html`,
    );
    assert.equal(bad.code, 3);
    await assert.rejects(Deno.stat(`${folder}/no.html`), Deno.errors.NotFound);
    assert.equal((await gatewright("runbook")).code, 2);
  });
});
