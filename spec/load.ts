/**
 * Reads a spec: YAML, schema, defaults, meaning.
 * @module
 */
import { checkMeaning, reporter } from "./check.ts";
import { checkSources } from "./check_sources.ts";
import { parseSpecDocument, type SpecDocument } from "./document.ts";
import { GatewrightError } from "./error.ts";
import type { Gateway } from "./gateway.ts";
import { type Problem, SpecError } from "./problem.ts";
import { Refused } from "./refused.ts";
import type { Report } from "./report.ts";
import { resolveGateway } from "./resolve.ts";
import { validate } from "./validate.ts";

/** A gateway that passed every check, and what may still be improved. */
export interface Loaded {
  /** Complete: defaults filled in, short forms expanded. */
  gateway: Gateway;
  /** Weak but legal choices, in the order of the file. */
  warnings: Problem[];
}

/** How strict the reading is. */
export interface LoadOptions {
  /** Warnings are errors. */
  strict?: boolean;
}

/** What is found in one spec: a gateway if it can be had at all, and all that speaks against it. */
export interface Judged {
  /** Missing where nothing sensible is left of the spec; not for use where there are errors. */
  gateway?: Gateway;
  /** Errors and warnings, in no order. */
  problems: Problem[];
  /** The places of everything. */
  document: SpecDocument;
  /** Adds to `problems`. */
  report: Report;
}

/**
 * Reads and checks the spec in `file`.
 *
 * @throws {SpecError} with everything that is wrong with it.
 * @throws {GatewrightError} if the file cannot be read.
 */
export async function loadGateway(file: string, options: LoadOptions = {}): Promise<Loaded> {
  return accept(await judgeFile(file), options);
}

/**
 * Reads the spec in `file` and judges it, with the files of this host that it names.
 *
 * @throws {GatewrightError} if it cannot be read.
 */
export async function judgeFile(file: string): Promise<Judged> {
  const judged = judgeSpec(await readSpec(file), file);
  if (judged.gateway) await checkSources(judged.gateway, judged.report);
  return judged;
}

/**
 * The text of the spec in `file`.
 *
 * @throws {GatewrightError} (spec) if it cannot be read.
 */
async function readSpec(file: string): Promise<string> {
  try {
    const info = await Deno.stat(file);
    if (info.isDirectory) throw new Error("it is a folder");
    if (info.size > 4 << 20) throw new Error("it is larger than 4 MiB");
    return new TextDecoder("utf-8", { fatal: true }).decode(await Deno.readFile(file));
  } catch (cause) {
    const missing = cause instanceof Deno.errors.NotFound;
    throw new GatewrightError(missing ? "there is no such file" : "the spec cannot be read", {
      kind: "spec",
      where: file,
      ...(missing ? {} : { why: cause instanceof Error ? cause.message : String(cause) }),
      next: "name a YAML file that describes a gateway, such as examples/hq.yaml",
      cause,
    });
  }
}

/**
 * Checks the spec `text`; `file` is the name for messages and the place relative paths start from.
 *
 * @throws {SpecError} with everything that is wrong with it.
 */
export function parseGateway(text: string, file: string, options: LoadOptions = {}): Loaded {
  return accept(judgeSpec(text, file), options);
}

function accept({ gateway, problems }: Judged, options: LoadOptions): Loaded {
  const found = inOrder(problems, options);
  if (!gateway || found.some((problem) => problem.severity === "error")) throw new SpecError(found);
  return { gateway, warnings: found };
}

function judgeSpec(text: string, file: string): Judged {
  const document = parseSpecDocument(text, file);
  const { problems: differences, rest } = document.data === undefined
    ? { problems: [], rest: undefined }
    : validate(document);
  const { report, problems } = reporter(document, rest?.refused ?? new Refused());
  problems.push(...document.problems, ...differences);
  if (!rest) return { problems, document, report };
  const gateway = resolveGateway(rest.data, file);
  checkMeaning(gateway, rest.data, report);
  return { gateway, problems, document, report };
}

/** `problems` in the order of the file; all of them errors if warnings are. */
export function inOrder(problems: Problem[], { strict = false }: LoadOptions): Problem[] {
  return problems
    .map((problem): Problem => strict ? { ...problem, severity: "error" } : problem)
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
