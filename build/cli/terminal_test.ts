import assert from "node:assert/strict";
import { type Screen, Terminal } from "./terminal.ts";

/** What a terminal of `columns` shows at last, line by line. */
function screen(columns: number | undefined) {
  let raw = "";
  const fake: Screen = {
    write: (_, text) => raw += text,
    size: () => columns === undefined ? undefined : { columns, rows: 4 },
    shared: columns !== undefined,
    writeBytes: (bytes) => Promise.resolve(void (raw += new TextDecoder("latin1").decode(bytes))),
    ask: (question) => {
      raw += question;
      return "yes";
    },
  };
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

Deno.test("nothing that passes the door is obeyed by a terminal", async () => {
  const hostile = "a\x1b[2Jb\x9b31m\u202ec\r\x07";
  const safe = "a\\u001b[2Jb\\u009b31m\\u202ec\\u000d\\u0007";
  const { terminal, raw } = screen(80);
  terminal.print(hostile);
  terminal.note(`${hostile}\ttwo\nlines`);
  assert.equal(terminal.ask?.(`${hostile}\n?`), true);
  await terminal.content(new TextEncoder().encode(`${hostile}\n`));
  assert.equal(raw(), `${safe}\n${safe}\ttwo\nlines\n${safe}\\u000a?${safe}\n`);
  terminal.status(`${hostile}\nx`);
  assert.ok(raw().endsWith(`${safe}\\u000ax`));
});

Deno.test("a file for a program keeps its bytes", async () => {
  const { terminal, raw } = screen(undefined);
  await terminal.content(new Uint8Array([0x1b, 0x5b, 0xff, 0]));
  assert.equal(raw(), "\x1b[\xff\0");
});

Deno.test("no password of a URL passes the door", () => {
  const { terminal, raw } = screen(undefined);
  terminal.note("from https://me:secret@mirror.example.net/pub");
  terminal.print(JSON.stringify({ mirror: "https://me:secret@mirror.example.net/pub" }));
  assert.doesNotMatch(raw(), /secret/);
});

Deno.test("what is copied is exact, and still not obeyed by a terminal", () => {
  const { terminal, raw } = screen(undefined);
  terminal.printExact("psk https://me:secret@host\x1b[2J");
  assert.equal(raw(), "psk https://me:secret@host\\u001b[2J\n");
});

Deno.test("several lines of status are taken away together, and no more are shown than have room", () => {
  const { terminal, raw } = screen(11);
  terminal.status("one", "two, whichh is long");
  assert.equal(raw(), "one\ntwo, which");
  terminal.note("a note");
  assert.equal(raw().slice(14), "\r\x1b[K\x1b[A\x1b[Ka note\n");
  terminal.status("1", "2", "3", "4", "5");
  assert(raw().endsWith("a note\n1\n2\nand 3 more"));
  terminal.status("");
  assert(raw().endsWith("more\r\x1b[K\x1b[A\x1b[K\x1b[A\x1b[K"));
});
