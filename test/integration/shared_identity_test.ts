/**
 * `inspect` tells two disks that could be taken for one.
 */
import assert from "node:assert/strict";
import { deployImage } from "../../images/deploy/deploy.ts";
import { gatewright } from "../command_line.ts";
import { fitDisk, SEED_FILES } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";

/** Folders of builds, all with one image. */
async function twins(names: string[]) {
  const folder = await Deno.makeTempDir({ prefix: "gw-shared-" });
  const bytes = await fitDisk(SEED_FILES);
  for (const name of names) {
    await Deno.mkdir(`${folder}/${name}`);
    await Deno.writeFile(`${folder}/${name}/gw.raw`, bytes);
    const manifest = { name: "gw", outputs: [{ name: "gw.raw", size: bytes.length }] };
    await Deno.writeTextFile(`${folder}/${name}/manifest.json`, JSON.stringify(manifest));
  }
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

const SHARED = ["DUID", "/etc/random.seed", "/var/db/host.random"];

Deno.test({
  name: "inspect of several images says which share DUID and seeds; deployed disks share none",
  ignore: !haveMakefs(),
  async fn() {
    await using at = await twins(["a", "b"]);
    const [a, b] = [`${at.folder}/a`, `${at.folder}/b/gw.raw`];
    const one = `${at.folder}/one.raw`;
    await deployImage({ image: a, target: one, yes: true, force: false });

    const same = await gatewright("inspect", a, one, b, "--json");
    assert.equal(same.code, 4, same.stderr);
    const { ok, images, shared } = JSON.parse(same.stdout);
    assert.deepEqual([ok, images.length, shared.length], [false, 3, 1]);
    assert.deepEqual(shared[0].images, [`${a}/gw.raw`, b]);
    assert.deepEqual(shared[0].what.slice(0, 3), SHARED);

    const text = await gatewright("inspect", a, b);
    assert.match(
      text.stdout,
      /^NOT ok: .*a\/gw\.raw and .*b\/gw\.raw have the same DUID, \/etc\/random\.seed/m,
    );
    // One disk under two names is no pair of twins.
    const twice = await gatewright("inspect", a, `${at.folder}/a/../a/gw.raw`);
    assert.equal(twice.code, 2, twice.stdout);
    assert.match(twice.stderr, /are the same image/);
    const own = await gatewright("inspect", one, a);
    assert.equal(own.code, 0, own.stdout);
    assert.match(own.stdout, /2 images: no two share an identity/);
    // A word without a slash or a dot that is not there is meant as an action.
    const typo = await gatewright("inspect", a, "sat", "/etc");
    assert.equal(typo.code, 2);
    assert.match(typo.stderr, /unknown action sat/);
    const absent = await gatewright("inspect", a, `${at.folder}/c`);
    assert.equal(absent.code, 2);
    assert.match(absent.stderr, /there is no such image/);
  },
});

Deno.test({
  name: "inspect of one image says which other builds beside it share its identity",
  ignore: !haveMakefs(),
  async fn() {
    await using at = await twins(["a", "b"]);
    await Deno.mkdir(`${at.folder}/notes`);
    const { stdout } = await gatewright("inspect", `${at.folder}/a`, "--json");
    const { shares, ok } = JSON.parse(stdout);
    assert.equal(ok, true, "a copy of a disk is no fault of it");
    assert.deepEqual(shares.map(({ image }: { image: string }) => image), [
      `${at.folder}/b/gw.raw`,
    ]);
    assert.deepEqual(shares[0].what.slice(0, 3), SHARED);
    const alone = await gatewright("inspect", `${at.folder}/a/gw.raw`, "--no-check", "--json");
    assert.equal(JSON.parse(alone.stdout).shares, undefined);
  },
});
