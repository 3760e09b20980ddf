/**
 * Parses the raw hostname.if(5) lines of an interface.
 * @module
 */

/** An address in raw lines. */
export interface LineAddress {
  /** Without prefix length and scope. */
  address: string;
  /** Prefix length in bits. */
  length: number;
  /** The far end of a point-to-point interface. */
  peer?: string;
}

/** The settings in raw lines. */
export interface HostnameLines {
  addresses: LineAddress[];
  /** `inet autoconf`, or `dhcp`; for pppoe(4) the address 0.0.0.0. */
  autoconf4: boolean;
  /** `inet6 autoconf`. */
  autoconf6: boolean;
  /** Arguments of `carpdev`, `carppeer`, `syncdev`, `syncpeer` and `rdomain`. */
  words: ReadonlyMap<string, string>;
  /** Arguments of `group`. */
  groups: string[];
}

const NAMED = new Set(["carpdev", "carppeer", "syncdev", "syncpeer", "rdomain"]);
const FOUR = /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/;
const SIX = /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\w+)?(\/\d{1,3})?$/;

/**
 * Parses `lines` for settings that packets depend on. Commands (`!`) and unknown words are skipped,
 * not refused.
 */
export function readHostnameLines(lines: readonly string[]): HostnameLines {
  const words = new Map<string, string>();
  const found: HostnameLines = {
    addresses: [],
    autoconf4: false,
    autoconf6: false,
    words,
    groups: [],
  };
  for (const line of lines) {
    const list = line.trim().split(/\s+/);
    if (/^[!#]/.test(list[0]!)) continue;
    if (list[0] === "dhcp") found.autoconf4 = true;
    if (list.includes("autoconf")) {
      if (list[0] === "inet6") found.autoconf6 = true;
      else if (list[0] === "inet") found.autoconf4 = true;
    }
    for (const [at, word] of list.entries()) {
      const next = list[at + 1];
      if (next === undefined) continue;
      if (NAMED.has(word)) words.set(word, next);
      if (word === "group") found.groups.push(next);
    }
    const address = readAddress(list);
    // pppoe(4): 0.0.0.0 stands for the provider's address.
    if (address?.address === "0.0.0.0") found.autoconf4 = true;
    else if (address) found.addresses.push(address);
  }
  return found;
}

/** `inet alias 10.0.0.1 255.255.255.0 NONE`, `inet6 2001:db8::1 64`, `10.0.0.1 10.0.0.2`. */
function readAddress(list: readonly string[]): LineAddress | undefined {
  const at = ["inet", "inet6"].includes(list[0]!) ? (list[1] === "alias" ? 2 : 1) : 0;
  const [first = "", second = "", third = ""] = list.slice(at);
  const four = FOUR.test(first);
  if (!four && !SIX.test(first)) return undefined;
  const [host, bits] = first.split("/") as [string, string?];
  const address = host.replace(/%.*/, "");
  const behind = (word: string) => list[list.indexOf(word, at) + 1];
  if (!four) {
    const length = bits ?? (/^\d+$/.test(second) ? second : undefined) ??
      (list.includes("prefixlen") ? behind("prefixlen") : undefined) ?? "64";
    return { address, length: Number(length) };
  }
  const mask = list.includes("netmask") ? behind("netmask") : second;
  const length = bits === undefined ? maskLength(mask ?? "") : Number(bits);
  // Without a mask the second address is the far end; after a mask the third is the far end or the
  // broadcast address.
  const peer = [second, third].find((text) =>
    FOUR.test(text) && maskLength(text) === undefined && !text.endsWith(".255")
  );
  return {
    address,
    length: length ?? (peer === undefined ? 24 : 32),
    ...(peer === undefined ? {} : { peer }),
  };
}

/** The prefix length of a netmask such as 255.255.255.0; undefined if `text` is not one. */
function maskLength(text: string): number | undefined {
  const hexadecimal = /^0x([0-9a-fA-F]{8})$/.exec(text)?.[1];
  if (hexadecimal === undefined && !/^255(\.\d{1,3}){3}$/.test(text)) return undefined;
  const bits = hexadecimal === undefined
    ? text.split(".").map((part) => Number(part).toString(2).padStart(8, "0")).join("")
    : parseInt(hexadecimal, 16).toString(2).padStart(32, "0");
  return /^1*0*$/.test(bits) ? bits.lastIndexOf("1") + 1 : undefined;
}
