import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import type { SecretRef } from "../gateway.ts";
import { resolveSecrets } from "./secrets.ts";
import { reveal, revealed } from "../../host/secret.ts";

/** Long, and found in no sentence. */
const SECRET = "Zq7-hunter2-Zq7-hunter2-Zq7";

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const withPsk = (psk: SecretRef) =>
  testGateway({ tunnels: [testTunnel({ auth: { method: "psk", psk } })] });

const psk = async (ref: SecretRef) => {
  const { secrets, warnings } = await resolveSecrets(withPsk(ref));
  return { psk: revealed(secrets.psks.get("branch10")), warnings };
};

Deno.test("secrets come from files, the environment and commands", () =>
  withFolder(async (folder) => {
    const file = `${folder}/psk`;
    for (const text of [SECRET, `${SECRET}\n`, `${SECRET}\r\n`]) {
      await Deno.writeTextFile(file, text, { mode: 0o600 });
      assert.deepEqual(await psk({ file }), { psk: SECRET, warnings: [] });
    }
    Deno.env.set("GATEWRIGHT_TEST_PSK", SECRET);
    assert.equal((await psk({ env: "GATEWRIGHT_TEST_PSK" })).psk, SECRET);
    Deno.env.delete("GATEWRIGHT_TEST_PSK");
    assert.equal((await psk({ command: ["cat", file] })).psk, SECRET);
    const notes = await psk({ command: ["printf", "%s\n", SECRET, "user: paul"] });
    assert.equal(notes.psk, SECRET);
    assert.deepEqual(notes.warnings, [
      "the psk of tunnel branch10 is the first of 2 lines; the rest is ignored",
    ]);
  }));

Deno.test("a secret that others can read, and a short one, are warned about", () =>
  withFolder(async (folder) => {
    const file = `${folder}/psk`;
    await Deno.writeTextFile(file, "short");
    for (const mode of [0o644, 0o640, 0o602]) {
      await Deno.chmod(file, mode);
      const { warnings } = await psk({ file });
      assert.match(warnings[0]!, /can be read by others; chmod 600 .*\/psk$/);
      assert.match(warnings[1]!, /is short \(5 characters\)/);
    }
    await Deno.chmod(file, 0o400);
    assert.equal((await psk({ file })).warnings.length, 1);
  }));

Deno.test("a secret that is there and cannot be read need not be put there", () =>
  withFolder(async (folder) => {
    const file = `${folder}/loop`;
    await Deno.symlink(file, file);
    await assert.rejects(psk({ file }), (error) => {
      assert(error instanceof GatewrightError);
      assert.match(error.format(), /loop cannot be read\n {2}next: name the right file/);
      return true;
    });
    await assert.rejects(psk({ file: `${folder}/none` }), (error) => {
      assert(error instanceof GatewrightError);
      assert.match(
        error.format(),
        /there is no file .*none\n {2}next: put it into .*none, mode 600/,
      );
      return true;
    });
  }));

Deno.test("a secret file keeps every byte, and a password becomes a bcrypt hash", () =>
  withFolder(async (folder) => {
    const text = "-----BEGIN-----\n\nkey\n-----END-----\n";
    await Deno.writeTextFile(`${folder}/key`, text, { mode: 0o600 });
    const ref = { file: `${folder}/key` };
    const base = testGateway();
    const hash = `$2b$10$${"a".repeat(53)}`;
    const gateway = testGateway({
      tunnels: [],
      files: [{
        path: "/etc/key",
        content: { kind: "secret", ref },
        append: false,
        mode: 0o600,
        owner: "root",
        group: "wheel",
      }],
      access: {
        ...base.access,
        rootPassword: { kind: "hash", hash },
        users: [{
          ...base.access.users[0]!,
          password: { kind: "secret", ref: { command: ["echo", SECRET] } },
        }],
      },
    });
    const { secrets } = await resolveSecrets(gateway);
    assert.equal(revealed(secrets.files.get("/etc/key")), text);
    assert.equal(revealed(secrets.passwords.get("root")), hash);
    const { default: bcrypt } = await import("bcryptjs");
    assert(await bcrypt.compare(SECRET, reveal(secrets.passwords.get("paul")!)));
  }));

Deno.test("however a secret is wrong, no word of it is shown", () =>
  withFolder(async (folder) => {
    const write = async (name: string, content: string | Uint8Array, mode = 0o600) => {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(`${folder}/${name}`, bytes, { mode });
      return `${folder}/${name}`;
    };
    const pipe = async (name: string) => {
      assert((await new Deno.Command("mkfifo", { args: [`${folder}/${name}`] }).output()).success);
      return `${folder}/${name}`;
    };
    Deno.env.set("GATEWRIGHT_TEST_EMPTY", "");
    Deno.env.set("GATEWRIGHT_TEST_BAD", `${SECRET}"`);
    const script = (text: string) => ({ command: ["sh", "-c", text, SECRET] });
    const failures: [SecretRef, RegExp][] = [
      [{ env: "GATEWRIGHT_TEST_UNSET" }, /GATEWRIGHT_TEST_UNSET is not set.*export/s],
      [{ env: "GATEWRIGHT_TEST_EMPTY" }, /is empty/],
      [{ env: "GATEWRIGHT_TEST_BAD" }, /cannot quote/],
      [{ file: `${folder}/none` }, /there is no file .*none/],
      [{ file: folder }, /is a folder/],
      [{ file: await write("empty", "") }, /is empty/],
      [{ file: await write("line", `\n${SECRET}`) }, /begins with an empty line/],
      [{ file: await write("quote", `a"${SECRET}`) }, /cannot quote/],
      [{ file: await write("backslash", `\\${SECRET}`) }, /cannot quote/],
      [{ file: await write("hex", `0x${SECRET}`) }, /begins with 0x/],
      [{ file: await write("nul", `${SECRET}\0`) }, /cannot quote/],
      [{ file: await write("long", SECRET.repeat(20)) }, /longer than 200/],
      [{ file: await write("latin1", new Uint8Array([0xe5, 0x61])) }, /not UTF-8/],
      [{ file: "/dev/zero" }, /is a device/],
      [{ file: await pipe("pipe") }, /is a named pipe/],
      [{ file: await write("large", SECRET.repeat(50_000)) }, /larger than 1 MiB/],
      [script("cat /dev/zero"), /wrote more than 1 MiB/],
      [{ command: ["gatewright-no-such-program", SECRET] }, /is not installed/],
      [script(`echo ${SECRET}; echo ${SECRET} >&2; exit 1`), /the command sh failed/],
      [script(`echo ${SECRET} >&2`), /is empty/],
      [script(`echo; echo ${SECRET}`), /begins with an empty line/],
      [script(`echo '${SECRET}"'`), /cannot quote/],
      [script(`kill -9 $$`), /the command sh failed/],
    ];
    try {
      for (const [ref, says] of failures) {
        const error = await resolveSecrets(withPsk(ref)).catch((error) => error);
        assert(error instanceof GatewrightError, String(error));
        assert.match(error.format(), says);
        assert.match(error.format(), /^hq\.yaml: the psk of tunnel branch10 /);
        assert.equal(error.exitCode, 3);
        const all = [error.format(), JSON.stringify(error), String(error.stack), error.cause];
        assert(!all.join("\n").includes("hunter2"), error.format());
      }
    } finally {
      Deno.env.delete("GATEWRIGHT_TEST_EMPTY");
      Deno.env.delete("GATEWRIGHT_TEST_BAD");
    }
  }));

Deno.test("a command that hangs is given up, one that is interrupted ends at once", async () => {
  const gateway = withPsk({ command: ["sleep", "60"] });
  const late = await resolveSecrets(gateway, undefined, { patience: 0.05 }).catch((error) => error);
  assert(late instanceof GatewrightError);
  assert.match(late.format(), /the command sleep did not end within 0\.05 s/);
  const controller = new AbortController();
  const running = resolveSecrets(gateway, controller.signal);
  controller.abort(new GatewrightError("interrupted", { kind: "interrupted" }));
  await assert.rejects(running, /^GatewrightError: interrupted$/);
});

Deno.test("all secrets that are missing are reported at once", async () => {
  const tunnels = ["a", "b"].map((name) =>
    testTunnel({ name, auth: { method: "psk", psk: { env: `GATEWRIGHT_TEST_${name}` } } })
  );
  const error = await resolveSecrets(testGateway({ tunnels })).catch((error) => error);
  assert(error instanceof GatewrightError);
  assert.match(error.format(), /2 secrets cannot be used/);
  assert.match(error.format(), /tunnel a is missing: .*_a is not set\n.*tunnel b is missing/);
});

Deno.test("a password that bcrypt would cut is refused", async () => {
  const base = testGateway();
  const gateway = testGateway({
    tunnels: [],
    access: {
      ...base.access,
      rootPassword: { kind: "secret", ref: { command: ["echo", SECRET.repeat(3)] } },
    },
  });
  await assert.rejects(resolveSecrets(gateway), /longer than 72 bytes/);
});
