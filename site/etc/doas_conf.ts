/**
 * /etc/doas.conf: who may run commands as root.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** Keywords of the grammar (usr.bin/doas/parse.y), which must be quoted as names. */
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

/** doas.conf(5): one rule per permitted user; empty if there is none. */
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
