/**
 * /etc/installurl: the source of packages and patches.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** installurl(5): one URL without a trailing slash. */
export function renderInstallurl(gateway: Gateway): string {
  return lines([gateway.installurl]);
}
