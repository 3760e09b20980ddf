/**
 * Suggests commands after a build.
 * @module
 */
import type { Manifest } from "../../images/manifest/manifest.ts";
import type { BuildResult } from "../build.ts";
import { shownWord } from "../../host/shell_word.ts";
import { clock } from "./build_display.ts";

/** Column of the comments; a longer command is followed directly by its comment. */
const WIDTH = 44;

/** Paths of everything that a build wrote into `out`, its manifest last. */
export function builtPaths(out: string, { outputs }: Pick<Manifest, "outputs">): string[] {
  return [...outputs.map(({ name }) => `${out}/${name}`), `${out}/manifest.json`];
}

/** The message of a build that made a disk in `seconds`: `hq: built in 0:35, stamped on a base`. */
export function builtLine(manifest: Ways & Pick<Manifest, "name">, seconds: number): string {
  return `${manifest.name}: built in ${clock(seconds)}, ${wayOf(manifest)}`;
}

type Ways = Pick<Manifest, "rehearsal" | "stamped">;

/** How the disk was made. */
export function wayOf({ rehearsal, stamped }: Ways): string {
  return rehearsal ? "as a rehearsal" : stamped ? "stamped on a base" : "installed in one go";
}

/** The message of a build that had nothing to do: `hq: unchanged, out/hq/hq.raw`. */
export function unchangedLine({ out, manifest: { name, outputs } }: BuildResult): string {
  const image = outputs.find((one) => /\.(raw|qcow2)$/.test(one.name))?.name ?? "";
  return `${name}: unchanged, ${out}/${image}`;
}

/**
 * Commands to type after a build of `file` into `out`; a verified disk need not be booted again.
 */
export function nextSteps(
  file: string,
  out: string,
  { name, rehearsal, verified, outputs = [] }:
    & Pick<Manifest, "name" | "rehearsal" | "verified">
    & Partial<Pick<Manifest, "outputs">>,
): string[] {
  const folder = shownWord(out);
  const overlay = outputs.some(({ backing }) => backing);
  const steps: [string, string][] = rehearsal
    ? [
      [`gatewright inspect ${shownWord(`${out}/${name}.raw`)}`, "check the disk"],
      [`gatewright build ${shownWord(file)}`, "for a disk that boots OpenBSD"],
    ]
    : [
      ...(verified ? [] : [[`gatewright boot ${folder}`, "try it, without changing it"] as const]),
      overlay
        ? [`virsh define ${shownWord(`${out}/${name}.xml`)}`, "run it where it is, beside its base"]
        : [`gatewright deploy ${folder} TARGET --define`, "write it, and define its domain"],
    ].map(([command, what]) => [command!, what!]);
  return listed(steps);
}

/**
 * Commands to type after a base was made in `out`, for the description `file` if one was given.
 *
 * @param release flags that say where its release was fetched
 */
export function afterBase(file: string | undefined, out: string, release = ""): string[] {
  const folder = shownWord(out);
  const given = file === undefined ? "FILE" : shownWord(file);
  return listed([
    [
      `gatewright build ${given} --base ${folder}${release}`,
      "stamp a gateway on it",
    ],
    [`gatewright pack ${folder}`, "compress it, to copy it to another host"],
  ]);
}

/** A line for each command, with its comment. */
function listed(steps: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(WIDTH, Math.max(...steps.map(([command]) => command.length)));
  return ["next:", ...steps.map(([command, what]) => `  ${command.padEnd(width)}  # ${what}`)];
}
