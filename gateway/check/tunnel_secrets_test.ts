import assert from "node:assert/strict";
import { join } from "node:path";
import { GOOD } from "../../test/broken_description.ts";
import { checkFile } from "../load/load.ts";

const CLIENTS = `hostname: gw.example.net
network: {interfaces: [{name: vio0, address: 203.0.113.2/29}], gateway: 203.0.113.6}
access: {rootPassword: {env: PW}}
clients:
  - name: c
    pool: 10.9.0.0/24
    networks: [10.0.0.0/24]
`;
const USERS = `${CLIENTS}    certificate: {ca: {env: A}, cert: {env: B}, key: {env: C}}
    users: [{name: anna, password: {file: a.psk}}]
`;

/** What is said of the secret that is in a.psk as `content`. */
async function said(content: string, text = GOOD): Promise<string[]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(folder, "a.psk"), content, { mode: 0o600 });
    await Deno.writeTextFile(join(folder, "gw.yaml"), text);
    const { problems } = await checkFile(join(folder, "gw.yaml"));
    return problems.filter(({ path }) => /psk|password/.test(path))
      .map(({ path, severity, message }) => `${path}: ${severity}: ${message}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const FIRST = GOOD.replace("peer:", "ike: 1\n    peer:");
const LONG = "tGmPz3oAQ0c4jZQ3r5rXn2WbYw7k";

Deno.test("a short psk is a warning of check, of tunnels and of clients", async () => {
  for (
    const [text, path] of [
      [GOOD, "tunnels[0].psk"],
      [`${CLIENTS}    psk: {file: a.psk}\n`, "clients[0].psk"],
    ] as const
  ) {
    const [line, ...more] = await said("secret7\n", text);
    assert.equal(
      line,
      `${path}: warning: the psk is short (7 characters); openssl rand -base64 33 makes a strong one`,
    );
    assert.deepEqual(more, []);
    assert.deepEqual(await said(`${LONG}\n`, text), []);
    assert.deepEqual(await said("x".repeat(20), text), []);
    assert.equal((await said("x".repeat(19), text)).length, 1);
  }
});

Deno.test("a blank at the end of a psk is reported as what it is, and nothing of the psk", async () => {
  for (const end of [" ", "\t", "  \n"]) {
    const [line] = await said(LONG + end, FIRST);
    assert.match(
      line!,
      /error: the psk ends with a blank or a tab; remove it where the psk is kept/,
    );
    assert(!line!.includes(LONG.slice(0, 8)));
  }
  assert.match((await said(` ${LONG}`, FIRST))[0]!, /error: the psk begins with a blank/);
  assert.match((await said(`a ${LONG}`, FIRST))[0]!, /contains a blank, and isakmpd reads it/);
  assert.match((await said(`${LONG} \n`))[0]!, /warning: the psk ends with a blank, which is part/);
  assert.match((await said(`${LONG}\t`))[0]!, /error: the psk ends with a blank or a tab/);
  assert.deepEqual(await said(`a ${LONG}\n`), []);
  assert.deepEqual(await said(`${LONG}\r\n`, FIRST), []);
});

Deno.test("passwords of clients that iked.conf cannot quote are reported by check", async () => {
  assert.match((await said('with"quote', USERS))[0]!, /users\[0\]\.password: error: the password/);
  assert.deepEqual(await said("short", USERS), []);
});

Deno.test("a dollar sign and a backquote are characters of a psk as any other", async () => {
  for (const more of [undefined, FIRST]) {
    assert.deepEqual(await said(`${LONG}$a\`$$(b)\${c}`, more), []);
    assert.match((await said(`${LONG}\\`, more))[0]!, /error: the psk contains characters/);
  }
});
