/**
 * One setting of rc.conf.local(8) or sysctl.conf(5).
 * @module
 */
import type { Path } from "../document/document.ts";

/** A variable and its value, from a field or an appended line. */
export interface Setting {
  /** `isakmpd_flags`, `net.inet.esp.enable`. */
  name: string;
  /** Its value. */
  value: string;
  /** Its place in the description. */
  path: Path;
}
