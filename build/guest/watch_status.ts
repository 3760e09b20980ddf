/**
 * Queries the state of a running gateway repeatedly.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { type SshTarget, streamFrom } from "../../host/ssh.ts";
import { SECTION, STATUS_SCRIPT } from "../../site/status/script.ts";
import type { GatewayStatus } from "../../site/status/status.ts";

/** Size limit of a state in bytes: room for thousands of tunnels. */
export const MOST_BYTES = 64 << 20;

/** The error for a longer state. */
export const tooLong = (): GatewrightError =>
  new GatewrightError("the output is too long", { next: `give at most ${MOST_BYTES >> 20} MiB` });

/**
 * Queries every `interval` seconds, over one connection. Ends when the gateway closes it.
 *
 * @param read parses the gateway's output
 * @throws {GatewrightError} if it cannot be reached, or its output is invalid.
 */
export async function* watchStatus(
  target: SshTarget,
  interval: number,
  read: (text: string) => GatewayStatus,
  signal: AbortSignal,
): AsyncGenerator<GatewayStatus> {
  const script = `look() {\n${STATUS_SCRIPT}}\nwhile look && sleep ${interval}; do :; done\n`;
  const end = `${SECTION}end\n`;
  let text = "";
  for await (const piece of streamFrom(target, script, signal)) {
    text += piece;
    if (text.length > MOST_BYTES) throw tooLong();
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end)) {
      yield read(text.slice(0, at + end.length));
      text = text.slice(at + end.length);
    }
  }
}
