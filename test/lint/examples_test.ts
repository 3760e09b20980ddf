import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { examplesIn, runExample } from "../examples.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { GOOD } from "../broken_description.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

async function sources(): Promise<string[]> {
  const { stdout } = await new Deno.Command("git", {
    args: ["grep", "-l", "^ *\\* @example", "--", "*.ts", ":!test"],
    cwd: ROOT,
  }).output();
  return new TextDecoder().decode(stdout).split("\n").filter(Boolean);
}

/** Whether a value is what a comment says of it; the reason may follow behind a colon. */
function agrees(found: unknown, says: string): boolean {
  const text = typeof found === "string" && says.startsWith('"')
    ? JSON.stringify(found)
    : String(found);
  return says === text || says.startsWith(`${text}: `);
}

Deno.test({
  name: "every example in a doc comment does what it says",
  ignore: !haveMakefs(),
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-examples-" });
    const examples = (await sources()).flatMap((file) =>
      examplesIn(file, Deno.readTextFileSync(ROOT + file))
    );
    assert(examples.length >= 9, `${examples.length}`);
    try {
      await Deno.writeTextFile(`${folder}/hq.yaml`, GOOD);
      await Deno.writeFile(`${folder}/larger.raw`, await fitDisk());
      await Deno.truncate(`${folder}/larger.raw`, 16 << 20);
      const names = ["hq.yaml", "larger.raw"];
      const paths = new Map(names.map((name) => [name, `${folder}/${name}`]));
      let checked = 0;
      for (const example of examples.filter(({ builds }) => !builds)) {
        if (example.code.startsWith("throw ")) {
          await assert.rejects(runExample(example, folder, paths), (error) => {
            assert(error instanceof GatewrightError && error.next, example.file);
            return true;
          });
          continue;
        }
        for (const [found, says] of await runExample(example, folder, paths)) {
          assert(agrees(found, says), `${example.file}: ${found}, not ${says}`);
          checked++;
        }
      }
      assert(checked >= 10, `only ${checked} comments say what comes out`);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
