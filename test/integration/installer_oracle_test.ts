/**
 * Runs OpenBSD's own installer scripts on our answers.
 *
 * Wanted: `../shared/tools/installer-oracle` beside the checkout (with mksh and root), and in
 * GATEWRIGHT_INSTALLER_SRC a folder with one folder per release (`7.6`) that holds its install.sub
 * and install.md. With GATEWRIGHT_RECORD=1 the transcripts in autoinstall/testdata are written anew.
 */
import assert from "node:assert/strict";
import { renderDisklabelConf } from "../../autoinstall/disklabel_conf.ts";
import { installEnvironment } from "../../autoinstall/environment.ts";
import { renderInstallConf } from "../../autoinstall/install_conf.ts";
import { testSecrets } from "../gateway.ts";
import {
  formatTranscript,
  questionsIn,
  TRANSCRIPT_KINDS,
  transcriptFile,
  transcriptGateway,
  type TranscriptKind,
} from "../installer_transcript.ts";

const oracle = new URL("../../../shared/tools/installer-oracle", import.meta.url).pathname;
const source = Deno.env.get("GATEWRIGHT_INSTALLER_SRC");
const record = Deno.env.get("GATEWRIGHT_RECORD") === "1";

/** The answers to questions that this machine gives no cause to ask. */
const CONDITIONAL = [
  "Do you expect to run the X Window System",
  "Do you want the X Window System to be started by xenodm(1)",
  "Which disk do you wish to initialize",
];

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return new Uint8Array(digest).toHex();
}

/** A mirror as the oracle reads it, with an unsigned site set in its index. */
async function writeMirror(root: string, version: string): Promise<void> {
  const folder = `${root}/pub/OpenBSD/${version}/amd64`;
  const number = version.replace(".", "");
  const sets = ["base", "comp", "man", "game", "xbase", "xshare", "xfont", "xserv"];
  const files = ["bsd", "bsd.mp", "bsd.rd", "INSTALL.amd64", "BUILDINFO"]
    .concat(sets.map((set) => `${set}${number}.tgz`));
  await Deno.mkdir(folder, { recursive: true });
  let sums = "";
  for (const name of files) {
    await Deno.writeTextFile(`${folder}/${name}`, name);
    sums += `SHA256 (${name}) = ${await sha256(name)}\n`;
  }
  // The oracle takes this line for a good signature.
  await Deno.writeTextFile(`${folder}/SHA256.sig`, `untrusted comment: x\nRWfixture\n${sums}`);
  const site = `site${number}.tgz`;
  await Deno.writeTextFile(`${folder}/${site}`, site);
  const index = [...files, "SHA256.sig", site].map((name) =>
    `-rw-r--r--  1 0  0  4 Jan  1 00:00:00 2026 ${name}\n`
  );
  await Deno.writeTextFile(`${folder}/index.txt`, index.join(""));
}

async function ask(scripts: string, version: string, kind: TranscriptKind) {
  const gateway = transcriptGateway(version, kind);
  const environment = installEnvironment(gateway);
  const folder = await Deno.makeTempDir({ prefix: "gatewright-oracle-" });
  try {
    await writeMirror(`${folder}/www`, version);
    const conf = `${folder}/install.conf`;
    await Deno.writeTextFile(conf, renderInstallConf(gateway, testSecrets(), environment));
    const args = ["-s", scripts, "-V", version, "-w", `${folder}/www`, "-n", "2"];
    args.push("-i", environment.interface, "-d", environment.disk);
    const template = renderDisklabelConf(gateway);
    if (template) {
      await Deno.writeTextFile(`${folder}/disklabel.conf`, template);
      args.push("-T", `${folder}/disklabel.conf`);
    }
    const { code, stdout } = await new Deno.Command(oracle, { args: [...args, conf] }).output();
    return { code, output: new TextDecoder().decode(stdout) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function section(output: string, title: string): string[] {
  const [, rest = ""] = output.split(`---- ${title}`);
  return rest.split("\n").slice(1).join("\n").split("\n---- ")[0]!.split("\n").filter(Boolean);
}

/** Folders with installer scripts, by release. */
function releases(): [string, string][] {
  if (!source) return [];
  return [...Deno.readDirSync(source)].flatMap(({ name }): [string, string][] => {
    const version = /^\d+\.\d/.exec(name)?.[0];
    return version && Number(version) >= 6.6 ? [[version, `${source}/${name}`]] : [];
  }).sort();
}

async function usable(): Promise<boolean> {
  return (await Deno.stat(oracle).catch(() => null)) !== null && releases().length > 0;
}

if (!await usable()) {
  Deno.test({
    name: "installer scripts: skipped, no installer-oracle or no GATEWRIGHT_INSTALLER_SRC",
    ignore: true,
    fn() {},
  });
} else {
  for (const [version, scripts] of releases()) {
    for (const kind of TRANSCRIPT_KINDS) {
      Deno.test(`the installer of ${version} reaches its end with our answers (${kind})`, async () => {
        const { code, output } = await ask(scripts, version, kind);
        assert.equal(code, 0, output);
        const left = section(output, "response lines NOT consumed")
          .map((line) => line.trim().replace(/ = .*/, ""));
        // Up to 6.8 the oracle's ifconfig hides the address that makes the installer ask for a route.
        const hidden = Number(version) < 6.9 ? ["Default IPv4 route"] : [];
        assert.deepEqual(left, [...hidden, ...CONDITIONAL]);
        const asked = formatTranscript(questionsIn(output.split("================ result")[0]!));
        if (record) await Deno.writeTextFile(transcriptFile(version, kind), asked);
        else assert.equal(asked, await Deno.readTextFile(transcriptFile(version, kind)));
      });
    }
  }
}
