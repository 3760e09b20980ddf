/**
 * `gatewright inspect`: what is on a disk, without booting it.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import { inspectImage, type Inspection } from "../../../images/inspect.ts";
import { cat, type FileInfo, ls, stat, sum, tree } from "../../../images/inspect_commands.ts";
import { loadGateway } from "../../../spec/load.ts";
import { resolveSecrets } from "../../../spec/secrets.ts";
import { renderGateway } from "../../render.ts";
import { judgeImage, verdictLines } from "../../verdict.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { plain } from "../plain.ts";
import { unknownWord, usageError } from "../usage.ts";

const KINDS: Record<string, string> = { directory: "d", symlink: "l", file: "-" };

function fileLine(file: FileInfo): string {
  const size = file.device ? `${file.device.major},${file.device.minor}` : String(file.size);
  const target = file.target === undefined ? "" : ` -> ${plain(file.target)}`;
  const owner = `${file.uid}:${file.gid}`;
  return `${KINDS[file.kind] ?? file.kind} ${file.mode} ${owner.padStart(9)} ${size.padStart(10)} ${
    file.mtime ?? "-"
  } ${plain(file.path)}${target}`;
}

const mib = (bytes: number) => `${(bytes / (1 << 20)).toFixed(1)} MiB`;

function summary(image: Inspection, { json, print }: Context): void {
  const { path, size, scheme, mbr, gpt, start, label } = image;
  if (json) {
    const fileSystems = image.fileSystems.map(({ fs: _, ...rest }) => rest);
    const { rehearsal } = image;
    print(
      JSON.stringify(
        { path, size, rehearsal, scheme, mbr, gpt, start, label, fileSystems },
        null,
        2,
      ),
    );
    return;
  }
  print(`${path}: ${mib(size)}, ${scheme}, OpenBSD from sector ${start}, DUID ${label.duid}`);
  if (image.rehearsal) print("  made by a rehearsal: it does not boot OpenBSD");
  for (const part of label.partitions) {
    const system = image.fileSystems.find(({ letter }) => letter === part.letter);
    const rest = system
      ? `FFS${system.version} ${plain(system.mount ?? "not mounted")}, ${mib(system.size)}, ` +
        `${mib(system.used)} used, ${system.clean ? "clean" : "NOT clean"}`
      : `${part.type}, ${mib(part.size * 512)}`;
    print(`  ${part.letter}: ${rest}`);
  }
}

/** Writes all bytes; an interrupt is heard while a reader is slow. */
async function write(bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}

type Action = (image: Inspection, path: string, context: Context) => Promise<void>;

const ACTIONS: Record<string, Action> = {
  ls: async (image, path, { json, print }) => {
    const files = await ls(image.tree, path);
    if (json) print(JSON.stringify(files, null, 2));
    else for (const file of files) print(fileLine(file));
  },
  cat: async (image, path, { signal }) => {
    for await (const bytes of cat(image.tree, path)) {
      signal.throwIfAborted();
      await write(bytes);
    }
  },
  stat: async (image, path, { json, print }) => {
    const file = await stat(image.tree, path);
    print(json ? JSON.stringify(file, null, 2) : fileLine(file));
  },
  sum: async (image, path, { json, print }) => {
    const sha256 = await sum(image.tree, path);
    print(json ? JSON.stringify({ path, sha256 }) : `${sha256}  ${plain(path)}`);
  },
  // One object a line: a disk has more files than fit into memory comfortably.
  tree: async (image, path, { json, signal, print }) => {
    for await (const file of tree(image.tree, path, { sha256: json })) {
      signal.throwIfAborted();
      print(json ? JSON.stringify(file) : fileLine(file));
    }
  },
};

/** The verdict on the disk of a spec. */
async function against(
  image: string,
  spec: string,
  { json, print, signal }: Context,
): Promise<number> {
  const { gateway } = await loadGateway(spec);
  const { secrets } = await resolveSecrets(gateway, signal);
  const { files } = await renderGateway(gateway, secrets);
  const verdict = await judgeImage(image, gateway, files, secrets);
  const lines = verdictLines(verdict);
  if (json) print(JSON.stringify(verdict, null, 2));
  else {for (const line of lines.length > 0 ? lines : [`${image}: ok`]) {
      print(line.replace(/[^\n\t]+/g, plain));
    }}
  return lines.length > 0 ? EXIT.verification : EXIT.done;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) =>
    signal.addEventListener("abort", () => reject(signal.reason), { once: true })
  );
}

/** The command. */
export const inspect: Command = {
  name: "inspect",
  summary: "show what is on a raw disk image, without booting or mounting it",
  usage: "IMAGE [ls|cat|stat|sum PATH | tree [PATH]] [--against FILE] [--json]",
  example: "gatewright inspect out/disk.raw cat /etc/pf.conf",
  flags: [{
    name: "against",
    value: "FILE",
    summary: "hold the disk against this spec: every file of the site set, and hygiene",
  }, { ...JSON_FLAG, summary: "print JSON; of tree: one object a line, with hashes" }],
  async run(context) {
    const [path, action, file, ...more] = context.words;
    if (path === undefined) throw usageError("no image to inspect", inspect);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, inspect);
    if (action !== undefined && !Object.hasOwn(ACTIONS, action)) {
      throw unknownWord("action", action, Object.keys(ACTIONS), inspect);
    }
    if (action !== undefined && file === undefined && action !== "tree") {
      throw usageError(`${action} of which path?`, inspect);
    }
    if (typeof context.flags.against === "string") {
      if (action !== undefined) throw usageError(`--against goes without ${action}`, inspect);
      return await against(path, context.flags.against, context);
    }
    using image = await inspectImage(path);
    if (action === undefined) summary(image, context);
    else {
      // Nothing is written anywhere, so an interrupt need not wait for a long hash to end.
      const work = ACTIONS[action]!(image, file ?? "/", context);
      await Promise.race([work, aborted(context.signal)]);
    }
    return EXIT.done;
  },
};
