import assert from "node:assert/strict";
import { type Screen, Terminal } from "./terminal.ts";

/** What a terminal of `columns` shows at last, line by line. */
function screen(columns: number | undefined) {
  let raw = "";
  const fake: Screen = { write: (_, text) => raw += text, width: () => columns, shared: true };
  return {
    terminal: new Terminal(fake),
    raw: () => raw,
    // Every line up to its last clearing is gone.
    lines: () => raw.split("\n").map((line) => line.split("\r\x1b[K").at(-1)!),
  };
}

Deno.test("the status stays below the lines, and leaves nothing behind", () => {
  const { terminal, lines } = screen(40);
  terminal.status("10 %");
  terminal.note("a note");
  terminal.status("20 %");
  terminal.status("30 %");
  terminal.print("a result");
  assert.deepEqual(lines(), ["a note", "a result", ""]);
  terminal.status("40 %");
  assert.deepEqual(lines(), ["a note", "a result", "40 %"]);
  terminal.status("");
  assert.deepEqual(lines(), ["a note", "a result", ""]);
});

Deno.test("a status never wraps", () => {
  const { terminal, lines } = screen(10);
  terminal.status("x".repeat(50));
  assert.deepEqual(lines(), ["x".repeat(9)]);
});

Deno.test("without a terminal there is no status and no escape sequence", () => {
  const { terminal, raw } = screen(undefined);
  terminal.status("10 %");
  terminal.note("a note");
  terminal.status("");
  assert.equal(raw(), "a note\n");
  assert.equal(terminal.live, false);
});
