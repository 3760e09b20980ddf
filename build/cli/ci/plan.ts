/**
 * What a CI has to do for some gateways: which releases to get, which secrets to have, what to build.
 * @module
 */
import { createHash } from "node:crypto";
import { isAbsolute, relative, resolve } from "node:path";
import type { Gateway } from "../../../gateway/gateway.ts";
import { GatewrightError } from "../../../host/error.ts";
import { baseKind } from "../../base/base_key.ts";
import { whyNotTried } from "../../stamp/why_whole.ts";

/** The work, as data. */
export interface CiPlan {
  /** The descriptions, relative to the root of the repository. */
  files: string[];
  /** One for each description, in their order. */
  builds: CiBuild[];
  /** What is downloaded and kept, once for all that are built of it. */
  bases: CiBase[];
  /** Names of environment variables that hold secrets, in order. */
  variables: string[];
  /** Files with keys and other secrets that the descriptions name, in order. */
  secretFiles: string[];
}

/** A gateway to build. */
export interface CiBuild {
  /** Name of the gateway. */
  gateway: string;
  /** Its description. */
  file: string;
  /** Key of what it is made of, in the cache. */
  cache: string;
  /** Folder of the base that it is stamped on, which the cache holds; empty: it is installed in one go. */
  base: string;
}

/** What gateways of one kind are made of. */
export interface CiBase {
  /** Key in the cache: it changes with everything that this depends on. */
  cache: string;
  /** `8.0`. */
  release: string;
  /** `amd64` or `i386`. */
  arch: string;
  /** Where it comes from, if not from OpenBSD's own mirrors. */
  mirror?: string;
  /** The key that it is signed with, if not OpenBSD's own. */
  key?: string;
  /** A description that asks for the base that gateways of this kind are stamped on, if they are. */
  base?: string;
}

/** Where a base is kept, from the root of the repository. */
export const BASE_FOLDER = "base";

/**
 * The work for `gateways`, from the folder that is the root of the repository.
 *
 * @param version of Gatewright
 * @param stamp also gateways of releases that stamps were not tried with
 * @throws {GatewrightError} (usage) for a file that the repository cannot have.
 */
export function planCi(
  gateways: readonly { file: string; gateway: Gateway }[],
  { version, rehearse, stamp }: { version: string; rehearse: boolean; stamp: boolean },
): CiPlan {
  const bases = new Map<string, CiBase>();
  const builds = gateways.map(({ file, gateway }): CiBuild => {
    const base = baseOf(gateway, version, rehearse);
    const real = !rehearse && !gateway.release.rehearsal;
    const stamped = real && (stamp || whyNotTried(gateway) === undefined);
    if (real && !bases.has(base.cache)) {
      bases.set(base.cache, stamped ? { ...base, base: inRepository(file) } : base);
    }
    return {
      gateway: gateway.name,
      file: inRepository(file),
      cache: base.cache,
      base: stamped ? BASE_FOLDER : "",
    };
  });
  const refs = gateways.map(({ gateway }) => gateway).flatMap(secretRefs);
  const sorted = (values: string[]) => [...new Set(values)].sort();
  return {
    files: builds.map(({ file }) => file),
    builds,
    bases: [...bases.values()],
    variables: sorted(refs.flatMap((ref) => "env" in ref ? [ref.env] : [])),
    secretFiles: sorted(refs.flatMap((ref) => "file" in ref ? [inRepository(ref.file)] : [])),
  };
}

function baseOf(gateway: Gateway, version: string, rehearse: boolean): CiBase {
  const { release } = gateway;
  const { version: number, arch, mirror, key } = release;
  const depends = JSON.stringify([
    mirror,
    key && inRepository(key),
    // The files of the release are not known here: its version, mirror and key stand for them.
    baseKind(gateway, { files: new Map() }),
  ]);
  const hash = createHash("sha256").update(depends).digest("hex").slice(0, 8);
  const name = rehearse || release.rehearsal ? "rehearsal" : number;
  return {
    cache: `gatewright-${version}-${name}-${arch}-${hash}`,
    release: number,
    arch,
    ...(mirror === undefined ? {} : { mirror }),
    ...(key === undefined ? {} : { key: inRepository(key) }),
  };
}

/** Characters that mean something to a CI before a shell sees them, or to people who read a log. */
const MEANINGFUL = /[$\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** `path` from the root of the repository. */
function inRepository(path: string): string {
  const found = relative(".", resolve(path));
  const fault = path === "-"
    ? "a workflow needs a file, not standard input"
    : found.startsWith("..") || isAbsolute(found)
    ? "it is not below the working folder, which is to be the root of the repository"
    : MEANINGFUL.test(found)
    ? "its name has a character that CI servers interpret"
    : undefined;
  if (fault === undefined) return found;
  throw new GatewrightError("CI cannot use this file", {
    kind: "usage",
    where: path,
    why: fault,
    next: "type this in the repository's root, with files of the repository",
  });
}

/** Every reference to a secret in `value`: an object with `env` or `file` and nothing else. */
function secretRefs(value: unknown): ({ env: string } | { file: string })[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(secretRefs);
  const entries = Object.entries(value);
  const [key, content] = entries[0] ?? [];
  if (entries.length === 1 && typeof content === "string") {
    if (key === "env") return [{ env: content }];
    if (key === "file") return [{ file: content }];
  }
  return entries.flatMap(([, one]) => secretRefs(one));
}
