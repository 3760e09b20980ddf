/**
 * The secrets of a pair: those of shared addresses, tunnels and sasyncd(8) must be the same in both
 * halves.
 *
 * Only files are read, and complaints say no more than that two differ.
 * @module
 */
import type { Path } from "../document/document.ts";
import { daemonOf } from "../daemon.ts";
import type { Gateway, SecretRef } from "../gateway.ts";
import { keyFiles, privateKeyPath } from "../key_files.ts";
import { networkSecrets } from "../secrets/network_secrets.ts";
import { secretInFile } from "../secrets/secret_in_file.ts";
import type { PairReport } from "./pair_report.ts";
import { reveal } from "../../host/secret.ts";

/** A secret that both halves need. */
interface Shared {
  /** The same in both halves. */
  name: string;
  what: string;
  ref: SecretRef;
  path: Path;
  /** The whole file counts, not its first line. */
  whole?: boolean;
}

/** Reports secrets that differ between the halves. */
export async function checkPairSecrets(
  a: Gateway,
  b: Gateway,
  reportPair: PairReport,
): Promise<void> {
  const theirs = new Map(sharedSecrets(a).map((one) => [one.name, one]));
  for (const { name, what, ref, path, whole = false } of sharedSecrets(b)) {
    const other = theirs.get(name);
    if (!other || JSON.stringify(other.ref) === JSON.stringify(ref)) continue;
    const [one, two] = [await secretInFile(other.ref, whole), await secretInFile(ref, whole)];
    if (!one || !two || reveal(one) === reveal(two)) continue;
    reportPair(
      path,
      other.path,
      "error",
      (place) => `${what} is not the same as in ${place}; both need the same`,
    );
  }
}

function sharedSecrets(gateway: Gateway): Shared[] {
  const { tunnels, clients, files } = gateway;
  const daemon = daemonOf(gateway);
  const key = daemon && privateKeyPath(daemon);
  const carps = new Set(
    gateway.network.interfaces.filter(({ carp }) => carp).map(({ name }) => name),
  );
  return [
    ...networkSecrets(gateway)
      .filter(({ key }) => key === "failover" || carps.has(key))
      .map(({ key, what, ref, path }) => ({ name: `network ${key}`, what, ref, path })),
    ...tunnels.flatMap(({ name, auth }, at) =>
      auth.method === "psk"
        ? [{
          name: `tunnel ${name}`,
          what: `the psk of ${name}`,
          ref: auth.psk,
          path: ["tunnels", at, "psk"],
        }]
        : []
    ),
    ...clients.flatMap(({ name, psk, users }, at) => [
      ...(psk
        ? [{
          name: `clients ${name}`,
          what: `the psk of ${name}`,
          ref: psk,
          path: ["clients", at, "psk"],
        }]
        : []),
      ...users.map((user, index) => ({
        name: `user ${name} ${user.name}`,
        what: `the password of ${user.name}`,
        ref: user.password,
        path: ["clients", at, "users", index, "password"],
      })),
    ]),
    ...keyFiles(gateway).map(({ path, kind, owner, ref, field }) => ({
      name: `file ${path}`,
      what: `the ${kind} of ${owner}`,
      ref,
      path: field,
      whole: true,
    })),
    ...files.flatMap(({ path, content }, at) =>
      path === key && content.kind === "secret"
        ? [{
          name: `file ${path}`,
          what: `the key ${path}`,
          ref: content.ref,
          path: ["files", at, "secret"],
          whole: true,
        }]
        : []
    ),
  ];
}
