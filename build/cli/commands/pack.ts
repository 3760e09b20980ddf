/**
 * `gatewright pack`: packs an image as an artifact of CI.
 * @module
 */
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { packImage } from "../../deliver/pack.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { ProgressRate } from "../progress_rate.ts";
import { usageError } from "../usage.ts";
import { readTextBounded } from "../../../host/read_bounded.ts";

/** The first line of the given file, else the environment variable. */
async function passphrase(file: unknown): Promise<string | undefined> {
  if (typeof file !== "string") return Deno.env.get("GATEWRIGHT_PASSPHRASE");
  try {
    return (await readTextBounded(file, 64 << 10)).split("\n")[0];
  } catch (cause) {
    throw new GatewrightError("the passphrase cannot be read", {
      kind: "usage",
      where: file,
      next: "name a file whose first line is the passphrase",
      cause,
    });
  }
}

/** The command. */
export const pack: Command = {
  name: "pack",
  usage: "DIR|IMAGE [--out DIR] [--key SECKEY] [--passphrase-file FILE] [--no-check] [--json]",
  example: "gatewright pack out/hq --key ci.sec --out artifacts",
  flags: [
    { name: "out", value: "DIR", summary: "folder of the results; default the current one" },
    { name: "key", value: "SECKEY", summary: "sign the checksum with this key of signify(1)" },
    {
      name: "passphrase-file",
      value: "FILE",
      summary: "passphrase of the key; default $GATEWRIGHT_PASSPHRASE",
    },
    {
      name: "no-check",
      formerly: "no-verdict",
      summary: "pack an image that fails the checks of inspect",
    },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note, live, status }) {
    const [image, ...more] = words;
    if (image === undefined) throw usageError("no image given", pack);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, pack);
    const rate = new ProgressRate();
    const result = await packImage({
      image,
      signal,
      check: flags["no-check"] !== true,
      passphrase: () => passphrase(flags["passphrase-file"]),
      onEvent: ({ percent }) => {
        const now = performance.now();
        if (live) return status(percent >= 100 ? "" : rate.text("pack", percent, now));
        const line = json ? undefined : rate.line("pack", percent, now);
        if (line !== undefined) note(line);
      },
      ...(typeof flags.out === "string" ? { out: flags.out } : {}),
      ...(typeof flags.key === "string" ? { key: flags.key } : {}),
    });
    if (json) print(JSON.stringify(result));
    else for (const file of result.files) print(file);
    return EXIT.done;
  },
};
