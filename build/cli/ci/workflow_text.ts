/**
 * Workflows as YAML, with words for people before them.
 * @module
 */
import { Document } from "yaml";
import { shellWord } from "../../../host/shell_word.ts";
import { BASE_FOLDER, type CiPlan } from "./plan.ts";

/** How a workflow gets Gatewright: the repository and its tag, branch or commit. */
export interface CiSource {
  /** `OWNER/REPOSITORY`, on GitHub. */
  repository: string;
  /** Tag, branch or commit. */
  ref: string;
}

/** What a workflow is made of. */
export interface CiRequest {
  /** The work. */
  plan: CiPlan;
  /** Where Gatewright comes from. */
  source: CiSource;
  /** Build with the stand-in for the installer. */
  rehearse: boolean;
  /** Stamp also releases that stamps were not tried with. */
  stamp: boolean;
}

/** Name of the secret with the files that descriptions name: a tar, compressed, in base64. */
export const FILES_SECRET = "GATEWRIGHT_SECRETS";

/** Name of the secret key of signify(1) that artefacts are signed with. */
export const SIGN_SECRET = "GATEWRIGHT_SIGNIFY_KEY";

/** Name of its passphrase. */
export const PASSPHRASE_SECRET = "GATEWRIGHT_PASSPHRASE";

/** `words` as a shell takes them. */
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

/** A command that installs the base that $BASE asks for, unless the cache had it. */
export function makeBase(): string {
  return `test -z "$BASE" || test -e ${BASE_FOLDER}/manifest.json || gatewright base "$BASE" --out ${BASE_FOLDER}`;
}

/** The command that builds $FILE, with its results as JSON beside the artefacts. */
export function buildCommand({ plan, rehearse }: CiRequest): string {
  return [
    'gatewright build "$FILE" --out "out/$GATEWAY"',
    ...(hasBase(plan) ? ['${BASE:+--base "$BASE"}'] : []),
    ...(rehearse ? ["--rehearse"] : []),
    '--json >"artifacts/$GATEWAY.build.json"',
  ].join(" ");
}

/** A command that puts the files of {@linkcode FILES_SECRET} into their places. */
export function unpackSecrets(): string {
  const value =
    `\${${FILES_SECRET}:?is not set; the first lines of the workflow say what it holds}`;
  return `printf %s "${value}" | (umask 077; base64 -d | tar -xz)`;
}

/** The text of `workflow`, with how it was made and what it wants before it. */
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
    `  ${SIGN_SECRET}  a secret key of signify(1), and ${PASSPHRASE_SECRET}; without it`,
    "    the artefacts are not signed",
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
    "The artefacts are disks and contain the keys of their gateways: protect them as you would the keys.",
  ].map((line) => line === "" ? "" : ` ${line}`).join("\n");
  return document.toString({ lineWidth: 0 });
}
