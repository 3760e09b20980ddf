/**
 * What the commands that take an image or a key say is to be typed next, of a file that is missing
 * or another one.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { virsh } from "../../images/libvirt/virsh.ts";
import { FaultBench } from "../fault.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";

Deno.test({
  name: "a missing or wrong image or key: the next line names what is wanted",
  ignore: !haveMakefs(),
  async fn() {
    await using bench = await FaultBench.create("rehearsal");
    const at = (name: string) => join(bench.folder, name);
    await Deno.writeFile(at("disk.raw"), await fitDisk());
    const signify = ["-G", "-n", "-p", at("k.pub"), "-s", at("k.sec")];
    await new Deno.Command("signify-openbsd", { args: signify }).output();
    await Deno.mkdir(at("base"));
    await Deno.writeTextFile(at("base/base.raw"), "");
    await Deno.writeTextFile(
      at("base/manifest.json"),
      JSON.stringify({ format: 1, name: "base", outputs: [{ name: "base.raw", sha256: "0" }] }),
    );
    const released = (await Deno.readTextFile(bench.description))
      .replace("release: rehearsal", 'release: "6.6"');
    await Deno.writeTextFile(at("released.yaml"), released);
    const mirror = ["--mirror", "file:///no mirror", "--key", at("k.pub")];
    const cases: [words: string[], next: RegExp][] = [
      [["deploy", at("none.raw.zst"), at("t")], /gatewright pack DIR makes one/],
      [["deploy", at("none"), at("t")], /gatewright build FILE makes one/],
      [["build", bench.description, "--identity-from", at("none")], /name the disk of the gateway/],
      [["deploy", at("disk.raw"), at("t"), "--key", at("k.sec")], /name the public key .*k\.pub$/],
      [
        ["deploy", at("disk.raw"), at("t"), "--key", at("no.pub")],
        /name the public key of the one who packed/,
      ],
      [["pack", at("disk.raw"), "--key", at("no")], /signify-openbsd -G -p ci\.pub -s ci\.sec/],
      [
        ["pack", at("disk.raw"), "--key", at("k.pub")],
        /name the secret key of the pair: .*k\.sec$/,
      ],
      [["inspect", bench.description], /gatewright build .*gw\.yaml makes a disk/],
      [
        ["build", at("released.yaml"), "--base", at("base"), ...mirror],
        /: gatewright base .*released\.yaml --mirror 'file:\/\/\/no mirror' --key .*k\.pub; or leave/,
      ],
      [["boot", at("none.raw.zst")], /gatewright pack DIR makes one/],
    ];
    for (const [words, next] of cases) {
      const { code, stdout, stderr } = await bench.run(words);
      assert.notEqual(code, 0, words.join(" "));
      assert.equal(stdout, "");
      assert.match(/^ {2}next: (.*)$/m.exec(stderr)?.[1] ?? stderr, next, words.join(" "));
    }
  },
});

const installed = await new Deno.Command("virsh", { args: ["--version"] }).output()
  .then(() => true, () => false);

Deno.test({
  name: "of a libvirt that does not answer it is said what starts it, here or there",
  ignore: !installed,
  async fn() {
    const none = "qemu+unix:///system?socket=/nonexistent";
    await assert.rejects(virsh(none, ["list"]), {
      message: "libvirt does not answer",
      where: none,
      next: "systemctl start libvirtd",
    });
    // An answer that is no is another thing.
    await assert.rejects(virsh("test:///default", ["dumpxml", "none"]), {
      message: "virsh failed",
    });
  },
});
