/**
 * `gatewright build`: the installer of a real OpenBSD writes the disk.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { buildAmong, type BuildOptions, type BuildSurroundings } from "../../build.ts";
import { parseFault } from "../../rehearsal/fault.ts";
import { ACCEL_FLAG, accelFlag, ofThisRelease, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { buildSeveral } from "../build_several.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { builtLine, builtPaths, nextSteps, unchangedLine } from "../next_steps.ts";
import { watchBuild } from "../watch_build.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const build: Command = {
  name: "build",
  usage:
    "FILE... [--out DIR] [--mirror URL] [--key FILE] [--accel auto|kvm|tcg] [--timeout TIME] [--rehearse] [--verify] [--whole|--stamp] [--base FILE|DIR] [--base-key FILE] [--cold] [--identity-from DEVICE|IMAGE] [--format raw|qcow2] [--force] [--jobs N] [--strict] [--verbose] [--json]",
  example: "gatewright build examples/hq.yaml --out out/hq",
  flags: [
    {
      name: "out",
      value: "DIR",
      summary: "folder of the results; of several files, DIR/NAME for each; default out/NAME",
    },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    {
      name: "rehearse",
      summary: "install with a stand-in for the installer; does not boot OpenBSD",
    },
    { name: "verify", summary: "boot the disk before it is delivered; exit 4 if that fails" },
    {
      name: "jobs",
      value: "N",
      summary: "build N at a time; default: as processors and memory allow",
    },
    { name: "base", value: "FILE|DIR", summary: "stamp this base, after checking its hash" },
    { name: "base-key", value: "FILE", summary: "signify key that the base must be signed with" },
    { name: "whole", summary: "install in one go, instead of stamping a copy of a base" },
    { name: "stamp", summary: "stamp a copy of a base, even of a release not tested yet" },
    { name: "cold", summary: "boot the installer for a stamp, instead of resuming a saved one" },
    {
      name: "identity-from",
      value: "DEVICE|IMAGE",
      summary: "take over the ssh host keys, IKE keys and soii.key of the disk that is replaced",
    },
    {
      name: "format",
      value: "raw|qcow2",
      summary: "qcow2: an overlay on the base, which is put beside the folder; default raw",
    },
    { name: "force", summary: "build even if nothing has changed since the last build" },
    { name: "verbose", summary: "show the console" },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note } = context;
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", build);
    const timeout = timeoutFlag(flags.timeout, build);
    const jobs = jobsFlag(flags.jobs);
    const { fault } = context.testing;
    const text = (name: "out" | "mirror" | "key") =>
      typeof flags[name] === "string" ? { [name]: flags[name] } : {};
    const each = {
      accelerator: accelFlag(flags.accel, build),
      verify: flags.verify === true,
      rehearse: flags.rehearse === true,
      strict: flags.strict === true,
      cold: flags.cold === true,
      force: flags.force === true,
      ...wayOf(flags),
      ...formatOf(flags),
      ...baseOf(flags),
      ...text("mirror"),
      ...text("key"),
    };
    const all = { ...text("out"), ...(timeout === undefined ? {} : { timeout }) };
    const make = (from: string | Gateway, options: BuildOptions, around: BuildSurroundings = {}) =>
      buildAmong(from, options, { ...around, ...(fault ? { fault: parseFault(fault) } : {}) })
        .catch((error) => {
          throw ofThisRelease(error, flags);
        });
    const from = flags["identity-from"];
    const identity = typeof from === "string" ? { identityFrom: from } : {};
    if (more.length > 0) {
      if (from !== undefined) throw usageError("--identity-from takes only one description", build);
      return await buildSeveral(words, { each, ...all, ...jobs, make }, context);
    }
    const started = performance.now();
    using watch = watchBuild(context);
    const result = await make(file, {
      ...each,
      ...all,
      ...identity,
      signal,
      onEvent: watch.onEvent,
    });
    const { manifest, out } = result;
    if (json) {
      print(JSON.stringify(result));
      return EXIT.done;
    }
    for (const path of builtPaths(out, manifest)) print(path);
    const seconds = (performance.now() - started) / 1000;
    note(result.unchanged ? unchangedLine(result) : builtLine(manifest, seconds));
    for (const line of nextSteps(file, out, manifest)) note(line);
    return EXIT.done;
  },
};

/** Parallel builds. */
function jobsFlag(value: string | true | undefined): { jobs?: number } {
  if (value === undefined) return {};
  if (/^[1-9]\d{0,2}$/.test(String(value))) return { jobs: Number(value) };
  throw usageError(`--jobs ${value} is not a number of builds; give 1 to 999`, build);
}

/** A base from elsewhere. */
function baseOf({ base, "base-key": key, whole }: Context["flags"]): Pick<BuildOptions, "base"> {
  if (typeof base !== "string") {
    if (key !== undefined) throw usageError("--base-key needs --base", build);
    return {};
  }
  if (whole === true) throw usageError("--whole cannot be combined with --base", build);
  return { base: { from: base, ...(typeof key === "string" ? { key } : {}) } };
}

/** Format of the disk. */
function formatOf({ format, whole }: Context["flags"]): Pick<BuildOptions, "format"> {
  if (format === undefined || format === "raw") return {};
  if (format !== "qcow2") {
    throw usageError(`--format ${format} is not known; give raw or qcow2`, build);
  }
  if (whole === true) throw usageError("--whole cannot be combined with --format qcow2", build);
  return { format };
}

/** How the disk is made, if given. */
function wayOf({ whole, stamp, cold }: Context["flags"]): Pick<BuildOptions, "way"> {
  if (whole !== true) return stamp === true ? { way: "stamp" } : {};
  if (stamp === true || cold === true) {
    throw usageError("--whole cannot be combined with --stamp or --cold", build);
  }
  return { way: "whole" };
}
