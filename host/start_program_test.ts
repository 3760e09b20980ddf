import assert from "node:assert/strict";
import { GatewrightError } from "./error.ts";
import { startProgram } from "./start_program.ts";

Deno.test("a started program streams its input and output", async () => {
  const child = startProgram("cat", [], { stdin: "piped", stderr: "null" });
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode("text"));
  await writer.close();
  assert.equal(await new Response(child.stdout).text(), "text");
  assert.equal((await child.status).code, 0);
});

Deno.test("an abort sends a started program its signal, and nothing after its end", async () => {
  const controller = new AbortController();
  const child = startProgram("sleep", ["60"], {
    stdout: "null",
    stderr: "null",
    stopSignal: "SIGINT",
    signal: controller.signal,
  });
  controller.abort();
  assert.equal((await child.status).signal, "SIGINT");
  assert.throws(() => startProgram("true", [], { signal: controller.signal }), /abort/i);
});

Deno.test("a program that cannot be started is said with its package", () => {
  assert.throws(() => startProgram("qemu-img-nowhere", []), (error) => {
    assert(error instanceof GatewrightError);
    assert.match(error.next!, /apt-get install/);
    return true;
  });
});
