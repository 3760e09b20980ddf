/**
 * The whole gate: format, lint with the house rules, types, documentation, what would be published,
 * every test. One line for each gate, all about what failed, and at the end the real counts.
 * @module
 */
import { quietReport } from "./quiet_report.ts";

const root = new URL("..", import.meta.url).pathname;
const terminal = Deno.stdout.isTerminal();
/** Logs have no colours. */
const env: Record<string, string> = terminal ? {} : { NO_COLOR: "1" };
const deno = (args: string[], stdout: "piped" | "inherit", stderr: "piped" | "inherit") =>
  new Deno.Command(Deno.execPath(), { args, cwd: root, env, stdin: "null", stdout, stderr });

const GATES: Record<string, string[]> = {
  format: ["fmt", "--check"],
  lint: ["lint"],
  types: ["check", "--frozen", "."],
  docs: ["doc", "--lint", "mod.ts"],
  publish: ["publish", "--dry-run", "--allow-dirty"],
};
let passed = 0;
let failed = 0;
const running = Object.entries(GATES).map(([name, args]) => ({
  name,
  output: deno(args, "piped", "piped").output(),
}));
for (const { name, output } of running) {
  const { success, stdout, stderr } = await output;
  console.log(`${name}: ${success ? "ok" : "FAILED"}`);
  const text = new TextDecoder();
  if (!success) console.log(text.decode(stdout) + text.decode(stderr));
  success ? passed++ : failed++;
}

async function* lines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest) yield rest;
}

const report = await Deno.makeTempFile({ suffix: ".xml" });
const tests = deno(
  [
    "test",
    "-A",
    "--frozen",
    "--no-check", // the gate `types` has done it
    "--parallel",
    "--sanitize-ops",
    "--sanitize-resources",
    `--junit-path=${report}`,
  ],
  terminal ? "inherit" : "piped",
  "inherit",
).spawn();
if (!terminal) {
  for await (const line of quietReport(lines(tests.stdout))) console.log(line);
}
const { success } = await tests.status;
const results = await Deno.readTextFile(report);
await Deno.remove(report);
const suite = /<testsuites[^>]*>/.exec(results)?.[0] ?? "";
const count = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
// Ignored tests are among `tests`, and only marked one by one.
const skipped = results.match(/^\s*<skipped\s*\/>/gm)?.length ?? 0;
const broken = count("failures") + count("errors");
const ran = count("tests") - skipped;
passed += ran - broken;
failed += broken;
if (!success && broken === 0) failed++;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
Deno.exit(failed === 0 && ran > 0 ? 0 : 1);
