import assert from "node:assert/strict";
import { parseDescriptionDocument } from "./document.ts";

/** Broken YAML, and what its first complaint begins with. */
const BROKEN: [yaml: string, says: RegExp][] = [
  ["hostname: a\n\tnetwork: hush\n", /^2:1 a tab indents this line/],
  ['hostname: "hush\n', /^\S+ a " is not closed; end the text with "$/],
  ["hostname: 'hush\n", /^\S+ a ' is not closed; end the text with '$/],
  ["tunnels: [hush\n", /^2:1 a \[ is not closed before this line; close it with \]/],
  ["tunnels:\n- psk: {file: hush\n", /^3:1 a \{ is not closed before this line; close it with \}/],
  ["hostname: a: hush\n", /^1:11 a second name: on this line/],
  [
    "a:\n  - b: hush\n    c: 1\n   - b: 2\n",
    /^4:4 this line is not aligned with the other entries/,
  ],
  ["hostname: a\nhush\n", /^2:1 a field without a colon and a value; write name: value$/],
  ["hostname: @hush\n", /^1:11 text cannot begin with @; put it in quotes$/],
  ["hostname: %hush\n", /^1:11 text cannot begin with %; put it in quotes$/],
  ["hostname: `hush`\n", /^1:11 text cannot begin with `; put it in quotes$/],
  ['hostname: "\\hush"\n', /^\S+ a backslash in " " begins an escape/],
  ['a: ["b" "hush"]\n', /^\S+ a comma is missing between two entries/],
  ["a: [{b: c} {d: hush}]\n", /^\S+ this does not belong here; look for a missing comma/],
  ["a: [1,, hush]\n", /^\S+ this does not belong here; look for a missing comma/],
  ['a: "b"#hush\n', /^\S+ there is no blank before the #/],
  ["a: !hush b\n", /^\S+ this YAML tag is unknown/],
  ["a: |hush\n  b\n", /look at the quotes, brackets and indents/],
  ["a: }hush\n", /^\S+ .*; /],
];

Deno.test("what is wrong with the YAML is reported in plain words, without text of the file", () => {
  for (const [yaml, says] of BROKEN) {
    const { problems } = parseDescriptionDocument(yaml, "gw.yaml");
    const [first] = problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
    assert.match(first ?? "", says, yaml);
    for (const { message } of problems) {
      assert.match(message, /; /, `${yaml} says nothing of what to do: ${message}`);
      assert.doesNotMatch(message, /hush/, yaml);
    }
  }
});
