/**
 * `gatewright build`: the installer of a real OpenBSD writes the disk.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import { build as buildGateway, type BuildOptions } from "../../build.ts";
import { ACCEL_FLAG, accelFlag, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
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

/** The command. */
export const build: Command = {
  name: "build",
  summary: "build the disk of a gateway and everything needed to run it",
  usage:
    "FILE [--out DIR] [--mirror URL] [--key FILE] [--accel auto|kvm|tcg] [--timeout TIME] [--verify] [--strict] [--json]",
  example: "gatewright build examples/hq.yaml --out out/hq",
  flags: [
    { name: "out", value: "DIR", summary: "folder of the results; default out/NAME" },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    { name: "verify", summary: "boot the disk before handing it over; a failure is exit code 4" },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", build);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, build);
    const accelerator = accelFlag(flags.accel, build);
    const timeout = timeoutFlag(flags.timeout, build);
    const text = (name: "out" | "mirror" | "key") =>
      typeof flags[name] === "string" ? { [name]: flags[name] } : {};
    const { manifest, out } = await buildGateway({
      file,
      accelerator,
      verify: flags.verify === true,
      strict: flags.strict === true,
      signal,
      ...text("out"),
      ...text("mirror"),
      ...text("key"),
      ...(timeout === undefined ? {} : { timeout }),
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
