/**
 * The key of a base: which gateways it fits.
 * @module
 */
import { createHash } from "node:crypto";
import { renderDisklabelConf } from "../../autoinstall/disklabel_conf.ts";
import { type InstallEnvironment, installEnvironment } from "../../autoinstall/environment.ts";
import { installAnswers } from "../../autoinstall/install_conf.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import type { BaseKind } from "../../images/manifest/manifest.ts";
import type { ReleaseFiles } from "../release/fetch_release.ts";
import { STAMPED } from "../stamp/stamp_script.ts";
import { NO_SECRETS } from "./base_gateway.ts";

/** Incremented when stamps no longer work on older bases. */
const VERSION = 1;

/** The properties that a gateway and its base must have in common. */
export function baseKind(gateway: Gateway, release: Pick<ReleaseFiles, "files">): BaseKind {
  const { disk, domain, consoleSpeed } = gateway;
  const { version, arch } = gateway.release;
  return {
    version: VERSION,
    release: version,
    arch,
    files: hash(fileHashes(release)),
    disk: disk.size,
    layout: layoutText(gateway),
    hardware: domain.hardware,
    firmware: domain.firmware,
    smp: domain.vcpus.maximum > 1,
    speed: consoleSpeed,
    answers: hash(fixedAnswers(gateway)),
  };
}

/** Name of a base in the cache. */
export function baseId(kind: BaseKind): string {
  return hash(Object.entries(kind).toSorted(([a], [b]) => a < b ? -1 : 1));
}

/** Names of properties that a description has under others. */
const FIELDS = new Map([["smp", "smp (domain.vcpus above 1)"]]);

/**
 * Refuses a base that does not fit the gateway described in `file`.
 *
 * @param wanted its properties, as far as they are known
 * @throws {GatewrightError} with all differences.
 */
export function refuseOtherBase(
  wanted: Partial<BaseKind>,
  found: BaseKind | undefined,
  { where, file }: { where: string; file: string },
) {
  const names = Object.keys(wanted) as (keyof BaseKind)[];
  const differing = names.filter((name) => found?.[name] !== wanted[name]);
  if (found && differing.length === 0) return;
  throw new GatewrightError(found ? "the base is of another kind" : "this is not a base", {
    kind: "verification",
    code: "other-base",
    where,
    why: found
      ? differing.map((name) =>
        `${FIELDS.get(name) ?? name} is ${found[name]}, the gateway needs ${wanted[name]}`
      ).join("\n")
      : "its manifest does not say so",
    next: `make one that fits: gatewright base ${shownWord(file)}`,
  });
}

function layoutText(gateway: Gateway): string {
  return renderDisklabelConf(gateway) ?? "auto";
}

/** Names of sets and kernels. */
function fileHashes({ files }: Pick<ReleaseFiles, "files">): [string, string][] {
  return [...files].map(([name, { sha256 }]): [string, string] => [name, sha256])
    .sort(([a], [b]) => a < b ? -1 : 1);
}

/** Answers that a stamp cannot change. */
function fixedAnswers(gateway: Gateway): [string, unknown][] {
  const environment: InstallEnvironment = installEnvironment(gateway);
  const answers = Object.entries(installAnswers(gateway, NO_SECRETS, environment));
  return answers.filter(([id]) => !(STAMPED as readonly string[]).includes(id));
}

function hash(data: unknown): string {
  return createHash("sha256").update(JSON.stringify(data)).digest("hex");
}
