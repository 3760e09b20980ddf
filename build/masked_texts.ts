/**
 * The texts to mask in the log of a build.
 * @module
 */
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { FAILOVER_KEY } from "../gateway/secrets/network_secrets.ts";
import { reveal, Secret, type Text } from "../host/secret.ts";
import { sasyncKey } from "../gateway/secrets/sasync_key.ts";

/**
 * Shorter lines of a multi-line text are not masked: they may occur anywhere, and reveal little.
 */
const LINE = 16;

/**
 * Every secret of a gateway in the forms that may be in a line of the log, which is masked line by
 * line.
 *
 * @param kept private keys that are kept from another disk
 */
export function maskedTexts(secrets: Secrets, kept: Iterable<Text> = []): string[] {
  const { psks, passwords, clientPasswords, files, network, keys } = secrets;
  const words = [psks, passwords, clientPasswords, files, network]
    .flatMap((group) => [...group.values()].map(reveal));
  const failover = network.get(FAILOVER_KEY);
  // sasyncd.conf(5) has it in hexadecimal, after 0x.
  const hexadecimal = failover && sasyncKey(reveal(failover))?.slice(2);
  return [
    ...words.flatMap(linesOf),
    ...hexadecimal ? [hexadecimal] : [],
    // Lines that all PEM keys have in common contain a colon, or start with dashes.
    ...[...keys.values(), ...kept].filter((key) => key instanceof Secret)
      .flatMap((key) => linesOf(reveal(key)))
      .filter((line) => !line.includes(":")),
  ];
}

/** A one-line text; of a longer one the lines that are long enough to mask. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
  return lines.length === 1
    ? lines
    : lines.filter((line) => line.length >= LINE && !line.startsWith("-----"));
}
