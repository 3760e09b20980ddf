/**
 * Checks keys and certificates: their paths, and their contents if they are in files.
 * @module
 */
import { certificateFaults, type CertificateTexts, type CertificateUse } from "../certificate.ts";
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { shownIdentity } from "../identity.ts";
import { keyFiles, peerIdentity, publicKeyPath } from "../key_files.ts";
import { PemFault, publicKeyOf } from "../pem.ts";
import { secretInFile } from "../secrets/secret_in_file.ts";
import type { Certificate } from "../tunnel.ts";
import type { SecretRef } from "../values.ts";
import type { Report } from "./report.ts";
import { reveal } from "../../host/secret.ts";

/** Reports keys that contradict each other, or that no daemon would find. */
export function checkKeyFields(
  gateway: Gateway,
  written: readonly Partial<Record<"psk" | "peerKey" | "certificate", unknown>>[],
  report: Report,
): void {
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const path = ["tunnels", index];
    const [first, ...others] = (["psk", "peerKey", "certificate"] as const)
      .filter((field) => written[index]?.[field] !== undefined);
    for (const other of others) {
      report(
        [...path, other],
        "error",
        `${first} and ${other} contradict each other; remove one`,
        {
          key: true,
          rests: [[...path, first!]],
        },
      );
    }
    if (first !== "peerKey") continue;
    const id = peerIdentity(tunnel);
    if (id === undefined || publicKeyPath(tunnel.ike, id) === undefined) {
      report(
        [...path, "peerKey"],
        "error",
        "the daemon looks for a public key by the peer's identity; write dstid: NAME or ADDRESS",
        { rests: [[...path, "dstid"], [...path, "peer"]] },
      );
    } else if (/[/\0]|^\.\.?$/.test(id)) {
      report([...path, "dstid"], "error", "it becomes a file name; write it without slashes");
    }
  }
  checkSharedPaths(gateway, report);
}

/** Each daemon has one private key, and one public key per identity. */
function checkSharedPaths(gateway: Gateway, report: Report): void {
  const first = new Map<string, { ref: SecretRef; owner: string }>();
  const given = new Set(gateway.files.map(({ path }) => path));
  for (const { path, ref, owner, field, kind, ike } of keyFiles(gateway)) {
    const other = first.get(path);
    if (!other) first.set(path, { ref, owner });
    else if (JSON.stringify(other.ref) !== JSON.stringify(ref)) {
      report(
        field,
        "error",
        kind === "private key"
          ? `${owner} and ${other.owner} have two private keys, and ${
            ike === 1 ? "isakmpd" : "iked"
          } reads one, ${path}; use certificates for one key`
          : `${other.owner} has another ${kind} for the same identity`,
      );
    }
    if (given.has(path)) {
      report(field, "error", `files writes ${path} too; remove one of the two`, {
        rests: [["files", "*", "path"]],
      });
    }
  }
}

/** Reads keys from files, and reports those that the daemon cannot use or a peer would refuse. */
export async function checkKeyFiles(
  gateway: Gateway,
  report: Report,
  now: number = Date.now(),
): Promise<void> {
  const { tunnels, clients } = gateway;
  for (const { kind, ref, field, ike } of keyFiles(gateway)) {
    if (kind !== "public key") continue;
    const text = await textOf(ref);
    const fault = text === undefined ? undefined : faultOf(() => publicKeyOf(text, ike));
    if (fault) report(field, "error", `the content ${fault}`);
  }
  for (const [index, tunnel] of tunnels.entries()) {
    if (tunnel.auth.method !== "certificate") continue;
    const id = shownIdentity(gateway, tunnel) ?? gateway.hostname;
    const others = { certified: true, devices: false };
    const use = { id, ike: tunnel.ike, now, others };
    await certificate(tunnel.auth.certificate, use, ["tunnels", index], report);
  }
  for (const [index, one] of clients.entries()) {
    if (!one.certificate) continue;
    const others = { certified: one.users.length === 0, devices: true };
    const use = { id: one.srcid ?? gateway.hostname, ike: 2 as const, now, others };
    await certificate(one.certificate, use, ["clients", index], report);
  }
}

async function certificate(
  refs: Certificate,
  use: CertificateUse,
  path: Path,
  report: Report,
): Promise<void> {
  const texts: CertificateTexts = {};
  for (const field of ["ca", "cert", "key"] as const) {
    const text = await textOf(refs[field]);
    if (text !== undefined) texts[field] = text;
  }
  for (const { field, severity, message } of certificateFaults(texts, use)) {
    report([...path, "certificate", field], severity, message, { rests: [[...path, "srcid"]] });
  }
}

function faultOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof PemFault) return error.message;
    throw error;
  }
}

/** The text of `ref` if it is in a readable file. */
async function textOf(ref: SecretRef): Promise<string | undefined> {
  const secret = await secretInFile(ref, true);
  return secret && reveal(secret);
}
