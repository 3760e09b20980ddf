/**
 * Holds what a gateway must keep against its rules, with packets: nobody but those named gets in, the
 * administrator does, peers can negotiate, what belongs into a tunnel never leaves in clear, and the
 * gateway's own traffic lives.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Report } from "../../gateway/check/report.ts";
import { kernelOf } from "../trace/kernel.ts";
import { checkClearText } from "./clear_text.ts";
import { checkOpenings } from "./openings.ts";
import { checkLinkTraffic, checkOwnTraffic, checkSync } from "./own_traffic.ts";
import { checkOuterTraffic } from "./outer_traffic.ts";
import { checkPeersPass } from "./peers.ts";
import { checkNameServersBehind } from "./name_servers.ts";
import type { Held } from "./promise.ts";
import { checkRawRules } from "./raw_rules.ts";
import { checkSegments } from "./segments.ts";
import { checkSsh } from "./ssh.ts";
import { checkTranslations } from "./translations.ts";
import { checkWaysOut } from "./way_out.ts";

/** Reports raw rules that cannot work, and each promise that `gateway` would break, with the packet that does. */
export function checkPromises(gateway: Gateway, report: Report): void {
  const kernel = kernelOf(gateway);
  const { own } = kernel;
  // A rule set that pfctl refuses promises nothing.
  if (!checkRawRules(gateway, kernel, report)) return;
  // What a file says somebody wrote on purpose; what its words open to whom is said all the same.
  const told: Report = own
    ? (_, __, message, more) => report(own.field, "warning", inFile(message), more)
    : report;
  if (own && own.text === undefined) return;
  const held: Held = { gateway, kernel, report: told, ruleText: (rule) => kernel.place(rule).rule };
  checkOpenings(held);
  checkSsh(held);
  checkPeersPass(held);
  checkClearText(held);
  checkOwnTraffic(held);
  checkNameServersBehind(held);
  checkLinkTraffic(held);
  checkOuterTraffic(held);
  checkSync(held);
  checkSegments(held);
  checkTranslations(held);
  checkWaysOut(held);
}

/** A complaint without the advice to write a field, which a whole pf.conf takes the place of. */
function inFile(message: string): string {
  return `/etc/pf.conf: ${message.replace(/; (add|write|set|leave) .*$/s, "")}`;
}
