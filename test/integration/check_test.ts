/**
 * `gatewright check` as CI and administrators meet it: several files, all complaints, data, exit codes.
 * @module
 */
import assert from "node:assert/strict";
import { runGatewright } from "../command_line.ts";

const check = (...args: string[]) => runGatewright(["check", ...args], { NO_COLOR: "1" });

const GOOD = `hostname: a.example.net
network: {interfaces: [{name: vio0, address: 10.0.0.50/24}], gateway: 10.0.0.1}
access: {rootPassword: {env: ROOT_PW}}
`;

/** One misspelt field, one bad prefix, one overlapping tunnel, and a secret in the wrong place. */
const BAD = `hostname: b.example.net
network:
  interfaces: [{name: vio0, address: 10.0.0.51/99}]
  nameserver: [10.0.0.1]
tunnels:
  - {name: t, peer: 192.0.2.1, local: 10.0.0.0/24, remote: [10.9.0.0/24, 10.0.0.0/25], psk: hunter2}
`;

/** Weak, but legal. */
const WEAK = `hostname: c.example.net
network: {interfaces: [{name: vio0, address: 10.0.0.52/24}], gateway: 10.0.0.1}
access: {rootPassword: {env: ROOT_PW}}
domain: {disk: /dev/vg0/c}
tunnels:
  - {name: t, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.2.0.0/24, phase1: {enc: 3des}, psk: {env: PSK}}
`;

async function withDescriptions(work: (folder: string, files: string[]) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-check-" });
  try {
    const texts = { good: GOOD, bad: BAD, weak: WEAK };
    for (const [name, text] of Object.entries(texts)) {
      await Deno.writeTextFile(`${folder}/${name}.yaml`, text);
    }
    await work(folder, Object.keys(texts).map((name) => `${folder}/${name}.yaml`));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("check tells every complaint of every file, and ends with 3", () =>
  withDescriptions(async (folder, files) => {
    const { code, stdout, stderr } = await check(...files, `${folder}/none.yaml`);
    assert.equal(code, 3);
    assert.equal(stdout, `${folder}/good.yaml: ok\n${folder}/weak.yaml: ok\n`);
    const lines = stderr.replaceAll(`${folder}/`, "").trimEnd().split("\n");
    const wanted = [
      /^bad\.yaml:3:38: error: network\.interfaces\[0\]\.address: 10\.0\.0\.51\/99 .*such as/,
      /^bad\.yaml:4:3: error: network\.nameserver: .*did you mean nameservers\?$/,
      /^bad\.yaml:6:74: error: tunnels\[0\]\.remote\[1\]: .*overlap/,
      /^bad\.yaml:6:93: error: tunnels\[0\]\.psk: .*not shown.*write psk: \{file: secrets\/NAME\.psk\}/,
      /^weak\.yaml:6:95: warning: tunnels\[0\]\.phase1\.enc: .*3des is weak; use aes-256/,
      /^none\.yaml: there is no such file$/,
      /^ {2}next: /,
      /^2 of 4 refused$/,
    ];
    const errors = lines.filter((line) => !/nobody can log in/.test(line));
    assert.equal(errors.length, wanted.length, stderr);
    for (const [at, line] of errors.entries()) assert.match(line, wanted[at]!);
    assert(!stderr.includes("hunter2"));
  }));

Deno.test("check --json is the same as data, and --strict makes errors of warnings", () =>
  withDescriptions(async (folder, files) => {
    const { code, stdout, stderr } = await check(...files, "--json", "--strict");
    assert.equal(code, 3);
    assert.equal(stderr, "");
    assert(!stdout.includes("hunter2"));
    const [good, bad, weak] = JSON.parse(stdout);
    assert.deepEqual(good, { file: `${folder}/good.yaml`, ok: true, problems: [] });
    assert.equal(bad.ok, false);
    assert.equal(bad.exitCode, 3);
    const misspelt = bad.problems.find(({ suggestion }: { suggestion?: string }) => suggestion);
    assert.equal(misspelt.suggestion, "nameservers");
    assert.deepEqual([misspelt.line, misspelt.column, misspelt.path, misspelt.severity], [
      4,
      3,
      "network.nameserver",
      "error",
    ]);
    assert.equal(weak.ok, false);
    assert.equal(weak.problems[0].severity, "error");
    assert.equal((await check(files[2]!)).code, 0);
  }));
