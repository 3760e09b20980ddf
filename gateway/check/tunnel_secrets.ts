/**
 * The pre-shared keys of tunnels that are in files. Commands and environment variables are not read
 * before they are needed.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Gateway, SecretRef } from "../gateway.ts";
import { pskDoubt, pskFault } from "../secrets/psk.ts";
import { secretInFile } from "../secrets/secret_in_file.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Report } from "./report.ts";
import { reveal } from "../../host/secret.ts";

/** The psk of `tunnel` if it is in a readable file. */
export async function pskInFile({ auth }: Tunnel): Promise<string | undefined> {
  return auth.method === "psk" ? await textInFile(auth.psk) : undefined;
}

async function textInFile(ref: SecretRef): Promise<string | undefined> {
  const secret = await secretInFile(ref);
  return secret && reveal(secret);
}

/** Reports keys and passwords that a daemon would truncate or misread, and weak keys. */
export async function checkTunnelSecrets(gateway: Gateway, report: Report): Promise<void> {
  const checkSecret = async (
    { ref, ike, path, isKey }: { ref: SecretRef; ike: 1 | 2; path: Path; isKey: boolean },
  ) => {
    const value = await textInFile(ref);
    if (value === undefined) return;
    const fault = pskFault(value, ike);
    const doubt = isKey && !fault ? pskDoubt(value) : undefined;
    const what = isKey ? "the psk" : "the password";
    const rests = [[...path.slice(0, 2), "ike"]];
    if (fault) report(path, "error", `${what} ${fault.what}; ${fault.next}`, { rests });
    else if (doubt) report(path, "warning", `${what} ${doubt}`, { rests });
  };
  for (const [index, { auth, ike }] of gateway.tunnels.entries()) {
    if (auth.method !== "psk") continue;
    await checkSecret({ ref: auth.psk, ike, path: ["tunnels", index, "psk"], isKey: true });
  }
  for (const [index, { psk, users }] of gateway.clients.entries()) {
    const path = ["clients", index];
    if (psk) await checkSecret({ ref: psk, ike: 2, path: [...path, "psk"], isKey: true });
    for (const [at, { password }] of users.entries()) {
      const where = [...path, "users", at, "password"];
      await checkSecret({ ref: password, ike: 2, path: where, isKey: false });
    }
  }
}
