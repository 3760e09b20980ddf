/**
 * From an empty folder to a disk without an editor: `init`, `check`, `build --rehearse`, for each kind.
 */
import assert from "node:assert/strict";
import { runGatewright } from "../command_line.ts";
import { KINDS } from "../../build/cli/init/kinds.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { shareRehearsalParts } from "../rehearsal.ts";

Deno.test("init, check and a rehearsal give each kind of gateway its disk", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gw-init-" });
  try {
    await shareRehearsalParts(`${folder}/cache/gatewright`);
    const gatewright = async (...args: string[]) => {
      const { code, stdout, stderr } = await runGatewright([...args, "--json"], {
        XDG_CACHE_HOME: `${folder}/cache`,
      });
      assert.equal(code, 0, `${args.join(" ")}: ${stderr}`);
      return JSON.parse(stdout);
    };
    const key = `${folder}/id.pub`;
    await Deno.writeTextFile(
      key,
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJj5zS3mU8Jp1G0LwF8F4v3YdE1ZxS2JrX8cYd0mJm3k anna@desk\n",
    );
    for (const kind of KINDS.keys()) {
      const { descriptions } = await gatewright(
        ...["init", `${folder}/${kind}`, "--kind", kind, "--key", key],
      );
      const checked = await gatewright("check", "--strict", ...descriptions);
      assert(checked.every(({ ok }: { ok: boolean }) => ok), kind);
      const { out, manifest } = await gatewright(
        ...["build", descriptions[0], "--rehearse", "--accel", "tcg", "--out", `${folder}/out`],
      );
      assert.equal(manifest.rehearsal, true);
      using disk = await inspectImage(`${out}/${manifest.name}.raw`);
      assert.equal((await disk.tree.text("/etc/myname"))?.trim(), manifest.hostname, kind);
      await Deno.remove(out, { recursive: true });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
