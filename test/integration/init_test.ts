/**
 * The first day: `init` in an empty folder, and `check` of what it wrote.
 */
import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";
import { KINDS } from "../../build/cli/init/kinds.ts";

const MAIN = new URL("../../build/cli/main.ts", import.meta.url).pathname;

async function withFolder(work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-init-test-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Paths below a folder with their modes. */
function* tree(folder: string, below = ""): Generator<[string, number]> {
  for (const { name, isDirectory } of Deno.readDirSync(`${folder}/${below}`)) {
    const path = `${below}${name}`;
    if (isDirectory) yield* tree(folder, `${path}/`);
    else yield [path, Deno.statSync(`${folder}/${path}`).mode! & 0o777];
  }
}

/** A public key that is not the one of the examples. */
const KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJj5zS3mU8Jp1G0LwF8F4v3YdE1ZxS2JrX8cYd0mJm3k anna@desk";

function writeKey(folder: string): string {
  Deno.writeTextFileSync(`${folder}/id.pub`, `${KEY}\n`);
  return `${folder}/id.pub`;
}

const lines = (text: string) => text.trim().split("\n");

for (const kind of KINDS.keys()) {
  Deno.test(`init --kind ${kind} writes what check --strict accepts, and secrets for the owner alone`, () =>
    withFolder(async (folder) => {
      const key = writeKey(folder);
      const made = await gatewright(
        ...["init", `${folder}/new/gw`, "--kind", kind, "--key", key, "--json"],
      );
      assert.equal(made.code, 0, made.stderr);
      const { descriptions } = JSON.parse(made.stdout);
      const checked = await gatewright("check", "--strict", ...descriptions);
      assert.equal(checked.stderr, "");
      assert.equal(checked.code, 0);
      const files = [...tree(`${folder}/new/gw`)];
      const secrets = files.filter(([path]) => path.startsWith("secrets/"));
      assert(secrets.length > 0);
      for (const [path, mode] of secrets) assert.equal(mode, 0o600, path);
      assert.equal(Deno.readTextFileSync(`${folder}/new/gw/.gitignore`), "secrets/\n");
      assert.deepEqual([...Deno.readDirSync(`${folder}/new`)].map(({ name }) => name), ["gw"]);
    }));
}

Deno.test("two gateways of one kind have different secrets", () =>
  withFolder(async (folder) => {
    for (const name of ["a", "b"]) await gatewright("init", `${folder}/${name}`);
    const [a, b] = ["a", "b"].map((name) =>
      Deno.readTextFileSync(`${folder}/${name}/secrets/branch10.psk`)
    );
    assert.notEqual(a, b);
    assert(lines(a!)[0]!.length >= 40);
  }));

Deno.test("init overwrites nothing, and says what to type after it", () =>
  withFolder(async (folder) => {
    const first = await gatewright("init", folder, "--hostname", "a.example.net");
    assert.equal(first.code, 0);
    assert.match(first.stderr, new RegExp(`gatewright check ${folder}/a\\.yaml\n`));
    const columns = first.stderr.split("\n").flatMap((line) =>
      line.includes(" # ") ? line.indexOf(" # ") : []
    );
    assert.equal(columns.length, 3);
    assert.equal(new Set(columns).size, 1, first.stderr);
    const before = new Map([...tree(folder)].map(([path]) => [
      path,
      Deno.readTextFileSync(`${folder}/${path}`),
    ]));
    // Another description beside it, whose key would be that of the first.
    const second = await gatewright("init", folder, "--hostname", "b.example.net");
    assert.equal(second.code, 1);
    assert.match(second.stderr, /branch10\.psk: the file exists already/);
    assert.deepEqual(
      new Map(
        [...tree(folder)].map(([path]) => [path, Deno.readTextFileSync(`${folder}/${path}`)]),
      ),
      before,
    );
    const third = await gatewright(
      ...["init", folder, "--hostname", "b.example.net", "--tunnel", "b10"],
    );
    assert.equal(third.code, 0, third.stderr);
    assert.equal(Deno.readTextFileSync(`${folder}/.gitignore`), "secrets/\n");
  }));

Deno.test("init refuses answers that make no gateway, and writes nothing", () =>
  withFolder(async (folder) => {
    const none = `${folder}/none`;
    const refused = await gatewright("init", none, "--gateway", "192.0.2.1");
    assert.equal(refused.code, 3);
    assert.match(refused.stderr, /network\.gateway: /);
    const odd = await gatewright("init", none, "--pool", "10.0.0.0/24");
    assert.equal(odd.code, 2);
    assert.match(odd.stderr, /--pool does not apply to --kind site/);
    const wrong = await gatewright("init", none, "--address", "10.0.0.50");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /prefix length, such as/);
    assert.deepEqual([...Deno.readDirSync(folder)], []);
  }));

Deno.test("init puts the administrator's key where the example has none", () =>
  withFolder(async (folder) => {
    const key = writeKey(folder);
    const { code } = await gatewright("init", `${folder}/gw`, "--key", key, "--user", "anna");
    assert.equal(code, 0);
    const text = Deno.readTextFileSync(`${folder}/gw/vpn1.yaml`);
    assert(text.includes(`- "${KEY}"`));
    assert(!text.includes("Example") && !text.includes("Put your own"));
    Deno.writeTextFileSync(key, "-----BEGIN OPENSSH PRIVATE KEY-----\nsecretsecret\n");
    const secret = await gatewright("init", `${folder}/two`, "--key", key);
    assert.equal(secret.code, 1);
    assert(!secret.stderr.includes("secretsecret"));
  }));

Deno.test("init asks a person, takes an empty line for what it shows, and asks again", () =>
  withFolder(async (folder) => {
    const command = `${Deno.execPath()} run -A --quiet ${MAIN} init ${folder}/gw`;
    const child = new Deno.Command("script", {
      args: ["-qec", command, "/dev/null"],
      env: { SHELL: "/bin/sh", HOME: folder },
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const answers: [RegExp, string][] = [
      [/Which kind \[site\]/, "tunnel"],
      [/give site, router[^]*Which kind \[site\]/, "clients"],
      [/Host name of the gateway \[vpn\.example\.net\]/, "ra.example.org"],
      [/at the provider, with prefix length \[/, ""],
      [/default router \[/, ""],
      [/behind it, with prefix length \[/, ""],
      [/addresses come from \[/, ""],
      [/first person who dials in \[anna\]/, "bob"],
      [/administrator \[paul\]/, "carla"],
    ];
    const writer = child.stdin.getWriter();
    let seen = "";
    let since = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      seen += text;
      since += text;
      const [question, answer] = answers[0] ?? [];
      if (!question?.test(since)) continue;
      answers.shift();
      since = "";
      await writer.write(new TextEncoder().encode(`${answer}\r`));
    }
    await writer.close().catch(() => {});
    assert.equal((await child.status).code, 0, seen);
    assert.deepEqual(answers, []);
    const text = Deno.readTextFileSync(`${folder}/gw/ra.yaml`);
    for (const word of ["hostname: ra.example.org", "name: bob", "name: carla", "192.0.2.66/28"]) {
      assert(text.includes(word), `${word}\n${text}`);
    }
    assert(Deno.statSync(`${folder}/gw/secrets/bob.txt`).isFile);
    assert.match(seen, /no public ssh key was found/);
  }));
