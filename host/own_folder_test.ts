import assert from "node:assert/strict";
import { ownFolder } from "./own_folder.ts";

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("an own folder is private, goes with its owner, and stays where it was moved to", () =>
  inFolder(async (folder) => {
    {
      await using first = await ownFolder(folder, ".x-");
      await using second = await ownFolder(folder, ".x-");
      assert.equal(Deno.statSync(first.path).mode! & 0o777, 0o700);
      await Deno.writeTextFile(`${first.path}/file`, "");
      await second.moveTo(`${folder}/result`);
      assert.equal(names(folder).length, 2);
    }
    assert.deepEqual(names(folder), ["result"]);
  }));

Deno.test("folders of killed processes go away; those in use, and all other names, stay", () =>
  inFolder(async (folder) => {
    const script = `import { ownFolder } from "${import.meta.resolve("./own_folder.ts")}";
      const { path } = await ownFolder("${folder}", ".x-");
      Deno.writeTextFileSync(path + "/file", "");
      console.log(path);
      setInterval(() => {}, 1000);`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["eval", "--quiet", script],
      stdin: "null",
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.getReader();
    const { value } = await reader.read();
    const path = new TextDecoder().decode(value).trim();
    const others = [
      ".x-",
      ".x-0123456789abcdef",
      ".x-test-0123456789abcdef",
      ".x-0123456789abcde",
      ".x-0123456789abcdef0",
      "x-0123456789abcdef",
    ];
    for (const name of others) await Deno.mkdir(`${folder}/${name}`);
    const used = path.slice(folder.length + 1);
    {
      await using _own = await ownFolder(folder, ".x-");
      assert(names(folder).includes(used));
    }
    child.kill("SIGKILL");
    await child.status;
    await reader.cancel();
    {
      await using _own = await ownFolder(folder, ".x-boot-");
      assert(!names(folder).includes(used));
    }
    assert.deepEqual(names(folder), others.sort());
  }));

const root = Deno.uid() === 0;
if (!root) console.log("another user: skipped, only root can be one");

Deno.test({
  name: "a folder of another user is left alone",
  ignore: !root,
  fn: () =>
    inFolder(async (folder) => {
      const foreign = `${folder}/.x-0123456789abcdef`;
      await Deno.mkdir(foreign);
      await Deno.chown(foreign, 65534, 65534);
      await using _own = await ownFolder(folder, ".x-");
      assert(names(folder).includes(".x-0123456789abcdef"));
    }),
});
