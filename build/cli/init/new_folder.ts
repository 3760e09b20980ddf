/**
 * Writes a new description and its secrets into a folder: everything or nothing, without
 * overwriting.
 * @module
 */
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadGateway as readGateway } from "../../../gateway/load/load.ts";
import { DescriptionError } from "../../../gateway/document/problem.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { GatewrightError } from "../../../host/error.ts";
import { ownFolder } from "../../../host/own_folder.ts";
import { writeFault } from "../../../host/write_fault.ts";
import { filled } from "./filled.ts";
import type { Kind } from "./kind.ts";
import { makeSecrets } from "./make_secrets.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** Options of a new folder. */
export interface NewFolder {
  /** The folder, which is created if it does not exist. */
  folder: string;
  /** Kind of the gateway. */
  kind: Kind;
  /** Answers, by flag of the question. */
  answers: ReadonlyMap<string, string>;
  /**
   * The administrator's public ssh key; undefined: the placeholder of the example, which admits
   * nobody.
   */
  key: string | undefined;
  /** Aborts it. */
  signal: AbortSignal;
}

/** Result. */
export interface MadeFolder {
  /** Descriptions of gateways, relative to the current folder. */
  descriptions: string[];
  /** All other files, relative to the current folder. */
  others: string[];
}

/** The name for a file of `kind`: the description of a single gateway is named after its host. */
function nameOf({ files, gateways }: Kind, at: number, hostname: string | undefined): string {
  const own = files[at]!.split("/").at(-1)!;
  return gateways === 1 && hostname ? `${hostname.split(".")[0]!}.yaml` : own;
}

/**
 * Makes the description of a new gateway and its secrets.
 *
 * @throws {GatewrightError} (description) if the answers do not give a valid gateway, or a file
 * exists already; nothing is written then.
 */
export async function makeFolder(wanted: NewFolder): Promise<MadeFolder> {
  try {
    return await make(wanted);
  } catch (error) {
    throw await writeFault(error, {
      message: "the folder cannot be written",
      where: wanted.folder,
      instead: "name another folder: gatewright init DIR",
      next: "name a folder that you may write to",
    });
  }
}

async function make(wanted: NewFolder): Promise<MadeFolder> {
  const { folder, kind, answers, key, signal } = wanted;
  const hostname = answers.get("hostname") ??
    kind.questions.find(({ flag }) => flag === "hostname")?.initial;
  const existed = await exists(folder);
  const parent = existed ? folder : dirname(resolve(folder));
  if (!existed) await Deno.mkdir(parent, { recursive: true });
  await using staged = await ownFolder(parent, ".gatewright-init-");
  const descriptions: string[] = [];
  for (const [at, file] of kind.files.entries()) {
    const text = filled(await Deno.readTextFile(EXAMPLES + file), kind.questions, answers, key);
    const name = nameOf(kind, at, hostname);
    await Deno.writeTextFile(join(staged.path, name), text, { mode: 0o644 });
    descriptions.push(name);
  }
  const gateways = descriptions.slice(-kind.gateways);
  const secrets = await makeAndCheck(staged.path, gateways, signal);
  const files = [...descriptions, ...secrets];
  for (const name of files) {
    if (await exists(join(folder, name))) throw inTheWay(join(folder, name));
  }
  await place(staged.path, folder, files);
  const typed = (name: string) => join(folder, name);
  return {
    descriptions: gateways.map(typed),
    others: files.filter((name) => !gateways.includes(name)).map(typed),
  };
}

const inTheWay = (path: string) =>
  new GatewrightError("the file exists already, and nothing is overwritten", {
    where: path,
    next: "name another folder: gatewright init DIR",
  });

/** Generates the secrets of the staged files, and checks everything as `check` does. */
async function makeAndCheck(
  folder: string,
  names: string[],
  signal: AbortSignal,
): Promise<string[]> {
  const files = names.map((name) => join(folder, name));
  try {
    const secrets = new Set<string>();
    for (const file of files) {
      const { gateway } = await readGateway(file);
      if (secrets.size > 0) continue; // both halves of a pair have the same secrets
      for (const path of await makeSecrets(gateway, folder, signal)) secrets.add(path);
    }
    for (const { error } of await loadTogether(files, {}, signal)) if (error) throw error;
    return [...secrets];
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    const said = error.problems.filter(({ severity }) => severity === "error")
      .map(({ path, message }) => `${path}: ${message}`).join("\n");
    throw new GatewrightError("the answers do not describe a valid gateway", {
      kind: "description",
      why: said,
      next: "change the answers; nothing was written",
    });
  }
}

/** Links the staged files into `folder`, or leaves it as it was; link(2) never overwrites. */
async function place(staged: string, folder: string, names: string[]): Promise<void> {
  const made: string[] = [];
  let name = "";
  try {
    for (name of names) {
      const to = join(folder, name);
      const mode = name.includes("/") ? 0o700 : 0o755;
      const above = dirname(to);
      if (!await exists(above)) {
        await Deno.mkdir(above, { recursive: true, mode });
        made.push(above);
      }
      await Deno.link(join(staged, name), to);
      made.push(to);
    }
    name = ".gitignore";
    if (!await exists(join(folder, name))) made.push(join(folder, name));
    await ignoreSecrets(folder);
  } catch (error) {
    for (const path of made.reverse()) await Deno.remove(path).catch(() => {});
    if (error instanceof Deno.errors.AlreadyExists) {
      throw inTheWay(relative(Deno.cwd(), join(folder, name)));
    }
    throw error;
  }
}

/** Makes git(1) ignore the secrets; a line is added to an existing .gitignore. */
async function ignoreSecrets(folder: string): Promise<void> {
  const path = join(folder, ".gitignore");
  const there = await Deno.readTextFile(path).catch(() => "");
  if (there.split("\n").includes("secrets/")) return;
  const gap = there === "" || there.endsWith("\n") ? "" : "\n";
  await Deno.writeTextFile(path, `${gap}secrets/\n`, { append: true });
}

const exists = (path: string) => Deno.lstat(path).then(() => true, () => false);
