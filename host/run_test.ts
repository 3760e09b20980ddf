import assert from "node:assert/strict";
import { GatewrightError } from "./error.ts";
import { run } from "./run.ts";

const LARGE = new Uint8Array(8 << 20).fill(0x61);

Deno.test("a program gets its words as they are, its stdin, its folder and its environment", async () => {
  const words = ["$HOME", "a b", "*", "'\"`", "-n", "", "\\", ";exit 3", "line\nline"];
  const { stdout } = await run("printf", ["[%s]", ...words]);
  assert.equal(stdout, words.map((word) => `[${word}]`).join(""));
  assert.equal((await run("cat", [], { stdin: "text" })).stdout, "text");
  assert.equal((await run("pwd", [], { cwd: "/" })).stdout, "/\n");
  const env = await run("sh", ["-c", "echo $A $LC_ALL"], { env: { A: "1" } });
  assert.equal(env.stdout, "1 C\n");
});

Deno.test("much stdin reaches a program that reads it", async () => {
  assert.equal((await run("wc", ["-c"], { stdin: LARGE })).stdout.trim(), String(LARGE.length));
});

Deno.test("the result of a program that ends before it has read its stdin is its status", async () => {
  for (let again = 0; again < 3; again++) {
    assert.equal((await run("true", [], { stdin: LARGE })).status, 0);
    assert.equal((await run("head", ["-c", "1"], { stdin: LARGE })).stdout, "a");
    await assert.rejects(run("false", [], { stdin: LARGE }), /false failed/);
  }
});

Deno.test("a failure says the program's last words; statuses that are meant are no failure", async () => {
  const fails = ["-c", "echo why >&2; exit 3"];
  const error = await run("sh", fails).catch((error) => error);
  assert(error instanceof GatewrightError);
  assert.equal(error.why, "why");
  assert.equal((await run("sh", fails, { okStatus: [0, 3] })).status, 3);
});

Deno.test("a program that is not there is named with the package that has it", async () => {
  const error = await run("virsh-that-is-nowhere", []).catch((error) => error);
  assert(error instanceof GatewrightError);
  assert.match(error.message, /virsh-that-is-nowhere is not installed/);
  assert.match(error.next!, /apt-get install/);
  await assert.rejects(run("/nonexistent/program", []), /is not installed/);
});

Deno.test("status 127, a signal and a missing program are told apart; secrets are masked", async () => {
  const because = async (script: string, secrets: string[] = []) => {
    const error = await run("sh", ["-c", script], { secrets }).catch((error) => error);
    assert(error instanceof GatewrightError);
    assert.equal(error.message, "sh failed");
    return error.why;
  };
  assert.equal(await because("exit 127"), "exit status 127");
  assert.equal(await because("exit 126"), "exit status 126");
  assert.equal(await because("kill -9 $$"), "ended by SIGKILL");
  assert.equal(await because("echo no key hunter2 >&2; exit 1", ["hunter2"]), "no key [secret]");
  const missing = await run("/", []).catch((error) => error);
  assert.doesNotMatch(missing.message, /not installed/, "a folder is not a missing program");
});

Deno.test("an abort ends the program and what it started", async () => {
  const controller = new AbortController();
  // A time that no other program sleeps.
  const mark = `60.${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const running = run("sh", ["-c", `sleep ${mark} & wait`], { signal: controller.signal });
  while (!processes(mark).includes("sleep")) await tick();
  controller.abort(new Error("enough"));
  await assert.rejects(running, /enough/);
  while (processes(mark).length > 0) await tick();
});

Deno.test("an abort ends a program that will not go, and one that left a child behind", async () => {
  const mark = `60.${crypto.getRandomValues(new Uint32Array(2)).join("")}`;
  const stubborn = `trap "" TERM; sleep ${mark} & wait; wait`;
  for (const script of [stubborn, `sleep ${mark} & exit 0`]) {
    const controller = new AbortController();
    const running = run("sh", ["-c", script], { signal: controller.signal });
    while (!processes(mark).includes("sleep")) await tick();
    controller.abort(new Error("enough"));
    await assert.rejects(running, /enough/);
    // What a killed program started goes with it, although it ignores SIGTERM too.
    for (let ticks = 0; script === stubborn && pids(mark).length > 0; ticks++) {
      assert(ticks < 2000, "a child was left behind");
      await tick();
    }
  }
  // Nobody knows any more whose child this one was.
  for (const pid of pids(mark)) Deno.kill(pid);
});

const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Names of the programs that run with `mark` among their words. */
function processes(mark: string): string[] {
  return pids(mark).map((pid) => commandOf(pid)[0] ?? "");
}

function pids(mark: string): number[] {
  const found: number[] = [];
  for (const { name } of Deno.readDirSync("/proc")) {
    if (/^\d+$/.test(name) && commandOf(Number(name)).some((word) => word.includes(mark))) {
      found.push(Number(name));
    }
  }
  return found;
}

function commandOf(pid: number): string[] {
  try {
    return Deno.readTextFileSync(`/proc/${pid}/cmdline`).split("\0");
  } catch {
    return []; // It ended while we looked.
  }
}

Deno.test("a program that writes without an end is ended", async () => {
  await assert.rejects(run("cat", ["/dev/zero"], { mostBytes: 1 << 20 }), (error) => {
    assert.ok(error instanceof GatewrightError);
    assert.equal(error.code, "too-much-output");
    return true;
  });
  await assert.rejects(run("sh", ["-c", "cat /dev/zero >&2"], { mostBytes: 1000 }), /more than/);
  const { stdout } = await run("head", ["-c", "1000", "/dev/zero"], { mostBytes: 1000 });
  assert.equal(stdout.length, 1000);
});
