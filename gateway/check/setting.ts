/**
 * One setting of rc.conf.local(8) or sysctl.conf(5).
 * @module
 */
import type { Path } from "../document/document.ts";

/** A variable and its value, of a field or of a line that is appended. */
export interface Setting {
  /** `isakmpd_flags`, `net.inet.esp.enable`. */
  name: string;
  /** What it is set to. */
  value: string;
  /** Where it is written. */
  path: Path;
}
