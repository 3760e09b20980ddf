import assert from "node:assert/strict";
import { type StampAction, StampConsole } from "./stamp_console.ts";

/** What comes of `said`, however it is cut into pieces. */
function heard(said: string, secrets: string[] = []): StampAction[] {
  const bytes = new TextEncoder().encode(said.replaceAll("\n", "\r\n"));
  const whole = [...new StampConsole(secrets).feed(bytes)];
  const console = new StampConsole(secrets);
  const parts = [...bytes].flatMap((byte) => [...console.feed(new Uint8Array([byte]))]);
  assert.deepEqual(parts, whole);
  return whole;
}

const AWAKE = "gatewright: stamp: awake\n";

function failure(said: string, secrets: string[] = []) {
  const failed = heard(said, secrets).find((action) => action.kind === "failed");
  assert(failed, "it is no failure");
  return failed.error;
}

Deno.test("a stamp that is done ends there, and nothing after it counts", () => {
  const actions = heard(`${AWAKE}gatewright: stamp: done\n# panic: too late\n`);
  assert.deepEqual(actions.map(({ kind }) => kind), ["log", "awake", "log", "done"]);
});

Deno.test("what OpenBSD refuses ends it with its words and their place", () => {
  const refused = "gatewright: install.site: REFUSED /etc/pf.conf:12: syntax error";
  const error = failure(`${AWAKE}gatewright: install.site: checking /etc/pf.conf\n${refused}\n`);
  assert.equal(error.message, "OpenBSD refuses a generated file");
  assert.equal(error.where, "/etc/pf.conf:12");
  assert.match(error.why ?? "", /syntax error/);
});

Deno.test("a step that fails, a shell that waits again, and a panic end it; secrets stay hidden", () => {
  const step = failure(`${AWAKE}gatewright: stamp: FAILED cannot mount pass-word-1\n`, [
    "pass-word-1",
  ]);
  assert.match(step.why ?? "", /cannot mount \*{8}/);
  assert.match(step.next ?? "", /--whole/);
  assert.match(failure(`${AWAKE}ftp: no such host\n# `).why ?? "", /ended early\n[^]*no such host/);
  assert.match(failure(`${AWAKE}panic: ffs_valloc: dup alloc\n`).message, /panicked/);
  assert.match(failure(`${AWAKE}uid 0 on /: file system full\n`).message, /full/);
});

Deno.test("a blank after a hash sign inside a line is no prompt", () => {
  assert.deepEqual(heard(`${AWAKE}see section # 3 of it\n`).map(({ kind }) => kind), [
    ...["log", "awake", "log"],
  ]);
});

Deno.test("silence is no end until it has lasted", () => {
  const console = new StampConsole([]);
  assert.equal(console.silent(299), undefined);
  assert.equal(console.silent(300)?.kind, "timeout");
});
