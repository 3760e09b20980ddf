/**
 * `gatewright far-end`: writes the configuration of a tunnel's far end.
 * @module
 */
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { few } from "../../../host/few.ts";
import { readPsk } from "../../../gateway/secrets/secrets.ts";
import { endsOf } from "../../../site/far_end/ends.ts";
import { FAR_END_KINDS } from "../../../site/far_end/kinds.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { reveal } from "../../../host/secret.ts";
import { unknownName } from "../../../host/unknown_name.ts";
import { shownWord } from "../../../host/shell_word.ts";

const KINDS = [...FAR_END_KINDS.keys()].join("|");

/** The error if no tunnel is given: it lists those of the description. */
async function noTunnel(file: string, signal: AbortSignal): Promise<GatewrightError> {
  const { gateway: { tunnels } } = await loadGateway(file, { signal });
  const [first] = tunnels;
  return new GatewrightError("no tunnel given", {
    kind: "usage",
    where: file,
    why: first ? `it has ${few(tunnels.map(({ name }) => name), 20).join(", ")}` : "it has none",
    next: first
      ? `gatewright far-end ${shownWord(file)} ${first.name}${
        first.farEnd ? "" : " --as strongswan"
      }`
      : "gatewright explain tunnels",
  });
}

/** The command. */
export const farEnd: Command = {
  name: "far-end",
  usage: `FILE TUNNEL [--as ${KINDS}] [--with-key] [--gateway-address ADDRESS] [--json]`,
  example: "gatewright far-end examples/router.yaml head --as strongswan",
  flags: [
    { name: "as", value: KINDS, summary: "kind of the other side; default: farEnd of the tunnel" },
    { name: "with-key", summary: "show the pre-shared key; otherwise a placeholder" },
    {
      name: "gateway-address",
      value: "ADDRESS",
      summary: "address that the other side sees of the gateway, where that is behind NAT",
    },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, printExact, note }) {
    const [file, name, ...more] = words;
    if (file === undefined) throw usageError("no file given", farEnd);
    if (name === undefined) throw await noTunnel(file, signal);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, farEnd);
    if (typeof flags.as === "string" && !FAR_END_KINDS.has(flags.as)) {
      throw usageError(`--as ${flags.as} is not known; give ${KINDS}`, farEnd);
    }
    const address = flags["gateway-address"];
    if (typeof address === "string" && !/^[A-Za-z0-9.:-]{1,255}$/.test(address)) {
      throw usageError("--gateway-address is neither an address nor a host name", farEnd);
    }
    const { gateway } = await loadGateway(file, { signal });
    const tunnel = gateway.tunnels.find((one) => one.name === name);
    if (!tunnel) {
      throw unknownName(name, {
        says: "there is no tunnel",
        names: gateway.tunnels.map((one) => one.name),
        where: file,
        none: "gatewright explain tunnels",
      });
    }
    const kind = typeof flags.as === "string" ? flags.as : tunnel.farEnd;
    if (kind === undefined) {
      throw new GatewrightError(`--as ${KINDS} is missing, and the tunnel has no farEnd`, {
        kind: "usage",
        where: file,
        next: `gatewright far-end ${shownWord(file)} ${name} --as openbsd, or the kind that it is`,
      });
    }
    const make = FAR_END_KINDS.get(kind)!;
    const key = flags["with-key"] === true && tunnel.auth.method === "psk"
      ? reveal(
        await readPsk(tunnel.auth.psk, tunnel.ike, {
          what: `the psk of tunnel ${name}`,
          where: file,
          warn: note,
          signal,
        }),
      )
      : undefined;
    const made = make(gateway, tunnel, {
      ...(key === undefined ? {} : { key }),
      ...(typeof address === "string" ? { gatewayAddress: address } : {}),
    });
    if (json) {
      printExact(JSON.stringify({ tunnel: name, as: kind, ...made }, null, 2));
      return EXIT.done;
    }
    const sign = made.comment ?? "#";
    for (const { path, text, mode } of made.files) {
      const bits = mode === undefined ? "" : `, mode ${mode.toString(8).padStart(4, "0")}`;
      printExact(`${sign} ${path}${bits}\n${text.trim()}\n`);
    }
    for (const command of made.commands) printExact(`${sign} ${command}`);
    for (const command of made.diagnostics ?? []) printExact(`${sign} to diagnose: ${command}`);
    for (const text of made.notes) note(text);
    if (address === undefined && endsOf(gateway, tunnel, undefined).gateway === undefined) {
      note("--gateway-address ADDRESS puts the address that the other side sees into this text.");
    }
    return EXIT.done;
  },
};
