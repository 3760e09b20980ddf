/**
 * Checks an installed disk: compares it with its description, and runs the checks of a golden
 * image.
 * @module
 */
import { compareSite, type Difference, installedPath } from "../images/compare/compare_site.ts";
import { checkHygiene, type HygieneResult } from "../images/hygiene/hygiene.ts";
import type { GuardedSecret } from "../images/hygiene/check.ts";
import { HASH_FILES } from "../images/hygiene/expectations.ts";
import type { Inspection } from "../images/inspect/inspect.ts";
import { compareParts, installedFiles, shippedPaths } from "../images/compare/installed_files.ts";
import { isHostFile, type SiteFile } from "../site/file.ts";
import { GatewrightError } from "../host/error.ts";
import { few } from "../host/few.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { FAILOVER_KEY, networkSecrets } from "../gateway/secrets/network_secrets.ts";
import { sasyncKey } from "../gateway/secrets/sasync_key.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { reveal, Secret, type Text } from "../host/secret.ts";

/** Differences from the site set, and the checks of a golden image. */
export interface DiskComparison {
  /** Differences between the site set and the disk; empty without a description. */
  differences: Difference[];
  /** The checks, in the order they ran. */
  hygiene: HygieneResult[];
}

/** Options of the comparison. */
export interface ComparingOptions {
  /** Absolute paths of further files that are on the disk on purpose. */
  kept?: readonly string[];
  /** Aborts it. */
  signal?: AbortSignal;
}

/** Compares the disk of `gateway` with `files`, its site set. */
export async function compareDisk(
  disk: Inspection,
  gateway: Gateway,
  files: SiteFile[],
  secrets: Secrets,
  { kept = [], signal }: ComparingOptions = {},
): Promise<DiskComparison> {
  const { whole, parts } = installedFiles(files);
  return {
    differences: [...await compareSite(disk, whole), ...await compareParts(disk, parts)],
    hygiene: await checkHygiene(
      disk,
      {
        serial: true,
        smp: gateway.domain.vcpus.maximum > 1,
        rehearsal: gateway.release.rehearsal === true,
        installurl: gateway.installurl,
        shipped: [...shippedPaths(files), ...kept],
        secrets: guardedSecrets(gateway, files, secrets),
      },
      signal ? { signal } : {},
    ),
  };
}

/** A shorter password of carp(4) or pppoe(4) may be a word that occurs in other files. */
const NO_WORD = 16;

/** The secrets of `gateway`, each with the files of its site set, `files`, that may contain it. */
export function guardedSecrets(
  gateway: Gateway,
  files: SiteFile[],
  secrets: Secrets,
): GuardedSecret[] {
  const { whole, parts } = installedFiles(files);
  const texts = [
    ...whole.map(({ path, content }) => ({ path: installedPath(path) ?? path, content })),
    ...parts,
  ];
  const holders = (value: string) =>
    texts.filter(({ content }) => !isHostFile(content) && reveal(content).includes(value))
      .map(({ path }) => path);
  const guard = (name: string, secret: Text, paths: string[] = []) => {
    const value = reveal(secret);
    return { name, value, paths: [...paths, ...holders(value)] };
  };
  const network = networkSecrets(gateway).flatMap(({ key, what }) => {
    const secret = secrets.network.get(key);
    if (secret === undefined) return [];
    const name = what.replace(/^the /, "");
    // sasyncd.conf(5) has it in hexadecimal.
    const found = guard(name, (key === FAILOVER_KEY && sasyncKey(reveal(secret))) || secret);
    return found.value.length < NO_WORD ? [] : [found];
  });
  return [
    ...[...secrets.psks].map(([name, psk]) => guard(`psk of tunnel ${name}`, psk)),
    ...[...secrets.keys].filter(([, key]) => key instanceof Secret)
      .map(([path, key]) => guard(`key ${path}`, key)),
    ...[...secrets.clientPasswords]
      .map(([name, password]) => guard(`password of ${name}`, password)),
    ...[...secrets.files].map(([path, content]) => guard(`content of ${path}`, content)),
    ...network,
    ...[...secrets.passwords]
      .map(([name, hash]) => guard(`password hash of ${name}`, hash, HASH_FILES)),
  ];
}

/** Limit of lines in an error's reason, diffs included. */
const LINES = 60;

/** One line per fault; empty for a good disk. */
export function comparisonLines({ differences, hygiene }: DiskComparison): string[] {
  return [
    ...differences.map((one) => `${one.path}: ${one.message}${one.diff ? `\n${one.diff}` : ""}`),
    ...hygiene.flatMap(({ check, reason, problems }) =>
      problems.map((problem) => `${check}: ${problem} (${reason})`)
    ),
  ];
}

/**
 * Throws unless the disk is as described.
 *
 * @throws {GatewrightError} (verification) with all faults.
 */
export function refuseBadImage(image: string, comparison: DiskComparison): void {
  const lines = comparisonLines(comparison);
  if (lines.length === 0) return;
  throw new GatewrightError("the disk is not the gateway that was described", {
    kind: "verification",
    code: "image-differs",
    where: image,
    why: few(
      lines.flatMap((line) => line.split("\n")),
      LINES,
    ).join("\n"),
    next: "do not run it",
  });
}
