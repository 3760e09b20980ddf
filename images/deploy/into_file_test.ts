import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { fillsNow, intoFile } from "./into_file.ts";

async function withFolder(work: (folder: string, names: () => string[]) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder, () => [...Deno.readDirSync(folder)].map(({ name }) => name).sort());
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const PART = "gw (1)+$.img.gatewright-part";

Deno.test("intoFile() leaves a whole file or none, and removes what a killed run left", () =>
  withFolder(async (folder, names) => {
    const path = `${folder}/gw (1)+$.img`;
    const foreign = ["gw (1)+$.img.part", "other.img.gatewright-part"];
    for (const name of [...foreign, PART]) await Deno.writeTextFile(`${folder}/${name}`, "half");
    assert.equal(await fillsNow(path), undefined, "nobody has it locked");
    await assert.rejects(intoFile(path, () => Promise.reject(new Error("no"))), /no/);
    assert.deepEqual(names(), foreign);
    await intoFile(path, (part) => Deno.writeTextFile(part, "whole"));
    assert.equal(await Deno.readTextFile(path), "whole");
    assert.deepEqual(names(), ["gw (1)+$.img", ...foreign]);
  }));

Deno.test("intoFile() refuses a second run into one file, and the first is not disturbed", () =>
  withFolder(async (folder, names) => {
    const path = `${folder}/gw (1)+$.img`;
    await intoFile(path, async (part) => {
      assert.match(await fillsNow(path) ?? "", /another gatewright/);
      const second = await intoFile(path, (other) => Deno.writeTextFile(other, "second"))
        .then(() => undefined, (error) => error);
      assert.ok(second instanceof GatewrightError, "the second was not refused");
      assert.equal(second.code, "in-use");
      assert.match(second.next ?? "", /rm .*gatewright-part/);
      await Deno.writeTextFile(part, "first");
    });
    assert.equal(await Deno.readTextFile(path), "first");
    assert.deepEqual(names(), ["gw (1)+$.img"]);
  }));

Deno.test("intoFile() does not follow a link that lies in its way", () =>
  withFolder(async (folder) => {
    await Deno.writeTextFile(`${folder}/precious`, "precious");
    await Deno.symlink("precious", `${folder}/gw.img.gatewright-part`);
    await assert.rejects(
      intoFile(`${folder}/gw.img`, (part) => Deno.writeTextFile(part, "x")),
      GatewrightError,
    );
    assert.equal(await Deno.readTextFile(`${folder}/precious`), "precious");
  }));

Deno.test("intoFile() leaves a target that changed while it was written", () =>
  withFolder(async (folder, names) => {
    const path = `${folder}/gw.img`;
    const absent = async () => {
      if (await Deno.stat(path).then(() => true, () => false)) throw new Error("it exists now");
    };
    const late = intoFile(path, async (part) => {
      await Deno.writeTextFile(part, "late");
      await Deno.writeTextFile(path, "of another program");
    }, absent);
    await assert.rejects(late, /it exists now/);
    assert.equal(await Deno.readTextFile(path), "of another program");
    assert.deepEqual(names(), ["gw.img"]);
  }));
