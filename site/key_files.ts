/**
 * Keys and certificates for isakmpd(8) and iked(8).
 * @module
 */
import { createPrivateKey } from "node:crypto";
import type { Gateway } from "../gateway/gateway.ts";
import { daemonFolder, keyFiles } from "../gateway/key_files.ts";
import { spkiPem } from "../gateway/pem.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { holdsSecret, type SiteFile } from "./file.ts";
import { reveal } from "../host/secret.ts";

/**
 * The files that fields of the description name, each once. A private key needs its public key
 * beside it: rc(8) generates both only if the private key is missing.
 */
export function renderKeyFiles(gateway: Gateway, { keys }: Secrets): SiteFile[] {
  const found = new Map<string, SiteFile>();
  for (const { path, kind, ike } of keyFiles(gateway)) {
    const content = keys.get(path);
    if (content === undefined || found.has(path)) continue;
    found.set(path, {
      path: path.slice(1),
      content,
      mode: holdsSecret({ content }) ? 0o600 : 0o644,
    });
    if (kind !== "private key") continue;
    const beside = `${daemonFolder(ike)}/local.pub`;
    found.set(beside, {
      path: beside.slice(1),
      content: spkiPem(createPrivateKey(reveal(content))),
      mode: 0o644,
    });
  }
  return [...found.values()];
}
