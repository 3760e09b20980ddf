import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { acceleration } from "./acceleration.ts";

Deno.test("what would repair KVM depends on what is wrong with it", async () => {
  const folder = await Deno.makeTempDir();
  const at = (device: string) => acceleration("auto", "amd64", undefined, device);
  try {
    const absent = await at(`${folder}/kvm`);
    assert.equal(absent.why, `${folder}/kvm does not exist`);
    assert.match(absent.next!, /modprobe kvm_intel/);
    const denied = await at(folder);
    assert.match(denied.why!, /cannot be opened/);
    assert.match(denied.next!, /usermod -aG kvm/);
    assert.doesNotMatch(denied.next!, /modprobe/);
    await assert.rejects(acceleration("kvm", "amd64", undefined, folder), (error) => {
      assert(error instanceof GatewrightError);
      assert.deepEqual([error.code, error.next], ["no-kvm", denied.next]);
      return true;
    });
  } finally {
    await Deno.remove(folder);
  }
});
