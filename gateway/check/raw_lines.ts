/**
 * Raw lines of hostname.if(5) that contradict the fields of the interface, or that the release does
 * not know.
 * @module
 */
import { parsePrefix } from "../address.ts";
import { readHostnameLines } from "../network/hostname_lines.ts";
import { knows } from "../openbsd/cut_overs.ts";
import type { Described } from "./described_interface.ts";
import type { Report } from "./report.ts";
import { lacks } from "./transforms.ts";

/** Reports the lines of one interface. */
export function checkRawLines({ gateway, one, path }: Described, report: Report): void {
  const release = gateway.release.number;
  const typed = [one.address, one.address6, ...one.aliases].filter((text) => text.includes("/"));
  for (const [at, line] of one.options.entries()) {
    const where = [...path, "options", at];
    const words = line.trim().split(/\s+/);
    if (/^[!#]/.test(line.trim())) continue;
    const say = (severity: "error" | "warning", message: string) =>
      report(where, severity, message, {
        rests: [...["address", "aliases"].map((field) => [...path, field]), ["release"]],
      });
    const [first] = readHostnameLines([line]).addresses;
    const isAlias = words.includes("alias") || first?.address.includes(":");
    if (first && !isAlias && one.address.includes("/") && !isSame(first.address, one.address)) {
      say(
        "error",
        `ifconfig(8) replaces ${one.address} when another address is set that is not an alias; write aliases: [${first.address}/${first.length}], or leave address out`,
      );
    } else if (words[0] === "rdomain" && typed.length > 0) {
      say(
        "error",
        `an interface loses its addresses when it changes its routing domain, and this comes after them; write rdomain: ${
          words[1] ?? "1"
        } beside name`,
      );
    } else if (words[0] === "-inet" && typed.some((text) => !text.includes(":"))) {
      say("error", "it removes the IPv4 addresses of the interface; remove it");
    } else if (words[0] === "-inet6" && typed.some((text) => text.includes(":"))) {
      say("error", "it removes the IPv6 addresses of the interface; remove it");
    } else if (words.join(" ").includes("trunkproto lacp") && knows(release, "trunkWithoutLacp")) {
      say("error", "trunk(4) has no LACP since 7.9; write an aggr interface: aggr: {ports: [...]}");
    } else if (/^inet autoconf\b/.test(words.join(" ")) && !knows(release, "inetAutoconf")) {
      say("error", `${lacks(gateway, "inetAutoconf")}; write address: dhcp`);
    }
  }
}

function isSame(address: string, cidr: string): boolean {
  const [one, other] = [parsePrefix(`${address}/32`), parsePrefix(cidr)];
  return one?.value === other?.value;
}
