/**
 * /etc/doas.conf: who may act as root.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** Words of the grammar (usr.bin/doas/parse.y), which are names only in quotes. */
const WORDS = new Set([
  "permit",
  "deny",
  "as",
  "cmd",
  "args",
  "keepenv",
  "setenv",
  "persist",
  "nopass",
  "nolog",
]);

/** doas.conf(5): one rule for each user who may; empty where nobody is permitted anything. */
export function renderDoasConf(gateway: Gateway): string {
  const option = { password: "", persist: " persist", nopass: " nopass" };
  return lines(
    gateway.access.users.flatMap((user) =>
      user.doas === "no"
        ? []
        : [`permit${option[user.doas]} ${WORDS.has(user.name) ? `"${user.name}"` : user.name}`]
    ),
  );
}
