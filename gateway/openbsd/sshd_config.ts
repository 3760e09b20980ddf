/**
 * The configuration of sshd(8) that the description results in: lines in the order sshd reads them,
 * with their Match blocks. Source: sshd_config(5), servconf.c.
 * @module
 */
import { parseAddress, type Prefix } from "../address.ts";
import type { ExtraFile, Gateway } from "../gateway.ts";
import { optionsOf } from "./flags_of.ts";
import { portNumber } from "./services.ts";

/** One line. */
export interface SshdLine {
  /** The field it comes from; undefined for a line of the release or of the installer. */
  path: (string | number)[] | undefined;
  /** Keyword, in lower case. */
  keyword: string;
  words: string[];
  /** The conditions of each Match around it; empty if it applies to all users. */
  matches: string[][];
}

/** All lines. */
export interface SshdConfig {
  /** Options of the command line first; of two lines for the same keyword the first counts. */
  lines: SshdLine[];
  /** All files could be read: none is a secret or outside the description. */
  isKnown: boolean;
}

/** State of the reader. */
interface Reading {
  gateway: Gateway;
  /** Open files, to stop files that include themselves. */
  open: readonly string[];
  result: SshdConfig;
}

const CONFIG = "/etc/ssh/sshd_config";

/** The configuration of sshd(8). */
export function sshdConfig(gateway: Gateway): SshdConfig {
  const result: SshdConfig = { lines: [], isKnown: true };
  const options = sshdOptions(gateway);
  for (const [letter, value] of options) {
    const line = letter === "o" ? keywordOf(value) : undefined;
    if (line) result.lines.push({ ...line, path: ["rcConf", "sshd_flags"], matches: [] });
  }
  const file = options.findLast(([letter]) => letter === "f")?.[1] ?? CONFIG;
  readFile(file, { gateway, open: [], result }, []);
  return result;
}

/** Options of sshd(8) in rc.conf.local(8). */
function sshdOptions({ rcConf }: Gateway): [string, string][] {
  const flags = rcConf.get("sshd_flags") ?? "";
  return optionsOf(flags.split(/\s+/).filter(Boolean), "CEbcfghkopu");
}

/** Reads the file at `path`, and its includes. */
function readFile(path: string, reading: Reading, around: string[][]): void {
  const { gateway, result } = reading;
  if (reading.open.includes(path)) return;
  const inner = { ...reading, open: [...reading.open, path] };
  const brought = gateway.files.flatMap((file, index) =>
    file.path === path ? [{ file, index }] : []
  );
  if (!brought.some(({ file }) => !file.append)) {
    if (path === CONFIG) result.lines.push(...ofRelease(gateway));
    else if (brought.length === 0) result.isKnown = false;
  }
  for (const { file, index } of brought) readLines(file, index, inner, around);
}

/** The lines in the release's file, and the installer's answer; everything else is comments. */
function ofRelease({ access }: Gateway): SshdLine[] {
  const line = (keyword: string, word: string): SshdLine => ({
    path: undefined,
    keyword,
    words: [word],
    matches: [],
  });
  return [
    line("permitrootlogin", access.rootSsh),
    line("authorizedkeysfile", ".ssh/authorized_keys"),
  ];
}

function readLines(
  { content, append, path: name }: ExtraFile,
  index: number,
  reading: Reading,
  around: string[][],
): void {
  const { gateway, result } = reading;
  if (content.kind !== "text") {
    result.isKnown = false;
    return;
  }
  // The installer replaces a comment of the release with its answer.
  const text = name === CONFIG
    ? content.text.replaceAll(
      /^#PermitRootLogin .*$/gm,
      `PermitRootLogin ${gateway.access.rootSsh}`,
    )
    : content.text;
  const path = ["files", index, append ? "append" : "content"];
  let matches = around;
  for (const one of text.split("\n")) {
    const line = keywordOf(one);
    if (line?.keyword === "match") matches = [...around, line.words];
    else if (line) result.lines.push({ ...line, path, matches });
    if (line?.keyword !== "include") continue;
    for (const file of line.words.flatMap((pattern) => included(pattern, gateway))) {
      readFile(file, reading, matches);
    }
  }
}

/** The description's files that match `pattern`, in the order of glob(3). */
function included(pattern: string, { files }: Gateway): string[] {
  const absolute = pattern.startsWith("/") ? pattern : `/etc/ssh/${pattern}`;
  const paths = new Set(files.map(({ path }) => path));
  return [...paths].filter((path) => patternOf(absolute, "[^/]").test(path)).sort();
}

/** A parsed line; undefined for an empty line or a comment. */
function keywordOf(line: string): { keyword: string; words: string[] } | undefined {
  const [, keyword, rest = ""] = /^\s*"?([A-Za-z0-9]+)"?(?:\s*=\s*|\s+)(.*)$/.exec(line) ?? [];
  if (keyword === undefined) return undefined;
  const words = [...rest.replace(/(^|\s)#.*$/, "").matchAll(/"([^"]*)"|[^\s"]+/g)];
  return {
    keyword: keyword.toLowerCase(),
    words: words.map(([word, quoted]) => quoted ?? word),
  };
}

/** PATTERNS of ssh_config(5). */
export function patternMatches(pattern: string, text: string): boolean {
  return patternOf(pattern, "[^]").test(text);
}

function patternOf(pattern: string, any: string): RegExp {
  const text = pattern.replace(/[.+^${}()|[\]\\]/g, "\\$&").replaceAll("*", `${any}*`);
  return new RegExp(`^${text.replaceAll("?", any)}$`);
}

/** Where sshd(8) listens. */
export interface Listening {
  port: number;
  /** Undefined for all addresses, or one that is unknown before run time. */
  address: Prefix | undefined;
  /** The address as written. */
  word?: string;
  /** The field it comes from; undefined for sshd's default. */
  path: (string | number)[] | undefined;
}

/** Where sshd(8) listens, by its command line and configuration; undefined if unknown. */
export function sshdListens(gateway: Gateway): Listening[] | undefined {
  const { lines, isKnown } = sshdConfig(gateway);
  if (!isKnown) return undefined;
  const of = (keyword: string) =>
    lines.filter((one) => one.keyword === keyword && one.matches.length === 0);
  const flags = sshdOptions(gateway).filter(([letter]) => letter === "p")
    .map(([, value]) => ({ port: portNumber(value), path: ["rcConf", "sshd_flags"] }));
  const written = of("port").map(({ words, path }) => ({ port: portNumber(words[0] ?? ""), path }));
  // -p of sshd(8) overrides all ports in its configuration.
  const given = (flags.length > 0 ? flags : written)
    .flatMap(({ port, path }) => port === undefined ? [] : [{ port, path }]);
  const ports = given.length > 0 ? given : [{ port: 22, path: undefined }];
  const addresses = of("listenaddress");
  if (addresses.length === 0) return ports.map((one) => ({ ...one, address: undefined }));
  return addresses.flatMap(({ words: [word = ""], path }): Listening[] => {
    // An IPv6 address without brackets is not followed by a port.
    const [, bracketed, host, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(word) ?? [];
    const parsed = parseAddress((bracketed ?? host ?? word).replace(/%.*$/, ""));
    const address = parsed?.value === 0n ? undefined : parsed;
    if (port !== undefined) return [{ port: Number(port), address, path, word }];
    return ports.map((one) => ({ port: one.port, address, path: one.path ?? path, word }));
  });
}
