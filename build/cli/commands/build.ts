/**
 * `gatewright build`: the installer of a real OpenBSD writes the disk.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import { build as buildGateway, type BuildOptions } from "../../build.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { plain } from "../plain.ts";
import { usageError } from "../usage.ts";

type BuildEvent = Parameters<NonNullable<BuildOptions["onEvent"]>>[0];

/** One line for each step; the console's own lines only where they are asked for as data. */
function line(event: BuildEvent): string | undefined {
  switch (event.kind) {
    case "phase":
      return `${event.elapsed.toFixed(0).padStart(4)} s  ${event.phase}`;
    case "set":
      return event.percent === 100 ? `        ${plain(event.name)}` : undefined;
    case "notice":
      return plain(event.text);
    default:
      return undefined;
  }
}

/** Milliseconds of `90`, `90s`, `15m` or `1h`. */
function milliseconds(text: string): number {
  const match = /^([1-9]\d*)([smh]?)$/.exec(text);
  if (!match) throw usageError(`--timeout ${text} is no time; give 900s, 15m or 1h`, build);
  return Number(match[1]) *
    { "": 1000, s: 1000, m: 60_000, h: 3_600_000 }[match[2] as "" | "s" | "m" | "h"];
}

/** The command. */
export const build: Command = {
  name: "build",
  summary: "build the disk of a gateway and everything needed to run it",
  usage:
    "FILE [--out DIR] [--mirror URL] [--key FILE] [--accel auto|kvm|tcg] [--timeout TIME] [--strict] [--json]",
  example: "gatewright build examples/hq.yaml --out out/hq",
  flags: [
    { name: "out", value: "DIR", summary: "folder of the results; default out/NAME" },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    { name: "accel", value: "HOW", summary: "auto (default), kvm or tcg" },
    { name: "timeout", value: "TIME", summary: "give up after 900s, 15m or 1h" },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", build);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, build);
    const accel = flags.accel ?? "auto";
    if (accel !== "auto" && accel !== "kvm" && accel !== "tcg") {
      throw usageError(`--accel ${accel} is not known; give auto, kvm or tcg`, build);
    }
    const text = (name: "out" | "mirror" | "key") =>
      typeof flags[name] === "string" ? { [name]: flags[name] } : {};
    const { manifest, out } = await buildGateway({
      file,
      accelerator: accel,
      strict: flags.strict === true,
      signal,
      ...text("out"),
      ...text("mirror"),
      ...text("key"),
      ...(typeof flags.timeout === "string" ? { timeout: milliseconds(flags.timeout) } : {}),
      onEvent: (event) => {
        const said = json ? JSON.stringify(event) : line(event);
        if (said !== undefined) note(said);
      },
    });
    if (json) print(JSON.stringify({ out, manifest }));
    else for (const one of manifest.outputs) print(`${out}/${one.name}`);
    return EXIT.done;
  },
};
