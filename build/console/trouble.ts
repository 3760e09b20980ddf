/**
 * Recognises failures on a console by OpenBSD's messages.
 * @module
 */
import { type ErrorDetails, GatewrightError } from "../../host/error.ts";

/** A kind of failure. */
interface Trouble {
  pattern: RegExp;

  explain(match: RegExpExecArray): { message: string } & ErrorDetails;
}

const TROUBLES: Trouble[] = [
  {
    pattern: /^gatewright: install\.site: REFUSED (.+)$/,
    explain: ([, words]) => ({
      message: "OpenBSD refuses a generated file",
      where: /^\S+?:\d+/.exec(words!)?.[0] ?? /^(\/[^:\s]+)/.exec(words!)?.[0] ?? "install.site",
      why: words!,
      next:
        "change the part of the description that this line comes from (firewall.rules, tunnels, files)",
    }),
  },
  {
    pattern: /^'(.*)' is not a valid (.+)\.$/,
    explain: ([line]) => ({
      message: "the installer refuses an answer",
      why: line,
      next: "compare install.conf with the question above it in the log",
    }),
  },
  {
    pattern: /^Cannot determine prefetch area/,
    explain: ([line]) => ({
      message: "the disk is too small for the installer to check the sets",
      why: line,
      next:
        "increase disk.size, or with your own layout the partition with /tmp or /home: gatewright check says how much",
    }),
  },
  {
    pattern: /(?:file ?system (?:is )?full|No space left on device)/i,
    explain: () => ({
      message: "a file system of the gateway is full",
      next: "increase disk.size, or the partition that is named",
    }),
  },
  {
    pattern:
      /^(?:Signature check of SHA256\.sig failed|signify: .*(?:verification failed|wrong key).*)/,
    explain: ([line]) => ({
      message: "the installer does not accept the signature of the sets",
      kind: "verification",
      why: line,
      next: "check release.mirror and release.key: the key must be the one inside bsd.rd",
    }),
  },
  {
    // The site set is not in the signed list: its own question is answered yes.
    pattern: /^Checksum test for (?!site)(\S+) failed/,
    explain: ([line]) => ({
      message: "a set changed on its way to the installer",
      kind: "verification",
      why: line,
      next: "gatewright cache prune, then build again",
    }),
  },
  {
    pattern: /^Fetching of (\S+) failed/,
    explain: ([line]) => ({
      message: "the installer cannot fetch a set",
      why: line,
      next: "build again; if it fails again, look at the lines above it in the log",
    }),
  },
  {
    pattern: /^Failed to install bootblocks/,
    explain: ([line]) => ({
      message: "the disk would not boot",
      why: line,
      next: "look at the lines above it in the log; disk.layout must have a root below 2 TB",
    }),
  },
  {
    pattern: /^panic: (.*)/,
    explain: ([line]) => ({
      message: "the OpenBSD kernel panicked",
      why: line,
      code: "kernel-stopped",
      next: "increase domain.memory, or use another release",
    }),
  },
  {
    pattern: /^(?:Stopped at .*|ddb(?:\{\d+\})?> ?)$/,
    explain: ([line]) => ({
      message: "the OpenBSD kernel stopped in its debugger",
      why: line,
      code: "kernel-stopped",
      next: "increase domain.memory, or use another release",
    }),
  },
  {
    pattern: /^No response file found; non-interactive mode aborted\./,
    explain: ([line]) => ({
      message: "the installer did not find its answers",
      why: line,
      next: "report this with the log",
    }),
  },
  {
    pattern: /^failed; check \/tmp\/ai\/ai\.log/,
    explain: () => ({
      message: "the installation failed",
      next: "the lines above say where; the log has all of them",
    }),
  },
];

/**
 * The error for a console line, if it reports a failure.
 *
 * @param recent the lines before it, included if the line alone explains too little.
 */
export function troubleIn(line: string, recent: string): GatewrightError | undefined {
  for (const { pattern, explain } of TROUBLES) {
    const match = pattern.exec(line);
    if (!match) continue;
    const { message, ...details } = explain(match);
    return new GatewrightError(message, { where: "console", why: recent, ...details });
  }
  return undefined;
}
