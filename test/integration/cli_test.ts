/**
 * The command line as its users meet it: words in; text and exit codes out.
 * @module
 */
import assert from "node:assert/strict";
import { gatewright } from "../command_line.ts";
import { wrapDisk } from "../disk_image.ts";
import { haveMakefs, makefs } from "../makefs.ts";
import { schemaText } from "../../gateway/schema/schema.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** A folder for one test. */
async function withFolder(work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-cli-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const EXAMPLES = ["examples/hq.yaml", "examples/office/gw1.yaml", "examples/demo.yaml"];

Deno.test("check accepts every example", async () => {
  const { code, stdout } = await gatewright("check", ...EXAMPLES);
  assert.equal(stdout, EXAMPLES.map((file) => `${file}: ok\n`).join(""));
  assert.equal(code, 0);
});

Deno.test("check looks at all files, and says line and column of what is wrong", async () => {
  await withFolder(async (folder) => {
    const broken = `${folder}/broken.yaml`;
    const text = await Deno.readTextFile(`${ROOT}examples/hq.yaml`);
    await Deno.writeTextFile(broken, text.replace("hmac-sha2-256", "hmac-sha2-265"));
    const line = text.split("\n").findIndex((each) => each.includes("hmac-sha2-256")) + 1;
    const { code, stdout, stderr } = await gatewright("check", broken, EXAMPLES[0]!);
    assert.equal(code, 3);
    assert.match(stderr, new RegExp(`broken\\.yaml:${line}:\\d+: error: .*hmac-sha2-256`));
    assert.equal(stdout, `${EXAMPLES[0]}: ok\n`);

    const json = await gatewright("check", broken, EXAMPLES[0]!, `${folder}/none`, "--json");
    assert.equal(json.code, 3);
    assert.equal(json.stderr, "");
    const results = JSON.parse(json.stdout);
    assert.deepEqual(results.map(({ ok }: { ok: boolean }) => ok), [false, true, false]);
    const [error] = results[0].problems.filter((one: { severity: string }) =>
      one.severity === "error"
    );
    assert.equal(error.line, line);
  });
});

Deno.test("a misspelt flag, command or shell ends with 2 and the right word", async () => {
  for (
    const [args, meant] of [
      [["check", "--strct", "x"], "--strict"],
      [["deploy", "--no-verfy", "a", "b"], "--no-verify"],
      [["chekc"], "check"],
      [["inspect", "x", "tre"], "tree"],
      [["completions", "bsh"], "bash"],
    ] as const
  ) {
    const { code, stdout, stderr } = await gatewright(...args);
    assert.equal(code, 2, stderr);
    assert.equal(stdout, "");
    assert.ok(stderr.includes(`did you mean ${meant}?`), stderr);
  }
});

Deno.test("a flag is accepted by its former name", async () => {
  for (const flag of ["--no-check", "--no-verdict"]) {
    const { stderr } = await gatewright("inspect", "x", flag, "--against", "y");
    assert.match(stderr, /--against and --no-check contradict each other/);
  }
});

Deno.test("a rehearsal refuses the options of a real release", async () => {
  for (
    const [says, ...flags] of [
      ["uses no base", "--base", "base.raw.zst"],
      ["uses no mirror", "--mirror", "x"],
      ["has no boot test", "--verify"],
    ]
  ) {
    const { code, stderr } = await gatewright("build", EXAMPLES[0]!, "--rehearse", ...flags);
    assert.equal(code, 2, stderr);
    assert(stderr.includes(`a rehearsal ${says}\n`), stderr);
  }
});

Deno.test("errors are JSON where JSON is wanted", async () => {
  const { code, stderr } = await gatewright("inspect", "/nonexistent/image", "--json");
  const error = JSON.parse(stderr);
  assert.equal(code, error.exitCode);
  assert.notEqual(code, 0);
});

Deno.test("help names every command, and each has an example", async () => {
  const { code, stdout } = await gatewright("--help");
  assert.equal(code, 0);
  for (const name of ["check", "schema", "inspect", "deploy", "completions"]) {
    assert.match(stdout, new RegExp(`^  ${name} `, "m"));
    const help = await gatewright(name, "--help");
    assert.equal(help.code, 0);
    assert.match(help.stdout, new RegExp(`^example: gatewright ${name}`, "m"));
  }
});

Deno.test("schema prints what editors read", async () => {
  assert.equal((await gatewright("schema")).stdout, schemaText());
});

Deno.test("completions are what the shells understand", async () => {
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, stdout } = await gatewright("completions", shell);
    assert.equal(code, 0);
    assert.match(stdout, /no-verify/);
    if (shell !== "bash") continue;
    const script = `${stdout}\nCOMP_WORDS=(gatewright deploy --no-veri); COMP_CWORD=2; _gatewright
echo "\${COMPREPLY[@]}"`;
    await withFolder(async (folder) => {
      await Deno.writeTextFile(`${folder}/c.bash`, script);
      for (const flags of [["-n"], []]) {
        const run = new Deno.Command("bash", { args: [...flags, `${folder}/c.bash`] });
        const { code, stdout, stderr } = await run.output();
        assert.equal(code, 0, new TextDecoder().decode(stderr));
        if (flags.length === 0) assert.equal(new TextDecoder().decode(stdout), "--no-verify\n");
      }
    });
  }
});

Deno.test("deploy does not ask without a terminal, and writes nothing unconfirmed", async () => {
  await withFolder(async (folder) => {
    await Deno.writeFile(`${folder}/image.raw`, new Uint8Array(1 << 20));
    await Deno.writeTextFile(`${folder}/target`, "precious");
    const { code, stderr } = await gatewright("deploy", `${folder}/image.raw`, `${folder}/target`);
    assert.notEqual(code, 0);
    assert.match(stderr, /next: /);
    assert.equal(await Deno.readTextFile(`${folder}/target`), "precious");
  });
});

/** A disk that holds `/hello` and `/large`. */
async function disk(folder: string): Promise<string> {
  await Deno.mkdir(`${folder}/root`);
  await Deno.writeTextFile(`${folder}/root/hello`, "hello\n");
  await Deno.writeFile(`${folder}/root/large`, new Uint8Array(4 << 20));
  await makefs(2, `${folder}/root`, `${folder}/fs`);
  await Deno.writeFile(`${folder}/disk`, wrapDisk(await Deno.readFile(`${folder}/fs`)));
  return `${folder}/disk`;
}

Deno.test({
  name: "inspect shows the disk and its files",
  ignore: !haveMakefs(),
  fn: () =>
    withFolder(async (folder) => {
      const image = await disk(folder);
      const seen = await gatewright("inspect", image);
      assert.match(seen.stdout, /^ {2}a: FFS2 \/, .*, clean$/m);
      // Made by makefs, so nothing would start it.
      assert.match(seen.stdout, /^ {2}boot-blocks +FAILED\n {4}there is no \/boot$/m);
      assert.match(seen.stdout, /^ {2}serial-console +not checked: the domain is not known/m);
      assert.match(seen.stdout, /: NOT ok, 3 problems$/m);
      assert.equal(seen.code, 4);
      const json = await gatewright("inspect", image, "--json");
      const verdict = JSON.parse(json.stdout);
      assert.deepEqual([json.code, verdict.scheme, verdict.ok], [4, "mbr", false]);
      assert.deepEqual(verdict.hygiene[1].problems, ["there is no /boot"]);
      const shown = await gatewright("inspect", image, "--no-check", "--json");
      assert.deepEqual([shown.code, JSON.parse(shown.stdout).hygiene], [0, undefined]);
      assert.equal((await gatewright("inspect", image, "cat", "/hello")).stdout, "hello\n");
      assert.match(
        (await gatewright("inspect", image, "sum", "/hello")).stdout,
        /^5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03 {2}\/hello$/m,
      );
      const { stdout } = await gatewright("inspect", image, "tree", "--json");
      const paths = stdout.trim().split("\n").map((line) => JSON.parse(line).path);
      assert.deepEqual(paths.sort(), ["/", "/hello", "/large"]);
    }),
});

Deno.test({
  name:
    "inspect looks into a packed image and a qcow2 image, and says which one cannot be unpacked",
  ignore: !haveMakefs(),
  fn: () =>
    withFolder(async (folder) => {
      const image = await disk(folder);
      const commands = `zstd -q ${image} -o ${folder}/d.raw.zst
        qemu-img convert -f raw -O qcow2 ${image} ${folder}/d.qcow2`;
      assert.ok((await new Deno.Command("sh", { args: ["-ec", commands] }).output()).success);
      for (const name of ["d.raw.zst", "d.qcow2"]) {
        const { stdout } = await gatewright("inspect", `${folder}/${name}`, "cat", "/hello");
        assert.equal(stdout, "hello\n", name);
      }
      await Deno.truncate(`${folder}/d.raw.zst`, 1000);
      const { code, stderr } = await gatewright("inspect", `${folder}/d.raw.zst`);
      assert.equal(code, 4);
      assert.match(stderr, /cannot be unpacked/);
    }),
});

Deno.test("inspect names the program that makes a raw image of another one", async () => {
  await withFolder(async (folder) => {
    for (
      const [name, magic, command] of [
        ["a.vmdk", [0x4b, 0x44, 0x4d, 0x56], "qemu-img convert -O raw"],
        ["a.raw.xz", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "xz -dc"],
      ] as const
    ) {
      await Deno.writeFile(`${folder}/${name}`, new Uint8Array([...magic, ...new Array(508)]));
      const { code, stderr } = await gatewright("inspect", `${folder}/${name}`);
      assert.equal(code, 2);
      assert.match(stderr, new RegExp(`next: ${command} ${folder}/${name} .*${folder}/a.raw`));
    }
  });
});

Deno.test({
  name: "SIGINT and SIGTERM end a command with 130; a reader that leaves ends it silently",
  ignore: !haveMakefs(),
  fn: () =>
    withFolder(async (folder) => {
      const image = await disk(folder);
      for (const signal of ["SIGINT", "SIGTERM", undefined] as const) {
        const child = new Deno.Command(Deno.execPath(), {
          args: ["run", "-A", "--quiet", "build/cli/main.ts", "inspect", image, "cat", "/large"],
          cwd: ROOT,
          stdin: "null",
          stdout: "piped",
          stderr: "piped",
        }).spawn();
        const reader = child.stdout.getReader();
        await reader.read(); // It is at work, and the pipe is too small for the rest.
        if (signal) child.kill(signal);
        else await reader.cancel();
        const said = await new Response(child.stderr).text();
        const { code } = await child.status;
        if (signal) await reader.cancel();
        assert.equal(code, signal ? 130 : 1);
        assert.equal(said, signal ? "gatewright: interrupted\n" : "");
      }
    }),
});
