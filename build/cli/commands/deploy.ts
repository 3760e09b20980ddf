/**
 * `gatewright deploy`: puts an image where the guest boots from.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import { type DeployEvent, deployImage } from "../../../images/deploy/deploy.ts";
import type { Target } from "../../../images/deploy/target.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { plain } from "../plain.ts";
import { usageError } from "../usage.ts";

function ask(target: Target): Promise<boolean> {
  const what = target.content ? `it holds ${plain(target.content)}` : "it looks blank";
  const where = target.realPath === target.path ? "" : ` (${target.realPath})`;
  const question = `Overwrite ${target.path}${where}, ${target.size} bytes, ${what}? [y/N]`;
  return Promise.resolve(/^y(es)?$/i.test(prompt(question) ?? ""));
}

/** Events as lines, a step at each tenth. */
function progressLines(note: (line: string) => void): (event: DeployEvent) => void {
  let last = "";
  return (event) => {
    if (event.type === "check") note(`check: ${event.what}`);
    if (event.type === "target") note(`target: ${event.target.path} (${event.target.kind})`);
    if (event.type === "notice") note(`note: ${event.text}`);
    if (event.type !== "progress") return;
    const { step, percent } = event.progress;
    const text = `${step}: ${Math.floor(percent / 10) * 10} %`;
    if (text !== last) note(text);
    last = text;
  };
}

/** The command. */
export const deploy: Command = {
  name: "deploy",
  summary: "write an image onto a block device or into a file, and read it back",
  usage: "IMAGE|DIR TARGET [--connect URI] [--yes] [--force] [--no-verify] [--rehearsal] [--json]",
  example: "gatewright deploy out /dev/vg0/vpn-server --connect qemu:///system",
  flags: [
    { name: "connect", value: "URI", summary: "libvirt to ask which domains use the target" },
    { name: "yes", summary: "do not ask" },
    { name: "force", summary: "overwrite a target that holds something" },
    { name: "no-verify", summary: "do not read back what was written" },
    { name: "rehearsal", summary: "accept the image of a rehearsal" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [image, target, ...more] = words;
    if (image === undefined || target === undefined) {
      throw usageError(`no ${image === undefined ? "image" : "target"} given`, deploy);
    }
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, deploy);
    const person = Deno.stdin.isTerminal() && Deno.stdout.isTerminal();
    const result = await deployImage({
      image,
      target,
      yes: flags.yes === true,
      force: flags.force === true,
      verify: flags["no-verify"] !== true,
      rehearsal: flags.rehearsal === true,
      signal,
      onEvent: progressLines(note),
      ...(typeof flags.connect === "string" ? { connect: flags.connect } : {}),
      ...(person && !json ? { confirm: ask } : {}),
    });
    const how = result.verified ? "written and read back" : "written, not read back";
    print(json ? JSON.stringify(result) : `${result.target}: ${result.size} bytes ${how}`);
    return EXIT.done;
  },
};
