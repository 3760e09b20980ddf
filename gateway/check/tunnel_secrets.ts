/**
 * The pre-shared keys of tunnels, as far as they are in files. What a command or the environment
 * would give is not asked for before it is needed.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Path } from "../document/document.ts";
import type { Gateway, SecretRef } from "../gateway.ts";
import { pskDoubt, pskFault } from "../secrets/psk.ts";
import { readSecret } from "../secrets/read_secret.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Report } from "./report.ts";
import { reveal } from "../../host/secret.ts";

/** The psk of `tunnel` if it is in a file that can be read. */
export async function pskInFile(tunnel: Tunnel, where: string): Promise<string | undefined> {
  const { auth } = tunnel;
  return auth.method === "psk" ? await inFile(auth.psk, where) : undefined;
}

async function inFile(ref: SecretRef, where: string): Promise<string | undefined> {
  if (!("file" in ref)) return undefined;
  try {
    return reveal(await readSecret(ref, { what: "a secret", where, warn: () => {} }));
  } catch (error) {
    if (error instanceof GatewrightError) return undefined;
    throw error;
  }
}

/** Reports keys and passwords that a daemon would cut or misread, and keys that can be guessed. */
export async function checkTunnelSecrets(gateway: Gateway, report: Report): Promise<void> {
  const judge = (
    { value, ike, path, isKey }: { value?: string; ike: 1 | 2; path: Path; isKey: boolean },
  ) => {
    if (value === undefined) return;
    const fault = pskFault(value, ike);
    const doubt = isKey && !fault ? pskDoubt(value) : undefined;
    const what = isKey ? "the psk" : "the password";
    const rests = [[...path.slice(0, 2), "ike"]];
    if (fault) report(path, "error", `${what} ${fault.what}; ${fault.next}`, { rests });
    else if (doubt) report(path, "warning", `${what} ${doubt}`, { rests });
  };
  const read = async (ref: SecretRef) => {
    const value = await inFile(ref, gateway.file);
    return value === undefined ? {} : { value };
  };
  for (const [index, { auth, ike }] of gateway.tunnels.entries()) {
    if (auth.method !== "psk") continue;
    judge({ ...await read(auth.psk), ike, path: ["tunnels", index, "psk"], isKey: true });
  }
  for (const [index, { psk, users }] of gateway.clients.entries()) {
    const path = ["clients", index];
    if (psk) judge({ ...await read(psk), ike: 2, path: [...path, "psk"], isKey: true });
    for (const [at, { password }] of users.entries()) {
      const where = [...path, "users", at, "password"];
      judge({ ...await read(password), ike: 2, path: where, isKey: false });
    }
  }
}
