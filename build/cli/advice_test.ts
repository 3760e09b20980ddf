import assert from "node:assert/strict";
import { ERROR_CODES, type ErrorCode } from "../../host/error_codes.ts";
import { GatewrightError } from "../../host/error.ts";
import { ADVICE, advised, namedFlags } from "./advice.ts";
import { allCommands } from "./commands.ts";

const commands = new Map((await allCommands()).map((one) => [one.name, one]));
const flagsOf = (name: string) => commands.get(name)!.flags.map((flag) => flag.name);

Deno.test("every flag that advice names exists in the command it is of", () => {
  for (const [code, texts] of ADVICE) {
    assert(Object.hasOwn(ERROR_CODES, code), code);
    for (const one of texts) {
      const text = typeof one === "string" ? one : one("DISK");
      for (const { command, flags } of namedFlags(text)) {
        const candidates = command === undefined ? [...commands.keys()] : [command];
        const known = candidates.filter((name) => flags.every((f) => flagsOf(name).includes(f)));
        assert(known.length > 0, `${code}: ${text}: ${command} ${flags}`);
      }
    }
  }
});

Deno.test("a command is told the flags that it has, behind what the error says", () => {
  const next = (code: ErrorCode, command: string, said?: string) =>
    advised(
      new GatewrightError("x", { code, where: "/dev/vg0/a", ...(said ? { next: said } : {}) }),
      commands.get(command),
    ).next;
  assert.equal(next("needs-force", "deploy", "look"), "look; then add --force to overwrite it");
  assert.equal(next("needs-force", "boot", "look"), "look", "boot has no such flag");
  assert.equal(next("needs-consent", "deploy"), "add --yes");
  assert.equal(next("needs-consent", "deploy", "x"), "x; or add --yes");
  assert.match(next("needs-shared", "migrate")!, /add --shared .*; or add --copy/);
  assert.doesNotMatch(next("needs-shared", "deploy")!, /--copy/);
  assert.match(
    next("image-refused", "deploy")!,
    /^gatewright inspect \/dev\/vg0\/a .*--no-check/,
  );
  assert.equal(next("not-installed", "deploy", "install it"), "install it");
});

Deno.test("what an error is does not change with the advice", () => {
  const error = new GatewrightError("x", {
    kind: "verification",
    code: "image-of-rehearsal",
    where: "a",
    why: "b",
    cause: 1,
  });
  const shown = advised(error, commands.get("deploy"));
  assert.deepEqual(
    [shown.message, shown.exitCode, shown.code, shown.where, shown.why, shown.cause],
    ["x", 4, "image-of-rehearsal", "a", "b", 1],
  );
  assert.equal(advised(error, undefined), error);
});
