/**
 * The configuration of sshd(8) as the description makes it: its lines in the order in which sshd reads
 * them, with the Match blocks that they stand in. Source: sshd_config(5), servconf.c.
 * @module
 */
import { parseAddress, type Prefix } from "../address.ts";
import type { ExtraFile, Gateway } from "../gateway.ts";
import { optionsOf } from "./flags_of.ts";
import { portNumber } from "./services.ts";

/** One line. */
export interface SshdLine {
  /** The field that brings it; undefined for a line of the release or of the installer. */
  path: (string | number)[] | undefined;
  /** In lower case. */
  keyword: string;
  words: string[];
  /** The words behind each Match around it; empty where it holds for everybody. */
  matches: string[][];
}

/** All lines. */
export interface SshdConfig {
  /** Those of the command line first; of two for the same thing the first holds. */
  lines: SshdLine[];
  /** Whether no file among them is a secret, or one that the description does not bring. */
  isKnown: boolean;
}

/** The state of a reading. */
interface Reading {
  gateway: Gateway;
  /** The files that are open, so that none includes itself. */
  open: readonly string[];
  result: SshdConfig;
}

const CONFIG = "/etc/ssh/sshd_config";

/** What sshd(8) is told. */
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

/** The options of sshd(8) in rc.conf.local(8). */
function sshdOptions({ rcConf }: Gateway): [string, string][] {
  const flags = rcConf.get("sshd_flags") ?? "";
  return optionsOf(flags.split(/\s+/).filter(Boolean), "CEbcfghkopu");
}

/** Reads the file at `path`, and what it includes. */
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

/** What the release has in its file, and the installer's answer; all else is a comment. */
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
  // The installer writes its answer over the release's comment.
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

/** The description's files that `pattern` names, in the order of glob(3). */
function included(pattern: string, { files }: Gateway): string[] {
  const absolute = pattern.startsWith("/") ? pattern : `/etc/ssh/${pattern}`;
  const paths = new Set(files.map(({ path }) => path));
  return [...paths].filter((path) => patternOf(absolute, "[^/]").test(path)).sort();
}

/** A line in its parts; undefined where it says nothing. */
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
  /** Undefined for every address, or one that is not known before. */
  address: Prefix | undefined;
  /** The address as it is written. */
  word?: string;
  /** The field that says so; undefined for what sshd does by itself. */
  path: (string | number)[] | undefined;
}

/** Where sshd(8) listens, by its command line and configuration; undefined where they are not known. */
export function sshdListens(gateway: Gateway): Listening[] | undefined {
  const { lines, isKnown } = sshdConfig(gateway);
  if (!isKnown) return undefined;
  const of = (keyword: string) =>
    lines.filter((one) => one.keyword === keyword && one.matches.length === 0);
  const flags = sshdOptions(gateway).filter(([letter]) => letter === "p")
    .map(([, value]) => ({ port: portNumber(value), path: ["rcConf", "sshd_flags"] }));
  const written = of("port").map(({ words, path }) => ({ port: portNumber(words[0] ?? ""), path }));
  // -p of sshd(8) takes the place of all ports in its configuration.
  const given = (flags.length > 0 ? flags : written)
    .flatMap(({ port, path }) => port === undefined ? [] : [{ port, path }]);
  const ports = given.length > 0 ? given : [{ port: 22, path: undefined }];
  const addresses = of("listenaddress");
  if (addresses.length === 0) return ports.map((one) => ({ ...one, address: undefined }));
  return addresses.flatMap(({ words: [word = ""], path }): Listening[] => {
    // An IPv6 address without brackets has no port.
    const [, bracketed, host, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(word) ?? [];
    const parsed = parseAddress((bracketed ?? host ?? word).replace(/%.*$/, ""));
    const address = parsed?.value === 0n ? undefined : parsed;
    if (port !== undefined) return [{ port: Number(port), address, path, word }];
    return ports.map((one) => ({ port: one.port, address, path: one.path ?? path, word }));
  });
}
