/**
 * The script at the root finds Deno without asking it at every start.
 * @module
 */
import assert from "node:assert/strict";

const SCRIPT = new URL("../../gatewright", import.meta.url).pathname;

/** Runs the script with a Deno that only writes down how it was called. */
async function withFakeDeno(
  work: (
    start: () => Promise<string[]>,
    install: (version: string) => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/bin`);
    const write = async (name: string, text: string) => {
      await Deno.writeTextFile(`${folder}/bin/${name}`, `#!/bin/sh\n${text}\n`);
      await Deno.chmod(`${folder}/bin/${name}`, 0o755);
    };
    const log = `${folder}/log`;
    const install = (version: string) =>
      write(
        "deno",
        `echo "deno $1" >>${log}; [ "$1" != --version ] || echo "deno ${version} (fake)"`,
      );
    // Stands for the real one: it brings a Deno into the folder that it is told.
    await write(
      "npm",
      `echo npm >>${log}; while [ "$1" != --prefix ]; do shift; done; mkdir -p "$2/node_modules/@deno/some-platform"
       printf '#!/bin/sh\\necho "own $1" >>${log}\\n' >"$2/node_modules/@deno/some-platform/deno"`,
    );
    const start = async () => {
      await Deno.writeTextFile(log, "");
      const { success, stderr } = await new Deno.Command("sh", {
        args: [SCRIPT, "check", "x.yaml"],
        clearEnv: true,
        env: { PATH: `${folder}/bin:/usr/bin:/bin`, XDG_DATA_HOME: `${folder}/data` },
      }).output();
      assert(success, new TextDecoder().decode(stderr));
      return (await Deno.readTextFile(log)).trimEnd().split("\n");
    };
    await work(start, install);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a Deno on the PATH is asked for its version once, and again when it is another", () =>
  withFakeDeno(async (start, install) => {
    await install("2.9.6");
    assert.deepEqual(await start(), ["deno --version", "deno run"]);
    assert.deepEqual(await start(), ["deno run"]);
    await install("2.10.0");
    assert.deepEqual(await start(), ["deno --version", "deno run"]);
  }));

Deno.test("a Deno that is too old is left alone, and one from npm is taken from then on", () =>
  withFakeDeno(async (start, install) => {
    await install("1.46.3");
    const [first, second, ...more] = await start();
    assert.deepEqual([first, second, more.at(-1)], ["deno --version", "npm", "own run"]);
    assert.deepEqual(await start(), ["own run"]);
  }));
