import assert from "node:assert/strict";
import type { Inspection } from "../inspect/inspect.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { knownExpectations } from "./expectations.ts";

/** A disk without files. */
const EMPTY = {
  tree: { find: () => Promise.resolve(undefined), text: () => Promise.resolve(undefined) },
} as unknown as Inspection;

const manifest = (maximum: number) =>
  ({ name: "hq", domain: { vcpus: { current: 1, maximum } }, shipped: ["/a", 7] }) as unknown as
    & Manifest
    & { shipped: string[] };

Deno.test("two cpus are several; a domain beside the image says more than the manifest", async () => {
  const folder = await Deno.makeTempDir();
  const image = `${folder}/hq.raw`;
  const found = async (one?: Manifest) =>
    await knownExpectations(EMPTY, { image, ...(one ? { manifest: one } : {}) });
  try {
    assert.deepEqual(await found(), { shipped: [], secrets: [] });
    const expected = (smp: boolean) => ({ serial: true, smp, shipped: ["/a"], secrets: [] });
    assert.deepEqual(await found(manifest(1)), expected(false));
    assert.deepEqual(await found(manifest(2)), expected(true));
    const domain = (cpus: number) =>
      Deno.writeTextFile(
        `${folder}/hq.xml`,
        `<domain><name>hq</name><!-- <vcpu>8</vcpu> --><vcpu placement="static">${cpus}</vcpu><devices><console/></devices></domain>`,
      );
    await domain(2);
    assert.deepEqual(await found(manifest(1)), expected(true));
    await domain(1);
    assert.deepEqual(await found(manifest(2)), expected(false));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
