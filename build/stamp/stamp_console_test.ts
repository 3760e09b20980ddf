import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { CannotStamp } from "./cannot_stamp.ts";
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

function failed(said: string, secrets: string[] = []) {
  const failed = heard(said, secrets).find((action) => action.kind === "failed");
  assert(failed, "it is no failure");
  return failed.error;
}

function failure(said: string) {
  const error = failed(said);
  assert(error instanceof GatewrightError);
  return error;
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

Deno.test("install.site that fails ends it as an installation, and so do a panic and a full disk", () => {
  const site =
    "gatewright: install.site: FAILED cannot add to /etc/x\ngatewright: stamp: REFUSED\n";
  assert.match(failure(`${AWAKE}${site}`).why ?? "", /cannot add to \/etc\/x/);
  assert.match(failure(`${AWAKE}panic: ffs_valloc: dup alloc\n`).message, /panicked/);
  assert.match(failure(`${AWAKE}uid 0 on /: file system full\n`).message, /full/);
});

Deno.test("a release that cannot be stamped is distinguished from that; secrets stay hidden", () => {
  const words = "gatewright: stamp: FAILED cannot mount pass-word-1\n";
  const step = failed(`${AWAKE}${words}`, ["pass-word-1"]);
  assert(step instanceof CannotStamp);
  assert.equal(step.message, "cannot mount ********");
  const early = failed(`${AWAKE}ftp: no such host\n# `);
  assert(early instanceof CannotStamp);
  assert.equal(early.message, "the script ended early after: ftp: no such host");
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
