/**
 * Types files into a shell on a serial line.
 * @module
 */

/** Maximum length of a typed line: a terminal in canonical mode takes 255 bytes (MAX_CANON). */
const LINE_LIMIT = 200;

/**
 * The lines that make ksh(1) write `text` into `path`, one to be typed after each prompt. Long
 * lines are continued with a backslash, which the shell removes.
 */
export function hereDocument(path: string, text: string): string[] {
  const lines = [`cat >${path} <<GATEWRIGHT_END`];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    let part = "";
    let size = 0;
    for (const char of line) {
      const quoted = /[\\$`]/.test(char) ? `\\${char}` : char;
      const bytes = new TextEncoder().encode(quoted).length;
      if (size + bytes > LINE_LIMIT) {
        lines.push(`${part}\\`);
        part = "";
        size = 0;
      }
      part += quoted;
      size += bytes;
    }
    lines.push(part);
  }
  lines.push("GATEWRIGHT_END");
  return lines;
}
