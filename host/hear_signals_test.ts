import assert from "node:assert/strict";

Deno.test("a background job of a script goes on at Ctrl-C, and is ended by SIGTERM", async () => {
  const script = `import { hearSignals } from "${import.meta.resolve("./hear_signals.ts")}";
    const _ = hearSignals(() => { console.log("ended"); Deno.exit(3); });
    Deno.addSignalListener("SIGUSR1", () => console.log("goes on"));
    setInterval(() => {}, 1000);
    console.log(Deno.pid);`;
  for (const command of ['"$0" "$@" & wait', 'exec "$0" "$@"']) {
    const child = new Deno.Command("sh", {
      args: ["-c", command, Deno.execPath(), "eval", "--quiet", script],
      stdin: "null",
      stdout: "piped",
    }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const said = async () => (await reader.read()).value?.trim();
    const pid = Number(await said());
    Deno.kill(pid, "SIGINT");
    if (command.includes("&")) {
      Deno.kill(pid, "SIGUSR1");
      assert.equal(await said(), "goes on");
      Deno.kill(pid, "SIGTERM");
    }
    assert.equal(await said(), "ended");
    await reader.cancel();
    await child.status;
  }
});
