/**
 * `gatewright cache` as a person at a terminal and as a script meet it.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";

const MAIN = new URL("../../build/cli/main.ts", import.meta.url).pathname;

/** Runs `gatewright ARGS` with a terminal, where a person types `typed`. */
async function atTerminal(cacheHome: string, args: string[], typed: string): Promise<string> {
  const command = [Deno.execPath(), "run", "-A", "--quiet", "--frozen", MAIN, ...args];
  const child = new Deno.Command("script", {
    args: ["-qec", command.map((word) => `'${word}'`).join(" "), "/dev/null"],
    env: { XDG_CACHE_HOME: cacheHome, DENO_DIR, TERM: "dumb" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  let said = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const before = said.includes("[y/N]");
    said += text;
    if (!before && said.includes("[y/N]")) await writer.write(new TextEncoder().encode(typed));
  }
  await writer.close().catch(() => {});
  await child.stderr.cancel();
  await child.status;
  return said;
}

const DENO_DIR = Deno.env.get("DENO_DIR") ??
  `${Deno.env.get("XDG_CACHE_HOME") ?? `${Deno.env.get("HOME")}/.cache`}/deno`;

Deno.test("prune asks for confirmation on a terminal only", async () => {
  const cacheHome = await Deno.makeTempDir({ prefix: "gatewright-cache-" });
  try {
    const folder = `${cacheHome}/gatewright/sha256`;
    const hash = createHash("sha256").update("a set").digest("hex");
    const fill = async () => {
      await Deno.mkdir(folder, { recursive: true });
      await Deno.chmod(`${cacheHome}/gatewright`, 0o700);
      await Deno.chmod(folder, 0o700);
      await Deno.writeTextFile(`${folder}/${hash}`, "a set", { mode: 0o600 });
    };
    const there = () => Deno.stat(`${folder}/${hash}`).then(() => true, () => false);
    await fill();
    const refused = await atTerminal(cacheHome, ["cache", "prune", "--older-than", "0"], "n\n");
    assert.match(refused, /Remove 1 verified file, 5 .*\[y\/N\][^]*nothing was removed/);
    assert.ok(await there());
    assert.match(
      await atTerminal(cacheHome, ["cache", "prune"], "y\n"),
      new RegExp(`${hash} 5 2`),
    );
    assert.ok(!await there());
    await fill();
    const yes = await atTerminal(cacheHome, ["cache", "prune", "--yes"], "");
    assert.doesNotMatch(yes, /\[y\/N\]/);
    assert.ok(!await there());
    await fill();
    const { success } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", "--frozen", MAIN, "cache", "prune"],
      env: { XDG_CACHE_HOME: cacheHome, DENO_DIR },
      stdin: "null",
    }).output();
    assert.ok(success);
    assert.ok(!await there());
  } finally {
    await Deno.remove(cacheHome, { recursive: true });
  }
});
