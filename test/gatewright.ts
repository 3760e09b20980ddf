/**
 * The command line with what only tests give it: `deno run -A test/gatewright.ts TESTING COMMAND ...`,
 * where TESTING is JSON.
 * @module
 */
import { main } from "../build/cli/main.ts";
import type { TestOnly } from "./command_line.ts";
import { HeldLimit } from "./held_limit.ts";

const [text = "{}", ...args] = Deno.args;
const { heldLimit, ...testing }: TestOnly = JSON.parse(text);
if (heldLimit !== undefined) {
  const limit = new HeldLimit(heldLimit);
  Deno.addSignalListener("SIGUSR1", () => limit.end());
}
Deno.exit(await main(args, testing));
