import assert from "node:assert/strict";
import { loadGateway } from "../site/load_gateway.ts";
import { baseKind } from "./base/base_key.ts";
import { build } from "./build.ts";

Deno.test("a notice of a build names the file that has the value, and the field", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/common.yaml`, `release: "6.6"\n`);
    await Deno.writeTextFile(
      `${folder}/gw.yaml`,
      `extends: common.yaml
hostname: gw.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.10/24}], gateway: 192.0.2.1}
access: {rootPassword: {env: GATEWRIGHT_TEST_UNSET}}
`,
    );
    const notices: string[] = [];
    const options = {
      out: `${folder}/out`,
      onEvent: (event: { kind: string; text?: string }) => notices.push(event.text ?? event.kind),
    };
    // It ends before the release is fetched.
    await assert.rejects(build(`${folder}/gw.yaml`, options), /password of root is missing/);
    assert.equal(notices.length, 1);
    const at = `${folder}/common.yaml:1:10: warning: release: 6.6 has had no errata since `;
    assert.equal(notices[0]!.slice(0, at.length), at);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a base that does not fit is refused before the release is fetched", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/gw.yaml`;
    await Deno.writeTextFile(
      file,
      `hostname: gw.example.net
release: {version: "6.6", mirror: "file://${folder}/no-mirror"}
network: {interfaces: [{name: vio0, address: 192.0.2.10/24}], gateway: 192.0.2.1}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY a@b"]}
`,
    );
    const { gateway } = await loadGateway(file);
    const fits = baseKind(gateway, { files: new Map() });
    const said = async (base: Record<string, unknown>, image = "") => {
      await Deno.writeTextFile(
        `${folder}/manifest.json`,
        JSON.stringify({
          format: 1,
          name: "base",
          base,
          outputs: [{ name: "base.raw", size: 0, sha256: "0" }],
        }),
      );
      await Deno.writeTextFile(`${folder}/base.raw`, image);
      return await build(file, { out: `${folder}/out`, base: { from: folder } }).catch((error) =>
        error
      );
    };
    const unfit = await said({ ...fits, smp: !fits.smp });
    assert.equal(unfit.message, "the base is of another kind");
    assert.equal(unfit.why, "smp (domain.vcpus above 1) is true, the gateway needs false");
    assert.equal(unfit.next, `make one that fits: gatewright base ${file}`);
    const more = await said({ ...fits }, "more");
    assert.equal(more.why, "it has 4 bytes, its manifest says 0");
    // What only the release can tell is not asked before it is there.
    assert.match((await said({ ...fits, files: "of another release" })).format(), /no-mirror/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
