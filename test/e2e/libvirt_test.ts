/**
 * From a build to a guest that a real libvirtd runs: deployed, defined, started, replaced, removed.
 * @module
 */
import assert from "node:assert/strict";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { gatewright, runGatewright } from "../command_line.ts";
import { Libvirtd } from "../integration/libvirtd.ts";
import { canLoop, LoopDevice } from "../integration/loop.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const media = await Deno.stat(`${shared}openbsd-media`).then(() => true, () => false);
if (!media) console.log("libvirt: skipped, there is no ../shared/openbsd-media to install from");

/** As rc(8) does: a host key that is not there is made. The miniature release has no ssh-keygen(1): this one is DER alone. */
const RC_LOCAL = `key=/etc/ssh/ssh_host_ed25519_key
[ -f $key ] || (umask 077; n=MCI00000000000000000000
for i in 1 2 3 4 5; do n=$n$((10000 + RANDOM % 90000)); done
echo "-----BEGIN PRIVATE KEY-----
$n
-----END PRIVATE KEY-----" >$key; echo ssh-ed25519 AAAA >$key.pub)
sync
`;

/** A built gateway; the base that it is stamped on stays for another one. */
async function builtGateway(folder: string) {
  const { success } = await new Deno.Command(`${shared}tools/mini-release`, {
    args: ["amd64", `${folder}/mirror`],
    stdout: "null",
  }).output();
  assert.ok(success);
  const description = `${folder}/gw.yaml`;
  await Deno.writeTextFile(
    description,
    `hostname: vpn1.example.net
release: {version: "6.6", arch: amd64, mirror: "file://${folder}/mirror/pub/OpenBSD", key: ${folder}/mirror/mini-66.pub}
disk: {size: 3G}
network: {interfaces: [{name: em0, address: 10.0.0.50/24}], gateway: 10.0.0.1}
access: {rootKeys: ["ssh-ed25519 AAAAExample admin@example.net"]}
files: [{path: /etc/rc.local, content: ${JSON.stringify(RC_LOCAL)}}]
domain: {hardware: legacy, memory: 512M, vcpus: 2}
`,
  );
  const out = `${folder}/out`;
  const env = { XDG_CACHE_HOME: `${folder}/cache` };
  const built = await runGatewright(["build", description, "--out", out, "--accel", "tcg"], env);
  assert.equal(built.code, 0, built.stderr);
  return { description, out, env };
}

/** The private host key on a disk. */
async function hostKey(device: string): Promise<string | undefined> {
  using disk = await inspectImage(device);
  return await disk.tree.text("/etc/ssh/ssh_host_ed25519_key");
}

Deno.test({
  name: "a gateway is deployed, defined and started in a real libvirtd, replaced and removed",
  ignore: !media || !await canLoop(),
  async fn() {
    await using libvirtd = await Libvirtd.start();
    if (!libvirtd) return;
    const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
    await using device = await LoopDevice.create(4 * 2 ** 30);
    await using second = await LoopDevice.create(4 * 2 ** 30);
    try {
      const { description, out, env } = await builtGateway(folder);
      const xml = `${folder}/gw.xml`;
      const domain = await gatewright("domain", description, "--accel", "tcg", "--out", xml);
      assert.equal(domain.code, 0, domain.stderr);
      const deploy = (...more: string[]) =>
        gatewright(
          ...["deploy", out, device.path, "--connect", libvirtd.uri, "--yes"],
          ...["--define", "--xml", xml, ...more],
        );

      const first = await deploy("--start", "--grow");
      assert.equal(first.code, 0, first.stderr);
      assert.match(first.stdout, /3221225472 bytes written and read back$/m);
      assert.match(
        first.stdout,
        /file system a grew from \d+ to 4\d{9} bytes\n.*: its DUID is [0-9a-f]{16}, its seeds are its own\ngw: defined, started, .*; its disk is \/dev\/loop\d+$/m,
      );
      assert.match(first.stderr, /^boot: hostname: ok$/m);
      assert.match(first.stderr, /^boot: login:$/m);
      assert.equal((await libvirtd.virsh("domstate", "gw")).trim(), "running");

      const replace = (on: LoopDevice, ...more: string[]) =>
        runGatewright([
          ...["replace", description, "--on", on.path, "--connect", libvirtd.uri, "--yes"],
          ...["--accel", "tcg", "--out", `${folder}/new`, ...more],
          // The kernel of the boot media has no acpibtn(4).
          ...["--shutdown", "1s", "--power-off"],
        ], env);
      const replaced = await replace(second);
      assert.equal(replaced.code, 0, replaced.stderr);
      assert.match(replaced.stdout, /^gw: runs from \/dev\/loop\d+; self-check passed.*outage/);
      const key = await hostKey(device.path);
      assert.match(key ?? "", /^-----BEGIN PRIVATE KEY-----\nMCI\d+\n/);
      assert.equal(await hostKey(second.path), key);
      const defined = await libvirtd.virsh("dumpxml", "--inactive", "gw");
      assert.match(defined, new RegExp(`<source dev='${second.path}'/>`));
      // Back again, onto the first one, and not up in time.
      const late = await replace(device, "--force", "--timeout", "2s");
      assert.equal(late.code, 5, late.stdout);
      assert.match(
        late.stderr,
        new RegExp(`not up after 2 seconds; gw runs from ${second.path} again`),
      );
      assert.equal((await libvirtd.virsh("domstate", "gw")).trim(), "running");
      assert.equal(await libvirtd.virsh("dumpxml", "--inactive", "gw"), defined);

      const running = await deploy("--force", "--replace");
      assert.equal(running.code, 1, running.stdout);
      assert.match(running.stderr, /the domain gw is running[^]*virsh shutdown gw/);
      await libvirtd.virsh("destroy", "gw");

      await gatewright("domain", description, "--accel", "tcg", "--memory", "640M", "--out", xml);
      const differs = await deploy("--force");
      assert.equal(differs.code, 1);
      assert.match(differs.stderr, /-.*<memory>524288<[^]*\+.*<memory>655360<[^]*--replace/);
      const used = await gatewright(
        ...["deploy", out, second.path, "--connect", libvirtd.uri, "--yes", "--force"],
      );
      assert.match(used.stderr, /disk of the domain gw \(shut off\)/);

      const uuid = await libvirtd.virsh("domuuid", "gw");
      const again = await deploy("--force", "--replace", "--json");
      assert.equal(again.code, 0, again.stderr);
      assert.equal(again.stderr, "");
      assert.deepEqual(JSON.parse(again.stdout).domain, {
        name: "gw",
        change: "changed",
        disk: device.path,
        before: second.path,
      });
      assert.equal(await libvirtd.virsh("domuuid", "gw"), uuid);
      await libvirtd.virsh("undefine", "gw");
      assert.equal((await libvirtd.virsh("list", "--all", "--name")).trim(), "");
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
