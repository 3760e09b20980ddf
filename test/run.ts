/**
 * The whole gate: format, lint with the house rules, types, documentation, what would be published,
 * every test. One line for each gate, all about what failed, and at the end the real counts.
 * @module
 */
import { join } from "node:path";
import { quietReport } from "./quiet_report.ts";
import { watchSystem } from "./untouched.ts";

const root = new URL("..", import.meta.url).pathname;
const terminal = Deno.stdout.isTerminal();
/** Logs have no colours. */
const env: Record<string, string> = terminal ? {} : { NO_COLOR: "1" };
const deno = (
  args: string[],
  stdout: "piped" | "inherit",
  stderr: "piped" | "inherit",
  more: Record<string, string> = {},
) =>
  new Deno.Command(Deno.execPath(), {
    args,
    cwd: root,
    env: { ...env, ...more },
    stdin: "null",
    stdout,
    stderr,
  });

const GATES: Record<string, string[]> = {
  format: ["fmt", "--check"],
  lint: ["lint"],
  types: ["check", "--frozen", "."],
  docs: ["doc", "--lint", "mod.ts", "site/mod.ts", "images/mod.ts", "build/mod.ts"],
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

/**
 * Tests get a home of their own, which must be empty at the end. Shared with other runs are only the
 * two caches: that of Deno, and that of Gatewright with what rehearsals are made of.
 */
const home = await Deno.makeTempDir({ prefix: "gatewright-home-" });
const caches = Deno.env.get("XDG_CACHE_HOME") ?? join(Deno.env.get("HOME") ?? home, ".cache");
const ownHome = {
  HOME: home,
  XDG_CACHE_HOME: caches,
  DENO_DIR: Deno.env.get("DENO_DIR") ?? join(caches, "deno"),
  // virsh(1) of a user starts a daemon, which makes folders in the home.
  LIBVIRT_AUTOSTART: "0",
};
const changesOfSystem = await watchSystem();
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
  ownHome,
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
let skipped = results.match(/^\s*<skipped\s*\/>/gm)?.length ?? 0;
const broken = count("failures") + count("errors");
const ran = count("tests") - skipped;
passed += ran - broken;
failed += broken;
if (!success && broken === 0) failed++;

/** A gate of its own: whether the tests wrote outside their folders. */
function untouched(name: string, found: string[]): void {
  console.log(`${name}: ${found.length === 0 ? "ok" : "FAILED, a test wrote outside its folder"}`);
  for (const one of found.slice(0, 20)) console.log(`  ${one}`);
  if (found.length > 20) console.log(`  and ${found.length - 20} more`);
  found.length === 0 ? passed++ : failed++;
}
const system = await changesOfSystem();
if (system.packages && system.changes.length > 0) {
  skipped++;
  console.log("system untouched: not judged, packages were installed meanwhile");
} else untouched("system untouched", system.changes);
const written = await Array.fromAsync(Deno.readDir(home), ({ name }) => `~/${name} was made`);
untouched("home untouched", written);
await Deno.remove(home, { recursive: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
Deno.exit(failed === 0 && ran > 0 ? 0 : 1);
