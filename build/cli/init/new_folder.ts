/**
 * Puts a new description and its secrets into a folder: all of it or nothing, and over nothing.
 * @module
 */
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { loadGateway as readGateway } from "../../../gateway/load/load.ts";
import { DescriptionError } from "../../../gateway/document/problem.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { GatewrightError } from "../../../host/error.ts";
import { hostError } from "../../../host/host_error.ts";
import { ownFolder } from "../../../host/own_folder.ts";
import { filled } from "./filled.ts";
import type { Kind } from "./kind.ts";
import { makeSecrets } from "./make_secrets.ts";

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** What a new folder is made of. */
export interface NewFolder {
  /** Where it goes; made where it is not there. */
  folder: string;
  /** What is described. */
  kind: Kind;
  /** Answers by the flags of the questions. */
  answers: ReadonlyMap<string, string>;
  /** The administrator's public ssh key; undefined: the example's, which opens nothing. */
  key: string | undefined;
  /** Ends it. */
  signal: AbortSignal;
}

/** What was made. */
export interface MadeFolder {
  /** Descriptions of gateways, as they are typed. */
  descriptions: string[];
  /** All other files, as they are typed. */
  others: string[];
}

/** The name of a file of `kind`: a gateway's own description is named after its host. */
function nameOf({ files, gateways }: Kind, at: number, hostname: string | undefined): string {
  const own = files[at]!.split("/").at(-1)!;
  return gateways === 1 && hostname ? `${hostname.split(".")[0]!}.yaml` : own;
}

/**
 * Makes the description of a new gateway and its secrets.
 *
 * @throws {GatewrightError} (description) if the answers do not make a gateway, or if a file is there
 * already; nothing is written then.
 */
export async function makeFolder(wanted: NewFolder): Promise<MadeFolder> {
  try {
    return await make(wanted);
  } catch (error) {
    throw hostError(
      error,
      "the folder cannot be written",
      wanted.folder,
      "name a folder that you may write to",
    );
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
  await ignoreSecrets(folder);
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

/** Makes the secrets of what is staged, and checks all of it as `check` does. */
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
      if (secrets.size > 0) continue; // the halves of a pair have the same
      for (const path of await makeSecrets(gateway, folder, signal)) secrets.add(path);
    }
    for (const { error } of await loadTogether(files, {}, signal)) if (error) throw error;
    return [...secrets];
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    const said = error.problems.filter(({ severity }) => severity === "error")
      .map(({ path, message }) => `${path}: ${message}`).join("\n");
    throw new GatewrightError("the answers do not make a gateway", {
      kind: "description",
      why: said,
      next: "change the answers; nothing was written",
    });
  }
}

/** Links what is staged into `folder`; link(2) overwrites nothing, whoever was faster. */
async function place(staged: string, folder: string, names: string[]): Promise<void> {
  const placed: string[] = [];
  try {
    for (const name of names) {
      const to = join(folder, name);
      const mode = name.includes("/") ? 0o700 : 0o755;
      await Deno.mkdir(dirname(to), { recursive: true, mode });
      await Deno.link(join(staged, name), to);
      placed.push(to);
    }
  } catch (error) {
    for (const path of placed) await Deno.remove(path);
    if (error instanceof Deno.errors.AlreadyExists) {
      throw inTheWay(relative(Deno.cwd(), join(folder, names[placed.length]!)));
    }
    throw error;
  }
}

/** Has git(1) leave the secrets alone; a file that is there gets a line. */
async function ignoreSecrets(folder: string): Promise<void> {
  const path = join(folder, ".gitignore");
  const there = await Deno.readTextFile(path).catch(() => "");
  if (there.split("\n").includes("secrets/")) return;
  const gap = there === "" || there.endsWith("\n") ? "" : "\n";
  await Deno.writeTextFile(path, `${gap}secrets/\n`, { append: true });
}

const exists = (path: string) => Deno.lstat(path).then(() => true, () => false);
