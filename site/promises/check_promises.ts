/**
 * Checks the promises of a gateway by evaluating packets: only those named in the description get
 * in, the administrator does, peers can negotiate, traffic of a tunnel never leaves in clear, and
 * the gateway's own traffic works.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Report } from "../../gateway/check/report.ts";
import { kernelOf } from "../trace/kernel.ts";
import { checkAnswers } from "./answers.ts";
import { checkClearText } from "./clear_text.ts";
import { checkOpenings } from "./openings.ts";
import { checkLinkTraffic, checkOwnTraffic, checkSync } from "./own_traffic.ts";
import { checkOpenSsh } from "./open_ssh.ts";
import { checkListeners } from "./listeners.ts";
import { checkNegations } from "./negations.ts";
import { checkOuterTraffic } from "./outer_traffic.ts";
import { checkPeersPass } from "./peers.ts";
import { checkNameServersBehind } from "./name_servers.ts";
import type { PromiseContext } from "./promise.ts";
import { checkRawRules } from "./raw_rules.ts";
import { checkSegments } from "./segments.ts";
import { checkSsh } from "./ssh.ts";
import { checkTranslations } from "./translations.ts";
import { checkWaysOut } from "./way_out.ts";

/**
 * Reports invalid raw rules, and each promise that `gateway` would break, with the packet that
 * shows it.
 */
export function checkPromises(gateway: Gateway, report: Report): void {
  const kernel = kernelOf(gateway);
  const { own } = kernel;
  // If pfctl refuses the rules, there is nothing to evaluate.
  if (!checkRawRules(gateway, kernel, report)) return;
  // A file was written on purpose, so only what its rules open to strangers is reported.
  const reportBroken: Report = own
    ? (_, __, message, more) => report(own.field, "warning", inFile(message), more)
    : report;
  if (own && own.text === undefined) return;
  const context: PromiseContext = {
    gateway,
    kernel,
    report: reportBroken,
    ruleText: (rule) => kernel.place(rule).rule,
  };
  checkOpenings(context);
  checkSsh(context);
  checkOpenSsh(context);
  checkNegations(context);
  checkPeersPass(context);
  checkClearText(context);
  checkOwnTraffic(context);
  checkNameServersBehind(context);
  checkLinkTraffic(context);
  checkOuterTraffic(context);
  checkListeners(context);
  checkSync(context);
  checkSegments(context);
  checkTranslations(context);
  checkAnswers(context);
  checkWaysOut(context);
}

/** A complaint without the advice to write a field, because a whole pf.conf replaces the fields. */
function inFile(message: string): string {
  return `/etc/pf.conf: ${message.replace(/; (add|write|set|leave) .*$/s, "")}`;
}
