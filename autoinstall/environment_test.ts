import assert from "node:assert/strict";
import { testGateway } from "../test/gateway.ts";
import { installEnvironment } from "./environment.ts";

Deno.test("the surroundings follow hardware, release and vcpus; a patch goes over them", () => {
  const { domain } = testGateway();
  const virtio = installEnvironment(testGateway());
  assert.equal(virtio.interface, "vio0");
  assert.equal(virtio.disk, "sd0");
  assert.equal(virtio.serverDirectory, "pub/OpenBSD/7.9/amd64");
  assert.equal(virtio.smp, true);
  const legacy = installEnvironment(
    testGateway({ domain: { ...domain, hardware: "legacy", vcpus: { current: 1, maximum: 1 } } }),
    { httpServer: "http://10.0.2.2:8080" },
  );
  assert.equal(legacy.interface, "em0");
  assert.equal(legacy.disk, "wd0");
  assert.equal(legacy.smp, false);
  assert.equal(legacy.httpServer, "http://10.0.2.2:8080");
});
