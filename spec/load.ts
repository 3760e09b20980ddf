/**
 * Reads a spec: YAML, schema, defaults, meaning.
 * @module
 */
import { checkMeaning } from "./check.ts";
import { parseSpecDocument } from "./document.ts";
import { GatewrightError } from "./error.ts";
import type { Gateway } from "./gateway.ts";
import { type Problem, SpecError } from "./problem.ts";
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

/**
 * Reads and checks the spec in `file`.
 *
 * @throws {SpecError} with everything that is wrong with it.
 * @throws {GatewrightError} if the file cannot be read.
 */
export async function loadGateway(file: string, options: LoadOptions = {}): Promise<Loaded> {
  let text: string;
  try {
    const info = await Deno.stat(file);
    if (info.size > 4 << 20) throw new Error("it is larger than 4 MiB");
    text = new TextDecoder("utf-8", { fatal: true }).decode(await Deno.readFile(file));
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
  return parseGateway(text, file, options);
}

/**
 * Checks the spec `text`; `file` is the name for messages and the place relative paths start from.
 *
 * @throws {SpecError} with everything that is wrong with it.
 */
export function parseGateway(text: string, file: string, options: LoadOptions = {}): Loaded {
  const document = parseSpecDocument(text, file);
  const problems = [...document.problems];
  let gateway: Gateway | undefined;
  if (document.data !== undefined) {
    const { problems: differences, rest } = validate(document);
    problems.push(...differences);
    if (rest) {
      gateway = resolveGateway(rest.data, file);
      problems.push(...checkMeaning(gateway, document, rest));
    }
  }
  const strict = options.strict ?? false;
  const found = problems
    .map((problem): Problem => strict ? { ...problem, severity: "error" } : problem)
    .sort((a, b) => a.line - b.line || a.column - b.column);
  if (!gateway || found.some((problem) => problem.severity === "error")) throw new SpecError(found);
  return { gateway, warnings: found };
}
