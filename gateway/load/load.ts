/**
 * Reads a description: YAML, schema, defaults, meaning.
 * @module
 */
import { join } from "node:path";
import { checkMeaning, reporter } from "../check/check.ts";
import { checkSources } from "../check/sources.ts";
import { checkKeyFiles } from "../check/key_files.ts";
import { checkTunnelSecrets } from "../check/tunnel_secrets.ts";
import { type DescriptionDocument, parseDescriptionDocument } from "../document/document.ts";
import { GatewrightError } from "../../host/error.ts";
import { few } from "../../host/few.ts";
import { readBounded, readStandardInput, UnfitFile } from "../../host/read_bounded.ts";
import type { Gateway } from "../gateway.ts";
import { firstProblems } from "../document/first_problems.ts";
import { type Accepted, DescriptionError, type Problem } from "../document/problem.ts";
import { Refused } from "../document/refused.ts";
import type { Report } from "../check/report.ts";
import { extended } from "./extended.ts";
import { descriptionsIn, extending } from "./extending.ts";
import { resolveGateway } from "./resolve.ts";
import { STANDARD_INPUT } from "./standard_input.ts";
import { validate } from "../schema/validate.ts";

/** Size limit of a description in bytes: room for twenty thousand tunnels. */
const MOST_BYTES = 4 << 20;

/** A valid gateway, and its warnings. */
export interface Loaded {
  /** The gateway, with defaults filled in and short forms expanded. */
  gateway: Gateway;
  /** Warnings and notes, in the order of the file. */
  warnings: Problem[];
  /** Weak choices that the description accepts. */
  accepted: Accepted[];
}

/** Options of loading. */
export interface LoadOptions {
  /** Treat warnings as errors. */
  strict?: boolean;
  /** Further checks, for a gateway without errors so far. */
  check?: (gateway: Gateway, report: Report) => void;
}

/** The result of reading one description: the gateway, if any, and all problems. */
export interface Checked {
  /** Missing if too little of the description is valid; unusable if there are errors. */
  gateway?: Gateway;
  /** Errors and warnings, in any order. */
  problems: Problem[];
  /** Weak choices that the description accepts. */
  accepted: Accepted[];
  /** The places of all values. */
  document: DescriptionDocument;
  /** Adds problems. */
  report: Report;
}

/**
 * Reads and checks the description in `file`.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 * @throws {GatewrightError} if the file cannot be read.
 */
export async function loadGateway(file: string, options: LoadOptions = {}): Promise<Loaded> {
  return accept(await checkFile(file, options), options);
}

/**
 * Reads the description in `file` and checks it, with the files of this host that it names.
 *
 * @throws {GatewrightError} if it cannot be read.
 */
export async function checkFile(file: string, options: LoadOptions = {}): Promise<Checked> {
  const checked = checkDocument(await readDocument(file), options);
  const above = await extending(checked.document, readDescription);
  if (above.length > 0) return onlyPart(checked, above);
  if (checked.gateway) {
    await checkSources(checked.gateway, checked.report);
    await checkTunnelSecrets(checked.gateway, checked.report);
    await checkKeyFiles(checked.gateway, checked.report);
  }
  return checked;
}

/**
 * Reports only that a description is partial, meant to be extended: its other problems follow from
 * that.
 */
function onlyPart({ document, report, accepted }: Checked, above: readonly string[]): Checked {
  const message = `this is the common part of ${few([...above], 4).join(", ")}; check ${
    above.length > 1 ? "those" : "that"
  } instead`;
  return { document, report, accepted, problems: [document.problem([], "error", message)] };
}

/**
 * The description in `file` merged over what it extends, not yet checked.
 *
 * @throws {GatewrightError} (description) if it cannot be read.
 */
export async function readDocument(file: string): Promise<DescriptionDocument> {
  const text = await (file === STANDARD_INPUT ? readGiven() : readDescription(file));
  return await extended(parseDescriptionDocument(text, file), readDescription);
}

/**
 * The text of the description in `file`.
 *
 * @throws {GatewrightError} (description) if it cannot be read.
 */
async function readDescription(file: string): Promise<string> {
  return await decoded(file, () => readBounded(file, MOST_BYTES));
}

/**
 * The text of a description on standard input.
 *
 * @throws {GatewrightError} (description) if it cannot be read.
 */
async function readGiven(): Promise<string> {
  return await decoded("standard input", () => readStandardInput(MOST_BYTES));
}

async function decoded(file: string, read: () => Promise<Uint8Array>): Promise<string> {
  if (file === "") {
    throw new GatewrightError("the name of the description is empty", {
      kind: "description",
      next: "name a YAML file that describes a gateway, such as examples/hq.yaml",
    });
  }
  try {
    const bytes = await read();
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (cause) {
      throw new Error("it is not text in UTF-8", { cause });
    }
  } catch (cause) {
    const missing = cause instanceof Deno.errors.NotFound;
    const inside = cause instanceof UnfitFile ? await descriptionsIn(file) : [];
    throw new GatewrightError(
      missing ? "there is no such file" : "the description cannot be read",
      {
        kind: "description",
        where: file,
        ...(missing ? {} : { why: cause instanceof Error ? cause.message : String(cause) }),
        next: inside.length > 0
          ? `name a file in it: ${few(inside.map((name) => join(file, name)), 4).join(", ")}`
          : "name a YAML file that describes a gateway, such as examples/hq.yaml",
        cause,
      },
    );
  }
}

/**
 * Checks the description `text`; `file` is its name in messages, and relative paths start from its
 * folder.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 */
export function parseGateway(text: string, file: string, options: LoadOptions = {}): Loaded {
  return accept(checkDocument(parseDescriptionDocument(text, file), options), options);
}

function accept({ gateway, problems, accepted }: Checked, options: LoadOptions): Loaded {
  const found = inOrder(problems, options);
  if (!gateway || found.some((problem) => problem.severity === "error")) {
    throw new DescriptionError(found);
  }
  return { gateway, warnings: found, accepted };
}

function checkDocument(document: DescriptionDocument, { check }: LoadOptions): Checked {
  // If a file that it extends is missing, most other problems follow from that.
  const alone = document.problems.some(({ path }) => /^extends\b/.test(path));
  const { problems: differences, rest } = document.data === undefined
    ? { problems: [], rest: undefined }
    : validate(document, alone);
  const { report, problems, accepted } = reporter(document, rest?.refused ?? new Refused());
  // Not push(...list): the stack does not hold thousands of arguments.
  for (const one of document.problems) problems.push(one);
  for (const one of differences) problems.push(one);
  if (!rest || alone) return { problems, accepted, document, report };
  const gateway = resolveGateway(rest.data, document.file);
  checkMeaning(gateway, rest.data, report);
  if (!problems.some(({ severity }) => severity === "error")) check?.(gateway, report);
  return { gateway, problems, accepted, document, report };
}

/**
 * The first `problems` in the order of the file; with `strict`, warnings become errors, and notes
 * stay notes.
 */
export function inOrder(problems: Problem[], { strict = false }: LoadOptions): Problem[] {
  return firstProblems(
    problems.map((problem): Problem =>
      strict && problem.severity === "warning" ? { ...problem, severity: "error" } : problem
    ),
  );
}
