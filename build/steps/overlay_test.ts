import assert from "node:assert/strict";
import { overlayBase } from "../../images/deploy/overlay_base.ts";
import { sumPieces } from "../../images/disk/image_sum.ts";
import { openSource } from "../../images/disk/source.ts";
import { overlay } from "./overlay.ts";

const MIB = 1 << 20;

/** Bytes of a kind at places of a sparse file. */
async function disk(path: string, size: number, places: [number, number, number][]) {
  using file = await Deno.open(path, { write: true, create: true });
  await file.truncate(size);
  for (const [at, length, value] of places) {
    await file.seek(at, Deno.SeekMode.Start);
    await file.write(new Uint8Array(length).fill(value));
  }
}

Deno.test("step overlay: what is kept is what differs, beside one base for all", async () => {
  const place = await Deno.makeTempDir({ prefix: "gw overlay " });
  for (const name of ["work", "scratch", "scratch2"]) await Deno.mkdir(`${place}/${name}`);
  // The end is in a piece and a cluster that are not full.
  const size = 40 * MIB + 100 * 512;
  await disk(`${place}/cached.raw`, size, [[0, 512, 1], [9 * MIB, 3 * MIB, 2], [
    size - 512,
    512,
    3,
  ]]);
  using base = await openSource(`${place}/cached.raw`);
  const { sum: { pieces } } = await sumPieces(base);
  const made = async (name: string, scratch: string) => {
    const image = `${place}/work/${name}.raw`;
    // One byte, zeros where the base has something, something where it has a hole, and the last byte.
    await disk(image, size, [[0, 512, 1], [5, 1, 9], [9 * MIB, MIB + 7, 2], [30 * MIB, 70_000, 7], [
      size - 1,
      1,
      8,
    ]]);
    const job = {
      format: "qcow2",
      gateway: { name },
      stamp: { image: `${place}/cached.raw`, pieces },
    };
    using before = await openSource(image);
    const { sum } = await sumPieces(before);
    const given = {
      job,
      folder: { path: `${place}/work` },
      scratch: { path: `${place}/${scratch}` },
    };
    const after = await overlay.run(
      { ...given, image } as unknown as Parameters<
        typeof overlay.run
      >[0],
    );
    return { sum, after };
  };
  const { sum, after } = await made("hq", "scratch");
  const name = `../base-${pieces.slice(0, 16)}.raw`;
  assert.deepEqual(after, { image: `${place}/work/hq.qcow2`, backing: { name, pieces } });
  const flat = ["convert", "-O", "raw", after.image, `${place}/flat.raw`];
  assert((await new Deno.Command("qemu-img", { args: flat }).output()).success);
  using result = await openSource(`${place}/flat.raw`);
  assert.deepEqual((await sumPieces(result)).sum, sum);
  assert((await Deno.stat(after.image)).size < 4 * MIB);
  await assert.rejects(Deno.stat(`${place}/work/hq.raw`), "the disk goes");
  await Deno.symlink(`${place}/work`, `${place}/scratch/link`);
  assert.equal(
    await overlayBase(`${place}/scratch/link/hq.qcow2`, after.backing!),
    await Deno.realPath(`${place}/work/${name}`),
    "a link to the folder leads to the base too",
  );
  // The next one finds the base, and not one that has changed.
  const { ino } = await Deno.stat(`${place}/work/${name}`);
  await made("hq2", "scratch2");
  assert.equal((await Deno.stat(`${place}/work/${name}`)).ino, ino);
  if (Deno.uid() === 0) {
    // QEMU's while a guest runs; in a folder where all put files it may be anyone's.
    await Deno.chown(`${place}/work/${name}`, 65534, 65534);
    await Deno.remove(`${place}/scratch/overlay`, { recursive: true });
    await made("hq3", "scratch");
    await Deno.chmod(place, 0o1777);
    await Deno.remove(`${place}/scratch/overlay`, { recursive: true });
    await assert.rejects(made("hq4", "scratch"), /the base of the overlay belongs to another user/);
    await Deno.chmod(place, 0o700);
    await Deno.mkdir(`${place}/scratch/overlay`);
    await Deno.chown(`${place}/work/${name}`, 0, 0);
  } else console.log("another user: skipped, only root can be one");
  await Deno.remove(`${place}/scratch/overlay`, { recursive: true });
  await disk(`${place}/work/${name}`, size, [[MIB, 1, 1]]);
  await assert.rejects(made("hq3", "scratch"), /another file is in the place of the base/);
  await Deno.remove(place, { recursive: true });
});
