/**
 * `gatewright demo`: everything from a description to a disk, without OpenBSD.
 * @module
 */
import { sizeText } from "../../../host/size_text.ts";
import { fileURLToPath } from "node:url";
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { build } from "../../build.ts";
import { ACCEL_FLAG, accelFlag } from "../build_flags.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { plain } from "../../../host/printable.ts";
import { showsUnicode, topology } from "../topology.ts";
import { usageError } from "../usage.ts";
import { watchBuild } from "../watch_build.ts";

/** Descriptions of output files, by suffix of the name. */
const MEANINGS: [RegExp, string][] = [
  [/\.raw$/, "the disk"],
  [/\.xml$/, "the libvirt domain that runs it"],
  [/^site\d+\.tgz$/, "the gateway's own files, as the installer got them"],
  [/^install\.conf$/, "the answers given to the installer"],
  [/^disklabel\.conf$/, "how the disk is laid out"],
  [/^install\.log$/, "the console of the installation"],
  [/^manifest\.json$/, "what went in and what came out, with hashes"],
];

/** The files in a folder, one line each. */
async function listing(folder: string): Promise<string[]> {
  const names = (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
  return await Promise.all(names.map(async (name) => {
    const info = await Deno.stat(`${folder}/${name}`);
    const used = (info.blocks ?? 0) * 512;
    const meaning = MEANINGS.find(([pattern]) => pattern.test(name))?.[1] ?? "";
    const sparse = used < info.size / 2 ? `, takes ${sizeText(used)}` : "";
    return `  ${plain(name).padEnd(15)} ${sizeText(info.size).padStart(10)}  ${meaning}${sparse}`;
  }));
}

const NEXT = (out: string) =>
  `\
Look at it:
  ./gatewright inspect ${out}/demo.raw cat /etc/pf.conf
  less ${out}/install.log

For the real thing, write your own gateway, and let OpenBSD's installer write its disk:
  ./gatewright init mine            # asks a few questions, writes mine/vpn1.yaml
  ./gatewright check mine/vpn1.yaml
  ./gatewright build mine/vpn1.yaml --verify
  ./gatewright deploy out/vpn1 /dev/vg0/vpn-server`;

/** The command. */
export const demo: Command = {
  name: "demo",
  usage: "[--out DIR] [--accel auto|kvm|tcg] [--verbose] [--json]",
  example: "gatewright demo",
  flags: [
    { name: "out", value: "DIR", summary: "folder of the results; default out/demo" },
    ACCEL_FLAG,
    { name: "verbose", summary: "show the console" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note } = context;
    if (words.length > 0) throw usageError(`unexpected word ${words[0]}`, demo);
    const file = fileURLToPath(new URL("../../../examples/demo.yaml", import.meta.url));
    const started = performance.now();
    if (!json) note("a rehearsal: no OpenBSD is downloaded, and the disk will not boot OpenBSD");
    using watch = watchBuild(context);
    const { manifest, out } = await build(file, {
      out: typeof flags.out === "string" ? flags.out : "out/demo",
      accelerator: accelFlag(flags.accel, demo),
      signal,
      onEvent: watch.onEvent,
    });
    if (json) {
      print(JSON.stringify({ out, manifest }));
      return EXIT.done;
    }
    const { gateway } = await loadGateway(file, { signal });
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const phases = Object.entries(manifest.timings).filter(([, time]) => time >= 0.5)
      .map(([phase, time]) => `${phase} ${time.toFixed(0)} s`).join(", ");
    print(
      `\nRehearsed in ${seconds} s (${phases}, under ${manifest.accelerator.toUpperCase()}):\n`,
    );
    print(topology(gateway, showsUnicode(Deno.env)));
    print(`\n${plain(out)}/`);
    for (const line of await listing(out)) print(line);
    print(`\nThe stand-in asked what OpenBSD ${manifest.release.version} asks. Its disk holds the`);
    print("gateway's files and does not boot OpenBSD.\n");
    print(NEXT(plain(out)));
    return EXIT.done;
  },
};
