/**
 * `gatewright base`: builds a base, as an artifact of CI.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import { NEWEST } from "../../../gateway/openbsd/releases.ts";
import { EXIT } from "../../../host/error.ts";
import { loadGateway, parseGateway } from "../../../site/load_gateway.ts";
import { buildBase } from "../../build_base.ts";
import { ACCEL_FLAG, accelFlag, releaseFlags, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { afterBase, builtPaths } from "../next_steps.ts";
import { usageError } from "../usage.ts";
import { watchBuild } from "../watch_build.ts";

/** A gateway without a login would fail the check; a base has no key at all. */
const KEY =
  "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKcnPlz2Q8fL0OQ9Gq8m1b1mZ1b1mZ1b1mZ1b1mZ1b1m nobody";

/** The command. */
export const base: Command = {
  name: "base",
  usage:
    "[FILE] [--release RELEASE] [--arch amd64|i386] [--disk SIZE] [--layout LAYOUT] [--hardware virtio|legacy] [--cpus N] [--out DIR] [--mirror URL] [--key FILE] [--accel auto|kvm|tcg] [--timeout TIME] [--verbose] [--json]",
  example: "gatewright base examples/hq.yaml --out out/base",
  flags: [
    { name: "release", value: "RELEASE", summary: `what is installed; default ${NEWEST}` },
    { name: "arch", value: "amd64|i386", summary: "architecture; default amd64" },
    { name: "disk", value: "SIZE", summary: "size of the disk, such as 6G; default 6G" },
    {
      name: "layout",
      value: "LAYOUT",
      summary: "single, auto, or a list as in disk.layout; default single",
    },
    { name: "hardware", value: "virtio|legacy", summary: "as domain.hardware; default virtio" },
    {
      name: "cpus",
      value: "N",
      summary: "more than one installs the multiprocessor kernel; default 1, as domain.vcpus",
    },
    { name: "out", value: "DIR", summary: "folder of the results; default out/base" },
    { name: "mirror", value: "URL", summary: "mirror up to pub/OpenBSD: https, http or file" },
    { name: "key", value: "FILE", summary: "signify key that the release is signed with" },
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    { name: "verbose", summary: "show the console" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words: [file, ...more], flags, json, signal, print, note } = context;
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, base);
    const timeout = timeoutFlag(flags.timeout, base);
    const gateway = file === undefined
      ? parseGateway(descriptionOf(flags), "gatewright base").gateway
      : await kindOf(file, context);
    const out = typeof flags.out === "string" ? flags.out : "out/base";
    using watch = watchBuild(context);
    const manifest = await buildBase(gateway, {
      out,
      accelerator: accelFlag(flags.accel, base),
      ...(timeout === undefined ? {} : { timeout }),
      signal,
      onEvent: watch.onEvent,
    });
    if (json) {
      print(JSON.stringify({ out, manifest }));
      return EXIT.done;
    }
    for (const path of builtPaths(out, manifest)) print(path);
    for (const line of afterBase(file, out, releaseFlags(flags))) note(line);
    return EXIT.done;
  },
};

/** The gateway whose base a description asks for. */
async function kindOf(file: string, { flags, signal }: Context): Promise<Gateway> {
  const given = ["release", "arch", "disk", "layout", "hardware", "cpus"].find((one) => flags[one]);
  if (given) throw usageError(`--${given} and a description: the description says it`, base);
  const { gateway } = await loadGateway(file, { signal });
  const release = {
    ...gateway.release,
    ...(typeof flags.mirror === "string" ? { mirror: flags.mirror.replace(/\/+$/, "") } : {}),
    ...(typeof flags.key === "string" ? { key: flags.key } : {}),
  };
  return { ...gateway, release };
}

/** A description that contains only the values of the flags. */
function descriptionOf(flags: Context["flags"]): string {
  const text = (name: string, otherwise: string) => {
    const value = flags[name];
    return JSON.stringify(typeof value === "string" ? value : otherwise);
  };
  const layout = typeof flags.layout === "string" ? flags.layout : "single";
  if (/[\n\r]/.test(layout)) throw usageError("--layout is one line", base);
  const cpus = flags.cpus ?? "1";
  if (!/^[1-9]\d{0,2}$/.test(String(cpus))) {
    throw usageError(`--cpus ${cpus} is not a number`, base);
  }
  const card = flags.hardware === "legacy" ? "em0" : "vio0";
  const more = ["mirror", "key"].filter((name) => typeof flags[name] === "string")
    .map((name) => `, ${name}: ${text(name, "")}`);
  return `name: base
hostname: base
release: {version: ${text("release", NEWEST)}, arch: ${text("arch", "amd64")}${more.join("")}}
disk: {size: ${text("disk", "6G")}, layout: ${layout}}
network: {interfaces: [{name: ${card}, address: 192.0.2.2/24}], gateway: 192.0.2.1}
access: {rootKeys: ["${KEY}"]}
domain: {hardware: ${text("hardware", "virtio")}, vcpus: ${cpus}}
`;
}
