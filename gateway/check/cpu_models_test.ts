import assert from "node:assert/strict";
import { isCpuModel } from "./cpu_models.ts";

Deno.test("isCpuModel() knows every x86 model of this host's libvirt", () => {
  let files: string[];
  try {
    files = [...Deno.readDirSync("/usr/share/libvirt/cpu_map")].map(({ name }) => name);
  } catch {
    return console.log("cpu models: libvirt is not installed here, its list was not compared");
  }
  const models = files.flatMap((name) =>
    /^x86_(?!features|vendors)(.+)\.xml$/.exec(name)?.[1] ?? []
  );
  assert.ok(models.length > 20);
  assert.deepEqual(models.filter((name) => !isCpuModel(name)), []);
});

Deno.test("isCpuModel() knows variants, and no misspelt name", () => {
  for (const name of ["EPYC-Rome-v4", "Skylake-Server-noTSX-IBRS", "EPYC-IBPB", "host-model"]) {
    assert.ok(isCpuModel(name), name);
  }
  for (const name of ["SandyBrigde", "host-passtrough", "Host-Model", "Opteron_G9", "", "-v1"]) {
    assert.ok(!isCpuModel(name), name);
  }
});
