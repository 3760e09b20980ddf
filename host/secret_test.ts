import assert from "node:assert/strict";
import { inspect } from "node:util";
import { joined, reveal, Secret, secretLines, secretly } from "./secret.ts";

const VALUE = "correct-horse-battery-staple";

Deno.test("a secret shows as [secret] wherever it is put", () => {
  const psk = new Secret(VALUE);
  const error = new Error(`bad ${psk}`, { cause: { psk } });
  const shown = [
    `${psk}`,
    "" + psk,
    String(psk),
    JSON.stringify({ psk }),
    JSON.stringify([new Map([["a", psk]]), [...new Map([["a", psk]])]]),
    Deno.inspect({ psk, deep: [[psk]] }),
    inspect(new Map([["a", psk]])),
    Deno.inspect(error),
    error.message,
    JSON.stringify(structuredClone({ ...psk })),
    Object.values(psk).join(),
    [psk].join(),
  ];
  for (const text of shown) assert(!text.includes(VALUE), text);
  assert.equal(shown[0], "[secret]");
  assert.equal(shown[3], '{"psk":"[secret]"}');
  assert.equal(reveal(psk), VALUE);
});

Deno.test("a text with a secret in it is a secret, and one without is none", () => {
  const psk = new Secret(VALUE);
  assert.equal(secretly`psk ${"open"}`, "psk open");
  const line = secretly`psk "${psk}" tag ${"a"}`;
  assert(line instanceof Secret);
  assert.equal(reveal(line), `psk "${VALUE}" tag a`);
  const both = joined(["a", "", line, "b"], "\n");
  assert(both instanceof Secret);
  assert.equal(reveal(both), `a\npsk "${VALUE}" tag a\nb`);
  assert.equal(joined(["a", "", "b"], " "), "a b");
  assert.equal(secretLines(["a", ""]), "a\n\n");
  assert.equal(reveal(secretLines([psk])), `${VALUE}\n`);
  assert.equal(secretly``, "");
});
