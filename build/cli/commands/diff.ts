/**
 * `gatewright diff`: shows how a gateway or a disk differs from its description.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { plain } from "../../../host/printable.ts";
import { resolveSecrets } from "../../../gateway/secrets/secrets.ts";
import { compareParts, type InstalledFiles } from "../../../images/compare/installed_files.ts";
import { compareSite, type Difference } from "../../../images/compare/compare_site.ts";
import { ownPaths, undescribed } from "../../../images/compare/undescribed.ts";
import { openImage } from "../../../images/deploy/image_input.ts";
import { sliceSource } from "../../../images/disk/source.ts";
import { inspectSource } from "../../../images/inspect/inspect.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { filesOn, queryState } from "../../push/query_state.ts";
import { remoteTree } from "../../push/remote_tree.ts";
import { readSite } from "../../render.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { SSH_CONFIG_FLAG, SSH_FLAG, sshTarget } from "../ssh_flags.ts";
import { usageError } from "../usage.ts";

async function ofGateway(
  context: Context,
  dest: string,
  wanted: InstalledFiles,
): Promise<Difference[]> {
  const { base = "" } = context.testing;
  const remote = await queryState(sshTarget(context, dest), wanted, context.signal, base);
  const tree = remoteTree(remote);
  return [
    ...await compareSite({ tree }, wanted.whole),
    ...await compareParts({ tree }, wanted.parts),
    ...undescribed(remote.found, wanted.whole),
  ];
}

async function ofImage(
  { signal }: Context,
  given: string,
  wanted: InstalledFiles,
): Promise<Difference[]> {
  await using image = await openImage(given, { checked: false, signal });
  using disk = await inspectSource(sliceSource(image.source, 0, image.source.size));
  return [
    ...await compareSite(disk, wanted.whole),
    ...await compareParts(disk, wanted.parts),
    ...undescribed(await ownPaths(disk.tree), wanted.whole),
  ];
}

/** The command. */
export const diff: Command = {
  name: "diff",
  usage: "FILE [IMAGE|DIR|DEVICE] [--ssh DEST] [--ssh-config FILE] [--json]",
  example: "gatewright diff examples/hq.yaml --ssh paul@10.0.0.50",
  flags: [SSH_FLAG, SSH_CONFIG_FLAG, JSON_FLAG],
  async run(context) {
    const { words, flags, json, signal, print } = context;
    const [file, image, ...more] = words;
    if (file === undefined) throw usageError("no file given", diff);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, diff);
    if ((image === undefined) === (flags.ssh === undefined)) {
      throw usageError("give either IMAGE or --ssh DEST", diff);
    }
    const { gateway } = await loadGateway(file, { signal });
    const { secrets } = await resolveSecrets(gateway, signal);
    const { files } = await readSite(gateway, secrets, signal);
    const wanted = filesOn(files);
    const differences = image === undefined
      ? await ofGateway(context, String(flags.ssh), wanted)
      : await ofImage(context, image, wanted);
    if (json) print(JSON.stringify(differences, null, 2));
    else {
      for (const { path, message, diff: text } of differences) {
        print(plain(`${path} ${message}`));
        for (const line of text?.trimEnd().split("\n") ?? []) print(plain(`  ${line}`));
      }
      if (differences.length === 0) print(`${image ?? flags.ssh}: as described`);
    }
    return differences.length > 0 ? EXIT.verification : EXIT.done;
  },
};
