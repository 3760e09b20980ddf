/**
 * Parses a file that a table is loaded from.
 * @module
 */
import type { Host } from "../model/host.ts";
import { Cursor, Refused } from "./cursor.ts";
import { readTableHosts } from "./host.ts";
import { Lexer } from "./lexer.ts";
import { Lines } from "./lines.ts";

/** The addresses in `text`, and the first invalid word. Comments start with `#` or `;`. */
export function readTableFile(text: string): { hosts: Host[]; wrong?: string } {
  const words = text.replace(/[#;].*/g, "").split(/\s+/).filter((word) => word !== "");
  const hosts: Host[] = [];
  for (const word of words) {
    const list = /^!?[A-Za-z0-9.:%_/-]+$/.test(word) ? `{ ${word.replace("!", "! ")} }` : "";
    try {
      hosts.push(...readTableHosts(new Cursor(new Lexer(list, new Map()), new Lines(list), [])));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { hosts, wrong: word };
    }
  }
  return { hosts };
}
