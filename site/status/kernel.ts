/**
 * The kernel's flows and SAs, as ipsecctl(8) prints them.
 *
 * Source: sbin/ipsecctl/ipsecctl.c (print_flow, print_sa, print_addr, show), the same from 6.6 to 7.7.
 * @module
 */
import ipaddr from "ipaddr.js";

/** A flow. */
export interface Flow {
  /** `esp`, `ah`, `ipcomp`, `ipip`. */
  proto: string;
  /** `in` or `out`. */
  direction: string;
  /** Network, as {@linkcode canonical} writes it. */
  from: string;
  /** Network, as {@linkcode canonical} writes it. */
  to: string;
  /** Address of the other end. */
  peer?: string;
  /** `use`, `require`, `bypass`, `deny`. */
  type: string;
}

/** A security association; it has one direction. */
export interface Sa {
  /** `esp`, `ah`, `ipcomp`. */
  proto: string;
  /** `tunnel` or `transport`. */
  mode: string;
  /** Address. */
  from: string;
  /** Address. */
  to: string;
  /** `0x1a2b3c4d`. */
  spi: string;
  /** Integrity algorithm, as the description names it. */
  auth?: string;
  /** Encryption algorithm, as the description names it. */
  enc?: string;
}

/** What the kernel has. */
export interface Kernel {
  /** In the order of the output. */
  flows: Flow[];
  /** In the order of the output. */
  sas: Sa[];
}

/** A network or address in one way of writing: compressed, a host without its length. */
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

/** Words of ipsecctl(8) for algorithms, as the description has them. */
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
    // `port` follows both ends; only addresses are looked at.
    if (!pairs.has(word)) pairs.set(word, value);
    at++;
  }
  return pairs;
}

const KEYS = new Set([
  ...["from", "to", "local", "peer", "srcid", "dstid", "type", "spi", "auth", "enc", "proto"],
  ...["port"],
]);

/** Reads the lines of `ipsecctl -s all`, `-s flow` or `-s sa`; what is no flow and no SA is passed over. */
export function readKernel(lines: readonly string[]): Kernel {
  const flows: Flow[] = [];
  const sas: Sa[] = [];
  for (const line of lines) {
    // What -v adds is indented by a tab; a paste may be indented by blanks as a whole.
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
