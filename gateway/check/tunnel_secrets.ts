/**
 * The pre-shared keys of tunnels, as far as they are in files. What a command or the environment
 * would give is not asked for before it is needed.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Gateway } from "../gateway.ts";
import { pskFault } from "../secrets/psk.ts";
import { readSecret } from "../secrets/read_secret.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Report } from "./report.ts";
import { reveal } from "../../host/secret.ts";

/** The psk of `tunnel` if it is in a file that can be read. */
export async function pskInFile(tunnel: Tunnel, where: string): Promise<string | undefined> {
  const { auth } = tunnel;
  if (auth.method !== "psk" || !("file" in auth.psk)) return undefined;
  try {
    return reveal(
      await readSecret(auth.psk, { what: `the psk of ${tunnel.name}`, where, warn: () => {} }),
    );
  } catch (error) {
    if (error instanceof GatewrightError) return undefined;
    throw error;
  }
}

/** Reports keys that a daemon would cut or misread. */
export async function checkTunnelSecrets(gateway: Gateway, report: Report): Promise<void> {
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const psk = await pskInFile(tunnel, gateway.file);
    const fault = psk === undefined ? undefined : pskFault(psk, tunnel.ike);
    if (!fault) continue;
    report(["tunnels", index, "psk"], "error", `the psk ${fault.what}; ${fault.next}`, {
      rests: [["tunnels", index, "ike"]],
    });
  }
}
