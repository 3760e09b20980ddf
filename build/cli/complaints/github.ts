/**
 * Formats complaints as workflow commands, which GitHub shows beside the changed lines ("Workflow
 * commands for GitHub Actions").
 * @module
 */
import { type Complaint, saying, sayingOf } from "./complaints.ts";

const COMMANDS = { error: "error", warning: "warning", note: "notice" } as const;

/** A workflow command for each complaint. */
export function githubLines(complaints: readonly Complaint[]): string[] {
  return complaints.map((one) => {
    if ("error" in one) return command("error", [["file", one.file]], sayingOf(one.error));
    const { file, line, column, severity } = one.problem;
    const place: Properties = [["file", file], ["line", line], ["col", column]];
    return command(COMMANDS[severity], place, saying(one.problem));
  });
}

type Properties = readonly (readonly [string, string | number])[];

function command(name: string, properties: Properties, text: string): string {
  const list = properties.map(([key, value]) => `${key}=${property(value)}`);
  return `::${name} ${[...list, "title=gatewright check"].join(",")}::${data(text)}`;
}

/** Percent-encodes characters that would end the command. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
