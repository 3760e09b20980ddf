/**
 * `gatewright perimeter`: writes the rules of the firewall upstream of a gateway.
 * @module
 */
import { own } from "../../../host/own.ts";
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { PERIMETER_KINDS } from "../../../site/perimeter/kinds.ts";
import { GUESSED_OUTSIDE, perimeterOf } from "../../../site/perimeter/perimeter.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

const KINDS = [...PERIMETER_KINDS.keys()].join("|");

/** The command. */
export const perimeter: Command = {
  name: "perimeter",
  usage: `FILE [--as ${KINDS}] [--outside IF] [--json]`,
  example: "gatewright perimeter examples/hq.yaml --as nft --outside ppp0",
  flags: [
    { name: "as", value: KINDS, summary: "kind of the firewall; default words" },
    { name: "outside", value: "IF", summary: "the firewall's outside interface, by its own name" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", perimeter);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, perimeter);
    const kind = typeof flags.as === "string" ? flags.as : "words";
    const render = PERIMETER_KINDS.get(kind);
    if (!render) throw usageError(`--as ${kind} is not known; give ${KINDS}`, perimeter);
    const { outside } = flags;
    if (typeof outside === "string" && !/^[\w.:/-]{1,40}$/.test(outside)) {
      throw usageError("--outside is not the name of an interface", perimeter);
    }
    // IF_NAMESIZE of OpenBSD and IFNAMSIZ of Linux are 16, including the NUL.
    const isUnix = ["pf", "nft", "iptables"].includes(kind);
    if (typeof outside === "string" && isUnix && outside.length > 15) {
      throw usageError("--outside has more than the 15 letters of an interface's name", perimeter);
    }
    const { gateway } = await loadGateway(file, { signal });
    const data = perimeterOf(gateway);
    const text = render(data, typeof outside === "string" ? { outside } : {});
    print(json ? JSON.stringify({ ...data, as: kind, text }, null, 2) : text.trimEnd());
    const guess = outside === undefined ? own(GUESSED_OUTSIDE, kind) : undefined;
    if (guess !== undefined && !json) {
      note(`${guess} is a guess: give the firewall's outside interface with --outside`);
    }
    return EXIT.done;
  },
};
