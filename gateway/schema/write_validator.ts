/**
 * Compiles the schema: ajv generates the code once, so that no start of the command line pays for
 * it.
 *
 * `deno run -A --frozen gateway/schema/write_validator.ts` writes `validator.generated.js` and
 * `gateway.schema.json` anew; a test fails while they are stale.
 * @module
 */
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { gatewaySchema, schemaText } from "./schema.ts";

/** JavaScript that exports `validate(data)`, which leaves its faults in `validate.errors`. */
export function validatorSource(): string {
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  const bare = JSON.parse(JSON.stringify(gatewaySchema, (key, value) => {
    // Descriptions are not validated.
    const isText = typeof value === "string" && (key === "description" || key === "title");
    return isText ? undefined : value;
  }));
  const code = standalone.default(ajv, ajv.compile(bare))
    .replace(/const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;?/g, LENGTH)
    // Seven lines for each error, two hundred times, are a third of what is parsed at a start.
    .replaceAll(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g,
      "(vErrors ??= []).push($2);\nerrors++;",
    )
    .replace(/^export .*\n/gm, "")
    // V8 compiles a function in parentheses together with its file, and so stores it in its code
    // cache.
    .replace(/^function (\w+)\(([^]*)\}\s*$/m, "export const validate = (function $1($2});\n");
  return `// Written by gateway/schema/write_validator.ts from gateway/schema/schema.ts; do not edit.\n${code}`;
}

/** An import that ajv leaves as a call of require(): the length of a text in code points. */
const LENGTH = "const $1 = (text) => [...text].length;";

if (import.meta.main) {
  await Deno.writeTextFile(new URL("validator.generated.js", import.meta.url), validatorSource());
  await Deno.writeTextFile(new URL("gateway.schema.json", import.meta.url), schemaText());
}
