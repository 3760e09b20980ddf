import assert from "node:assert/strict";
import fc from "fast-check";
import { installEnvironment } from "../../autoinstall/environment.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { testGateway, testSecrets } from "../../test/gateway.ts";
import { reveal } from "../../host/secret.ts";
import { renderStampScript } from "./stamp_script.ts";

const HASH = `$2b$10$${"a".repeat(53)}`;

function script(patch: Partial<Gateway> = {}, mounts: [string, string][] = [["/", "a"]]): string {
  const gateway = testGateway(patch);
  return reveal(renderStampScript({
    gateway,
    secrets: testSecrets({ passwords: { root: HASH } }),
    environment: installEnvironment(gateway),
    mounts,
    siteSet: "http://10.0.2.2:4711/0123/site79.tgz",
  }));
}

/** Runs a part of the script, with `before` in front of it, by the shell that OpenBSD's is related to. */
async function ksh(text: string): Promise<string> {
  const { code, stdout, stderr } = await new Deno.Command("mksh", { args: ["-c", text] }).output();
  assert.equal(code, 0, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

const mksh = await new Deno.Command("mksh", { args: ["-c", ":"] }).output()
  .then(({ success }) => success, () => false);

/** The loop that gives the installer's record this gateway's answers. */
function recordLoop(text: string): string {
  const [loop] = /while IFS= read -r line; do\n[^]*?\ndone/.exec(text) ?? [];
  assert(loop);
  return loop;
}

Deno.test("file systems are mounted from the root down and unmounted the other way round", () => {
  const text = script({}, [["/usr/local", "h"], ["/", "a"], ["/usr", "f"]]);
  const places = [...text.matchAll(/^mount_ffs .* '?(\/mnt[^ ']*)/gm)].map(([, place]) => place);
  assert.deepEqual(places, ["/mnt", "/mnt/usr", "/mnt/usr/local"]);
  const back = [...text.matchAll(/^umount '?(\/mnt[^ ']*)/gm)].map(([, place]) => place);
  assert.deepEqual(back, places.toReversed());
  assert.match(text, /\/dev\/sd0h/);
});

Deno.test("it says that it is done in its last line only, behind the last umount", () => {
  assert.match(script(), /umount \S+ \|\| give_up "[^"]*"\nsay "done"\n$/);
  assert.equal(script().match(/say "done"/g)?.length, 1);
});

Deno.test({
  name: "the record of the answers becomes this gateway's, line by line",
  ignore: !mksh,
  async fn() {
    const { access } = testGateway();
    const users = [{ ...access.users[0]!, name: "paul", fullName: "Paul O'Hara & Sons" }];
    const text = script({ access: { ...access, users, rootSsh: "no" }, timezone: "UTC" });
    const record = "System hostname = base\nTerminal type = vt220\nDNS domain name = my.domain\n" +
      "Setup a user = no\nAllow root ssh login = prohibit-password\nServer directory = x/pub\n" +
      "What timezone are you in = UTC\n";
    assert.equal(
      await ksh(`${recordLoop(text)} <<'END'\n${record}END\n`),
      "System hostname = vpn1\nTerminal type = vt220\nDNS domain name = example.net\n" +
        "Setup a user = paul\nFull name for user paul = Paul O'Hara & Sons\n" +
        "Public ssh key for user paul = none\nAllow root ssh login = no\nServer directory = x/pub\n" +
        "What timezone are you in = UTC\n",
    );
  },
});

Deno.test({
  name: "whatever a user is called, the shell takes it as text",
  ignore: !mksh,
  async fn() {
    const { access } = testGateway();
    const word = fc.string({ unit: fc.constantFrom(..."ab '\"$`\\!*?;|(){}<>~#%@") });
    await fc.assert(
      fc.asyncProperty(word.filter((name) => name.length > 0 && name.length < 60), async (name) => {
        const users = [{ ...access.users[0]!, name: "paul", fullName: name }];
        const text = script({ access: { ...access, users } });
        const set = /^ADMIN=.*$/m.exec(text)![0];
        assert.equal(await ksh(`${set}; print -rn -- "$ADMIN_NAME"`), name);
        const said = await ksh(`${recordLoop(text)} <<'END'\nSetup a user = no\nEND\n`);
        assert.equal(said.split("\n")[1], `Full name for user paul = ${name}`);
      }),
      { numRuns: 25 },
    );
  },
});

Deno.test({
  name: "it is a script that ksh reads to its end, with users and without",
  ignore: !mksh,
  async fn() {
    const { access } = testGateway();
    for (const users of [access.users, []]) {
      await ksh(`set -n\n${script({ access: { ...access, users } })}`);
    }
  },
});
