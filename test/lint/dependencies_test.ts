import assert from "node:assert/strict";
import config from "../../deno.json" with { type: "json" };

Deno.test("every dependency is pinned to one version, locked, and used", async () => {
  const root = new URL("../../", import.meta.url).pathname;
  const lock = JSON.parse(await Deno.readTextFile(`${root}deno.lock`));
  const sources: string[] = [];
  const walk = async (folder: string) => {
    for await (const { name, isDirectory } of Deno.readDir(`${root}${folder}`)) {
      if (isDirectory) await walk(`${folder}${name}/`);
      else if (name.endsWith(".ts")) {
        sources.push(await Deno.readTextFile(`${root}${folder}${name}`));
      }
    }
  };
  for (const room of ["host", "gateway", "site", "autoinstall", "images", "build", "test"]) {
    await walk(`${room}/`);
  }
  for (const [name, target] of Object.entries(config.imports)) {
    const pinned = /^npm:((?:@[^/]+\/)?[^/@]+)@(\d+\.\d+\.\d+(?:-[\w.]+)?)(?:\/.*)?$/.exec(target);
    assert.ok(pinned, `${name}: ${target} is no exact version from npm`);
    // Behind an underscore is what it has beside itself.
    const [locked] = (lock.specifiers[`npm:${pinned[1]}@${pinned[2]}`] ?? "").split("_");
    assert.equal(locked, pinned[2], name);
    const used = sources.some((text) => text.includes(`"${name}"`) || text.includes(`"${name}/`));
    assert.ok(used, `nothing imports ${name}: take it out of deno.json`);
  }
});
