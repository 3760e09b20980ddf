import assert from "node:assert/strict";
import { siteSet, siteSetName } from "./set.ts";

const files = [
  { path: "etc/pf.conf", content: "block\n", mode: 0o600 },
  { path: "etc/myname", content: "gw\n", mode: 0o644 },
];

Deno.test("the set is the same on two days and in any order of files", async () => {
  assert.deepEqual(await siteSet(files), await siteSet([...files].reverse()));
  assert.equal(siteSetName({ version: "8.0", number: 80, arch: "amd64" }), "site80.tgz");
});

Deno.test("tar lists owners, modes and names, sorted and without directories", async () => {
  const file = await Deno.makeTempFile();
  try {
    await Deno.writeFile(file, await siteSet(files));
    const { stdout } = await new Deno.Command("tar", {
      args: ["tvzf", file],
      env: { TZ: "UTC", LC_ALL: "C" },
    }).output();
    assert.equal(
      new TextDecoder().decode(stdout),
      "-rw-r--r-- root/wheel        3 2000-01-01 00:00 etc/myname\n-rw------- root/wheel        6 2000-01-01 00:00 etc/pf.conf\n",
    );
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("an unknown owner is refused with the ones that would do", async () => {
  await assert.rejects(siteSet([{ ...files[0]!, owner: "mallory" }]), /mallory/);
});
