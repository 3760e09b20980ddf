import assert from "node:assert/strict";
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
