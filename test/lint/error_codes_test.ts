import assert from "node:assert/strict";
import { ERROR_CODES } from "../../host/error_codes.ts";
import { allCommands } from "../../build/cli/commands.ts";
import { FLAGS } from "./flags.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

Deno.test("docs/reference.md has every error code, with what it means", async () => {
  const text = await Deno.readTextFile(`${ROOT}docs/reference.md`);
  const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| (.*?) *\|$/gm)];
  const documented = new Map(rows.map(([, code, meaning]) => [code!, meaning!]));
  for (const [code, meaning] of Object.entries(ERROR_CODES)) {
    assert.equal(documented.get(code), meaning, code);
  }
});

Deno.test("every error code is given by some error", async () => {
  const { stdout } = await new Deno.Command("git", {
    args: ["grep", "-hoE", '"[a-z-]+"', "--", "host", "gateway", "site", "images", "build"]
      .concat(":!host/error_codes.ts", ":!build/cli/advice.ts", ":!*_test.ts"),
    cwd: ROOT,
  }).output();
  const words = new Set(new TextDecoder().decode(stdout).split("\n"));
  assert.deepEqual(Object.keys(ERROR_CODES).filter((code) => !words.has(`"${code}"`)), []);
});

Deno.test("the house rule about flags knows every flag", async () => {
  // Those of init are questions, each with a file of its own.
  const commands = (await allCommands()).filter(({ name }) => name !== "init");
  const flags = commands.flatMap((one) => one.flags.map(({ name }) => name));
  assert.deepEqual(flags.filter((name) => !FLAGS.includes(name)), []);
});
