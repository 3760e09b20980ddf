/**
 * Rehearsals from end to end, and whether the stand-in asks what OpenBSD's installer asks.
 */
import assert from "node:assert/strict";
import { bootImage } from "../../build/guest/boot_image.ts";
import { build } from "../../build/build.ts";
import { renderGateway } from "../../build/render.ts";
import { compareDisk, comparisonLines } from "../../build/compare_disk.ts";
import { deployImage } from "../../images/deploy/deploy.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { GatewrightError } from "../../host/error.ts";
import { loadGateway } from "../../gateway/load/load.ts";
import { run } from "../../host/run.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { installation } from "../installation.ts";
import { PSK, writeTwoTunnels } from "./two_tunnels.ts";

/** A folder with the gateway of the end-to-end tests. */
async function workspace(release: string, change = (text: string) => text, second = false) {
  const folder = await Deno.makeTempDir({ prefix: "gw-rehearsal-" });
  const description = await writeTwoTunnels(folder, release, { second });
  await Deno.writeTextFile(description, change(await Deno.readTextFile(description)));
  const out = `${folder}/out`;
  return {
    description,
    out,
    log: () => Deno.readTextFile(`${out}/install.log`),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const virtio = (text: string) =>
  text.replace("name: em0", "name: vio0").replace("hardware: legacy", "hardware: virtio");

Deno.test("a rehearsal makes a whole build, whose disk is known for what it is", async () => {
  await using work = await workspace("rehearsal", virtio);
  const { manifest } = await build(work.description, { out: work.out, accelerator: "tcg" });
  assert.equal(manifest.rehearsal, true);
  assert.match(manifest.signature.key, /^rehearsal of OpenBSD 8\.0$/);
  assert.deepEqual([...Deno.readDirSync(work.out)].map(({ name }) => name).sort(), [
    "disklabel.conf",
    "gw.raw",
    "gw.raw.bmap",
    "gw.xml",
    "install.conf",
    "install.log",
    "manifest.json",
    "site80.tgz",
  ]);
  const log = await work.log();
  for (const line of ["REHEARSAL: this is not OpenBSD", "Signature Verified", "rebooting..."]) {
    assert(log.includes(line), `the log has no ${line}`);
  }
  assert(!log.includes(PSK));
  await run("virt-xml-validate", [`${work.out}/gw.xml`, "domain"]);

  const raw = `${work.out}/gw.raw`;
  const { gateway } = await loadGateway(work.description);
  const { secrets } = await resolveSecrets(gateway);
  const { files, revision } = await renderGateway(gateway, secrets);
  // The build has held the disk against its site set; here it is held against a real release.
  const { rehearsal: _, ...release } = gateway.release;
  {
    using image = await inspectImage(raw);
    const comparison = await compareDisk(image, { ...gateway, release }, files, secrets);
    assert.deepEqual(comparisonLines(comparison), [
      "boot-blocks: a rehearsal made this disk (the disk would not start)",
    ]);
    assert.equal(image.rehearsal, true);
    assert.equal(image.scheme, "mbr");
    // Two processors: the installer chose bsd.mp.
    assert.match(await image.tree.text("/bsd") ?? "", /GENERIC\.MP/);
    assert.equal(await image.tree.text("/etc/hostname.vio0"), "inet 10.0.0.50/24\nup\n");
    assert.equal(await image.tree.text("/var/db/gatewright/built"), `${revision}\n`);
    const manifest = JSON.parse(await Deno.readTextFile(`${work.out}/manifest.json`));
    assert.equal(manifest.revision, revision);
  }
  const refused = /rehearsal and does not boot OpenBSD/;
  const { domain } = gateway;
  await assert.rejects(bootImage({ image: raw, arch: "amd64", domain }), refused);
  const target = `${work.out}.target`;
  const deploy = (image: string, rehearsal: boolean) =>
    deployImage({ image, target, yes: true, force: false, rehearsal });
  await assert.rejects(deploy(work.out, false), refused);
  // Without its manifest, and in another format, it is the same disk.
  const bare = `${work.out}.qcow2`;
  await run("qemu-img", ["convert", "-O", "qcow2", raw, bare]);
  await assert.rejects(deploy(bare, false), refused);
  await assert.rejects(Deno.stat(target), Deno.errors.NotFound);
  assert.equal((await deploy(work.out, true)).verified, true);
});

Deno.test("a rehearsal partitions with a GPT and OpenBSD's own layout, and makes accounts", async () => {
  await using work = await workspace(
    "{version: '8.0', arch: amd64, rehearsal: true}",
    (text) =>
      virtio(text)
        .replace("disk: {size: 3G}", "disk: {size: 12G, layout: auto}")
        .replace("hardware: virtio", "hardware: virtio, firmware: uefi, machine: q35")
        .replace(
          "access: {",
          "access: {users: [{name: ann, keys: [ssh-ed25519 AAAA a]}, {name: bob, keys: [ssh-ed25519 AAAA b]}], ",
        ),
  );
  await build(work.description, { out: work.out, accelerator: "tcg" });
  using image = await inspectImage(`${work.out}/gw.raw`);
  assert.equal(image.scheme, "gpt");
  const mounts = image.fileSystems.map(({ mount }) => mount);
  for (const mount of ["/", "/tmp", "/var", "/usr", "/usr/local", "/home"]) {
    assert(mounts.includes(mount), `${mount} is not among ${mounts}`);
  }
  for (const user of ["ann", "bob"]) {
    const keys = await image.tree.text(`/home/${user}/.ssh/authorized_keys`);
    assert.match(keys ?? "", /^ssh-ed25519 AAAA/);
  }
  assert.match(await image.tree.text("/etc/group") ?? "", /^wheel:\*:0:root,ann,bob$/m);
});

Deno.test("a file that the stand-in's pfctl refuses fails as with OpenBSD's", async () => {
  await using work = await workspace("rehearsal", virtio);
  // check would refuse the rule; a program can build what it has not checked.
  const { gateway } = await loadGateway(work.description);
  const firewall = { ...gateway.firewall, rules: ["!! no rule"] };
  await assert.rejects(
    build({ ...gateway, firewall }, { out: work.out, accelerator: "tcg" }),
    (error) => {
      assert(error instanceof GatewrightError, String(error));
      assert.match(error.format(), /\/etc\/pf\.conf:\d+[\s\S]*syntax error/);
      return true;
    },
  );
});

Deno.test("the stand-in asks what OpenBSD 6.6 asks, in its words and order, and ends like it", async () => {
  await using work = await workspace(
    "{version: '6.6', arch: amd64, rehearsal: true}",
    // The user of the recording, and its second card.
    (text) =>
      text.replace(
        'admin@example.net"]}',
        'admin@example.net"], users: [{name: paul, keys: ["ssh-ed25519 AAAAPaul paul@example.net"]}]}',
      ),
    true,
  );
  await build(work.description, { out: work.out, accelerator: "tcg" });
  // build_test.ts compares this with the real installer where its media are.
  const real = new URL("testdata/installation-6.6-amd64.txt", import.meta.url);
  // The stand-in's base has no doas; what a base has is not the installer's affair.
  const told = installation(await work.log()).filter((line) => !line.includes("has no doas"));
  // What the recorded machine had no cause for: its floppy kernel knows no IPv6, and the miniature
  // release it installed has neither manual pages nor a kernel to relink.
  const more = [
    "IPv6 address for em0? (or 'autoconf' or 'none') [none] none",
    "Get/Verify man66.tgz",
    "Installing man66.tgz",
    "Relinking to create unique kernel... done.",
  ];
  assert.deepEqual(told.filter((line) => more.includes(line)), more);
  assert.deepEqual(
    told.filter((line) => !more.includes(line)),
    (await Deno.readTextFile(real)).trim().split("\n"),
  );
});

Deno.test("the demo shows what it made, the way it lies, and what to type next", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gw-demo-" });
  try {
    const main = new URL("../../build/cli/main.ts", import.meta.url).pathname;
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--frozen", main, "demo", "--out", `${folder}/demo`, "--accel", "tcg"],
      env: { LC_ALL: "C.UTF-8", TERM: "xterm" },
      stdin: "null",
    }).output();
    const [said, noted] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    assert.equal(code, 0, noted);
    assert.doesNotMatch(noted!, /unknown question/);
    for (const name of ["demo.raw", "demo.xml", "install.log", "manifest.json", "site80.tgz"]) {
      assert.match(
        said!,
        new RegExp(`^  ${RegExp.escape(name)} +[\\d.]+ (bytes|[KMG]iB)  \\S`, "m"),
      );
    }
    assert.match(said!, /├─ 10\.0\.0\.0\/24 ══ branch10, IKEv2 ═▶ 198\.51\.100\.10/);
    assert.match(said!, /does not boot OpenBSD/);
    assert.match(said!, /^ {2}\.\/gatewright build \S+\.yaml/m);
    await run("virt-xml-validate", [`${folder}/demo/demo.xml`, "domain"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
