/**
 * Builds several gateways in parallel: as many as the host has CPUs and memory for.
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
import { SharedValues } from "../host/shared_values.ts";
import { loadTogether } from "../site/load_gateway.ts";
import { baseId, baseKind } from "./base/base_key.ts";
import {
  buildAmong,
  type BuildOptions,
  type BuildResult,
  type BuildSurroundings,
} from "./build.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";

/** Options of several builds. */
export interface FamilyOptions {
  /** Options of each build. */
  each?: Omit<BuildOptions, "out" | "identityFrom" | "timeout" | "signal" | "onEvent">;
  /** Parent of the output folders, `OUT/NAME` for each; default: `out/NAME`. */
  out?: string;
  /** Time limit of all builds in milliseconds. */
  timeout?: number;
  /** Ends all builds. */
  signal?: AbortSignal;
  /** Maximum number of parallel builds; default: by CPUs and memory. */
  jobs?: number;
  /**
   * Called with the progress of a build, and the name of its gateway; with what is about this host
   * once.
   */
  onEvent?: (event: BuildEvent | FetchEvent, name: string) => void;
  /** Called with each problem of the descriptions, before anything is built. */
  onProblem?: (problem: Problem) => void;
  /** Called when a build has ended, successfully or not. */
  onEnd?: (member: FamilyMember) => void;
}

/** Several builds, with a replaceable build function. */
export interface FamilyWork extends FamilyOptions {
  /** Builds one gateway with the shared resources. */
  make: (
    gateway: Gateway,
    options: BuildOptions,
    surroundings: BuildSurroundings,
  ) => Promise<BuildResult>;
}

/** Result for one description. */
export interface FamilyMember {
  /** File, as the user named it. */
  file: string;
  /** Name of its gateway, if the description could be read. */
  name?: string;
  /** Present if it was built. */
  result?: BuildResult;
  /** Present if it was not built. */
  error?: GatewrightError;
}

/**
 * Checks the descriptions in `files` together and builds each one that can be built. A failed build
 * does not stop the others; `signal` and the time limit end all.
 *
 * @throws {GatewrightError} (usage) before anything is built, if two have the same output folder.
 */
export function buildFamily(
  files: readonly string[],
  options: FamilyOptions = {},
): Promise<FamilyMember[]> {
  return buildFamilyWith(files, { ...options, make: buildAmong });
}

/** {@linkcode buildFamily} with another build function, for tests. */
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
  // A file that several descriptions extend is read for each of them.
  const problems = outcomes.flatMap(({ problems, error }) => error ? [] : problems);
  for (const problem of new Map(problems.map((one) => [JSON.stringify(one), one])).values()) {
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
  // Two gateways with the same base would wait for each other while it is installed.
  waiting.sort(oneOfEachKindFirst(waiting));
  const onEvent = onceOfHost(options.onEvent);
  await using shared = new SharedValues();
  const inTurn = pLimit(most);
  await Promise.all(waiting.map(({ gateway, member }) =>
    inTurn(async () => {
      Object.assign(member, await buildOne(gateway, { ...options, onEvent }, shared, signal));
      if (member.result) built++;
      options.onEnd?.(member);
    })
  ));
  return members;
}

/** `onEvent` without repeated notices about this host. */
function onceOfHost(onEvent: FamilyOptions["onEvent"]): NonNullable<FamilyOptions["onEvent"]> {
  const said = new Set<string>();
  return (event, name) => {
    if (event.kind === "notice" && event.host) {
      if (said.has(event.text)) return;
      said.add(event.text);
    }
    onEvent?.(event, name);
  };
}

/** An order in which no build waits for a base while another base could be made. */
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

/**
 * The exit code of several builds: 0, the code of the failures if they are all of one kind, else 1.
 */
export function familyStatus(members: readonly FamilyMember[]): number {
  const codes = new Set(members.flatMap(({ error }) => error ? [error.exitCode] : []));
  if (codes.has(EXIT.interrupted)) return EXIT.interrupted;
  const [code = EXIT.done] = codes;
  return codes.size > 1 ? EXIT.failed : code;
}

async function buildOne(
  gateway: Gateway,
  { each, out, onEvent, make }: FamilyWork,
  shared: SharedValues,
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
      }, { shared }),
    };
  } catch (error) {
    return { error: asGatewrightError(signal?.aborted ? signal.reason : error) };
  }
}

/** Converts any error to a GatewrightError, for the report. */
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

/** Refuses descriptions with the same output folder. */
async function refuseSharedFolders(
  outcomes: readonly Outcome[],
  out: string | undefined,
): Promise<void> {
  const holders = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    // An unusable description has an output folder too, which is unknown.
    if (!outcome.gateway) continue;
    const folder = folderOf(outcome.gateway, out);
    // A symbolic link may lead to the folder of another build, and is kept when that is replaced.
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

/** MiB of memory: the maximum of an installing guest, and QEMU's own. */
const MEMORY = { installer: 1024, overhead: 256 };

/** How many of `gateways` the host can build in parallel; at least one. */
async function sideBySide(gateways: readonly Gateway[], verify = false): Promise<number> {
  // A disk that is verified boots with the memory of its domain.
  const booted = verify ? gateways.map(({ domain }) => domain.memory) : [];
  const guest = Math.max(MEMORY.installer, ...booted);
  const room = Math.floor(await availableMemory() / ((guest + MEMORY.overhead) * 2 ** 20));
  return Math.max(1, Math.min(navigator.hardwareConcurrency, room));
}
