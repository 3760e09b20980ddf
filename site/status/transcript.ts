/**
 * Parses the output of the script of script.ts, or the plain output of ipsecctl(8).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { SECTION } from "./script.ts";

/** One section. */
export interface Section {
  /** Its lines. */
  lines: string[];
  /** Exit status of its program; undefined if it was cut off. */
  status?: number;
}

/** Sections by name. */
export type Transcript = ReadonlyMap<string, Section>;

/**
 * Limit of the length of a line: no queried program writes longer ones; a hostile gateway might.
 */
const MOST_CHARACTERS = 1024;

/** The lines of `text`, with any line ending. */
const linesOf = (text: string) => text.split(/\r?\n/).map((line) => line.slice(0, MOST_CHARACTERS));

/**
 * The sections of `text`. A text without any section is taken as the output of `ipsecctl -s all`.
 *
 * @throws {GatewrightError} if it contains no output of ipsecctl(8), or that could not query the
 * kernel.
 */
export function readTranscript(text: string, where: string): Transcript {
  const sections = new Map<string, Section>();
  let current: Section | undefined;
  for (const line of linesOf(text)) {
    if (!line.startsWith(SECTION)) {
      current?.lines.push(line);
      continue;
    }
    const name = line.slice(SECTION.length).trim();
    const status = /^status (\d{1,3})$/.exec(name)?.[1];
    if (status === undefined) {
      current = { lines: [] };
      sections.set(name, current);
    } else {
      if (current) current.status = Number(status);
      current = undefined;
    }
  }
  if (sections.size === 0) sections.set("ipsec", { lines: linesOf(text), status: 0 });
  const ipsec = sections.get("ipsec");
  const known = /^\s*(FLOWS:|SAD:|No flows|No entries|flow (esp|ah|ipcomp|ipip) |(esp|ah|ipcomp) )/;
  if (ipsec?.lines.some((line) => known.test(line))) return sections;
  const said = ipsec?.lines.find((line) => line.trim() !== "");
  throw new GatewrightError("this is not output of ipsecctl -s all", {
    code: "no-transcript",
    where,
    why: said === undefined
      ? "it is empty"
      : /[\0\ufffd]/.test(said)
      ? "it is not text"
      : said.slice(0, 200),
    next: ipsec?.status || /denied|not permitted/i.test(said ?? "")
      ? "ask as root, or as a user permitted in doas.conf without a password"
      : "save what the script of status prints on the gateway",
  });
}
