import assert from "node:assert/strict";
import { GatewrightError } from "../host/error.ts";
import type { ExtraFile } from "../gateway/gateway.ts";
import { testGateway, testSecrets } from "../test/gateway.ts";
import { extraFiles } from "./extra_files.ts";
import { bytesOf, holdsSecret } from "./file.ts";

/** What lies on the host. */
const SOURCE = { path: "/srv/x", size: 5e8, sha256: "ab".repeat(32) };

function extra(...patches: Partial<ExtraFile>[]) {
  const files = patches.map((patch): ExtraFile => ({
    path: "/etc/extra",
    content: { kind: "text", text: "text" },
    append: false,
    mode: 0o644,
    owner: "root",
    group: "wheel",
    ...patch,
  }));
  const secrets = testSecrets({ files: { "/etc/key": "secret" } });
  return extraFiles(testGateway({ files }), secrets, new Map([["/srv/x", SOURCE]]));
}

Deno.test("a file of root travels at its own path, empty ones too", () => {
  const [file] = extra({ content: { kind: "text", text: "" }, mode: 0o640 });
  assert.deepEqual({ ...file }, {
    path: "etc/extra",
    content: "",
    mode: 0o640,
    owner: "root",
    group: "wheel",
  });
  const [binary] = extra({ content: { kind: "source", file: "/srv/x" } });
  assert.equal(binary!.content, SOURCE);
  const [secret] = extra({ path: "/etc/key", content: { kind: "secret", ref: { env: "X" } } });
  assert(holdsSecret(secret!));
  assert.equal(new TextDecoder().decode(bytesOf(secret!)), "secret");
});

Deno.test("a file of a user, of a daemon, or in a home waits for install.site", () => {
  const files = extra(
    { path: "/home/paul/.kshrc", owner: "paul", group: "paul" },
    { path: "/etc/iked/x", owner: "_iked", group: "_iked", mode: 0o600 },
    { path: "/home/paul/root", mode: 0o400 },
  );
  assert.deepEqual(files.map(({ path }) => path), [
    "gatewright/home/paul/.kshrc",
    "gatewright/etc/iked/x",
    "gatewright/home/paul/root",
    "gatewright/owners.list",
  ]);
  assert.equal(
    files.at(-1)!.content,
    "paul paul 644 /home/paul/.kshrc\n_iked _iked 600 /etc/iked/x\nroot wheel 400 /home/paul/root\n",
  );
});

Deno.test("text that is appended ends with a newline, so that the next line stays one", () => {
  const files = extra({ append: true, path: "/root/.profile" });
  assert.equal(files[0]!.content, "text\n");
  assert.deepEqual([files[1]!.path, files[1]!.content], [
    "gatewright/append.list",
    "0 /root/.profile\n",
  ]);
});

Deno.test("a file of nobody is refused with those who would do", () => {
  assert.throws(
    () => extra({ owner: "paull" }),
    (error) =>
      error instanceof GatewrightError &&
      /no user paull[^]*use one of .*paul,/.test(error.format()),
  );
  assert.throws(() => extra({ group: "users" }), /there is no group users/);
});

Deno.test("text that ends with a newline gets no second one", () => {
  const [file] = extra({ append: true, content: { kind: "text", text: "text\n" } });
  assert.equal(file!.content, "text\n");
});
