/**
 * Builds of several gateways, side by side: as many as the host has processors and memory for.
 * @module
 */
import { join, resolve } from "node:path";
import pLimit from "p-limit";
import type { Problem } from "../gateway/document/problem.ts";
import type { Gateway } from "../gateway/gateway.ts";
import type { Outcome } from "../gateway/load/load_together.ts";
import { availableMemory } from "../host/available_memory.ts";
import { deadline } from "../host/deadline.ts";
import { EXIT, GatewrightError } from "../host/error.ts";
import { Shelf } from "../host/shelf.ts";
import { loadTogether } from "../site/load_gateway.ts";
import { baseId, baseKind } from "./base/base_key.ts";
import {
  buildAmong,
  type BuildOptions,
  type BuildResult,
  type BuildSurroundings,
} from "./build.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";

/** Several builds. */
export interface FamilyOptions {
  /** How each is built. */
  each?: Omit<BuildOptions, "out" | "identityFrom" | "timeout" | "signal" | "onEvent">;
  /** Folder of the results, `OUT/NAME` for each; default: `out/NAME`. */
  out?: string;
  /** Milliseconds for all of it. */
  timeout?: number;
  /** Ends all of them. */
  signal?: AbortSignal;
  /** Most builds at a time; default: what processors and memory allow. */
  jobs?: number;
  /** Told what the build of a gateway does, by the gateway's name. */
  onEvent?: (event: BuildEvent | FetchEvent, name: string) => void;
  /** Told what is wrong or weak in the descriptions, before anything is built. */
  onProblem?: (problem: Problem) => void;
  /** Told as each build ends, well or not. */
  onEnd?: (member: FamilyMember) => void;
}

/** Several builds, and how one is done. */
export interface FamilyWork extends FamilyOptions {
  /** Builds one with what all of them share. */
  make: (
    gateway: Gateway,
    options: BuildOptions,
    surroundings: BuildSurroundings,
  ) => Promise<BuildResult>;
}

/** What came of one description. */
export interface FamilyMember {
  /** As the user named it. */
  file: string;
  /** Name of its gateway, where the description could be read. */
  name?: string;
  /** Set where it was built. */
  result?: BuildResult;
  /** Set where it was not. */
  error?: GatewrightError;
}

/**
 * Checks the descriptions in `files` together and builds each one that can be built. One that fails does
 * not stop the others; `signal` and the time limit end all.
 *
 * @throws {GatewrightError} (usage) before anything is built, where two would write one folder.
 */
export function buildFamily(
  files: readonly string[],
  options: FamilyOptions = {},
): Promise<FamilyMember[]> {
  return buildFamilyWith(files, { ...options, make: buildAmong });
}

/** {@linkcode buildFamily}, with another way to build one. */
export async function buildFamilyWith(
  files: readonly string[],
  options: FamilyWork,
): Promise<FamilyMember[]> {
  let built = 0;
  const at = () => `${built} of ${files.length} gateways built`;
  using limit = options.timeout === undefined
    ? undefined
    : deadline(options.timeout, at, options.signal);
  const signal = limit?.signal ?? options.signal;
  const outcomes = await loadTogether(files, { strict: options.each?.strict ?? false }, signal);
  await refuseSharedFolders(outcomes, options.out);
  for (const problem of outcomes.flatMap(({ problems, error }) => error ? [] : problems)) {
    options.onProblem?.(problem);
  }
  const members: FamilyMember[] = outcomes.map(({ file, gateway, error }) => ({
    file,
    ...(gateway ? { name: gateway.name } : {}),
    ...(error ? { error } : {}),
  }));
  for (const member of members) if (member.error) options.onEnd?.(member);
  const waiting = outcomes.flatMap(({ gateway }, at) =>
    gateway ? [{ gateway, member: members[at]! }] : []
  );
  const most = options.jobs ??
    await sideBySide(waiting.map(({ gateway }) => gateway), options.each?.verify);
  // Two that need one base would wait for each other while that is installed.
  waiting.sort(oneOfEachKindFirst(waiting));
  await using shelf = new Shelf();
  const inTurn = pLimit(most);
  await Promise.all(waiting.map(({ gateway, member }) =>
    inTurn(async () => {
      Object.assign(member, await buildOne(gateway, options, shelf, signal));
      if (member.result) built++;
      options.onEnd?.(member);
    })
  ));
  return members;
}

/** An order in which no base is waited for while another one could be made. */
function oneOfEachKindFirst<T extends { gateway: Gateway }>(members: readonly T[]) {
  const seen = new Map<string, number>();
  const turns = new Map<T, number>();
  for (const member of members) {
    const kind = baseId(baseKind(member.gateway, { files: new Map() }));
    const turn = seen.get(kind) ?? 0;
    seen.set(kind, turn + 1);
    turns.set(member, Math.min(turn, 1));
  }
  return (a: T, b: T) => turns.get(a)! - turns.get(b)!;
}

/** The exit code of several builds: 0, that of all failures where they are of one kind, else 1. */
export function familyStatus(members: readonly FamilyMember[]): number {
  const codes = new Set(members.flatMap(({ error }) => error ? [error.exitCode] : []));
  if (codes.has(EXIT.interrupted)) return EXIT.interrupted;
  const [code = EXIT.done] = codes;
  return codes.size > 1 ? EXIT.failed : code;
}

async function buildOne(
  gateway: Gateway,
  { each, out, onEvent, make }: FamilyWork,
  shelf: Shelf,
  signal: AbortSignal | undefined,
): Promise<Pick<FamilyMember, "result" | "error">> {
  try {
    signal?.throwIfAborted();
    return {
      result: await make(gateway, {
        ...each,
        ...(signal ? { signal } : {}),
        out: folderOf(gateway, out),
        onEvent: (event) => onEvent?.(event, gateway.name),
      }, { shelf }),
    };
  } catch (error) {
    return { error: asGatewrightError(signal?.aborted ? signal.reason : error) };
  }
}

/** Any error as one that is told with the others. */
function asGatewrightError(error: unknown): GatewrightError {
  if (error instanceof GatewrightError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new GatewrightError(`unexpected: ${message.split("\n")[0]}`, {
    next: "GATEWRIGHT_DEBUG=1 shows where, with this description alone",
    cause: error,
  });
}

function folderOf({ name }: Gateway, out = "out"): string {
  return join(out, name);
}

/** Refuses descriptions whose results would take each other's place. */
async function refuseSharedFolders(
  outcomes: readonly Outcome[],
  out: string | undefined,
): Promise<void> {
  const holders = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    // One that cannot be used has a name too, which is not known.
    if (!outcome.gateway) continue;
    const folder = folderOf(outcome.gateway, out);
    // A link leads to a folder that another one may be, and stays when a build takes its place.
    const real = await Deno.realPath(folder).catch(() => resolve(folder));
    const other = holders.get(real);
    if (!other) {
      holders.set(real, outcome);
      continue;
    }
    const same = other.file === outcome.file;
    throw new GatewrightError(`two builds would write ${folder}`, {
      kind: "usage",
      where: outcome.file,
      why: same
        ? "the file is named twice"
        : other.gateway!.name === outcome.gateway.name
        ? `${other.file} is named ${outcome.gateway.name} too`
        : `it is ${real}, where ${other.file} is built`,
      next: same
        ? "name each file once"
        : "give one of them another name, or build it into another folder",
    });
  }
}

/** MiB of memory: of a guest that installs, at most, and what QEMU takes besides its guest's. */
const MEMORY = { installer: 1024, overhead: 256 };

/** How many of `gateways` the host can build at a time: one at least. */
async function sideBySide(gateways: readonly Gateway[], verify = false): Promise<number> {
  // A disk that is verified boots with the memory of its domain.
  const booted = verify ? gateways.map(({ domain }) => domain.memory) : [];
  const guest = Math.max(MEMORY.installer, ...booted);
  const room = Math.floor(await availableMemory() / ((guest + MEMORY.overhead) * 2 ** 20));
  return Math.max(1, Math.min(navigator.hardwareConcurrency, room));
}
