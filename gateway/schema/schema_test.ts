/**
 * The schema file that editors read is the schema that `check` applies.
 * @module
 */
import assert from "node:assert/strict";
import { schemaText } from "./schema.ts";
import { validatorSource } from "./write_validator.ts";

Deno.test("gateway.schema.json is what the schema says", async () => {
  const file = new URL("gateway.schema.json", import.meta.url);
  assert.equal(
    await Deno.readTextFile(file),
    schemaText(),
    "stale: deno run -A --frozen gateway/schema/write_validator.ts",
  );
});

Deno.test("validator.generated.js is what ajv makes of the schema", async () => {
  const file = new URL("validator.generated.js", import.meta.url);
  assert(
    await Deno.readTextFile(file) === validatorSource(),
    "stale: deno run -A --frozen gateway/schema/write_validator.ts",
  );
});

Deno.test("every property of the schema tells what it is", () => {
  const silent: string[] = [];
  let seen = 0;
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    // What is required of a whole description is told where its fields are.
    const { properties, default: _default, then: _then, ...rest } = node as Record<string, unknown>;
    for (const [name, child] of Object.entries((properties ?? {}) as Record<string, unknown>)) {
      seen++;
      const { description } = child as { description?: string };
      if (!description) silent.push(`${path}.${name}`);
      walk(child, `${path}.${name}`);
    }
    for (const [name, child] of Object.entries(rest)) walk(child, `${path}.${name}`);
  };
  walk(JSON.parse(schemaText()), "");
  assert.ok(seen > 50);
  assert.deepEqual(silent, []);
});
