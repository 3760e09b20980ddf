/**
 * The command line with what only tests give it: `deno run -A test/gatewright.ts TESTING COMMAND ...`,
 * where TESTING is JSON.
 * @module
 */
import { main } from "../build/cli/main.ts";
import { Terminal } from "../build/cli/terminal.ts";
import type { TestOnly } from "./command_line.ts";
import { HeldLimit } from "./held_limit.ts";

const [text = "{}", ...args] = Deno.args;
const { heldLimit, stopAt, ...testing }: TestOnly = JSON.parse(text);
if (heldLimit !== undefined) {
  const limit = new HeldLimit(heldLimit);
  Deno.addSignalListener("SIGUSR1", () => limit.end());
}
if (stopAt !== undefined) {
  const words = new RegExp(stopAt);
  const { note } = Terminal.prototype;
  let said = "";
  Terminal.prototype.note = function (line) {
    note.call(this, line);
    said += `${line}\n`;
    if (!words.test(said)) return;
    Terminal.prototype.note = note;
    Deno.kill(Deno.pid, "SIGSTOP");
  };
}
Deno.exit(await main(args, testing));
