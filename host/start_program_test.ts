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

Deno.test("a program that cannot be started is reported with its package", () => {
  assert.throws(() => startProgram("qemu-img-nowhere", []), (error) => {
    assert(error instanceof GatewrightError);
    assert.match(error.next!, /apt-get install/);
    return true;
  });
});

/** A process that starts `sleep` and prints its process id; resolves once that is known. */
async function starter(options: string) {
  const script = `import { startProgram } from "${import.meta.resolve("./start_program.ts")}";
    console.log(startProgram("sleep", ["600"], ${options}).pid);
    setInterval(() => {}, 1000);`;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["eval", "--quiet", script],
    stdin: "null",
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  const pid = Number(new TextDecoder().decode((await reader.read()).value));
  return {
    pid,
    async kill() {
      child.kill("SIGKILL");
      await child.status;
      await reader.cancel();
    },
  };
}

/** Whether a process runs; one that has ended and that nobody has waited for does not. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(Deno.readTextFileSync(`/proc/${pid}/status`));
  } catch {
    return false;
  }
}

Deno.test("a started program ends with the process that started it, even by SIGKILL", async () => {
  const { pid, kill } = await starter('{ stdout: "null", stderr: "null" }');
  await commandIs(pid, "sleep");
  await kill();
  await until(() => !runs(pid));
});

Deno.test("a program that outlives us does", async () => {
  const { pid, kill } = await starter('{ stdout: "null", stderr: "null", outlivesUs: true }');
  await kill();
  assert(runs(pid));
  Deno.kill(pid, "SIGKILL");
  await until(() => !runs(pid));
});

/** Until process `pid` has become `program`. */
async function commandIs(pid: number, program: string): Promise<void> {
  await until(() => Deno.readTextFileSync(`/proc/${pid}/comm`).trim() === program);
}

/** Looks until it is so. */
async function until(so: () => boolean): Promise<void> {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 10));
}
