/**
 * Renders workflows as YAML, with an explanation in comments.
 * @module
 */
import { Document } from "yaml";
import { shellWord } from "../../../host/shell_word.ts";
import { BASE_FOLDER, type CiPlan } from "./plan.ts";

/** Where a workflow gets Gatewright: the repository and its tag, branch or commit. */
export interface CiSource {
  /** `OWNER/REPOSITORY`, on GitHub. */
  repository: string;
  /** Tag, branch or commit. */
  ref: string;
}

/** Options of a workflow. */
export interface CiRequest {
  /** The plan. */
  plan: CiPlan;
  /** Where to get Gatewright. */
  source: CiSource;
  /** Build with the stand-in for the installer. */
  rehearse: boolean;
  /** Stamp also on releases that were not tested with stamps. */
  stamp: boolean;
}

/** Name of the secret with the files that descriptions refer to: a compressed tar in base64. */
export const FILES_SECRET = "GATEWRIGHT_SECRETS";

/** Name of the secret with the signify(1) secret key for artifacts. */
export const SIGN_SECRET = "GATEWRIGHT_SIGNIFY_KEY";

/** Name of the secret with its passphrase. */
export const PASSPHRASE_SECRET = "GATEWRIGHT_PASSPHRASE";

/** `words` quoted for a shell. */
export function shellWords(words: readonly string[]): string {
  return words.map((word) =>
    /^[\w./:@%+=-]+$/.test(word) && !word.startsWith("-")
      ? word
      : shellWord(word.startsWith("-") ? `./${word}` : word)
  ).join(" ");
}

/** Whether one of the gateways is stamped on a base. */
export function hasBase({ bases }: CiPlan): boolean {
  return bases.some(({ base }) => base !== undefined);
}

/** The command that installs the base for $BASE, unless it was in the cache. */
export function makeBase(): string {
  return `test -z "$BASE" || test -e ${BASE_FOLDER}/manifest.json || gatewright base "$BASE" --out ${BASE_FOLDER}`;
}

/** The command that builds $FILE, with its results as JSON beside the artifacts. */
export function buildCommand({ plan, rehearse }: CiRequest): string {
  return [
    'gatewright build "$FILE" --out "out/$GATEWAY"',
    ...(hasBase(plan) ? ['${BASE:+--base "$BASE"}'] : []),
    ...(rehearse ? ["--rehearse"] : []),
    '--json >"artifacts/$GATEWAY.build.json"',
  ].join(" ");
}

/** The command that unpacks the files of {@linkcode FILES_SECRET}. */
export function unpackSecrets(): string {
  const value =
    `\${${FILES_SECRET}:?is not set; the first lines of the workflow say what it holds}`;
  return `printf %s "${value}" | (umask 077; base64 -d | tar -xz)`;
}

/** The text of `workflow`, preceded by how it was made and which secrets it needs. */
export function workflowText(
  kind: string,
  { plan, rehearse, stamp }: CiRequest,
  workflow: unknown,
): string {
  const { files, variables, secretFiles } = plan;
  const document = new Document(workflow, { aliasDuplicateObjects: false });
  const secrets = [
    ...(secretFiles.length === 0 ? [] : [
      `  ${FILES_SECRET}  what this prints: tar -cz ${shellWords(secretFiles)} | base64 -w0`,
    ]),
    ...variables.map((name) => `  ${name}`),
    // GitLab gives a job the path of a file with the value of such a variable.
    `  ${SIGN_SECRET}  ${
      kind === "gitlab" ? "a variable of type File with " : ""
    }a secret key of signify(1),`,
    `    and ${PASSPHRASE_SECRET}; without it the artifacts are not signed`,
  ];
  document.commentBefore = [
    `Made by: gatewright ci ${kind}${rehearse ? " --rehearse" : ""}${stamp ? " --stamp" : ""} ${
      shellWords(files)
    }`,
    "Generate it again when a description is added or renamed, or its release, disk or secrets change.",
    "",
    "The secrets that it needs:",
    ...secrets,
    "",
    "The artifacts are disks and contain the keys of their gateways: protect them as you would the keys.",
  ].map((line) => line === "" ? "" : ` ${line}`).join("\n");
  return document.toString({ lineWidth: 0 });
}
