/**
 * /etc/installurl: where packages and patches come from.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** installurl(5): one URL without a slash at its end. */
export function renderInstallurl(gateway: Gateway): string {
  return lines([gateway.installurl]);
}
