/**
 * /etc/sysctl.conf: kernel settings.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";
import { sysctlSettings } from "./sysctl_settings.ts";

/** sysctl.conf(5): no blanks around `=`, because rc(8) up to 7.6 splits lines at blanks. */
export function renderSysctlConf(gateway: Gateway): string {
  return lines(sysctlSettings(gateway).map(([name, value]) => `${name}=${value}`));
}
