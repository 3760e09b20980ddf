/**
 * `gatewright trace`: shows whether a packet passes, and the rules that decide.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { askTrace } from "../../../site/trace/ask.ts";
import { kernelOf } from "../../../site/trace/kernel.ts";
import { passes, traceData, traceLines } from "../../../site/trace/report.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const trace: Command = {
  name: "trace",
  usage: "FILE 'PACKET' [--down TUNNEL,...] [--json]",
  example:
    "gatewright trace examples/hq.yaml 'in on vio0 proto tcp from 198.51.100.7 to 10.0.0.50 port 22'",
  flags: [
    {
      name: "down",
      value: "TUNNEL,...",
      summary: "tunnels that are down: their flows are not loaded",
    },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print }) {
    const [file, ...text] = words;
    if (file === undefined) throw usageError("no file given", trace);
    if (text.length === 0) throw usageError("no packet given", trace);
    const { gateway } = await loadGateway(file, { signal });
    const kernel = kernelOf(gateway);
    const down = typeof flags.down === "string" ? flags.down.split(",").filter(Boolean) : [];
    const { asked, trace: way } = askTrace(gateway, kernel, text.join(" "), down);
    if (json) print(JSON.stringify(traceData(asked.packet, way, kernel.place), null, 2));
    else for (const line of traceLines(asked.packet, way, kernel.place)) print(line);
    return passes(way) ? EXIT.done : EXIT.failed;
  },
};
