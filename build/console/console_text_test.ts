import assert from "node:assert/strict";
import fc from "fast-check";
import { ConsoleText } from "./console_text.ts";
import { hereDocument } from "../installer/here_document.ts";

function read(text: string): { lines: string[]; pending: string } {
  const console = new ConsoleText();
  const lines = [...console.feed(new TextEncoder().encode(text))]
    .filter(({ redraw }) => !redraw).map((line) => line.text);
  return { lines, pending: console.pending };
}

Deno.test("CR, colours and backspaces leave the text", () => {
  assert.deepEqual(read("\x1b[1;31mred\x1b[0m\r\r\nab\bc\x1b]0;title\x07\nlogin: "), {
    lines: ["red", "ac"],
    pending: "login: ",
  });
});

Deno.test("a sequence that is cut off does not swallow the next line", () => {
  assert.deepEqual(read("a\x1b[12\nb\n").lines, ["a", "b"]);
});

Deno.test("megabytes without a line end keep one short line", () => {
  const console = new ConsoleText();
  const noise = new Uint8Array(65536).fill(0x78);
  for (let i = 0; i < 64; i++) {
    for (const { text } of console.feed(noise)) assert(text.length <= 4096);
  }
  assert(console.pending.length <= 4096);
});

Deno.test("a here-document arrives as it was, in short lines", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: "binary-ascii", maxLength: 500 })),
      async (lines) => {
        const text = lines.map((l) => l.replace(/[\0\r\n]/g, "") + "\n").join("") || "\n";
        if (text.split("\n").includes("GATEWRIGHT_END")) return;
        const typed = hereDocument("/dev/stdout", text);
        assert(typed.every((line) => new TextEncoder().encode(line).length < 255));
        const { stdout } = await new Deno.Command("sh", {
          args: ["-c", typed.join("\n").replace(" >/dev/stdout", "") + "\n"],
        }).output();
        assert.equal(new TextDecoder().decode(stdout), text);
      },
    ),
    { numRuns: 25 },
  );
});
