/**
 * disklabel.conf: the template that `disklabel -T` reads.
 * @module
 */
import type { Gateway } from "../gateway/gateway.ts";

/**
 * One partition per line, no comments (disklabel(8), AUTOMATIC DISK ALLOCATION); undefined if
 * OpenBSD's own layout is used.
 */
export function renderDisklabelConf(gateway: Gateway): string | undefined {
  const { layout } = gateway.disk;
  if (layout === "auto") return undefined;
  if (layout === "single") return "/ 300M-* 95%\nswap 64M 5%\n";
  // The growing partition goes last: it takes the space that the others leave.
  const ordered = [...layout.filter((one) => !one.grow), ...layout.filter((one) => one.grow)];
  return ordered.map((one) => `${one.mount} ${one.size}M${one.grow ? "-*" : ""}\n`).join("");
}
