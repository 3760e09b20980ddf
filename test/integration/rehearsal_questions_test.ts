/**
 * The stand-in's questions, release by release: its scripts run in a chroot without a virtual machine,
 * and what they ask is held against what installers were recorded to ask (`autoinstall/testdata`).
 */
import assert from "node:assert/strict";
import { isRoot } from "../as_root.ts";
import { renderDisklabelConf } from "../../autoinstall/disklabel_conf.ts";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { renderInstallConf } from "../../autoinstall/install_conf.ts";
import { baseSet } from "../../build/rehearsal/base_set.ts";
import { debianParts } from "../../build/rehearsal/debian.ts";
import { guestFiles } from "../../build/rehearsal/initrd.ts";
import { defaultCacheDir } from "../../build/release/cache.ts";
import { run } from "../../host/run.ts";
import { testSecrets } from "../gateway.ts";
import {
  formatTranscript,
  parseTranscript,
  questionsIn,
  TRANSCRIPT_KINDS,
  transcriptFile,
  transcriptGateway,
  type TranscriptKind,
} from "../installer_transcript.ts";
import { reveal } from "../../host/secret.ts";

/** What touches the machine is left out; the mirror is a folder. */
const STUBS: Record<string, string> = {
  wget: 'exec cp "/www/${4##*/}" "$3"',
  signify: "while [ $# -gt 1 ]; do [ $1 = -x ] && x=$2; [ $1 = -m ] && m=$2; shift; done\n" +
    'exec cp "$x" "$m"',
};
STUBS.makefs = "exec touch /tmp/fs.img";
for (const name of ["ifconfig", "route", "mount", "umount", "mknod", "reboot"]) {
  STUBS[name] = "exit 0";
}

/** A root with the stand-in in it, for the installation of one gateway. */
async function makeRoot(root: string, version: string, kind: TranscriptKind): Promise<void> {
  const gateway = transcriptGateway(version, kind);
  const environment = installEnvironment(gateway);
  const parts = await debianParts("virtio", { cacheDir: defaultCacheDir() });
  for (const entry of await guestFiles(gateway.release, parts)) {
    if (entry.kind === "directory") await Deno.mkdir(`${root}/${entry.name}`, { recursive: true });
    else if (entry.kind === "file") {
      await Deno.writeFile(`${root}/${entry.name}`, entry.content, { mode: entry.mode });
    }
  }
  const { number, arch } = gateway.release;
  for (const name of ["dev", "mnt", "proc", "tmp", "www"]) await Deno.mkdir(`${root}/${name}`);
  await Deno.writeTextFile(`${root}/dev/null`, "");
  await Deno.writeTextFile(`${root}/dev/urandom`, "no dice in tests");
  await Deno.mkdir(`${root}/sys/class/net/eth0`, { recursive: true });
  await Deno.writeTextFile(`${root}/sys/class/net/eth0/address`, "52:54:00:12:34:56\n");
  await Deno.writeTextFile(`${root}/proc/cmdline`, "quiet\n");
  await Deno.writeTextFile(
    `${root}/etc/machine`,
    `disk=${environment.disk}\ndevice=/disk\ncard=${environment.interface}\ncpus=2\n` +
      `sectors=${gateway.disk.size * 2048}\nspeed=115200\n`,
  );
  await Deno.writeTextFile(
    `${root}/auto_install.conf`,
    reveal(renderInstallConf(gateway, testSecrets(), environment)),
  );
  const template = renderDisklabelConf(gateway);
  if (template) await Deno.writeTextFile(`${root}/disklabel.conf`, template);
  for (const [name, text] of Object.entries(STUBS)) {
    await Deno.writeTextFile(`${root}/sbin/${name}`, `#!/bin/busybox sh\n${text}\n`, {
      mode: 0o755,
    });
    await Deno.chmod(`${root}/sbin/${name}`, 0o755);
  }
  const site = `site${number}.tgz`;
  const sets: [string, Uint8Array | string][] = [
    ["bsd", "bsd"],
    ["bsd.mp", "bsd.mp"],
    ["bsd.rd", "bsd.rd"],
    [`base${number}.tgz`, await baseSet()],
    [`INSTALL.${arch}`, ""],
    [site, await Deno.readFile(await emptySet(root))],
  ];
  let sums = "";
  let index = "";
  for (const [name, content] of sets) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(`${root}/www/${name}`, bytes);
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes.slice())).toHex();
    if (name !== site) sums += `SHA256 (${name}) = ${sum}\n`;
    index += `-rw-r--r--  1 0  0  4 Jan  1 00:00:00 2026 ${name}\n`;
  }
  await Deno.writeTextFile(`${root}/www/SHA256.sig`, `untrusted comment: x\nRW\n${sums}`);
  await Deno.writeTextFile(`${root}/www/index.txt`, index);
}

async function emptySet(root: string): Promise<string> {
  await run("tar", ["-czf", `${root}/empty.tgz`, "-T", "/dev/null"]);
  return `${root}/empty.tgz`;
}

/** The stand-in has two sources of sets; the recorded machines had a CD, some also nfs. */
function asRecorded(text: string): string {
  return text.replace(
    /\(cd0 disk http(?: nfs)? or 'done'\)\t(?:cd0|http)\t/,
    "(disk http or 'done')\thttp\t",
  )
    .replace(/\(cd0 disk http(?: nfs)? or 'done'\)/, "(disk http or 'done')");
}

const root = isRoot("questions of the stand-in", "it runs in a chroot");
// Those between which something changed; the others ask like their neighbours.
for (const version of ["6.6", "7.4", "7.5", "7.7", "8.0"]) {
  Deno.test({
    name: `the stand-in asks what the installer of ${version} asked`,
    ignore: !root,
    async fn() {
      for (const kind of TRANSCRIPT_KINDS) {
        const folder = await Deno.makeTempDir({ prefix: "gw-questions-" });
        try {
          await makeRoot(folder, version, kind);
          await run("chroot", [folder, "/bin/busybox", "--install", "-s", "/bin"]);
          const { stdout } = await run("chroot", [
            folder,
            "/bin/busybox",
            "sh",
            "-c",
            "PATH=/sbin:/bin:/; export PATH; exec /autoinstall 2>&1",
          ], { okStatus: [0, 1] });
          assert.match(stdout, /^CONGRATULATIONS!/m, stdout);
          const recorded = parseTranscript(
            asRecorded(await Deno.readTextFile(transcriptFile(version, kind))),
          );
          const asked = questionsIn(stdout)
            // Where ifconfig(8) was a stub of the recording, up to 6.8, this was not asked.
            .filter(({ text }) => Number(version) > 6.8 || !text.startsWith("Default IPv4 route"));
          assert.equal(formatTranscript(asked), formatTranscript(recorded));
        } finally {
          await Deno.remove(folder, { recursive: true });
        }
      }
    },
  });
}
