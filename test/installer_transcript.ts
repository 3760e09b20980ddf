/**
 * What OpenBSD's installer scripts asked, recorded: one question per line of a tab-separated file,
 * with its default and its answer. Passwords are `<provided>`, as the installer itself prints them.
 * @module
 */
import type { Gateway } from "../gateway/gateway.ts";
import { testGateway } from "./gateway.ts";

/** `template`: virtio, MBR, a user, a disklabel template; `auto`: legacy, GPT, no user, no template. */
export const TRANSCRIPT_KINDS = ["template", "auto"] as const;

/** One of {@linkcode TRANSCRIPT_KINDS}. */
export type TranscriptKind = typeof TRANSCRIPT_KINDS[number];

/** One question that an installer asked. */
export interface TranscriptLine {
  /** The question without its default. */
  text: string;
  /** Empty where there was none. */
  default: string;
  answer: string;
}

/** The gateway whose installation was recorded. */
export function transcriptGateway(version: string, kind: TranscriptKind): Gateway {
  const number = Number(version.replace(".", ""));
  const gateway = testGateway({ release: { version, number, arch: "amd64" } });
  if (kind === "template") return gateway;
  gateway.access.users = [];
  gateway.disk.layout = "auto";
  gateway.domain.hardware = "legacy";
  gateway.domain.firmware = "uefi";
  return gateway;
}

/** Where a transcript is kept. */
export function transcriptFile(version: string, kind: TranscriptKind): URL {
  return new URL(`../autoinstall/testdata/questions-${version}-${kind}.tsv`, import.meta.url);
}

/**
 * Installations that consoles showed, by release and machine: by hand, but 7.8 from a response file
 * that ended at the password of root. Names, addresses and time zones are replaced; what an
 * installation over http onto an empty disk is never asked is left out. All had the list of mirrors.
 */
export const CONSOLES = [
  ["7.2", "arm64"],
  ["7.5", "amd64"],
  ["7.6", "amd64"],
  ["7.7", "i386"],
  ["7.8", "arm64"],
  ["7.9", "amd64"],
] as const;

/** Where the questions of one of {@linkcode CONSOLES} are kept. */
export function consoleFile(version: string, machine: string): URL {
  return new URL(`../autoinstall/testdata/console-${version}-${machine}.tsv`, import.meta.url);
}

/** Finds the questions in the output of an installer. */
export function questionsIn(output: string): TranscriptLine[] {
  const pattern =
    /^((?:.+?\?(?: \(.*?\))?)|Public ssh key for user \S+)(?: \[([^\]]*)\])? (\S.*?) *$/;
  return output.split("\n").flatMap((line) => {
    const [, text, fallback = "", answer] = pattern.exec(line) ?? [];
    if (!text || !answer) return [];
    // Where a fork's copy was run, two questions carry the fork's name.
    return [{
      text: text.replace(/e\.g\. '\w+bsd'/, "e.g. 'foo'"),
      default: fallback.replace(/^pub\/\w+BSD\//, "pub/OpenBSD/"),
      answer,
    }];
  });
}

/** One line per question: text, default, answer. */
export function formatTranscript(lines: TranscriptLine[]): string {
  return lines.map((line) => `${line.text}\t${line.default}\t${line.answer}\n`).join("");
}

/** Reads what {@linkcode formatTranscript} wrote. */
export function parseTranscript(text: string): TranscriptLine[] {
  return text.trimEnd().split("\n").map((line) => {
    const [question = "", fallback = "", answer = ""] = line.split("\t");
    return { text: question, default: fallback, answer };
  });
}
