import assert from "node:assert/strict";
import { build } from "../../build/build.ts";
import type { SelfCheck } from "../../build/guest/boot_console.ts";
import { compareSite } from "../../images/compare/compare_site.ts";
import { guessHardware } from "../../images/inspect/guess_hardware.ts";
import { inspectImage, type Inspection } from "../../images/inspect/inspect.ts";
import type { DiskComparison } from "../../build/compare_disk.ts";
import { siteFiles } from "../../site/files.ts";
import { GatewrightError } from "../../host/error.ts";
import { loadGateway } from "../../gateway/load/load.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { sha256File } from "../makefs.ts";
import { installation } from "../installation.ts";
import { attackAsNobody, canBeOtherUser } from "../other_user.ts";
import { PSK, SECOND, type TwoTunnels, writeTwoTunnels } from "./two_tunnels.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const media = await Deno.stat(`${shared}openbsd-media`).then(() => true, () => false);
if (!media) console.log("end to end: skipped, there is no ../shared/openbsd-media to install from");

/** A folder with the miniature mirror and a description of two tunnels. */
async function workspace(arch: "amd64" | "i386", more: TwoTunnels = {}) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
  const { success } = await new Deno.Command(`${shared}tools/mini-release`, {
    args: [arch, `${folder}/mirror`],
    stdout: "null",
  }).output();
  assert(success);
  const mirror = `${folder}/mirror`;
  await writeTwoTunnels(
    folder,
    `{version: "6.6", arch: ${arch}, mirror: "file://${mirror}/pub/OpenBSD", key: ${mirror}/mini-66.pub}`,
    more,
  );
  return {
    folder,
    description: `${folder}/gw.yaml`,
    out: `${folder}/out`,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** `gatewright boot DIR`, and what the gateway said about itself. */
async function bootFolder(folder: string): Promise<SelfCheck[]> {
  const main = new URL("../../build/cli/main.ts", import.meta.url).pathname;
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", main, "boot", folder, "--accel", "tcg", "--verify", "--json"],
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  assert.equal(code, 0, text.decode(stderr));
  return JSON.parse(text.decode(stdout)).checks;
}

/** What `gatewright inspect` prints. */
async function inspectDisk(...args: string[]) {
  const main = new URL("../../build/cli/main.ts", import.meta.url).pathname;
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", main, "inspect", ...args, "--json"],
    stdin: "null",
    stderr: "inherit",
  }).output();
  const text = new TextDecoder().decode(stdout);
  assert(!text.includes(PSK));
  return { code, comparison: JSON.parse(text) as DiskComparison & { ok: boolean } };
}

/** The folder of the mirror that a disk was installed from, which nobody could guess. */
async function mirrorFolder(disk: string): Promise<string> {
  using image = await inspectImage(disk);
  const found = new Set<string>();
  for await (const { path, inode } of image.tree.walk()) {
    if (inode.kind !== "file" || inode.size > 1 << 20) continue;
    const text = await image.tree.text(path) ?? "";
    for (const [, place] of text.matchAll(/\b([0-9a-f]{32})\/pub\/OpenBSD/g)) {
      assert.notEqual(path, "/etc/installurl");
      found.add(place!);
    }
  }
  assert.equal(found.size, 1, [...found].join(" "));
  return [...found][0]!;
}

/** Partitions as administrators like them. */
const SEPARATE = `
  size: 4G
  layout:
    - {mount: /, size: 600M}
    - {mount: swap, size: 64M}
    - {mount: /tmp, size: 1200M}
    - {mount: /var, size: 300M}
    - {mount: /usr, size: 600M}
    - {mount: /home, size: "*"}`;

/** A user who may do all, and one who may do nothing; both are made by OpenBSD's own installer. */
const USERS = {
  amd64: ', users: [{name: paul, keys: ["ssh-ed25519 AAAAPaul paul@example.net"]}]',
  i386:
    ', users: [{name: permit, keys: ["ssh-ed25519 AAAAPaul paul@example.net"], wheel: false, doas: nopass}]',
};

/** A pfctl(8) that, as OpenBSD's does, refuses `em1:network` while em1 has no address; at each boot it has one. */
const PFCTL = `, {path: /sbin/pfctl, mode: "0555", content: "#!/bin/ksh\\n\
case $(/sbin/ifconfig em1) in\\n*'inet ${SECOND} '*) exit 0 ;;\\nesac\\n\
echo no IP address found for em1:network\\nexit 1\\n"}`;

/** Looks at the account of `name` on the disk: its line, its home, its keys, and what it may. */
async function checkUser(image: Inspection, name: string, wheel: boolean, doas: string) {
  const { tree } = image;
  assert.match(
    await tree.text("/etc/master.passwd") ?? "",
    new RegExp(`^${name}:\\*+:1000:1000:staff:0:0:${name}:/home/${name}:/bin/ksh$`, "m"),
  );
  const [members = ""] = /^wheel:.*$/m.exec(await tree.text("/etc/group") ?? "") ?? [];
  assert.equal(members.split(/[:,]/).includes(name), wheel, members);
  assert.equal(await tree.text("/etc/doas.conf"), doas);
  const owned = async (path: string, mode: number) => {
    const { inode } = (await tree.find(path))!;
    assert.deepEqual([inode.mode & 0o777, inode.uid, inode.gid], [mode, 1000, 1000], path);
  };
  await owned(`/home/${name}`, 0o755);
  await owned(`/home/${name}/.ssh`, 0o700);
  await owned(`/home/${name}/.ssh/authorized_keys`, 0o600);
  await owned(`/home/${name}/notes/one`, 0o640);
  assert.equal(
    await tree.text(`/home/${name}/.ssh/authorized_keys`),
    "ssh-ed25519 AAAAPaul paul@example.net\n",
  );
  // What the release gives to every user.
  assert.match(await tree.text(`/home/${name}/.profile`) ?? "", /miniature release/);
  assert.match(await tree.text("/root/.forward") ?? "", new RegExp(`^${name}$`, "m"));
}

for (const arch of ["amd64", "i386"] as const) {
  Deno.test({
    name: `OpenBSD 6.6/${arch} installs itself, boots, and passes its self-check`,
    ignore: !media,
    async fn() {
      const user = arch === "amd64" ? "paul" : "permit";
      await using work = await workspace(arch, {
        access: USERS[arch],
        files:
          `, {path: /home/${user}/notes/one, content: "1\\n", owner: ${user}, group: ${user}, mode: "0640"}` +
          (arch === "amd64" ? PFCTL : ""),
        second: arch === "amd64",
        ...(arch === "i386" ? { disk: SEPARATE } : {}),
      });
      // One of them is tried before it is handed over, the other one afterwards, by its folder.
      const verify = arch === "amd64";
      // Only what the build itself makes protects it from others.
      await Deno.chmod(work.folder, 0o755);
      const attack = verify && canBeOtherUser
        ? await attackAsNobody({ folders: [work.folder], secrets: [PSK] })
        : undefined;
      const { manifest } = await build(work.description, {
        out: work.out,
        accelerator: "tcg",
        way: "whole",
        verify,
      });
      const findings = await attack?.stop();
      if (findings) {
        assert.deepEqual([findings.open, findings.answers], [[], []]);
        assert(findings.requests >= 20, `${findings.requests} requests reached the mirror`);
      }
      const names = [...Deno.readDirSync(work.out)].map((entry) => entry.name).sort();
      assert.deepEqual(names, [
        ...(verify ? ["boot.log"] : []),
        "disklabel.conf",
        "gw.raw",
        "gw.raw.bmap",
        "gw.xml",
        "install.conf",
        "install.log",
        "manifest.json",
        "site66.tgz",
      ]);
      for (const { name, size, sha256 } of manifest.outputs) {
        const found = { sha256: await sha256File(`${work.out}/${name}`), size };
        // Hashes of what holds a psk would let people guess it.
        const secret = name === "install.conf" || name === "site66.tgz";
        assert.deepEqual({ sha256, size }, secret ? { sha256: undefined, size } : found, name);
      }
      const log = await Deno.readTextFile(`${work.out}/install.log`);
      for (
        const line of [
          "Signature Verified",
          "gatewright: install.site: checking /etc/pf.conf",
          "gatewright: install.site: done",
          "CONGRATULATIONS!",
        ]
      ) {
        assert(log.includes(line), `the log has no ${line}`);
      }
      if (arch === "amd64") {
        const recorded = new URL("testdata/installation-6.6-amd64.txt", import.meta.url);
        const told = installation(log).map((line) => `${line}\n`).join("");
        if (Deno.env.get("GATEWRIGHT_RECORD") === "1") await Deno.writeTextFile(recorded, told);
        assert.equal(told, await Deno.readTextFile(recorded));
      }
      for (const name of ["install.log", "manifest.json", "gw.xml", "install.conf"]) {
        assert(
          !(await Deno.readTextFile(`${work.out}/${name}`)).includes(PSK),
          `${name} shows the psk`,
        );
      }

      const { gateway } = await loadGateway(work.description);
      const { secrets } = await resolveSecrets(gateway);
      {
        using image = await inspectImage(`${work.out}/gw.raw`);
        const mounts = arch === "amd64" ? ["/"] : ["/", "/tmp", "/var", "/usr", "/home"];
        assert.deepEqual(image.fileSystems.map(({ mount }) => mount), mounts);
        if (arch === "amd64") await checkUser(image, user, true, "permit nopass paul\n");
        else await checkUser(image, user, false, 'permit nopass "permit"\n');
        assert.deepEqual(
          await compareSite(
            image,
            siteFiles(gateway, secrets).filter((file) =>
              !/^gatewright\/(keys|append|owners)/.test(file.path)
            ),
          ),
          [],
        );
      }

      // Where the mirror was is in the installer's own record, and nowhere else.
      const place = await mirrorFolder(`${work.out}/gw.raw`);
      for (const name of ["install.log", "manifest.json", "gw.xml", "install.conf"]) {
        assert(!(await Deno.readTextFile(`${work.out}/${name}`)).includes(place), name);
      }
      assert(!findings?.words.includes(place), "the mirror's folder was in an argument list");

      // Without the description, by what lies beside the disk: every check is made, and none fires.
      const { code, comparison } = await inspectDisk(work.out);
      const open = comparison.hygiene.filter(({ skipped }) => skipped !== undefined);
      assert.deepEqual([code, comparison.ok, open], [0, true, []]);

      // Without description and manifest, the disk itself tells what it boots on.
      const guess = await guessHardware(`${work.out}/gw.raw`);
      assert.equal(guess.arch, arch);
      assert.equal(guess.domain.hardware, "legacy");
      const checks = verify ? manifest.verified!.checks : await bootFolder(work.out);
      const seen = new Map(checks.map((check) => [check.name, check]));
      for (
        const name of [
          "hostname",
          "address-em0",
          "/etc/pf.conf",
          "/etc/ipsec.conf",
          "mode-/etc/ipsec/a.conf",
        ]
      ) {
        assert.equal(seen.get(name)?.result, "ok", `${name}: ${JSON.stringify(checks)}`);
      }
    },
  });
}

Deno.test({
  name: "a pf.conf that OpenBSD refuses fails the build with file, line and words",
  ignore: !media,
  async fn() {
    await using work = await workspace("amd64", {});
    // check would refuse the rule; a program can build what it has not checked.
    const { gateway } = await loadGateway(work.description);
    const firewall = { ...gateway.firewall, rules: ["!! no rule"] };
    const error = await build({ ...gateway, firewall }, {
      out: work.out,
      accelerator: "tcg",
      way: "whole",
    }).then(
      () => assert.fail("it was built"),
      (error) => error,
    );
    assert(error instanceof GatewrightError, String(error));
    assert.match(error.format(), /\/etc\/pf\.conf:\d+[\s\S]*syntax error/);
    const left = [...Deno.readDirSync(work.folder)].map((entry) => entry.name).sort();
    assert.deepEqual(left, ["a.psk", "gw.yaml", "mirror", "out.failed.log"]);
  },
});

Deno.test({
  name: "a disk that is not fit to be used is refused with 4 and kept aside; OpenBSD's own layout",
  ignore: !media,
  async fn() {
    const files = ', {path: /auto_upgrade.conf, content: "Location of sets = http\\n"}';
    await using work = await workspace("amd64", { disk: "{size: 12G, layout: auto}", files });
    const error = await build(work.description, { out: work.out, accelerator: "tcg", way: "whole" })
      .then(
        () => assert.fail("it was built"),
        (error) => error,
      );
    assert(error instanceof GatewrightError, String(error));
    const kept = `${work.out}.refused.raw`;
    assert.equal(error.exitCode, 4);
    assert.match(error.why ?? "", /^installer-files: \/auto_upgrade\.conf was left behind \(.*\)$/);
    assert.match(error.next ?? "", new RegExp(`gatewright inspect ${kept}`));
    const left = [...Deno.readDirSync(work.folder)].map((entry) => entry.name).sort();
    assert.deepEqual(left, ["a.psk", "gw.yaml", "mirror", "out.failed.log", "out.refused.raw"]);

    // The disk is whole: ten partitions, and nothing else is wrong with it.
    {
      using image = await inspectImage(kept);
      assert.deepEqual(
        image.fileSystems.map(({ mount }) => mount),
        ["/", "/tmp", "/var", "/usr", "/usr/X11R6", "/usr/local", "/usr/src", "/usr/obj", "/home"],
      );
      let files = 0;
      for await (const file of image.tree.walk()) {
        if (file.inode.kind === "file") await image.tree.sha256(file);
        files++;
      }
      assert(files > 800, `${files} files`);
    }
    for (const more of [[], ["--against", work.description]]) {
      const { code, comparison: { ok, differences, hygiene } } = await inspectDisk(kept, ...more);
      const failed = hygiene.filter(({ problems }) => problems.length > 0);
      assert.deepEqual([code, ok, differences], [4, false, []]);
      assert.deepEqual(failed.map(({ check }) => check), ["installer-files"]);
    }
  },
});
