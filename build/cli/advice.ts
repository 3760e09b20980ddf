/**
 * Advice for errors by code: flags of the command line, which the library does not know.
 * @module
 */
import type { ErrorCode } from "../../host/error_codes.ts";
import { detailsOf, GatewrightError } from "../../host/error.ts";
import type { Command } from "./command.ts";

/** Makes the advice; called with the place of the error. */
type Advice = string | ((where: string) => string);

const OTHER_CPU =
  "gatewright domain FILE --cpu MODEL --out FILE.xml writes a domain with another " +
  "cpu, for --xml FILE.xml";
const SHOW_BOOT = "gatewright boot DISK --verbose shows its console";

/**
 * Advice by error code. Parts that name a flag which the command does not have are left out; whole
 * command lines start with `gatewright`.
 */
export const ADVICE: ReadonlyMap<ErrorCode, readonly Advice[]> = new Map<
  ErrorCode,
  readonly Advice[]
>([
  ["too-late", ["a slow or busy host may need a longer --timeout"]],
  ["output-folder", ["or give another folder with --out"]],
  ["needs-force", ["then add --force to overwrite it"]],
  ["needs-consent", ["or add --yes"]],
  ["in-use-by-domain", ["or add --define --replace to deploy it again"]],
  ["image-refused", [
    (where) => `gatewright inspect ${where} shows all of it`,
    "or add --no-check to accept the disk as it is",
  ]],
  ["image-of-rehearsal", ["or add --rehearsal to accept it anyway"]],
  ["image-differs", [(where) => `gatewright inspect ${where} --against FILE shows all of it`]],
  ["cannot-grow", ["or leave --grow out"]],
  ["no-domain", [
    "gatewright domain FILE --out FILE.xml writes a domain",
    "then name it with --xml FILE.xml",
  ]],
  ["other-domain", ["or name the domain that you trust with --xml FILE.xml"]],
  ["other-hardware", [
    "or define it as described: gatewright domain FILE --out FILE.xml writes that, for --xml FILE.xml",
  ]],
  ["no-shutdown", [
    "a guest that takes longer may need a longer --shutdown",
    "--power-off switches off one that does not answer",
  ]],
  ["gone-back", [
    (where) => `gatewright inspect ${where} checks it`,
    "add --force to write it again",
  ]],
  ["needs-replace", ["or add --replace to define it again; it keeps its UUID"]],
  ["uuid-taken", ["or give it another name: gatewright domain FILE --name OTHER --out FILE.xml"]],
  ["needs-shared", [
    "add --shared if both hosts see it under the same path (NFS, iSCSI, Fibre Channel)",
    "or add --copy if they do not",
  ]],
  ["no-kvm", [
    "or leave --accel out to go on without KVM, which is slow",
    "gatewright domain FILE --accel tcg --out FILE.xml writes a domain that needs no KVM, for " +
    "--xml FILE.xml",
  ]],
  ["cpu-unsupported", [OTHER_CPU]],
  ["would-not-start", ["or leave --start out to define it only"]],
  ["no-boot", [SHOW_BOOT, "a slow or busy host may need a longer --timeout"]],
  ["kernel-stopped", ["try --accel tcg"]],
  ["no-state", ["or build with --whole, which installs in one go"]],
  ["no-stamp", ["or build with --whole, which installs in one go"]],
  ["other-base", ["or leave --base out, and the build makes its own"]],
  ["not-confirmed", [(where) => `gatewright diff FILE --ssh ${where} shows what it has`]],
  ["no-transcript", ["gatewright status --script prints what is to be run on the gateway"]],
  ["no-key", ["or with --key"]],
  ["no-identity", [
    "or leave --identity-from out, and the gateway makes new keys",
    "gatewright build FILE --out DIR writes a disk that makes new ones, for --image DIR",
  ]],
  ["needs-passphrase", ["with --passphrase-file FILE, or in GATEWRIGHT_PASSPHRASE"]],
  ["not-signed", ["gatewright pack DIR --key SECKEY writes image, checksum and signature"]],
]);

/** The flags in a text: `--out`. */
function flagsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name]) => name!);
}

/**
 * The parts of a text that name flags, each with its command: that of a command line in the text,
 * or else the one that failed.
 */
export function namedFlags(text: string): { command: string | undefined; flags: string[] }[] {
  const [, name] = /\bgatewright ([a-z-]+)/.exec(text) ?? [];
  const [first = "", ...rest] = text.split(/, for (?=--)/);
  return [
    { command: name, flags: flagsIn(first) },
    ...rest.map((one) => ({ command: undefined, flags: flagsIn(one) })),
  ];
}

/** `error` with advice for `command` added to its own. */
export function advised(error: GatewrightError, command: Command | undefined): GatewrightError {
  const advice = error.code === undefined ? undefined : ADVICE.get(error.code);
  if (!advice || !command) return error;
  const own = new Set(command.flags.map(({ name }) => name));
  const fits = (text: string) =>
    namedFlags(text).every((one) =>
      one.command !== undefined || one.flags.every((flag) => own.has(flag))
    );
  const texts = advice
    .map((one) => typeof one === "string" ? one : one(error.where ?? "DISK")).filter(fits);
  const [said, ...rest] = error.next?.split("\n") ?? [];
  const line = [...(said ? [said] : []), ...texts].join("; ").replace(/^(or|then) /, "");
  const next = [line, ...rest].join("\n");
  return new GatewrightError(error.message, {
    ...detailsOf(error),
    ...(next ? { next } : {}),
  });
}
