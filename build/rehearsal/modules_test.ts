import assert from "node:assert/strict";
import { moduleDepends, modulesInOrder } from "./modules.ts";

/** A module as far as modinfo(8) looks. */
const module = (depends: string) =>
  new TextEncoder().encode(`\x7fELF\0\0license=GPL\0depends=${depends}\0retpoline=Y\0name=x\0`);

Deno.test("a module tells what it needs", () => {
  assert.deepEqual(moduleDepends(module("scsi_mod,t10-pi")), ["scsi_mod", "t10_pi"]);
  assert.deepEqual(moduleDepends(module("")), []);
  assert.deepEqual(moduleDepends(new TextEncoder().encode("no module")), []);
});

Deno.test("modules load after those they need, each once; what is missing is in the kernel", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/tree/drivers`, { recursive: true });
    const write = (name: string, depends: string) =>
      Deno.writeFile(`${folder}/tree/drivers/${name}.ko`, module(depends));
    await write("sd_mod", "scsi_mod,t10-pi");
    await write("ata_piix", "libata");
    await write("libata", "scsi_mod");
    await write("scsi_mod", "");
    await write("t10-pi", "crc64");
    await write("unwanted", "");
    const order = await modulesInOrder(
      `${folder}/tree`,
      ["ata_piix", "sd_mod", "e1000"],
      `${folder}/to`,
    );
    assert.deepEqual(order.map((path) => path.split("/").at(-1)), [
      "scsi_mod.ko",
      "libata.ko",
      "ata_piix.ko",
      "t10_pi.ko",
      "sd_mod.ko",
    ]);
    assert.deepEqual(await Deno.readFile(order[0]!), module(""));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
