import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";
import { EXAMPLE_KEY, TEST_KEY } from "../../test/ssh_keys.ts";

Deno.test("the key of the examples is a warning where it stands, and another one is none", () => {
  assert(GOOD.includes(TEST_KEY));
  assert.deepEqual(problems(GOOD), []);
  const [warning, ...more] = problems(GOOD.replace(TEST_KEY, EXAMPLE_KEY));
  assert.match(warning!, /^warning this is the placeholder key of the examples.*your own/);
  assert.deepEqual(more, []);
});

Deno.test("a gateway on which nobody can become root is told, and each way to root is one", () => {
  const access = (text: string, more = "") =>
    problems(GOOD.replace(/access:\n.*\n.*\n/, `access:\n${text}`) + more);
  const paul = `  users: [{name: paul, keys: ["ssh-ed25519 ${TEST_KEY} paul"]`;
  const none = /^warning nobody can become root: no user has doas, .* write doas: nopass/;
  for (const rights of [", doas: no", ", wheel: false", ", wheel: false, doas: no"]) {
    const said = access(`${paul}${rights}}]\n`);
    assert.equal(said.length, 1, said.join());
    assert.match(said[0]!, none);
  }
  for (const rights of ["", ", doas: nopass", ", wheel: false, doas: nopass"]) {
    assert.deepEqual(access(`${paul}${rights}}]\n`), []);
  }
  const without = `${paul}, doas: no}]\n`;
  assert.deepEqual(access(`${without}  rootPassword: {env: PW}\n`), []);
  const root = `  rootKeys: ["ssh-ed25519 ${TEST_KEY} paul"]\n  rootSsh: prohibit-password\n`;
  assert.deepEqual(access(without + root), []);
  const doas = '{path: /etc/doas.conf, content: "permit nopass paul\\n"}';
  assert.doesNotMatch(access(without, `files: [${doas}]\n`).join(), none);
  // Nobody to become root is another matter.
  assert.doesNotMatch(access("  users: []\n").join(), none);
});
