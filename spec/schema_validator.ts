/**
 * The schema as a program: ajv writes it down once, so that no start of the command line pays for it.
 *
 * `deno run -A --frozen spec/schema_validator.ts` writes `validator.generated.js` and
 * `gateway.schema.json` anew; a test fails while they are stale.
 * @module
 */
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { gatewaySchema, schemaText } from "./schema.ts";

/** JavaScript that exports `validate(data)`, which leaves what it found in `validate.errors`. */
export function validatorSource(): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    code: { source: true, esm: true, lines: true },
  });
  const bare = JSON.parse(JSON.stringify(gatewaySchema, (key, value) => {
    // Texts for people are not what is validated.
    const isText = typeof value === "string" && (key === "description" || key === "title");
    return isText ? undefined : value;
  }));
  const code = standalone.default(ajv, ajv.compile(bare))
    // An import that ajv leaves as a call of require().
    .replace(
      /const (\w+) = require\("(ajv\/dist\/runtime\/ucs2length)"\)\.default;?/g,
      (_, name) => `const ${name} = (text) => [...text].length;`,
    );
  return `// Written by spec/schema_validator.ts from spec/schema.ts; do not edit.\n${code}`;
}

if (import.meta.main) {
  await Deno.writeTextFile(new URL("validator.generated.js", import.meta.url), validatorSource());
  await Deno.writeTextFile(new URL("gateway.schema.json", import.meta.url), schemaText());
}
