/**
 * The engine of a build on real OpenBSD: the installer of 6.6 writes a disk, and the disk boots.
 * @module
 */
import assert from "node:assert/strict";
import { bootImage } from "../../build/boot_image.ts";
import { installGateway } from "../../build/pipeline.ts";
import { fetchRelease } from "../../build/release/fetch_release.ts";
import { GatewrightError } from "../../spec/error.ts";
import type { Arch, Gateway } from "../../spec/gateway.ts";
import { testGateway } from "../gateway.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
let ignore = false;
try {
  await Deno.stat(`${shared}openbsd-media`);
} catch {
  ignore = true;
  console.log("skipped: real OpenBSD installs need ../shared/openbsd-media");
}

const INSTALL_SITE = `#!/bin/ksh
[ ! -f /etc/pf.conf ] || pfctl -nf /etc/pf.conf 2>/tmp/refused || {
	echo "gatewright: install.site: REFUSED $(cat /tmp/refused)"; exit 1; }
cat >>/etc/rc.firsttime <<'EOF'
echo "gatewright: pf: ok"
echo "gatewright: packages: pending no network"
echo "gatewright: self-check: done"
EOF
exit 0
`;

async function tar(
  folder: string,
  files: Record<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  for (const [name, text] of Object.entries(files)) {
    await Deno.mkdir(`${folder}/${name}`.replace(/\/[^/]*$/, ""), { recursive: true });
    await Deno.writeTextFile(`${folder}/${name}`, text, { mode: 0o755 });
  }
  const { success, stdout } = await new Deno.Command("tar", {
    args: ["-C", folder, "--owner=root:0", "--group=wheel:0", "-czf", "-", ...Object.keys(files)],
  }).output();
  assert(success);
  return stdout;
}

async function build(arch: Arch, folder: string, files: Record<string, string> = {}) {
  const { success } = await new Deno.Command(`${shared}tools/mini-release`, {
    args: [arch, `${folder}/mirror`],
    stdout: "null",
  }).output();
  assert(success);
  const gateway: Gateway = testGateway({
    release: {
      version: "6.6",
      number: 66,
      arch,
      mirror: `file://${folder}/mirror/pub/OpenBSD`,
      key: `${folder}/mirror/mini-66.pub`,
    },
    disk: { size: 3072, layout: "single" },
  });
  gateway.domain = {
    ...gateway.domain,
    hardware: "legacy",
    machine: "pc",
    memory: 512,
    rng: false,
  };
  const release = await fetchRelease({
    release: gateway.release,
    sets: ["bsd.mp"],
    cacheDir: `${folder}/cache`,
  });
  const siteSet = await tar(`${folder}/site`, { "install.site": INSTALL_SITE, ...files });
  const phases: string[] = [];
  const manifest = await installGateway({
    gateway,
    release,
    out: `${folder}/out/hq`,
    accelerator: "auto",
    secrets: ["$2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234"],
    onEvent: (event) => event.kind === "phase" && phases.push(event.phase),
    render: (environment) =>
      Promise.resolve({
        siteSet,
        siteSetName: "site66.tgz",
        disklabelConf: "/ 300M-* 95%\nswap 64M 5%\n",
        domainXml: "<domain/>\n",
        installConf: `System hostname = gw
Which network interface = em0
IPv4 address for em0 = ${environment.address}
IPv6 address for em0 = none
Default IPv4 route = ${environment.route}
DNS nameservers = none
Password for root account = $2b$10$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234
Change the default console to com0 = yes
Which speed should com0 use = 115200
What timezone are you in = Europe/Stockholm
Which disk is the root disk = ${environment.disk}
URL to autopartitioning template for disklabel = ${environment.template}
Location of sets = http
HTTP Server = ${environment.httpServer}
Server directory = ${environment.serverDirectory}
Set name(s) = +site66.tgz
Checksum test for site66.tgz failed. Continue anyway = yes
Unverified sets: site66.tgz. Continue without verification = yes
`,
      }),
  });
  return { gateway, manifest, phases, out: `${folder}/out/hq` };
}

for (const arch of ["amd64", "i386"] as const) {
  Deno.test({ name: `OpenBSD 6.6/${arch} installs itself, and boots`, ignore }, async () => {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
    try {
      const { gateway, manifest, phases, out } = await build(arch, folder);
      assert.deepEqual(phases, [
        ...["render", "boot", "answers", "questions", "sets", "configure", "seal"],
      ]);
      assert.deepEqual([...Deno.readDirSync(out)].map(({ name }) => name).sort(), [
        ...["disklabel.conf", "hq.raw", "hq.xml", "install.conf", "install.log", "manifest.json"],
        "site66.tgz",
      ]);
      const log = await Deno.readTextFile(`${out}/install.log`);
      assert.match(log, /^.*Signature Verified$/m);
      assert.match(log, /using bsd\.mp instead of bsd/);
      assert.doesNotMatch(log, /abcdefghijklmnopqrstuu/);
      assert.equal(Deno.statSync(`${out}/hq.raw`).mode! & 0o777, 0o600);
      assert.equal(
        manifest.outputs.find(({ name }) => name === "hq.raw")?.size,
        3072 * 1024 * 1024,
      );
      assert.deepEqual([...Deno.readDirSync(`${folder}/out`)].map(({ name }) => name), ["hq"]);
      const { checks } = await bootImage({
        image: `${out}/hq.raw`,
        arch,
        domain: gateway.domain,
      });
      assert.deepEqual(checks.map(({ name, result }) => `${name} ${result}`), [
        "pf ok",
        "packages pending",
      ]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
}

Deno.test({ name: "a file OpenBSD refuses ends the build with its words", ignore }, async () => {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-e2e-" });
  try {
    await assert.rejects(
      build("amd64", folder, { "etc/pf.conf": "pass\n!! nonsense\n" }),
      (error: GatewrightError) => {
        assert.equal(error.where, "/etc/pf.conf:2");
        assert.match(error.why ?? "", /\/etc\/pf\.conf:2: syntax error/);
        assert.match(error.next ?? "", /hq\.failed\.log$/);
        return true;
      },
    );
    assert.deepEqual([...Deno.readDirSync(`${folder}/out`)].map(({ name }) => name), [
      "hq.failed.log",
    ]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
