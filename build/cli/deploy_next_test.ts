import assert from "node:assert/strict";
import { deployNext } from "./deploy_next.ts";

Deno.test("after a deployment the domain gets the disk that was written, unless it has it", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const image = `${folder}/hq.raw`;
    await Deno.writeTextFile(image, "");
    const plain = await deployNext(`${folder}/hq.raw`, "/srv/a b.raw");
    assert.deepEqual(plain, [
      "next:",
      "  gatewright domain FILE --disk '/srv/a b.raw' --out hq.xml",
      "  virsh define hq.xml",
    ]);
    await Deno.writeTextFile(
      `${folder}/hq.xml`,
      "<domain type='kvm'><name>hq</name><devices><disk type='file' device='disk'>" +
        "<source file='/var/lib/libvirt/images/hq.raw'/><target dev='vda'/></disk></devices></domain>",
    );
    const [, other] = await deployNext(image, "/srv/hq.raw");
    assert.match(
      other!,
      /--disk \/srv\/hq\.raw .*hq\.xml has \/var\/lib\/libvirt\/images\/hq\.raw$/,
    );
    const same = await deployNext(image, "/var/lib/libvirt/images/hq.raw");
    assert.deepEqual(same, ["next:", `  virsh define ${folder}/hq.xml`]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
