/**
 * A real libvirtd judges what Gatewright defines, and tells what it uses.
 * @module
 */
import assert from "node:assert/strict";
import { deployGateway } from "../../build/deliver/deploy_gateway.ts";
import { deployImage } from "../../images/deploy/deploy.ts";
import { renderDomain } from "../../images/domain/domain_xml.ts";
import { defineDomain, planDefine, tryStart } from "../../images/libvirt/define.ts";
import { readDomain } from "../../images/domain/domain_document.ts";
import { runMigration } from "../../images/libvirt/migrate.ts";
import { planMigration } from "../../images/libvirt/migration.ts";
import { GatewrightError } from "../../host/error.ts";
import type { Domain } from "../../gateway/gateway.ts";
import { testGateway } from "../gateway.ts";
import { Libvirtd } from "./libvirtd.ts";
import { fitDisk } from "../fit_disk.ts";
import { canLoop, LoopDevice } from "./loop.ts";

const gateway = testGateway();
const xmlOf = (patch: Partial<Domain> = {}) =>
  renderDomain({ ...gateway, domain: { ...gateway.domain, ...patch } }, { type: "qemu" });

async function refusal(promise: Promise<unknown>): Promise<GatewrightError> {
  const error = await promise.then(() => assert.fail("it was not refused"), (error) => error);
  assert.ok(error instanceof GatewrightError, String(error));
  return error;
}

Deno.test("a real libvirtd", async (t) => {
  await using libvirtd = await Libvirtd.start();
  if (!libvirtd) return;
  const connect = libvirtd.uri;

  await t.step("shows no difference to what a domain was defined from", async () => {
    for (
      const patch of [
        {},
        { hardware: "legacy", machine: "pc" },
        { hardware: "legacy", machine: "q35", graphics: "vnc" },
        { disk: "/var/lib/libvirt/images/hq.raw", cpu: "Nehalem", rng: false },
        { graphics: "spice", description: "R&D's <gateway>", vcpus: { current: 1, maximum: 4 } },
      ] satisfies Partial<Domain>[]
    ) {
      const options = { xml: xmlOf(patch), where: "hq.xml", connect, replace: true };
      await defineDomain(await planDefine(options));
      const again = await planDefine({ ...options, replace: false });
      assert.equal(again.diff, "", JSON.stringify(patch));
      assert.equal(again.change, "same");
    }
  });

  await t.step("has a domain replaced only when that is asked for; the uuid stays", async () => {
    const uuid = await libvirtd.virsh("domuuid", "hq");
    const options = {
      xml: xmlOf({ memory: 4096, uuid: "6a0c3f0e-7a35-5c0b-9d0a-3d1a7f3f2c99" }),
      where: "hq.xml",
      connect,
    };
    const error = await refusal(planDefine({ ...options, replace: false }));
    assert.match(error.why ?? "", /^-.*2097152<[^]*^\+.*4194304</m);
    assert.equal(error.code, "needs-replace");
    await defineDomain(await planDefine({ ...options, replace: true }));
    assert.equal(await libvirtd.virsh("domuuid", "hq"), uuid);
    assert.match(await libvirtd.virsh("dumpxml", "hq"), />4194304</);
    // Its uuid belongs to nobody else.
    const taken = xmlOf({ name: "other", uuid: uuid.trim() });
    const refused = await refusal(
      planDefine({ xml: taken, where: "other.xml", connect, replace: true }),
    );
    assert.match(refused.message, /uuid of other is the one of the domain hq/);
    await libvirtd.virsh("undefine", "--nvram", "hq");
  });

  await t.step("refuses what its schema does not allow before anything is defined", async () => {
    const xml = xmlOf().replace("<acpi/>", "<acpy/>");
    const error = await refusal(planDefine({ xml, where: "hq.xml", connect, replace: true }));
    assert.match(`${error.message} ${error.why}`, /schema[^]*(acpy|features|domain)/);
    assert.equal((await libvirtd.virsh("list", "--all", "--name")).trim(), "");
  });

  await t.step("knows beforehand which CPU models and firmware the host has", async () => {
    const planned = (patch: Partial<Domain>) =>
      planDefine({ xml: xmlOf(patch), where: "hq.xml", connect, replace: true });
    for (
      const [cpu, said] of [
        ["SandyBrigde", /does not know the cpu model SandyBrigde[^]*did you mean SandyBridge/],
        ["Opteron_G9", /does not know the cpu model Opteron_G9[^]*Opteron_G/],
        // TCG has no AVX-512.
        ["Icelake-Server", /the processor of the host is not Icelake-Server/],
      ] as const
    ) {
      const error = await refusal(planned({ cpu }));
      assert.match(`${error.message}\n${error.why}`, said);
      assert.equal(error.code, "cpu-unsupported");
    }
    await planned({ cpu: "Nehalem" });
  });

  await t.step(
    "starts a guest like it before anything is written, and nothing is left",
    async () => {
      const tried = async (xml: string) =>
        await tryStart(
          await planDefine({ xml, where: "hq.xml", connect, replace: true }),
          "hq.xml",
        );
      await tried(xmlOf({ disk: "/nonexistent/hq.raw" }));
      const error = await refusal(
        tried(xmlOf({ interfaces: [{ bridge: "br9", mac: "52:54:00:00:00:01" }] })),
      );
      assert.match(`${error.message} ${error.why}`, /hq would not start [^]*br9/);
      // Whether a /dev/kvm that is there works is known only when a guest runs.
      const kvm = await tried(renderDomain(gateway)).catch((error) => error);
      if (kvm !== undefined) assert.match(kvm.message, /KVM does not work on the host/);
      assert.equal((await libvirtd.virsh("list", "--all", "--name")).trim(), "");
    },
  );

  await t.step("keeps deploy from the disk of a domain, by whatever name", async () => {
    if (!await canLoop()) return console.log("libvirtd: no loop devices here, deploy not tried");
    await using device = await LoopDevice.create(8 << 20);
    const folder = await Deno.makeTempDir();
    // As /dev/vg0/hq is to /dev/dm-3.
    const disk = `/dev/gatewright-test-${crypto.randomUUID().slice(0, 8)}`;
    try {
      await Deno.writeFile(`${folder}/gw.raw`, await fitDisk());
      await Deno.symlink(device.path, disk);
      const patch = { disk, cache: "writeback", hardware: "legacy", machine: "pc" } as const;
      await defineDomain(
        await planDefine({ xml: xmlOf(patch), where: "hq.xml", connect, replace: false }),
      );
      const onto = (more = {}) => ({
        image: `${folder}/gw.raw`,
        target: device.path,
        connect,
        yes: true,
        force: true,
        ...more,
      });
      const defined = await refusal(deployImage(onto()));
      assert.equal(defined.why, "disk of the domain hq (shut off)");
      await libvirtd.virsh("start", "--paused", "hq");
      for (const more of [{}, { replaces: "hq" }]) {
        const running = await refusal(deployImage(onto(more)));
        assert.match(running.why ?? "", /disk of the domain hq \(paused\)/);
        assert.match(running.why ?? "", /open for writing in qemu-system/);
      }
      await Deno.writeTextFile(`${folder}/hq.xml`, xmlOf(patch));
      const define = { xml: `${folder}/hq.xml`, replace: true };
      assert.match((await refusal(deployGateway(onto({ define })))).message, /hq is paused/);
      await libvirtd.virsh("destroy", "hq");
      const before = await Deno.readFile(device.file);
      const nowhere = { ...patch, interfaces: [{ bridge: "br9", mac: "52:54:00:00:00:01" }] };
      await Deno.writeTextFile(`${folder}/br9.xml`, xmlOf(nowhere));
      const wish = { xml: `${folder}/br9.xml`, replace: true, start: true };
      assert.match((await refusal(deployGateway(onto({ define: wish })))).message, /not start/);
      assert.deepEqual(await Deno.readFile(device.file), before);
      const result = await deployGateway(onto({ define }));
      assert.deepEqual(result.domain, {
        name: "hq",
        change: "changed",
        disk: device.path,
        before: disk,
      });
      assert.match(
        await libvirtd.virsh("domblklist", "hq"),
        new RegExp(`hda +${device.path}$`, "m"),
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
      await Deno.remove(disk);
    }
  });

  await t.step("hands a domain that is shut off over to another one", async () => {
    await using other = await Libvirtd.start();
    assert.ok(other);
    const xml = xmlOf({ name: "mover", uuid: crypto.randomUUID(), disk: "/srv/gatewright/m.raw" });
    await defineDomain(await planDefine({ xml, where: "mover.xml", connect, replace: false }));
    const plan = planMigration({
      facts: readDomain(await libvirtd.virsh("dumpxml", "mover"), "mover"),
      state: (await libvirtd.virsh("domstate", "mover")).trim(),
      storage: new Map([["/srv/gatewright/m.raw", { kind: "shared" }]]),
      connect,
      destination: other.uri,
    });
    await runMigration(plan, () => {});
    assert.match(await other.virsh("list", "--all", "--name"), /^mover$/m);
    assert.doesNotMatch(await libvirtd.virsh("list", "--all", "--name"), /^mover$/m);
    await assert.rejects(
      runMigration(plan, () => {}),
      (error) => error instanceof GatewrightError && /mover/.test(error.why ?? ""),
    );
  });

  await t.step("does not let deploy write here what it would look for elsewhere", async () => {
    const error = await refusal(deployGateway({
      image: "/nonexistent",
      target: "/dev/vg0/hq",
      connect: "qemu+ssh://root@kvm2.example.net/system",
      yes: true,
      force: true,
      define: {},
    }));
    assert.match(error.next ?? "", /pack, copy to kvm2\.example\.net/);
  });
});
