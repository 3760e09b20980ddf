/**
 * Formats the output of `gatewright inspect`: the disk and the checks, as text or JSON.
 * @module
 */
import { sizeText } from "../../host/size_text.ts";
import type { HygieneResult } from "../../images/hygiene/hygiene.ts";
import type { Inspection } from "../../images/inspect/inspect.ts";
import type { FileInfo } from "../../images/inspect/file_commands.ts";
import type { DiskComparison } from "../compare_disk.ts";
import { clip, few } from "../../host/few.ts";
import { plain } from "../../host/printable.ts";

const KINDS = new Map([["directory", "d"], ["symlink", "l"], ["file", "-"]]);

/** A file on one line, in the format of ls(1). */
export function fileLine(file: FileInfo): string {
  const size = file.device ? `${file.device.major},${file.device.minor}` : String(file.size);
  const target = file.target === undefined ? "" : ` -> ${plain(file.target)}`;
  const owner = `${file.uid}:${file.gid}`;
  return `${KINDS.get(file.kind) ?? file.kind} ${file.mode} ${owner.padStart(9)} ${
    size.padStart(10)
  } ${file.mtime ?? "-"} ${plain(file.path)}${target}`;
}

/** Partitions and file systems, one line each. */
export function diskLines(image: Inspection): string[] {
  const { path, size, scheme, start, label } = image;
  const lines = [
    `${path}: ${sizeText(size)}, ${scheme}, OpenBSD from sector ${start}, DUID ${label.duid}`,
  ];
  if (image.rehearsal) lines.push("  made by a rehearsal: it does not boot OpenBSD");
  for (const part of label.partitions) {
    const system = image.fileSystems.find(({ letter }) => letter === part.letter);
    const rest = system
      ? `FFS${system.version} ${plain(system.mount ?? "not mounted")}, ${sizeText(system.size)}, ` +
        `${sizeText(system.used)} used, ${system.clean ? "clean" : "NOT clean"}`
      : `${part.type}, ${sizeText(part.size * 512)}`;
    lines.push(`  ${part.letter}: ${rest}`);
  }
  return lines;
}

/** The same as data. */
export function diskData(image: Inspection): Record<string, unknown> {
  const { path, size, rehearsal, scheme, mbr, gpt, start, label } = image;
  const fileSystems = image.fileSystems.map(({ fs: _, ...rest }) => rest);
  return { path, size, rehearsal, scheme, mbr, gpt, start, label, fileSystems };
}

/** Multi-line text from a disk, made printable line by line. */
const block = (text: string) => text.replace(/[^\n\t]+/g, plain);

/**
 * Limit of lines per check, and of differences from a description; a hostile disk may have any
 * number.
 */
const PROBLEMS = 5;
const DIFFERENCES = 20;
/** Limit of lines per diff. */
const DIFF_LINES = 40;

function checkLines({ check, reason, problems, notes, skipped }: HygieneResult): string[] {
  const state = problems.length > 0 ? "FAILED" : skipped === undefined ? "ok" : "not checked";
  const head = `  ${check.padEnd(20)} ${state}`;
  return [
    skipped === undefined ? head : `${head}: ${skipped}`,
    ...few(problems.map(plain), PROBLEMS, "--json").map((problem) => `    ${problem}`),
    ...(problems.length > 0 ? [`    because ${reason}`] : []),
    ...few(notes.map(plain), PROBLEMS).map((note) => `    note: ${note}`),
  ];
}

/** Number of faults. */
export function countProblems({ differences, hygiene }: DiskComparison): number {
  return differences.length + hygiene.reduce((sum, { problems }) => sum + problems.length, 0);
}

/** Two images with identifiers in common; `as` says what that is: `note`, `NOT ok`. */
export function sharedLine(
  as: string,
  one: string,
  other: string,
  what: readonly string[],
): string {
  return `${as}: ${plain(one)} and ${plain(other)} have the same ${what.join(", ")}; ` +
    "deploy gives each disk its own";
}

/** The checks, the differences and the conclusion. */
export function comparisonReport(
  path: string,
  comparison: DiskComparison,
  description: string | undefined,
): string[] {
  const { differences, hygiene } = comparison;
  const count = countProblems(comparison);
  const open = hygiene.filter(({ skipped }) => skipped !== undefined).length;
  const failed = hygiene.filter(({ problems }) => problems.length > 0).map(({ check }) => check);
  if (differences.length > 0) failed.push("differences from the description");
  const end = count > 0
    ? `${path}: NOT ok, ${count} ${count === 1 ? "problem" : "problems"}`
    : `${path}: ok${open > 0 ? `, ${open} not checked` : ""}`;
  const lines = [
    ...(count > 0 ? [`verdict: NOT ok: ${failed.join(", ")}`] : []),
    "checks:",
    ...hygiene.flatMap(checkLines),
  ];
  if (description === undefined) {
    lines.push(
      "not compared with a description: gatewright inspect IMAGE --against FILE does that",
    );
  } else {
    lines.push(`compared with ${description}:${differences.length === 0 ? " no difference" : ""}`);
    for (const { path, message, diff } of differences.slice(0, DIFFERENCES)) {
      lines.push(`  ${plain(path)}: ${block(clip(message))}`);
      if (diff === undefined) continue;
      lines.push(...few(diff.trimEnd().split("\n"), DIFF_LINES, "--json").map(block));
    }
    const more = differences.length - DIFFERENCES;
    if (more > 0) lines.push(`  and ${more} more (--json)`);
  }
  lines.push(end);
  return lines;
}
