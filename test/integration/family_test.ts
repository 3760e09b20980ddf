/**
 * Descriptions that extend others, from the command line: shown, checked and rendered together.
 */
import { EXAMPLE_KEY, TEST_KEY } from "../ssh_keys.ts";
import assert from "node:assert/strict";
import { run } from "../../host/run.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** What the command line says. */
function gatewright(...args: string[]) {
  return run(Deno.execPath(), [
    "run",
    "-A",
    "--frozen",
    `--config=${ROOT}deno.json`,
    `${ROOT}build/cli/main.ts`,
    ...args,
  ], { okStatus: [0, 1, 2, 3], env: { NO_COLOR: "1" } });
}

/** The example's pair in a folder of its own, with its secrets. */
async function office(): Promise<string> {
  const root = await Deno.makeTempDir();
  await Deno.mkdir(`${root}/office`);
  await Deno.mkdir(`${root}/secrets`);
  for (const name of ["office.yaml", "gw1.yaml", "gw2.yaml"]) {
    const text = await Deno.readTextFile(`${ROOT}examples/office/${name}`);
    // --strict refuses the key of the examples.
    await Deno.writeTextFile(`${root}/office/${name}`, text.replaceAll(EXAMPLE_KEY, TEST_KEY));
  }
  const secrets = [["carp.txt", "carp-secret-1234"], ["branch2.psk", "a".repeat(30)], [
    "sasync.txt",
    "ab".repeat(32),
  ]];
  for (const [name, value] of secrets) {
    await Deno.writeTextFile(`${root}/secrets/${name}`, `${value}\n`, { mode: 0o600 });
  }
  return root;
}

Deno.test("a pair is shown, checked and rendered by one command each", async () => {
  const root = await office();
  try {
    const files = [`${root}/office/gw1.yaml`, `${root}/office/gw2.yaml`];
    const shown = await gatewright("show", files[0]!, "--json");
    const { description, values } = JSON.parse(shown.stdout);
    assert.equal(description.failover.peer, "10.255.0.2");
    const vhid = values.find((one: { path: string }) => one.path.endsWith("[4].carp.vhid"));
    assert.deepEqual([vhid.value, vhid.file, vhid.line], [1, `${root}/office/office.yaml`, 15]);
    // What is shown is a description by itself.
    const text = await gatewright("show", files[0]!);
    await Deno.writeTextFile(`${root}/office/alone.yaml`, text.stdout);
    const alone = await gatewright("check", `${root}/office/alone.yaml`);
    assert.equal(alone.status, 0, alone.stderr);

    const checked = await gatewright("check", ...files, "--strict");
    assert.equal(checked.status, 0, checked.stderr);
    const rendered = await gatewright("render", ...files, "--out", `${root}/out`, "--json");
    assert.equal(rendered.status, 0, rendered.stderr);
    const outs = JSON.parse(rendered.stdout).map(({ out }: { out: string }) => out);
    assert.deepEqual(outs, [`${root}/out/gw1`, `${root}/out/gw2`]);
    const conf = await Deno.readTextFile(`${root}/out/gw2/site/etc/sasyncd.conf`);
    assert.match(conf, /^listen on 10\.255\.0\.2\npeer 10\.255\.0\.1$/m);
    assert.equal((await Deno.stat(`${root}/out/gw2/site/etc/sasyncd.conf`)).mode! & 0o777, 0o600);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("halves that disagree are not rendered, and descriptions that extend themselves not shown", async () => {
  const root = await office();
  try {
    const file = `${root}/office/gw2.yaml`;
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(
      file,
      text.replace("carp0, carp: { advskew: 100 }", "carp0, carp: { advskew: 0 }"),
    );
    const rendered = await gatewright(
      "render",
      `${root}/office/gw1.yaml`,
      file,
      "--out",
      `${root}/out`,
    );
    assert.equal(rendered.status, 3);
    assert.match(
      rendered.stderr,
      /gw2\.yaml:10:39: error: .*found 0 in both \(.*gw1\.yaml:10:39\)/,
    );
    await assert.rejects(Deno.stat(`${root}/out`));

    await Deno.writeTextFile(file, "extends: gw2.yaml\nhostname: gw2\n");
    const shown = await gatewright("show", file);
    assert.equal(shown.status, 3);
    assert.match(shown.stderr, /gw2\.yaml:1:10: error: extends.*gw2\.yaml extends itself/);
    assert.equal(shown.stdout, "");
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
