/**
 * `replace` on two loop devices and a real libvirtd.
 * @module
 */
import assert from "node:assert/strict";
import { planReplace } from "../../build/plan_replace.ts";
import { run } from "../../host/run.ts";
import { loadGateway } from "../../site/load_gateway.ts";
import { gatewright } from "../command_line.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { haveSshd, standIn, testSshd } from "../sshd.ts";
import { Libvirtd } from "./libvirtd.ts";
import { canLoop, LoopDevice } from "./loop.ts";
import {
  bench,
  FAILED,
  GOOD,
  image,
  interrupted,
  PASSWORD,
  steps,
  tried,
} from "./replace_bench.ts";

Deno.test({
  name: "replace",
  ignore: !haveMakefs() || !await canLoop(),
  async fn(t) {
    await using libvirtd = await Libvirtd.start();
    if (!libvirtd) return;
    await using work = await bench(libvirtd);
    const { old, fresh, good, folder } = work;
    const { gateway } = await loadGateway(work.file);
    const wish = {
      on: fresh.path,
      connect: libvirtd.uri,
      image: good,
      force: true,
      build: { out: `${folder}/out/gw` },
    };
    const replace = (image: string, ...more: string[]) => gatewright(...work.args(image, ...more));
    const bad = await image(`${folder}/bad.raw`, FAILED);
    const silent = await image(`${folder}/silent.raw`, "booting\r\n");
    await libvirtd.virsh("start", "gw");
    const before = await work.now();
    const oldDisk = await Deno.readFile(old.file);
    const blank = await Deno.readFile(fresh.file);

    /** The old disk runs as before, and nothing has written to it. */
    const untouched = async () => {
      assert.deepEqual(await work.now(), before);
      assert.deepEqual(await Deno.readFile(old.file), oldDisk);
    };

    await t.step("refuses, before a byte is written, all that can be known", async () => {
      const link = `${folder}/link`;
      await Deno.symlink(old.path, link);
      await using used = await LoopDevice.create(8 << 20, true);
      const virtio = `${folder}/virtio.xml`;
      await Deno.writeTextFile(virtio, work.described.replace('"e1000"', '"virtio"'));
      const other = `${folder}/other.xml`;
      await Deno.writeTextFile(other, work.described.replace(">gw<", ">gw9<"));
      const built = `${folder}/other`;
      await Deno.mkdir(built);
      const manifest = { hostname: "gw9.example.net", outputs: [{ name: "gw9.raw" }] };
      await Deno.writeTextFile(`${built}/manifest.json`, JSON.stringify(manifest));
      const named = `${folder}/named.raw`;
      await Deno.writeFile(named, await fitDisk({ "/etc/myname": ["gw9.example.net\n", 0o644] }));
      await run("zstd", ["-q", named]);
      await run("qemu-img", ["convert", "-O", "qcow2", named, `${named}.qcow2`]);
      for (
        const [more, code, said] of [
          [{ image: built }, 2, /the image is of gw9.example.net, not of gw.example.net/],
          [{ image: named }, 2, /the image is of gw9.example.net/],
          [{ image: `${named}.zst` }, 2, /the image is of gw9.example.net/],
          [{ image: `${named}.qcow2` }, 2, /the image is of gw9.example.net/],
          [{ on: old.path }, 2, /over the disk of the domain[^]*needed to go back/],
          [{ on: link }, 2, /over the disk of the domain/],
          [{ from: fresh.path }, 2, /over the disk that is read/],
          [{ from: "/dev/nothing" }, 2, /\/dev\/nothing: there is no such disk/],
          [{ on: used.path, force: false }, 1, /not blank/],
          [{ on: "/dev/nothing" }, 2, /no such device/],
          [{ connect: "qemu+ssh://root@kvm2.example.net/system" }, 2, /type it on kvm2/],
          [{ xml: virtio }, 1, /card 1 is em[^]*and vio in the domain/],
          [{ xml: other }, 2, /it defines gw9, not gw/],
        ] as const
      ) {
        const { error, told } = await tried(gateway, { ...wish, ...more });
        assert.match(error?.format() ?? "", said);
        assert.equal(error?.exitCode, code, error?.format());
        assert.ok(!told.includes("shut-down"));
      }
      const planned = (name: string) =>
        planReplace({ ...gateway, domain: { ...gateway.domain, name } }, {
          on: fresh.path,
          connect: libvirtd.uri,
        });
      // What would be built does not fit: known before it is built.
      await assert.rejects(planned("gw"), /the target is too small/);
      await assert.rejects(planned("gw9"), /there is no domain gw9 to replace/);
      for (
        const [args, said] of [
          [[], /nobody is there to confirm the replacement[^]*--yes/],
          [["--yes", "--wait-tunnels", "9s"], /--wait-tunnels needs --ssh/],
        ] as const
      ) {
        const ran = await replace(good, ...args);
        assert.equal(ran.code, 2, ran.stderr);
        assert.match(ran.stderr, said);
      }
      await untouched();
      assert.deepEqual(await Deno.readFile(fresh.file), blank);
    });

    await t.step("says with --dry-run what it would do, and does nothing", async () => {
      const dry = await replace(good, "--dry-run");
      assert.equal(dry.code, 0, dry.stderr);
      assert.match(dry.stdout, /^gw: running, its disk is \/dev\/loop\d+, which stays as it is$/m);
      assert.match(
        dry.stdout,
        /-.*<source dev="\/dev\/loop\d+"\/>\n.*\+.*<source dev="\/dev\/loop/,
      );
      assert.match(dry.stdout, /has it otherwise[^]*-.*<shares>512<\/shares>/);
      assert.doesNotMatch(dry.stdout, new RegExp(PASSWORD));
      await untouched();
      assert.deepEqual(await Deno.readFile(fresh.file), blank);
    });

    await t.step("goes back from a self-check that fails, and from silence", async () => {
      const failed = await replace(bad, "--yes");
      assert.equal(failed.code, 4, failed.stderr);
      assert.match(
        failed.stderr,
        /self-check failed; gw runs from \/dev\/loop\d+ again\n +why: hostname: it has none$/m,
      );
      assert.deepEqual(steps(failed.stderr), [
        "gw: asked to shut down",
        "gw: gets the disk LOOP",
        "gw: starting",
        "boot: hostname: failed: it has none",
        "boot: login:",
        "going back to LOOP",
        "gw: starting from LOOP",
      ]);
      await untouched();
      const late = await replace(silent, "--yes", "--force", "--timeout", "3s", "--json");
      assert.equal(late.code, 5, late.stderr);
      const error = JSON.parse(late.stderr.trim().split("\n").at(-1)!);
      assert.equal(error.code, "gone-back");
      assert.match(error.error, /not up after 3 seconds; gw runs from \/dev\/loop\d+ again$/);
      await untouched();
    });

    await t.step("goes back wherever it is interrupted", async () => {
      const back = ["back", "start-old"];
      const halfway = await image(`${folder}/halfway.raw`, "gatewright: hostname: ok\r\n");
      for (
        const [stop, image, told] of [
          ["deploy", good, []],
          // It cannot be told not to shut down: its end is awaited.
          ["shut-down", good, ["shut-down", "back", "wait-off", "start-old"]],
          ["define", good, ["shut-down", "define", ...back]],
          ["start", good, ["shut-down", "define", "start", ...back]],
          ["check", halfway, ["shut-down", "define", "start", "check", ...back]],
        ] as const
      ) {
        const ran = await tried(gateway, { ...wish, image }, stop);
        assert.deepEqual(ran.told, ["plan", "deploy", ...told], stop);
        assert.equal(ran.error?.exitCode, 130, ran.error?.format());
        assert.equal(ran.error?.code, told.length > 0 ? "gone-back" : undefined);
        await untouched();
      }
    });

    await t.step(
      "goes back where the terminal is interrupted with all in it, or goes",
      async () => {
        for (
          const [word, signal] of [
            [/^gw: asked to shut down$/m, "INT"],
            [/^gw: gets the disk/m, "INT"],
            [/^gw: starting$/m, "HUP"],
          ] as const
        ) {
          const args = work.args(silent, "--yes", "--force");
          const ran = await interrupted(args, word, signal);
          assert.equal(ran.code, 130, `${word} ${signal}: ${ran.stderr}`);
          assert.match(ran.stderr, /gw runs from \/dev\/loop\d+ again$/m);
          await untouched();
        }
      },
    );

    await t.step(
      "waits for a guest that does not shut down, and switches it off if told to",
      async () => {
        const rude = await image(`${folder}/rude.raw`, GOOD);
        const bytes = await Deno.readFile(rude);
        // Without the wait for its power button.
        bytes.fill(0xf4, 30, 58);
        bytes.set([0xeb, 0xfd], 56);
        await libvirtd.virsh("destroy", "gw");
        await Deno.writeFile(old.path, bytes);
        await libvirtd.virsh("start", "gw");
        const waited = await replace(good, "--yes", "--force", "--shutdown", "2s");
        assert.equal(waited.code, 5, waited.stderr);
        assert.match(
          waited.stderr,
          /did not shut down within 2 s; gw still runs from [^]*virsh .*start gw[^]*--power-off/,
        );
        assert.deepEqual(await work.now(), before);
        const off = await replace(bad, "--yes", "--force", "--shutdown", "2s", "--power-off");
        assert.equal(off.code, 4, off.stderr);
        assert.match(off.stderr, /^gw: does not shut down; switching it off$/m);
        assert.deepEqual(await work.now(), before);
        await libvirtd.virsh("destroy", "gw");
        await Deno.writeFile(old.path, oldDisk);
        await libvirtd.virsh("start", "gw");
      },
    );

    await t.step("keeps all of the definition but the disk; what it says leads back", async () => {
      const ran = await replace(good, "--yes", "--force", "--json");
      assert.equal(ran.code, 0, ran.stderr);
      const { back, saved, tunnels, ...result } = JSON.parse(ran.stdout);
      assert.equal(typeof result.outage, "number");
      assert.deepEqual({ ...result, outage: 0 }, {
        name: "gw",
        disk: fresh.path,
        before: old.path,
        checks: [{ name: "hostname", result: "ok" }],
        outage: 0,
      });
      assert.equal(tunnels, undefined);
      const now = await work.now();
      assert.deepEqual(
        { ...now, xml: now.xml.replaceAll(fresh.path, old.path) },
        before,
        "only the disk is another one",
      );
      assert.match(now.xml, new RegExp(`${work.uuid}[^]*512</shares>[^]*${fresh.path}'`));
      assert.deepEqual(await Deno.readFile(old.file), oldDisk);
      assert.equal((await Deno.stat(saved)).mode! & 0o777, 0o600);
      assert.match(saved, /\/out\/gw\.before-[^/]+\.xml$/, "beside the folder of builds");
      assert.equal(await Deno.readTextFile(saved), before.xml);
      for (const line of back as string[]) {
        const { success } = await new Deno.Command("sh", { args: ["-c", line] }).output();
        assert.ok(success, line);
      }
      await untouched();
    });

    await t.step("leaves a domain that is shut off so where it goes back", async () => {
      await libvirtd.virsh("destroy", "gw");
      const failed = await replace(bad, "--yes", "--force");
      assert.equal(failed.code, 4, failed.stderr);
      assert.match(failed.stderr, /gw has \/dev\/loop\d+ again, and is shut off as before$/m);
      assert.deepEqual(await work.now(), { ...before, state: "shut off" });
      await libvirtd.virsh("start", "gw");
    });

    await t.step({
      name: "waits for the tunnels that were up and that this end negotiates",
      ignore: !haveSshd,
      async fn() {
        await using sshd = await testSshd();
        const flow = (net: number, peer: number) =>
          `flow esp in from 10.0.${net}.0/24 to 10.0.0.0/24 peer 192.0.2.${peer} type require
flow esp out from 10.0.0.0/24 to 10.0.${net}.0/24 peer 192.0.2.${peer} type require`;
        const sas = (peer: number) =>
          `esp tunnel from 192.0.2.${peer} to 10.0.0.50 spi 0x1a2b3c4${peer} auth hmac-sha2-256 enc aes-256
esp tunnel from 10.0.0.50 to 192.0.2.${peer} spi 0xc0ffee0${peer} auth hmac-sha2-256 enc aes-256`;
        /** The kernel says the first on the old disk, the second on the new one. */
        const kernel = async (first: number[], second: number[]) => {
          for (const [name, up] of [["first", first], ["second", second]] as const) {
            const text = `FLOWS:\n${flow(10, 1)}\n${flow(20, 2)}\n\nSAD:\n${
              up.map(sas).join("\n")
            }\n`;
            await Deno.writeTextFile(`${folder}/${name}`, text);
          }
          const which = `virsh -q -c '${libvirtd.uri}' domblklist gw | grep -q ${fresh.path}`;
          const say = `if ${which}; then cat ${folder}/second; else cat ${folder}/first; fi`;
          standIn(sshd.programs, "ipsecctl", say);
        };
        const ssh = ["--ssh", "gateway", "--ssh-config", sshd.config, "--wait-tunnels", "10m"];

        await kernel([1, 2], [2]);
        const waiting = work.args(good, "--yes", "--force", ...ssh);
        const lost = await interrupted(waiting, /^tunnel a flows-only/m, 600_000);
        assert.equal(lost.code, 5, lost.stderr);
        assert.match(
          lost.stderr,
          /tunnel a does not come up again; gw runs from [^]*why: a flows-only/,
        );
        assert.ok(steps(lost.stderr).includes("tunnels: waiting for a"), lost.stderr);
        await untouched();

        const gone = await interrupted(waiting, /^tunnel a flows-only/m, "INT");
        assert.equal(gone.code, 130, gone.stderr);
        await untouched();

        // A peer that has to begin may sleep.
        await kernel([1, 2], [1]);
        const held = await replace(good, "--yes", "--force", ...ssh);
        assert.equal(held.code, 0, held.stderr);
        assert.match(held.stdout, /^tunnel a: up, was up\ntunnel b: flows-only, was up$/m);
      },
    });
  },
});
