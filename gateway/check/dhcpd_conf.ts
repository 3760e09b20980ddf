/**
 * A dhcpd.conf(5) that does not fit the gateway's networks. What it says is judged by dhcpd(8)
 * itself, during the installation.
 * @module
 */
import { contains, networkText, parseAddress, parsePrefix, type Prefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { ownPrefixes, prefixesOf } from "../own_addresses.ts";
import type { Report } from "./report.ts";

/** A subnet declaration. */
interface Subnet {
  prefix: Prefix;
  /** First and last address of each range. */
  ranges: [Prefix, Prefix][];
  routers: Prefix[];
}

/** Reports networks without a subnet declaration, and addresses that cannot be leased. */
export function checkDhcpdConf(gateway: Gateway, flags: string, report: Report): void {
  const index = gateway.files.findIndex(({ path }) => path === "/etc/dhcpd.conf");
  const content = gateway.files[index]?.content;
  if (content?.kind !== "text" || /(^|\s)-\w*c/.test(flags)) return;
  const text = content.text.replace(/#.*$/gm, "");
  const subnets = subnetsIn(text);
  // What it includes may declare others.
  if (subnets.length === 0 || /\binclude\b/.test(text)) return;
  const say = (message: string) =>
    report(["files", index, "content"], "warning", message, {
      rests: [["network", "interfaces"], ["rcConf", "dhcpd_flags"]],
    });
  const named = flags.split(/\s+/);
  for (const one of gateway.network.interfaces) {
    if (!named.includes(one.name)) continue;
    const own = prefixesOf(one).filter(({ family }) => family === 4);
    const isServed = own.some((address) => subnets.some(({ prefix }) => holds(prefix, address)));
    if (own.length === 0 || isServed) continue;
    const network = networkText(own[0]!);
    say(`dhcpd does not serve ${one.name}: no subnet here is its network ${network}; add one`);
  }
  const all = ownPrefixes(gateway).filter(({ family }) => family === 4);
  for (const subnet of subnets) checkSubnet(subnet, all, say);
}

function checkSubnet(
  { prefix, ranges, routers }: Subnet,
  own: readonly Prefix[],
  say: (message: string) => void,
): void {
  const network = networkText(prefix);
  for (const [first, last] of ranges) {
    if (!holds(prefix, first) || !holds(prefix, last)) {
      say(`dhcpd does not start: a range is not in its subnet ${network}; write addresses of it`);
      continue;
    }
    const taken = own.find(({ value }) => first.value <= value && value <= last.value);
    if (!taken) continue;
    const address = networkText({ ...taken, length: 32 }).replace("/32", "");
    say(`dhcpd would lease ${address}, the gateway's own address; leave it out of the range`);
  }
  if (routers.length === 0 || routers.some((router) => holds(prefix, router))) return;
  say(
    `clients of ${network} cannot reach their router, which is in another network; write an address of theirs`,
  );
}

function holds(network: Prefix, address: Prefix): boolean {
  return contains(network, { ...address, length: 32 });
}

/** The subnet declarations in `text`, which has no comments; those that cannot be read are left out. */
function subnetsIn(text: string): Subnet[] {
  const found = text.matchAll(/\bsubnet\s+([0-9.]+)\s+netmask\s+([0-9.]+)\s*\{([^{}]*)/g);
  return [...found].flatMap(([, network = "", mask = "", body = ""]) => {
    const bits = parseAddress(mask, 4)?.value.toString(2).padStart(32, "0");
    const length = /^(1*)0*$/.exec(bits ?? "x")?.[1]?.length;
    const prefix = length === undefined ? undefined : parsePrefix(`${network}/${length}`);
    if (!prefix) return [];
    return [{
      prefix,
      ranges: [...body.matchAll(/\brange\s+(?:dynamic-bootp\s+)?([0-9.]+)(?:\s+([0-9.]+))?\s*;/g)]
        .flatMap(([, from = "", to = from]): [Prefix, Prefix][] => {
          const [first, last] = [parseAddress(from, 4), parseAddress(to, 4)];
          return first && last ? [[first, last]] : [];
        }),
      routers: [...body.matchAll(/\boption\s+routers\s+([^;]*);/g)]
        .flatMap(([, list = ""]) =>
          list.split(",").flatMap((one) => parseAddress(one.trim(), 4) ?? [])
        ),
    }];
  });
}
