import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { RENDERED, testMirror, testStart } from "../../test/install_job.ts";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { companions } from "./companions.ts";
import { disk } from "./disk.ts";
import { folder } from "./folder.ts";
import { manifest as step } from "./manifest.ts";
import { reveal } from "../../host/secret.ts";

Deno.test("step manifest: every file is in it, and no hash of one that holds a secret", async () => {
  await using test = await testStart();
  const first = { ...test.start, ...await folder.run(test.start) };
  const second = { ...first, ...await disk.run(first) };
  const environment = installEnvironment(test.start.job.gateway);
  await companions.run({ ...second, mirror: testMirror(), environment, rendered: RENDERED });
  await Deno.writeTextFile(`${first.folder.path}/site79.tgz`, "set");
  const { manifest } = await step.run({
    ...second,
    imageSum: { sha256: "cafe" },
    qemuVersion: Promise.resolve("7.2.19"),
    arch: "amd64",
    boot: { kind: "network", folder: "" },
    accelerator: "tcg",
    kind: "",
  });
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  assert.deepEqual(manifest.outputs, [
    { name: "disklabel.conf", size: 13, sha256: sha256(RENDERED.disklabelConf!) },
    { name: "hq.raw", size: 1024 * 1024, sha256: "cafe" },
    { name: "hq.xml", size: 10, sha256: sha256(RENDERED.domainXml!) },
    { name: "install.conf", size: reveal(RENDERED.installConf).length },
    { name: "site79.tgz", size: 3 },
  ]);
  assert.deepEqual(manifest.inputs.map(({ name }) => name), ["pxeboot", "bsd.rd"]);
  assert.equal(manifest.tools.qemu, "7.2.19");
  assert.deepEqual(Object.keys(manifest.timings), ["render"]);
  const path = `${second.folder.path}/manifest.json`;
  assert.deepEqual(JSON.parse(await Deno.readTextFile(path)), manifest);
  assert.equal(Deno.statSync(path).mode! & 0o777, 0o600);
  await folder.undo!(first);
});
