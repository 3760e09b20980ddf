import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import type { LabCase } from "./case.ts";
import { passed } from "./case.ts";
import { GuestOutput, type LabEvent } from "./guest_output.ts";

const lab = (name: string, secrets: string[] = []): LabCase => (
  { name, nodes: [], cables: [], steps: [], secrets }
);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const bytes = (text: string) => new TextEncoder().encode(text);

Deno.test("cases that run side by side are told apart, however the console cuts their lines", () => {
  const events: LabEvent[] = [];
  const output = new GuestOutput([lab("a"), lab("b")], (event) => events.push(event));
  const log = base64("one\ntwo\n");
  const text = [
    "laboratory: Linux 6.1",
    "@ready",
    "@begin a - ",
    "@begin b - ",
    `@pass a up ${base64("5 packets\n")}`,
    `@fail b up ${base64("no answer")}`,
    `@log b far-charon ${log.slice(0, 5)}`,
    `@log b far-charon ${log.slice(5)}`,
    "@end a - ",
    "@end b - ",
    "@end",
    "",
  ].join("\r\n");
  for (const byte of bytes(text)) output.feed(new Uint8Array([byte]));
  const [a, b] = [...output.results.values()];
  assert.deepEqual(a!.steps, [{ name: "up", outcome: "pass", text: "5 packets" }]);
  assert.equal(passed(a!), true);
  assert.equal(passed(b!), false);
  assert.deepEqual([...b!.logs], [["far-charon", "one\ntwo\n"]]);
  assert.equal(output.done, true);
  assert.equal(output.tail.text(), "laboratory: Linux 6.1");
  assert.deepEqual(events.map(({ kind }) => kind), [
    ...["ready", "begin", "begin", "step", "step", "end", "end"],
  ]);
});

Deno.test("a case without its end, or without steps, has not passed", () => {
  const output = new GuestOutput([lab("a"), lab("b")], () => {});
  output.feed(bytes(`@pass a up \n@end b - \n`));
  assert.deepEqual([...output.results.values()].map(passed), [false, false]);
});

Deno.test("no form of a secret comes out of a step, a log or the console", () => {
  const psk = "correct-horse-battery";
  const hex = Buffer.from(psk).toString("hex");
  const output = new GuestOutput([lab("a", [psk])], () => {});
  const said = `psk 0x${hex} 0X${hex.toUpperCase()} ${psk} ${base64(psk)}`;
  output.feed(bytes(
    `${said}\n@fail a up ${base64(said)}\n@log a gateway-iked ${base64(said)}\n@end a - \n`,
  ));
  const { steps, logs } = output.results.get("a")!;
  for (const text of [output.tail.text(), steps[0]!.text, logs.get("gateway-iked")!]) {
    assert.match(text, /^psk 0x\*+ 0X\*+ \*+ \*+/);
    assert(!text.includes(psk) && !text.includes(hex) && !text.includes(base64(psk)));
  }
});
