/**
 * `gatewright boot`: starts what was built on a throw-away overlay and waits for its self-check.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import { loadGateway } from "../../../spec/load.ts";
import { bootImage } from "../../boot_image.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { plain } from "../plain.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const boot: Command = {
  name: "boot",
  summary: "boot an image on a throw-away overlay and report its self-check",
  usage: "FILE IMAGE [--memory MIB] [--json]",
  example: "gatewright boot examples/hq.yaml out/hq/hq.raw",
  flags: [
    { name: "memory", value: "MIB", summary: "memory of the guest; default the domain's" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print }) {
    const [file, image, ...more] = words;
    if (file === undefined || image === undefined) {
      throw usageError("FILE and IMAGE are needed", boot);
    }
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, boot);
    const memory = typeof flags.memory === "string" ? Number(flags.memory) : undefined;
    if (memory !== undefined && !(memory >= 64)) {
      throw usageError(`--memory ${flags.memory} is no number of MiB`, boot);
    }
    const { gateway } = await loadGateway(file);
    const result = await bootImage({
      image,
      arch: gateway.release.arch,
      domain: gateway.domain,
      signal,
      ...(memory === undefined ? {} : { memory }),
    });
    if (json) print(JSON.stringify(result));
    else for (const check of result.checks) print(plain(Object.values(check).join(" ")));
    return EXIT.done;
  },
};
