/**
 * `gatewright build` with several files.
 * @module
 */
import { EXIT } from "../../host/error.ts";
import { formatProblem } from "../../gateway/document/problem.ts";
import type { FamilyMember, FamilyWork } from "../build_family.ts";
import { buildFamilyWith, familyStatus } from "../build_family.ts";
import { clock } from "./build_display.ts";
import type { Context } from "./command.ts";
import { builtPaths, unchangedLine, wayOf } from "./next_steps.ts";
import { watchFamily } from "./watch_family.ts";

/** Builds each of `files` and prints the results; returns the exit code. */
export async function buildSeveral(
  files: readonly string[],
  options: Omit<FamilyWork, "signal" | "onEvent" | "onProblem" | "onEnd">,
  context: Context,
): Promise<number> {
  const { json, print, note, signal } = context;
  const started = performance.now();
  using watch = watchFamily(context);
  const members = await buildFamilyWith(files, {
    ...options,
    signal,
    onEvent: watch.onEvent,
    onProblem: (problem) => note(json ? JSON.stringify(problem) : formatProblem(problem)),
    onEnd(member) {
      if (member.name !== undefined) watch.ended(member.name);
      if (!json) {
        for (const [to, line] of memberLines(member)) {
          to === 1 ? print(line) : note(line);
        }
      }
    },
  });
  const code = familyStatus(members);
  if (json) {
    print(JSON.stringify({
      ok: code === EXIT.done,
      exitCode: code,
      gateways: members.map(memberData),
    }));
    return code;
  }
  const failed = members.filter(({ error }) => error);
  const unchanged = members.filter(({ result }) => result?.unchanged).length;
  const built = members.length - failed.length - unchanged;
  const time = clock((performance.now() - started) / 1000);
  const others = unchanged > 0 ? `, ${unchanged} unchanged` : "";
  note(`${built} of ${members.length} built${others} in ${time}`);
  for (const { file, name } of failed) {
    note(`not built: ${name === undefined ? file : `${name} (${file})`}`);
  }
  return code;
}

/** The messages at the end of one build: for standard output (1) and standard error (2). */
function memberLines({ file, name, result, error }: FamilyMember): [1 | 2, string][] {
  if (error) {
    const who = name === undefined ? "" : `${name}: `;
    return [[2, error.kind === "description" ? error.format() : `${who}${error.format()}`]];
  }
  const { out, manifest, unchanged } = result!;
  return [
    ...builtPaths(out, manifest).map((path): [1, string] => [1, path]),
    [2, unchanged ? unchangedLine(result!) : `${name}: built from ${file}, ${wayOf(manifest)}`],
  ];
}

function memberData({ file, name, result, error }: FamilyMember): Record<string, unknown> {
  const head = { file, ...(name === undefined ? {} : { name }) };
  return error ? { ...head, ok: false, ...error.toJSON() } : { ...head, ok: true, ...result };
}
