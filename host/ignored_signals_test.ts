import assert from "node:assert/strict";
import { handledSignals } from "./ignored_signals.ts";

Deno.test("an ignored signal is not listened to", async () => {
  const status = (mask: string) => `Name:\tdeno\nSigIgn:\t${mask}\nSigCgt:\t0000000000000440\n`;
  assert.deepEqual(handledSignals(status("0000000000001000")), ["SIGHUP", "SIGINT", "SIGTERM"]);
  assert.deepEqual(handledSignals(status("0000000000001001")), ["SIGINT", "SIGTERM"]);
  assert.deepEqual(handledSignals(status("0000000000004002")), ["SIGHUP"]);
  assert.deepEqual(handledSignals(""), ["SIGHUP", "SIGINT", "SIGTERM"]);
  // What nohup(1) and a script's background jobs really do.
  const script = `import { handledSignals } from "${import.meta.resolve("./ignored_signals.ts")}";
    console.log(handledSignals().join());`;
  const heard = async (command: string) => {
    const { stdout } = await new Deno.Command("sh", {
      args: ["-c", command, Deno.execPath(), "eval", "--quiet", script],
      stdin: "null",
    }).output();
    return new TextDecoder().decode(stdout).trim();
  };
  assert.equal(await heard('"$0" "$@"'), "SIGHUP,SIGINT,SIGTERM");
  assert.equal(await heard(`trap "" HUP; "$0" "$@"`), "SIGINT,SIGTERM");
  assert.equal(await heard('"$0" "$@" & wait'), "SIGHUP,SIGTERM");
});
