/**
 * Parses the kernel's flows and SAs from ipsecctl(8).
 *
 * Source: sbin/ipsecctl/ipsecctl.c (print_flow, print_sa, print_addr, show), the same from 6.6 to
 * 7.7.
 * @module
 */
import ipaddr from "ipaddr.js";

/** A flow. */
export interface Flow {
  /** `esp`, `ah`, `ipcomp`, `ipip`. */
  proto: string;
  /** `in` or `out`. */
  direction: string;
  /** Source network, in the form of {@linkcode canonical}. */
  from: string;
  /** Destination network, in the form of {@linkcode canonical}. */
  to: string;
  /** Address of the other end. */
  peer?: string;
  /** `use`, `require`, `bypass`, `deny`. */
  type: string;
}

/** A security association, which has one direction. */
export interface Sa {
  /** `esp`, `ah`, `ipcomp`. */
  proto: string;
  /** `tunnel` or `transport`. */
  mode: string;
  /** Source address. */
  from: string;
  /** Destination address. */
  to: string;
  /** SPI: `0x1a2b3c4d`. */
  spi: string;
  /** Integrity algorithm, by its name in descriptions. */
  auth?: string;
  /** Encryption algorithm, by its name in descriptions. */
  enc?: string;
}

/** State of the kernel. */
export interface Kernel {
  /** In the order of the output. */
  flows: Flow[];
  /** In the order of the output. */
  sas: Sa[];
}

/** A network or address in normal form: compressed, a host without its length. */
export function canonical(text: string): string {
  if (text === "any" || text === "default" || text === "0/0") return "0.0.0.0/0";
  const [host = "", length] = text.split("/");
  if (!ipaddr.isValid(host)) return text;
  const address = ipaddr.parse(host);
  const full = address.kind() === "ipv4" ? "32" : "128";
  return length === undefined || length === full
    ? address.toString()
    : `${address.toString()}/${length}`;
}

/** ipsecctl(8)'s names of algorithms, by their names in descriptions. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["3des-cbc", "3des"],
  ["des-cbc", "des"],
  ["blowfish-cbc", "blowfish"],
  ["cast128-cbc", "cast128"],
  ["hmac-ripemd", "hmac-ripemd160"],
]);

const algorithm = (word: string) => WORDS.get(word) ?? word;

/** Pairs of words after the first ones: `from A to B`. */
function pairsOf(words: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < words.length; at++) {
    const [word, value] = [words[at]!, words[at + 1]];
    if (!KEYS.has(word) || value === undefined) continue;
    // `port` follows both ends; only addresses are used.
    if (!pairs.has(word)) pairs.set(word, value);
    at++;
  }
  return pairs;
}

const KEYS = new Set([
  ...["from", "to", "local", "peer", "srcid", "dstid", "type", "spi", "auth", "enc", "proto"],
  ...["port"],
]);

/** Parses the output of `ipsecctl -s all`, `-s flow` or `-s sa`; other lines are skipped. */
export function readKernel(lines: readonly string[]): Kernel {
  const flows: Flow[] = [];
  const sas: Sa[] = [];
  for (const line of lines) {
    // Extra lines of -v are indented by a tab; pasted text may be indented by blanks as a whole.
    if (/^\s*\t/.test(line)) continue;
    const words = line.trim().split(/\s+/);
    if (words[0] === "flow") {
      const [, proto = "", direction = "", ...rest] = words;
      const pairs = pairsOf(rest);
      const [from, to, peer] = ["from", "to", "peer"].map((key) => pairs.get(key));
      if (from === undefined || to === undefined) continue;
      flows.push({
        proto,
        direction,
        from: canonical(from),
        to: canonical(to),
        ...(peer === undefined ? {} : { peer: canonical(peer) }),
        type: pairs.get("type") ?? "",
      });
    } else if (["esp", "ah", "ipcomp"].includes(words[0]!)) {
      const [proto = "", mode = "", ...rest] = words;
      const pairs = pairsOf(rest);
      const [from, to, spi] = ["from", "to", "spi"].map((key) => pairs.get(key));
      if (from === undefined || to === undefined || spi === undefined) continue;
      const [auth, enc] = [pairs.get("auth"), pairs.get("enc")];
      sas.push({
        proto,
        mode,
        from: canonical(from),
        to: canonical(to),
        spi,
        ...(auth === undefined ? {} : { auth: algorithm(auth) }),
        ...(enc === undefined ? {} : { enc: algorithm(enc) }),
      });
    }
  }
  return { flows, sas };
}
