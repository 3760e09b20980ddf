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
import type { Gateway } from "../../gateway/gateway.ts";
import { testSecrets } from "../gateway.ts";
import {
  formatTranscript,
  questionsIn,
  TRANSCRIPT_KINDS,
  transcriptFile,
  transcriptGateway,
} from "../installer_transcript.ts";
import { reveal } from "../../host/secret.ts";

const oracle = new URL("../../../shared/tools/installer-oracle", import.meta.url).pathname;
const source = Deno.env.get("GATEWRIGHT_INSTALLER_SRC");
const record = Deno.env.get("GATEWRIGHT_RECORD") === "1";

/** The answers to questions that this machine gives no cause to ask. */
const CONDITIONAL = [
  "Do you expect to run the X Window System",
  "Do you want the X Window System to be started by xenodm(1)",
  "Which disk do you wish to initialize",
];

/** As encrypt(1) prints it. */
const HASH = `$2b$10$${"x".repeat(53)}`;

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

/** What the machine is like: options of the oracle. */
interface Machine {
  cpus?: number;
  /** Network cards and disks besides those that the answers name. */
  moreCards?: string[];
  moreDisks?: string[];
  efi?: boolean;
  /** Its console is a screen, not a serial line. */
  screen?: boolean;
}

async function ask(scripts: string, version: string, gateway: Gateway, machine: Machine = {}) {
  const environment = installEnvironment(gateway);
  const folder = await Deno.makeTempDir({ prefix: "gatewright-oracle-" });
  try {
    await writeMirror(`${folder}/www`, version);
    const conf = `${folder}/install.conf`;
    const passwords = { root: HASH, paul: HASH };
    const secrets = testSecrets(gateway.access.rootPassword.kind === "hash" ? { passwords } : {});
    await Deno.writeTextFile(conf, reveal(renderInstallConf(gateway, secrets, environment)));
    const args = ["-s", scripts, "-V", version, "-w", `${folder}/www`, "-t", "600"];
    args.push("-n", String(machine.cpus ?? 2));
    args.push("-i", [environment.interface, ...machine.moreCards ?? []].join(" "));
    args.push("-d", [environment.disk, ...machine.moreDisks ?? []].join(" "));
    if (machine.efi) args.push("-e");
    if (machine.screen) args.push("-P");
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

/** Machines and gateways that the transcripts do not show. */
const SITUATIONS: Record<string, {
  machine?: Machine;
  change?(gateway: Gateway): void;
  asked?: { lines?: string[]; not?: string[] };
}> = {
  "one CPU, several cards and disks": {
    machine: { cpus: 1, moreCards: ["vio1", "vio2"], moreDisks: ["sd1"] },
    asked: { lines: ["Which disk do you wish to initialize? (or 'done') [done] done"] },
  },
  "started by EFI, which makes GPT the default": {
    machine: { efi: true },
    asked: { lines: ["Use (W)hole disk MBR, whole disk (G)PT or (E)dit? [gpt] whole"] },
  },
  "started by EFI, for EFI": {
    machine: { efi: true },
    change: (gateway) => gateway.domain.firmware = "uefi",
    asked: {
      lines: ["Use (W)hole disk MBR, whole disk (G)PT or (E)dit? [gpt] gpt"],
      not: ["An EFI/GPT disk may not boot. Proceed"],
    },
  },
  "a screen for a console": {
    machine: { screen: true },
    asked: {
      lines: ["Change the default console to com0? [no] yes", "started by xenodm(1)? [no] no"],
      not: ["Terminal type"],
    },
  },
  "hashes for passwords, several users, OpenBSD's own layout": {
    change: (gateway) => {
      gateway.access.rootPassword = { kind: "hash", hash: HASH };
      gateway.access.users.push({ ...gateway.access.users[0]!, name: "anna" });
      gateway.access.rootSsh = "prohibit-password";
      gateway.disk.layout = "auto";
    },
    asked: { lines: ["Allow root ssh login? (yes, no, prohibit-password) [no] prohibit-password"] },
  },
  "the longest name, IPv6, a vlan": {
    change: (gateway) => {
      const label = "a".repeat(62);
      gateway.hostname = `${label}.${label}.${label}.${"a".repeat(61)}.org`.slice(0, 253);
      const [card] = gateway.network.interfaces;
      gateway.network.interfaces = [
        { ...card!, address6: "2001:db8::50/64" },
        { ...card!, name: "vlan7", vlan: { id: 7, parent: "vio0" }, address: "10.7.0.1/24" },
      ];
      gateway.network.nameservers = Array.from({ length: 60 }, (_, at) => `2001:db8::${at}:53`);
    },
    asked: { lines: ["IPv6 address for vio0? (or 'autoconf' or 'none')"] },
  },
};

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
        const { code, output } = await ask(scripts, version, transcriptGateway(version, kind));
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

  const [version, scripts] = releases().at(-1)!;
  for (const [name, { machine, change, asked }] of Object.entries(SITUATIONS)) {
    Deno.test(`the installer of ${version} reaches its end: ${name}`, async () => {
      const gateway = transcriptGateway(version, "template");
      change?.(gateway);
      const { code, output } = await ask(scripts, version, gateway, machine);
      assert.equal(code, 0, output);
      const left = section(output, "response lines NOT consumed")
        .map((line) => line.trim().replace(/ = .*/, ""));
      assert.deepEqual(
        left.filter((key) => !CONDITIONAL.includes(key) && !(asked?.not ?? []).includes(key)),
        [],
      );
      const text = output.split("================ result")[0]!;
      for (const line of asked?.lines ?? []) assert(text.includes(line), `${line}\n${output}`);
      // The hash went in as it is, and is in no log.
      assert(!text.includes(HASH));
    });
  }
}
