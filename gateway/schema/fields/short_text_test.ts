import assert from "node:assert/strict";
import { allFields } from "./fields.ts";
import { shortText } from "./short_text.ts";

Deno.test("a description is cut before what explains it, and never inside brackets", () => {
  for (
    const [long, short] of [
      ["Host name; fully qualified if it can be.", "Host name"],
      ["Address such as 2001:db8::1/64, or none.", "Address such as 2001:db8::1/64, or none"],
      ["Compress before encrypting (ike: 2).", "Compress before encrypting (ike: 2)"],
      [
        'none, {hash: "..."}, or where it is kept: {file}.',
        'none, {hash: "..."}, or where it is kept',
      ],
      ["1: isakmpd; 2: iked. Default: 1.", "1: isakmpd; 2: iked"],
      ["Default: derived from the name.", "Default: derived from the name"],
    ]
  ) assert.equal(shortText(long!), short);
});

Deno.test("no field's short text is one word, or ends in an open bracket", () => {
  for (const { path, description } of allFields()) {
    const short = shortText(description);
    assert.equal(short.split(/[({[]/).length, short.split(/[)}\]]/).length, `${path}: ${short}`);
    if (!/^\w+\.$/.test(description)) assert.match(short, /\S/, path);
  }
});
