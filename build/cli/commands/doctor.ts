/**
 * `gatewright doctor`: checks that this host can build.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { examineHost } from "../../doctor.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { plain } from "../../../host/printable.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const doctor: Command = {
  name: "doctor",
  usage: "[--out DIR] [--mirror URL] [--json]",
  example: "gatewright doctor --mirror https://cdn.openbsd.org/pub/OpenBSD",
  flags: [
    {
      name: "out",
      value: "DIR",
      summary: "folder whose free space is checked; default the current one",
    },
    { name: "mirror", value: "URL", summary: "check this mirror too" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print }) {
    if (words.length > 0) throw usageError(`unexpected word ${words[0]}`, doctor);
    const findings = await examineHost({
      signal,
      ...(typeof flags.out === "string" ? { out: flags.out } : {}),
      ...(typeof flags.mirror === "string" ? { mirror: flags.mirror } : {}),
    });
    if (json) print(JSON.stringify(findings));
    else {
      for (const { name, state, detail, next } of findings) {
        print(plain(`${state.padEnd(8)} ${name}: ${detail}${next ? `; next: ${next}` : ""}`));
      }
    }
    return findings.some(({ state }) => state === "missing") ? EXIT.failed : EXIT.done;
  },
};
