/**
 * What commands answer to wrong names, files that are no text, and words that are left out.
 * @module
 */
import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
const HQ = "examples/hq.yaml";

async function said(args: string[], code: number): Promise<string> {
  const ran = await gatewright(...args);
  const all = ran.stdout + ran.stderr;
  assert.equal(ran.code, code, `${args.join(" ")}: ${all}`);
  return all;
}

Deno.test("the error for an unknown tunnel lists the tunnels that exist", async () => {
  const all = await Promise.all([
    said(["far-end", HQ, "zzzzzzzz", "--as", "openbsd"], 2),
    said(["trace", HQ, "from 10.0.0.9 to 10.0.10.5", "--down", "zzzzzzzz"], 2),
    said(["prove", HQ, "zzzzzzzz"], 2),
  ]);
  for (const text of all) {
    assert.match(text, /no .*zzzzzzzz\n {2}why: the description has branch10\n {2}next: /);
  }
  const near = await said(["far-end", HQ, "branhc10", "--as", "openbsd"], 2);
  assert.match(near, /next: did you mean branch10\?/);
});

Deno.test("a file that is no text is reported as that", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(file, new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0xff, 0xfe, 0]));
    assert.match(await said(["check", file], 3), /why: it is not text in UTF-8\n/);
    assert.match(await said(["status", HQ, "--from", file], 1), /why: it is not text\n/);
  } finally {
    await Deno.remove(file);
  }
  assert.match(await said(["check", ""], 3), /^the name of the description is empty\n {2}next: /m);
});

Deno.test("- is a value where a flag takes one, and a long usage does not bury an error", async () => {
  // Standard input is empty here.
  assert.match(
    await said(["status", HQ, "--from", "-"], 1),
    /standard input: .*\n {2}why: it is empty/,
  );
  assert.match(await said(["status", HQ, "--from"], 2), /--from needs a value/);
  const init = await said(["init", "x", "--kind", "foo"], 2);
  assert.match(
    init,
    /unknown kind foo; give site, router, hub, pair, clients\n {2}next: see gatewright init --help\n$/,
  );
  const check = await said(["check"], 2);
  assert.match(check, /next: gatewright check FILE.*; see gatewright check --help\n$/);
  assert.match(await said(["ci"], 2), /no CI given; name github or gitlab/);
});

Deno.test("perimeter takes names of interfaces that systems take", async () => {
  const longest = "enp0s31f6u1.100";
  const taken = await said(["perimeter", HQ, "--as", "nft", "--outside", longest], 0);
  assert.match(taken, /iifname "enp0s31f6u1\.100"/);
  const long = await said(["perimeter", HQ, "--as", "nft", "--outside", `${longest}0`], 2);
  assert.match(long, /--outside has more than the 15 letters/);
  await said(["perimeter", HQ, "--as", "ios", "--outside", "TenGigabitEthernet0/0/1"], 0);
});

Deno.test("a description that is given twice is shown once in a runbook, and refused by render", async () => {
  const once = await said(["runbook", HQ], 0);
  assert.equal(await said(["runbook", HQ, HQ], 0), once);
  const out = await Deno.makeTempDir();
  try {
    const render = (other: string) => said(["render", HQ, other, "--out", `${out}/all`], 2);
    assert.match(await render(HQ), /hq\.yaml is given twice\n/);
    const copy = `${out}/hq.yaml`;
    const text = await Deno.readTextFile(`${ROOT}${HQ}`);
    await Deno.writeTextFile(copy, text);
    assert.match(await render(copy), /hq\.yaml and \S+hq\.yaml are both named hq; /);
    const denied = `${out}/denied.txt`;
    await Deno.writeTextFile(denied, "ipsecctl: /dev/pfkey: Permission denied\n");
    assert.match(await said(["status", HQ, "--from", denied], 1), /next: ask as root/);
  } finally {
    await Deno.remove(out, { recursive: true });
  }
});
