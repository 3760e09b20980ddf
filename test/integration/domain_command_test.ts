/**
 * `domain` and `migrate` as their users type them.
 * @module
 */
import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";
import { run } from "../../host/run.ts";

const DEST = "qemu+ssh://root@kvm2.example.net/system";

Deno.test("domain prints or writes what libvirt takes, changed for the other host", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-test-" });
  try {
    const file = `${folder}/hq.xml`;
    const changes = ["--disk", "/dev/vg1/hq", "--cpu", "Nehalem", "--name", "hq-2"];
    const written = await gatewright("domain", "examples/hq.yaml", ...changes, "--out", file);
    assert.equal(written.stdout, `${file}\n`, written.stderr);
    const printed = await gatewright("domain", "examples/hq.yaml", ...changes);
    assert.equal(printed.stdout, await Deno.readTextFile(file));
    await run("virsh", ["-c", "test:///default", "define", "--validate", file]);
    assert.match(printed.stdout, /<source dev="\/dev\/vg1\/hq"\/>/);
    assert.match(printed.stdout, /<name>hq-2<\/name>/);

    const wrong = await gatewright("domain", "examples/hq.yaml", "--memory", "much", "--out", file);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /memory much is not allowed/);
    assert.equal(await Deno.readTextFile(file), printed.stdout, "the old file is whole");
    const nowhere = await gatewright("domain", "examples/hq.yaml", "--out", `${folder}/no/hq.xml`);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.stderr, /next: /);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("migrate prints commands that a shell takes, and asks where it cannot know", async () => {
  const copy = await gatewright("migrate", "examples/hq.yaml", DEST, "--copy");
  assert.equal(copy.code, 0, copy.stderr);
  assert.match(copy.stdout, /^ssh root@kvm2\.example\.net '(lvcreate|qemu-img create) /m);
  assert.match(copy.stdout, /^virsh migrate --live .*--copy-storage-all .* hq qemu\+ssh:/m);
  await run("sh", ["-n", "-c", copy.stdout]);

  const shared = await gatewright("migrate", "examples/hq.yaml", DEST, "--shared", "--json");
  const { args } = JSON.parse(shared.stdout);
  assert.ok(!args.includes("--copy-storage-all"));
  assert.match(shared.stderr, /warning: cpu host-passthrough/);

  const unknown = await gatewright("migrate", "examples/hq.yaml", DEST);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /--shared .*--copy/);
});
