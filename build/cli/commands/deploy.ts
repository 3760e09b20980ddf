/**
 * `gatewright deploy`: writes an image to the disk of a guest, and defines the guest in libvirt.
 * @module
 */
import type { Target } from "../../../images/deploy/target.ts";
import { EXIT } from "../../../host/error.ts";
import {
  type DefineWish,
  deployGateway,
  type DeployGatewayResult,
} from "../../deliver/deploy_gateway.ts";
import { signedFiles } from "../../deliver/signed_checksum.ts";
import { TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { deployNext } from "../deploy_next.ts";
import { deployLines } from "../deploy_lines.ts";
import { plain } from "../../../host/printable.ts";
import { usageError } from "../usage.ts";

function question(target: Target): string {
  if (target.kind === "absent") return `Make ${target.path}, which does not exist? [y/N]`;
  const what = target.content ? `it holds ${plain(target.content)}` : "it is blank";
  const where = target.realPath === target.path ? "" : ` (${target.realPath})`;
  return `Overwrite ${target.path}${where}, ${target.size} bytes, ${what}? [y/N]`;
}

/** The values of `--define` and related flags. */
function wish({ flags }: Context): DefineWish | undefined {
  if (flags.define !== true) {
    for (const name of ["start", "replace", "xml"]) {
      if (flags[name] !== undefined) throw usageError(`--${name} needs --define`, deploy);
    }
    return undefined;
  }
  const timeout = timeoutFlag(flags.timeout, deploy);
  return {
    replace: flags.replace === true,
    start: flags.start === true,
    ...(typeof flags.xml === "string" ? { xml: flags.xml } : {}),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

function resultLines(result: DeployGatewayResult): string[] {
  const { target, size, verified, growth, identity, domain } = result;
  const lines = [`${target}: ${size} bytes written${verified ? " and" : ", not"} read back`];
  if (growth) {
    const { letter, from, to } = growth;
    lines.push(`${target}: file system ${letter} grew from ${from} to ${to} bytes`);
  }
  if (identity) lines.push(`${target}: its DUID is ${identity.duid}, its seeds are its own`);
  if (domain) {
    const { name, change, disk, before, checks } = domain;
    const done = change === "same" ? "was already defined like this" : "defined";
    lines.push(`${name}: ${done}${checks ? ", started, login: seen" : ""}; its disk is ${disk}`);
    if (before !== undefined) lines.push(`${name}: its disk was ${before}, which is untouched`);
  }
  return lines;
}

/** The command. */
export const deploy: Command = {
  name: "deploy",
  usage: "IMAGE|DIR TARGET [--define [--xml FILE] [--replace] [--start]] [--connect URI] " +
    "[--key PUBKEY] [--grow] [--yes] [--force] [--no-verify] [--no-check] [--shared] [--rehearsal] [--timeout TIME] [--json]",
  example: "gatewright deploy out/hq /dev/vg0/vpn-server --define --start --yes",
  flags: [
    { name: "define", summary: "define the domain of the build, with TARGET as its disk" },
    { name: "xml", value: "FILE", summary: "define this domain (gatewright domain) instead" },
    { name: "replace", summary: "replace the domain of that name, and its disk" },
    { name: "start", summary: "start the domain, wait for its login: and its self-check" },
    { name: "connect", value: "URI", summary: "libvirt, such as qemu+ssh://root@host/system" },
    { name: "shared", summary: "the host of --connect sees TARGET under the same path" },
    {
      name: "key",
      value: "PUBKEY",
      summary: "accept only an image signed with this key (see pack)",
    },
    { name: "grow", summary: "grow the last file system to fill a larger TARGET" },
    { name: "yes", summary: "do not ask" },
    { name: "force", summary: "overwrite a target that is not blank" },
    { name: "no-verify", summary: "do not read back what was written" },
    {
      name: "no-check",
      formerly: "no-verdict",
      summary: "write an image that fails the checks of inspect",
    },
    { name: "rehearsal", summary: "accept the image of a rehearsal" },
    {
      ...TIMEOUT_FLAG,
      summary: "wait for login: no longer than 900 (seconds), 15m (default) or 1h",
    },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note, ask } = context;
    const [image, target, ...more] = words;
    if (image === undefined || target === undefined) {
      throw usageError(`no ${image === undefined ? "image" : "target"} given`, deploy);
    }
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, deploy);
    const define = wish(context);
    const { key } = flags;
    const vouched = typeof key === "string" ? await signedFiles(image, key) : undefined;
    const result = await deployGateway({
      image,
      target,
      yes: flags.yes === true,
      force: flags.force === true,
      verify: flags["no-verify"] !== true,
      check: flags["no-check"] !== true,
      rehearsal: flags.rehearsal === true,
      shared: flags.shared === true,
      grow: flags.grow === true,
      signal,
      onEvent: json ? () => {} : deployLines(context),
      ...(vouched ? { sha256: vouched.sha256, signed: vouched.files } : {}),
      ...(define ? { define } : {}),
      ...(typeof flags.connect === "string" ? { connect: flags.connect } : {}),
      ...(ask && !json ? { confirm: (one) => Promise.resolve(ask(question(one))) } : {}),
    });
    if (json) print(JSON.stringify(result));
    else for (const line of resultLines(result)) print(line);
    if (!json && !define) { for (const line of await deployNext(image, target)) note(line); }
    return EXIT.done;
  },
};
