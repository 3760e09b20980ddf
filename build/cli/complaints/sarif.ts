/**
 * Formats complaints as SARIF 2.1.0, for code scanning services.
 * @module
 */
import { isAbsolute, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Problem } from "../../../gateway/document/problem.ts";
import { type Complaint, saying, sayingOf } from "./complaints.ts";

/** A result of the log, with the fields that are used here. */
interface Result {
  ruleId: string;
  level: Problem["severity"];
  message: { text: string };
  locations: unknown[];
}

/** The log of one run, as one object. */
export function sarifLog(
  complaints: readonly Complaint[],
  { version, exitCode }: { version: string; exitCode: number },
): unknown {
  const results = complaints.map(resultOf);
  const rules = [...new Set(results.map(({ ruleId }) => ruleId))].sort();
  return {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "Gatewright",
          version,
          rules: rules.map((id) => ({
            id,
            shortDescription: { text: id === FILE ? "files that are read" : `the field ${id}` },
          })),
        },
      },
      invocations: [{ executionSuccessful: true, exitCode }],
      columnKind: "utf16CodeUnits",
      results,
    }],
  };
}

/** The rule of complaints about a whole file. */
const FILE = "description";

function resultOf(one: Complaint): Result {
  if ("error" in one) return result(FILE, "error", sayingOf(one.error), one.file);
  const { file, line, column, path, severity } = one.problem;
  // A field name, because indexes change when elements are inserted, and services identify results
  // over time.
  const rule = path.replaceAll(/\[\d+\]/g, "[]") || FILE;
  const region = { startLine: line, startColumn: column };
  return result(rule, severity, saying(one.problem), file, { region });
}

function result(
  ruleId: string,
  level: Problem["severity"],
  text: string,
  file: string,
  more: object = {},
): Result {
  const physicalLocation = { artifactLocation: { uri: uriOf(file) }, ...more };
  return { ruleId, level, message: { text }, locations: [{ physicalLocation }] };
}

/** A URI relative to the working folder, which in CI is the root of the repository. */
function uriOf(file: string): string {
  if (file === "-") return "-";
  const below = relative(".", resolve(file));
  if (below.startsWith("..") || isAbsolute(below)) return pathToFileURL(resolve(file)).href;
  return below.split("/").map(encodeURIComponent).join("/");
}
