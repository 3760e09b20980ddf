/**
 * `gatewright build`: the installer of a real OpenBSD writes the disk.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { buildWithFault } from "../../build.ts";
import { parseFault } from "../../rehearsal/fault.ts";
import { ACCEL_FLAG, accelFlag, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { nextSteps } from "../next_steps.ts";
import { watchBuild } from "../watch_build.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const build: Command = {
  name: "build",
  summary: "build the disk of a gateway and everything needed to run it",
  usage:
    "FILE [--out DIR] [--mirror URL] [--key FILE] [--accel auto|kvm|tcg] [--timeout TIME] [--rehearse] [--verify] [--strict] [--verbose] [--json]",
  example: "gatewright build examples/hq.yaml --out out/hq",
  flags: [
    { name: "out", value: "DIR", summary: "folder of the results; default out/NAME" },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    { name: "rehearse", summary: "let a stand-in ask the release's questions; boots no OpenBSD" },
    { name: "verify", summary: "boot the disk before handing it over; a failure is exit code 4" },
    { name: "verbose", summary: "show the console" },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note } = context;
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", build);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, build);
    const accelerator = accelFlag(flags.accel, build);
    const timeout = timeoutFlag(flags.timeout, build);
    // For tests of what a build does about trouble. Users do not need it, so it is not a flag.
    const fault = Deno.env.get("GATEWRIGHT_REHEARSAL_FAULT");
    const text = (name: "out" | "mirror" | "key") =>
      typeof flags[name] === "string" ? { [name]: flags[name] } : {};
    using watch = watchBuild(context);
    const { manifest, out } = await buildWithFault(file, {
      accelerator,
      verify: flags.verify === true,
      strict: flags.strict === true,
      rehearse: flags.rehearse === true,
      signal,
      ...text("out"),
      ...text("mirror"),
      ...text("key"),
      ...(timeout === undefined ? {} : { timeout }),
      onEvent: watch.onEvent,
    }, fault ? parseFault(fault) : undefined);
    if (json) {
      print(JSON.stringify({ out, manifest }));
      return EXIT.done;
    }
    for (const one of manifest.outputs) print(`${out}/${one.name}`);
    for (const line of nextSteps(out, manifest)) note(line);
    return EXIT.done;
  },
};
