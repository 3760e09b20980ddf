import assert from "node:assert/strict";
import { manPage } from "../../build/cli/man_page.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** What every program of a user's reads: environ(7). */
const USUAL = ["HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TERM"];

Deno.test("what is read from the environment is in the manual: no variable is for tests alone", async () => {
  const { stdout } = await new Deno.Command("git", {
    args: ["grep", "-hoE", '\\benv\\.get\\("[A-Za-z_]+"', "--", "*.ts", ":!*_test.ts", ":!test"],
    cwd: ROOT,
  }).output();
  const read = new TextDecoder().decode(stdout).matchAll(/"(\w+)"/g);
  const names = [...new Set([...read].map(([, name]) => name!))].sort();
  const manual = manPage([]);
  const told = names.filter((name) => new RegExp(`^\\.It Ev .*\\b${name}\\b`, "m").test(manual));
  assert(told.includes("GATEWRIGHT_DEBUG"), names.join(" "));
  assert.deepEqual(names.filter((name) => !told.includes(name)), USUAL);
});
