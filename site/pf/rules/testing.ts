/**
 * What tests of a gateway's rules share.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import { renderPfConf } from "../pf_conf.ts";

/** The lines of pf.conf that are no comments, without the comments at their ends. */
export function pfLines(gateway: Gateway): string[] {
  return renderPfConf(gateway).split("\n").map((line) => line.replace(/ ?# .*$/, ""))
    .filter((line) => line !== "");
}

/** The lines that begin with `start`. */
export function linesFrom(gateway: Gateway, start: string): string[] {
  return pfLines(gateway).filter((line) => line.startsWith(start));
}
