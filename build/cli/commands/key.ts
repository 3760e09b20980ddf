/**
 * `gatewright key`: prints the gateway's public key for the other end of a tunnel.
 * @module
 */
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { daemonOf } from "../../../gateway/daemon.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { shownIdentity } from "../../../gateway/identity.ts";
import {
  daemonFolder,
  keyFiles,
  privateKeyPath,
  publicKeyPath,
} from "../../../gateway/key_files.ts";
import { PemFault, privateKeyOf, spkiPem } from "../../../gateway/pem.ts";
import { readSecret } from "../../../gateway/secrets/read_secret.ts";
import type { SecretRef } from "../../../gateway/values.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { reveal } from "../../../host/secret.ts";
import { shownWord } from "../../../host/shell_word.ts";

/** The command. */
export const key: Command = {
  name: "key",
  usage: "FILE [--json]",
  example: "gatewright key hq.yaml >hq.pub",
  flags: [JSON_FLAG],
  async run({ words, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", key);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, key);
    const { gateway } = await loadGateway(file, { signal });
    const ike = daemonOf(gateway) ?? 2;
    const what = "the gateway's private key";
    const text = await readSecret(privateKeyRef(gateway, ike), {
      what,
      where: file,
      whole: true,
      warn: note,
      signal,
    });
    const publicKey = publicOf(reveal(text), ike, what, file);
    const places = [
      ...new Set(
        gateway.tunnels.filter(({ auth }) => auth.method === "keys").flatMap((tunnel) => {
          const id = shownIdentity(gateway, tunnel);
          return id === undefined ? [] : publicKeyPath(tunnel.ike, id) ?? [];
        }),
      ),
    ];
    if (json) print(JSON.stringify({ publicKey, places }, null, 2));
    else {
      print(publicKey.trimEnd());
      for (const place of places) note(`where the other end is an OpenBSD: ${place}`);
    }
    return EXIT.done;
  },
};

/** Where the daemon's private key is kept. */
function privateKeyRef(gateway: Gateway, ike: 1 | 2): SecretRef {
  const path = privateKeyPath(ike);
  const field = keyFiles(gateway).find((one) => one.path === path);
  if (field) return field.ref;
  const extra = gateway.files.find((one) => one.path === path && !one.append);
  if (extra?.content.kind === "secret") return extra.content.ref;
  if (extra?.content.kind === "source") return { file: extra.content.file };
  if (!gateway.tunnels.some(({ auth }) => auth.method === "keys")) {
    const psk = gateway.tunnels.find(({ auth }) => auth.method === "psk");
    throw new GatewrightError("no tunnel of the gateway uses a public key", {
      kind: "description",
      where: gateway.file,
      why: psk ? `${psk.name} uses a pre-shared key` : "none has peerKey",
      next: psk
        ? `gatewright far-end ${
          shownWord(gateway.file)
        } ${psk.name} prints what its other end needs`
        : "gatewright explain tunnels.peerKey",
    });
  }
  throw new GatewrightError("the description has no private key", {
    kind: "description",
    where: gateway.file,
    why: `the gateway makes ${path} at its first boot`,
    next: `read it there: cat ${
      daemonFolder(ike)
    }/local.pub; or bring one: files: [{path: ${path}, secret: {file: KEY}}]`,
  });
}

function publicOf(text: string, ike: 1 | 2, what: string, where: string): string {
  try {
    return spkiPem(privateKeyOf(text, ike));
  } catch (error) {
    if (!(error instanceof PemFault)) throw error;
    throw new GatewrightError(`${what} ${error.message}`, {
      kind: "description",
      where,
      next: "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 makes one",
    });
  }
}
