/**
 * Plans the CI jobs for some gateways: releases to fetch, secrets to provide, disks to build.
 * @module
 */
import { createHash } from "node:crypto";
import { isAbsolute, relative, resolve } from "node:path";
import type { Gateway } from "../../../gateway/gateway.ts";
import { GatewrightError } from "../../../host/error.ts";
import { baseKind } from "../../base/base_key.ts";
import { whyNotTried } from "../../stamp/why_whole.ts";

/** The plan. */
export interface CiPlan {
  /** The descriptions, relative to the root of the repository. */
  files: string[];
  /** One entry for each description, in order. */
  builds: CiBuild[];
  /** Downloads and bases that builds share. */
  bases: CiBase[];
  /** Names of environment variables with secrets, in order. */
  variables: string[];
  /** Files with keys and other secrets that the descriptions refer to, in order. */
  secretFiles: string[];
}

/** A gateway to build. */
export interface CiBuild {
  /** Name of the gateway. */
  gateway: string;
  /** Path of its description. */
  file: string;
  /** Cache key of its release and base. */
  cache: string;
  /** Folder of its base in the cache; empty: it is installed directly. */
  base: string;
}

/** Release and base of one kind of gateways. */
export interface CiBase {
  /** Cache key, which changes with everything that this depends on. */
  cache: string;
  /** Version: `8.0`. */
  release: string;
  /** Architecture: `amd64` or `i386`. */
  arch: string;
  /** Mirror, if not one of OpenBSD's own. */
  mirror?: string;
  /** Path of the key, if not OpenBSD's own. */
  key?: string;
  /**
   * A description that the base of this kind is made from; absent if gateways of this kind are not
   * stamped.
   */
  base?: string;
}

/** Folder of a base, relative to the root of the repository. */
export const BASE_FOLDER = "base";

/**
 * Plans the jobs for `gateways`; the current folder is the root of the repository.
 *
 * @param version of Gatewright
 * @param stamp also for releases that were not tested with stamps
 * @throws {GatewrightError} (usage) for a file outside the repository.
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
    // The files of the release are unknown here: its version, mirror and key stand for them.
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

/** Characters that a CI interprets before a shell does, or that confuse readers of a log. */
const MEANINGFUL = /[$\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** `path` relative to the root of the repository, and why CI cannot use it, if so. */
export function placeInCi(path: string): { found: string; fault?: string | undefined } {
  const found = relative(".", resolve(path));
  const fault = path === "-"
    ? "a workflow needs a file, not standard input"
    : found.startsWith("..") || isAbsolute(found)
    ? "it is not below the working folder, which is to be the root of the repository"
    : MEANINGFUL.test(found)
    ? "its name has a character that CI servers interpret"
    : undefined;
  return { found, fault };
}

function inRepository(path: string): string {
  const { found, fault } = placeInCi(path);
  if (fault === undefined) return found;
  throw new GatewrightError("CI cannot use this file", {
    kind: "usage",
    where: path,
    why: fault,
    next: "type this in the repository's root, with files of the repository",
  });
}

/** Every reference to a secret in `value`: an object with only `env` or `file`. */
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
