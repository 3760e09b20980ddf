/**
 * `gatewright status`: compares a running gateway with its description.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { readStandardInput, UnfitFile } from "../../../host/read_bounded.ts";
import { runOver } from "../../../host/ssh.ts";
import { MOST_BYTES, tooLong, watchStatus } from "../../guest/watch_status.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { prometheusText } from "../../../site/status/prometheus.ts";
import { STATUS_SCRIPT } from "../../../site/status/script.ts";
import { type GatewayStatus, readStatus } from "../../../site/status/status.ts";
import { changeLines } from "../../../site/status/changes.ts";
import { statusLines } from "../../../site/status/status_text.ts";
import { readRevision } from "../../render.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { SSH_CONFIG_FLAG, SSH_FLAG, sshTarget } from "../ssh_flags.ts";
import { usageError } from "../usage.ts";

/** Seconds between queries with --watch. */
const INTERVAL = 5;

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of stream) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > MOST_BYTES) throw tooLong();
  }
  return text + decoder.decode();
}

/** The text to parse, and its name in errors. */
async function transcript(context: Context, from: string | undefined): Promise<[string, string]> {
  const { flags, signal } = context;
  if (typeof flags.ssh === "string") {
    const { stdout } = await runOver(sshTarget(context, flags.ssh), STATUS_SCRIPT, {
      signal,
      mostBytes: MOST_BYTES,
    });
    return [stdout, flags.ssh];
  }
  try {
    if (from === "-") {
      return [new TextDecoder().decode(await readStandardInput(MOST_BYTES)), "standard input"];
    }
    const file = await Deno.open(from!);
    return [await readAll(file.readable), from!];
  } catch (error) {
    if (error instanceof GatewrightError) throw error;
    if (error instanceof UnfitFile) throw tooLong();
    throw new GatewrightError("the output cannot be read", {
      where: from!,
      why: error instanceof Error ? error.message : String(error),
      next: "name a file with the output of gatewright status --script, or of ipsecctl -s all",
    });
  }
}

function show(status: GatewayStatus, { flags, json, print }: Context): number {
  if (flags.prometheus) print(prometheusText(status).trimEnd());
  else if (json) print(JSON.stringify(status, null, 2));
  else for (const line of statusLines(status)) print(line);
  return status.ok ? EXIT.done : EXIT.verification;
}

/** The revision of the description; undefined if a file that it refers to is missing here. */
async function revisionToday(gateway: Gateway, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await readRevision(gateway, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GatewrightError) return undefined;
    throw error;
  }
}

/** Queries repeatedly over one connection: prints everything at first, then changes. */
async function watch(
  context: Context,
  gateway: Gateway,
  dest: string,
  revision: string | undefined,
): Promise<number> {
  const { json, print, note, signal } = context;
  let before: GatewayStatus | undefined;
  const read = (text: string) => readStatus(gateway, text, dest, revision);
  for await (const status of watchStatus(sshTarget(context, dest), INTERVAL, read, signal)) {
    if (json) print(JSON.stringify(status));
    else if (!before) show(status, context);
    else for (const line of changeLines(before, status)) print(line);
    before = status;
  }
  note("the gateway closed the connection");
  return EXIT.failed;
}

/** The command. */
export const status: Command = {
  name: "status",
  usage:
    "FILE|--script [-] [--ssh DEST] [--from FILE] [--ssh-config FILE] [--watch] [--prometheus] [--json]",
  example: "gatewright status examples/hq.yaml --ssh paul@10.0.0.50",
  flags: [
    SSH_FLAG,
    { name: "from", value: "FILE", summary: "output of --script or of ipsecctl -s all; -: stdin" },
    { name: "script", summary: "print what is run on the gateway; it only reads" },
    SSH_CONFIG_FLAG,
    { name: "watch", summary: `check every ${INTERVAL} s and print what changes; needs --ssh` },
    { name: "prometheus", summary: "print metrics in the text format of Prometheus" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print } = context;
    if (flags.script) {
      if (words.length > 0) throw usageError(`unexpected word ${words[0]}`, status);
      print(STATUS_SCRIPT.trimEnd());
      return EXIT.done;
    }
    const [file, dash, ...more] = words;
    if (file === undefined) throw usageError("no file given", status);
    if (more.length > 0 || dash !== undefined && dash !== "-") {
      throw usageError(`unexpected word ${more[0] ?? dash}`, status);
    }
    const from = typeof flags.from === "string" ? flags.from : dash;
    if ((flags.ssh === undefined) === (from === undefined)) {
      throw usageError("give one of --ssh DEST, --from FILE or -", status);
    }
    if (flags.watch && typeof flags.ssh !== "string") {
      throw usageError("--watch needs --ssh DEST", status);
    }
    if (flags.prometheus && (flags.watch || json)) {
      throw usageError("--prometheus cannot be combined with --watch or --json", status);
    }
    const { gateway } = await loadGateway(file, { signal });
    const revision = await revisionToday(gateway, signal);
    if (flags.watch) return await watch(context, gateway, String(flags.ssh), revision);
    const [text, where] = await transcript(context, from);
    return show(readStatus(gateway, text, where, revision), context);
  },
};
