import assert from "node:assert/strict";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { RENDERED, testMirror, testStart } from "../../test/install_job.ts";
import { companions } from "./companions.ts";
import { folder } from "./folder.ts";

Deno.test("step companions: all that was rendered, secrets for this user alone", async () => {
  await using test = await testStart();
  const first = { ...test.start, ...await folder.run(test.start) };
  const environment = installEnvironment(test.start.job.gateway);
  const mirror = testMirror();
  const installConf = `Server directory = ${mirror.secret}/pub/OpenBSD\n`;
  await companions.run({ ...first, mirror, environment, rendered: { ...RENDERED, installConf } });
  const modes = [...Deno.readDirSync(first.folder.path)].map(({ name }) =>
    `${name} ${(Deno.statSync(`${first.folder.path}/${name}`).mode! & 0o777).toString(8)}`
  );
  assert.deepEqual(modes.sort(), [
    "disklabel.conf 644",
    "hq.xml 644",
    "install.conf 600",
  ]);
  const answers = await Deno.readTextFile(`${first.folder.path}/install.conf`);
  assert.equal(answers, "Server directory = pub/OpenBSD\n");
  await folder.undo!(first);
});
