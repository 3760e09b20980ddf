import assert from "node:assert/strict";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { schemaText } from "./schema.ts";

const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true })
  .compile(JSON.parse(schemaText()));

/** What an editor marks in `data`. */
function marked(data: unknown): string[] {
  return validate(data)
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const read = (name: string) =>
  Deno.readTextFileSync(new URL(`../../examples/${name}`, import.meta.url));

Deno.test("editors take partial descriptions where they extend others", () => {
  assert.deepEqual(marked(parse(read("office/gw1.yaml"))), []);
  assert.deepEqual(marked(parse(read("office/gw2.yaml"))), []);
  assert.deepEqual(marked({ extends: ["a.yaml", "b.yaml"] }), []);
  const wg = { name: "wg0", wg: { port: 51820 } };
  assert.deepEqual(marked({ extends: "a.yaml", network: { interfaces: [wg] } }), []);
});

Deno.test("editors want everything of a description that stands by itself", () => {
  assert.deepEqual(marked(parse(read("hq.yaml"))), []);
  const { extends: _, ...alone } = parse(read("office/gw1.yaml"));
  const found = marked(alone).join("\n");
  assert.match(found, /network\/interfaces\/4\/carp must have required property 'vhid'/);
  assert.match(found, /failover must have required property 'interface'/);
  assert.match(marked({}).join("\n"), /required property 'hostname'/);
});

Deno.test("editors mark what no description may have, partial or not", () => {
  for (const more of [{}, { extends: "a.yaml" }]) {
    assert.match(marked({ hostnam: "x", ...more }).join("\n"), /additional properties/);
    assert.match(marked({ tunnels: [{ ike: 3 }], ...more }).join("\n"), /\/tunnels\/0\/ike/);
    const password = { file: "x", env: "Y" };
    const carp = { name: "carp0", carp: { password } };
    assert.notDeepEqual(marked({ network: { interfaces: [carp] }, ...more }), []);
  }
});
