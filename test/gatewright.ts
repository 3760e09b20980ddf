/**
 * The command line with what only tests give it: `deno run -A test/gatewright.ts TESTING COMMAND ...`,
 * where TESTING is JSON.
 * @module
 */
import { main } from "../build/cli/main.ts";

const [testing = "{}", ...args] = Deno.args;
Deno.exit(await main(args, JSON.parse(testing)));
