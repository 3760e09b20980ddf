import assert from "node:assert/strict";
import { mayReplace } from "../gateway/check/overriding_files.ts";
import { loadGateway } from "../gateway/load/load.ts";
import { GOOD, problems } from "../test/broken_description.ts";
import { GOLDENS, goldenTree } from "../test/golden.ts";

/** Paths on the gateway of what the site sets of the examples carry, but for what their files bring. */
async function ownPaths(): Promise<string[]> {
  // The installer's own, and of a tunnel that the description does not have.
  const paths = new Set(["/etc/fstab", "/etc/ipsec/other.conf"]);
  for (const [name, file] of Object.entries(GOLDENS)) {
    const { gateway } = await loadGateway(new URL(`../${file}`, import.meta.url).pathname);
    for (const staged of (await goldenTree(name)).keys()) {
      if (staged === "tree.txt") continue;
      const path = `/${staged.replace(/^gatewright\/(?=etc\/|home\/)/, "")}`;
      if (!gateway.files.some((one) => one.path === path)) paths.add(path);
    }
  }
  return [...paths].filter((path) => !mayReplace(path));
}

Deno.test("what Gatewright writes itself is refused among the files of a description", async () => {
  const paths = await ownPaths();
  assert(paths.includes("/etc/rc.conf.local") && paths.includes("/usr/local/sbin/vpnctl"));
  assert(paths.includes("/gatewright/append.list") && paths.includes("/install.site"));
  const missed = paths.filter((path) =>
    !problems(`${GOOD}files: [{path: ${path}, content: x}]\n`).some((line) =>
      /written by Gatewright itself/.test(line)
    )
  );
  assert.deepEqual(missed, []);
});
