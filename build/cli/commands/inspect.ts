/**
 * `gatewright inspect`: shows and checks a disk without booting it.
 * @module
 */
import { keptFiles, knownExpectations } from "../../../images/hygiene/expectations.ts";
import type { Built } from "../../../images/manifest/find_built.ts";
import { checkHygiene } from "../../../images/hygiene/hygiene.ts";
import { type Inspection, inspectSource } from "../../../images/inspect/inspect.ts";
import { cat, ls, stat, sum, tree } from "../../../images/inspect/file_commands.ts";
import {
  type Marks,
  marksOf,
  sharedBeside,
  sharedMarks,
} from "../../../images/inspect/shared_identity.ts";
import { type ImageInput, openImage } from "../../../images/deploy/image_input.ts";
import { otherMeant } from "../../../images/deploy/refuse_image.ts";
import { sliceSource } from "../../../images/disk/source.ts";
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { unlessAborted } from "../../../host/unless_aborted.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { resolveSecrets } from "../../../gateway/secrets/secrets.ts";
import { readSite } from "../../render.ts";
import { compareDisk, type DiskComparison } from "../../compare_disk.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import {
  comparisonReport,
  countProblems,
  diskData,
  diskLines,
  fileLine,
  sharedLine,
} from "../inspect_report.ts";
import { plain } from "../../../host/printable.ts";
import { unknownWord, usageError } from "../usage.ts";

type Action = (image: Inspection, path: string, context: Context) => Promise<void>;

const ACTIONS = new Map<string, Action>(Object.entries(
  {
    ls: async (image, path, { json, print }) => {
      const files = await ls(image.tree, path);
      if (json) print(JSON.stringify(files, null, 2));
      else for (const file of files) print(fileLine(file));
    },
    cat: async (image, path, { signal, content }) => {
      for await (const bytes of cat(image.tree, path)) {
        signal.throwIfAborted();
        await content(bytes);
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
    // One object per line: the list of files may not fit into memory.
    tree: async (image, path, { json, signal, print }) => {
      for await (const file of tree(image.tree, path, { sha256: json })) {
        signal.throwIfAborted();
        print(json ? JSON.stringify(file) : fileLine(file));
      }
    },
  },
));

/**
 * Compares with the description if there is one, else with the manifest and domain beside the
 * image.
 */
async function compare(
  disk: Inspection,
  built: Built,
  description: string | undefined,
  signal: AbortSignal,
): Promise<DiskComparison> {
  if (description === undefined) {
    const expected = await knownExpectations(disk, built);
    return { differences: [], hygiene: await checkHygiene(disk, expected, { signal }) };
  }
  const { gateway } = await loadGateway(description, { signal });
  const { secrets } = await resolveSecrets(gateway, signal);
  const { files } = await readSite(gateway, secrets, signal);
  return await compareDisk(disk, gateway, files, secrets, { kept: keptFiles(built), signal });
}

/** Reads a disk; closing it leaves the image open. */
async function readDisk({ source, built }: ImageInput): Promise<Inspection> {
  try {
    return await inspectSource(sliceSource(source, 0, source.size));
  } catch (error) {
    if (!(error instanceof GatewrightError)) throw error;
    throw await otherMeant(error, built.image) ?? error;
  }
}

/** The disk, and unless only that is wanted, the comparison. */
async function show(disk: Inspection, built: Built, context: Context): Promise<number> {
  const { flags, json, print, signal } = context;
  const description = typeof flags.against === "string" ? flags.against : undefined;
  if (flags["no-check"] === true) {
    if (json) print(JSON.stringify(diskData(disk), null, 2));
    else for (const line of diskLines(disk)) print(line);
    return EXIT.done;
  }
  if (!json) { for (const line of diskLines(disk)) print(line); }
  const comparison = await compare(disk, built, description, signal);
  const ok = countProblems(comparison) === 0;
  const shares = await sharedBeside(disk, built);
  if (json) print(JSON.stringify({ ...diskData(disk), ok, ...comparison, shares }, null, 2));
  else {
    for (const { image, what } of shares) print(sharedLine("note", built.image, image, what));
    for (const line of comparisonReport(built.image, comparison, description)) print(line);
  }
  return ok ? EXIT.done : EXIT.verification;
}

/** What any two of several images have in common. */
async function compareIdentities(
  given: readonly string[],
  { json, print, signal }: Context,
): Promise<number> {
  const inspected: { given: string; real: string; image: string; marks: Marks }[] = [];
  for (const one of given) {
    await using image = await openImage(one, { checked: false, signal });
    using disk = await readDisk(image);
    const real = await Deno.realPath(image.built.image);
    const twin = inspected.find((other) => other.real === real);
    if (twin) {
      throw usageError(`${one} and ${twin.given} are the same image; name another one`, inspect);
    }
    inspected.push({ given: one, real, image: image.built.image, marks: await marksOf(disk) });
  }
  const shared = inspected.flatMap((one, at) =>
    inspected.slice(at + 1).flatMap((other) => {
      const what = sharedMarks(one.marks, other.marks);
      return what.length > 0 ? [{ images: [one.image, other.image], what }] : [];
    })
  );
  const ok = shared.length === 0;
  if (json) {
    const images = inspected.map(({ image, marks }) => ({ image, duid: marks.get("DUID") }));
    print(JSON.stringify({ ok, images, shared }, null, 2));
    return ok ? EXIT.done : EXIT.verification;
  }
  for (const { images: [one, other], what } of shared) {
    print(sharedLine("NOT ok", one!, other!, what));
  }
  if (ok) print(`${inspected.length} images: no two share an identity`);
  return ok ? EXIT.done : EXIT.verification;
}

/** Whether the second argument is an image: it looks like a path, or exists. */
async function isImage(word: string): Promise<boolean> {
  return /[/.]/.test(word) || await Deno.stat(word).then(() => true, () => false);
}

/** The command. */
export const inspect: Command = {
  name: "inspect",
  usage:
    "IMAGE|DIR [ls|cat|stat|sum PATH | tree [PATH] | IMAGE|DIR...] [--against FILE] [--no-check] [--json]",
  words: [undefined, ["ls", "cat", "stat", "sum", "tree"]],
  example: "gatewright inspect out/hq cat /etc/pf.conf",
  flags: [{
    name: "against",
    value: "FILE",
    summary: "also compare the disk with this description: every file of the site set",
  }, {
    name: "no-check",
    formerly: "no-verdict",
    summary: "no checks; exit 0 whatever is on the disk",
  }, { ...JSON_FLAG, summary: "print JSON; of tree: one object a line, with hashes" }],
  async run(context) {
    const { flags, signal } = context;
    const [given, action, file, ...more] = context.words;
    if (given === undefined) throw usageError("no image to inspect", inspect);
    if (action !== undefined && !ACTIONS.has(action) && await isImage(action)) {
      for (const name of ["against", "no-check"]) {
        if (flags[name] !== undefined) throw usageError(`--${name} takes only one image`, inspect);
      }
      return await unlessAborted(compareIdentities(context.words, context), signal);
    }
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, inspect);
    if (action !== undefined && !ACTIONS.has(action)) {
      throw unknownWord("action", action, [...ACTIONS.keys()], inspect);
    }
    if (action !== undefined && file === undefined && action !== "tree") {
      throw usageError(`${action} needs a path`, inspect);
    }
    for (const name of ["against", "no-check"]) {
      if (action !== undefined && flags[name] !== undefined) {
        throw usageError(`--${name} cannot be combined with ${action}`, inspect);
      }
    }
    if (flags.against !== undefined && flags["no-check"] !== undefined) {
      throw usageError("--against and --no-check contradict each other", inspect);
    }
    // A packed image is unpacked temporarily; its hash is not checked.
    const checked = false;
    await using image = await openImage(given, { checked, signal });
    const { built } = image;
    using disk = await readDisk(image);
    // Nothing is written, so an interrupt need not wait for the end of a long hash.
    const work = action === undefined
      ? show(disk, built, context)
      : ACTIONS.get(action)!(disk, file ?? "/", context).then(() => EXIT.done);
    return await unlessAborted(work, signal);
  },
};
