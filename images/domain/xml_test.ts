/** @module */
import { equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { escapeXml } from "./xml.ts";

Deno.test("escapeXml() writes the five characters of markup as entities", () => {
  equal(escapeXml(`R&D <"lab"> 'x'`, "f"), "R&amp;D &lt;&quot;lab&quot;&gt; &apos;x&apos;");
});

Deno.test("escapeXml() names the field and the character it refuses", () => {
  throws(() => escapeXml("two\nlines", "domain.description"), (error) => {
    ok(error instanceof GatewrightError);
    equal(error.where, "domain.description");
    equal(error.why, "character U+000A");
    equal(error.exitCode, 3);
    return true;
  });
  for (const bad of ["\0", "\t", "\u0085", "\ud800", "\uffff"]) {
    throws(() => escapeXml(bad, "f"), GatewrightError);
  }
});

Deno.test("escapeXml() lets no text end an element or an attribute, and loses nothing", () => {
  const back: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    let written;
    try {
      written = escapeXml(text, "f");
    } catch (error) {
      return error instanceof GatewrightError;
    }
    equal(/[<>"']/.test(written), false);
    const read = written.replace(
      /&(?:#x([0-9a-f]+)|(\w+));/g,
      (_, code: string | undefined, name: string) =>
        code === undefined ? back[name]! : String.fromCodePoint(parseInt(code, 16)),
    );
    equal(read, text);
    return true;
  }));
});
