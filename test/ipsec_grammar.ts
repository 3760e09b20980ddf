/**
 * Just enough of the grammars of ipsec.conf(5) and iked.conf(5) to compare what two files mean, written
 * a second time from the manual pages: macros, continued lines, lists, any order of optional words.
 * @module
 */

/** One rule or policy; what is not said is absent. */
export interface Meaning {
  /** `active`, `passive` or `dynamic`. */
  mode: string;
  /** `tunnel` or `transport`. */
  encapsulation: string;
  protocol: string;
  proto?: string;
  ipcomp?: true;
  /** `FROM>TO`, sorted, hosts without their length. */
  selectors: string[];
  local?: string;
  peer?: string;
  /** `main` or `aggressive`. */
  exchange?: string;
  /** `ENC AUTH GROUP` of phase 1, sorted; empty: the daemon's own. */
  phase1: string[];
  /** The same of phase 2. */
  phase2: string[];
  lifetime1?: number;
  lifetime2?: number;
  bytes?: number;
  srcid?: string;
  dstid?: string;
  /** `psk`, `eap`, `rsa` or `keys`. */
  proof: string;
  /** `address 10.9.0.0/24`, in the order of the file. */
  config: string[];
  iface?: string;
  tag?: string;
}

/** The rules (`ike`) or policies (`ikev2`) of `text`, pairs of networks of one peer together. */
export function meaningsOf(text: string): Meaning[] {
  const macros = new Map<string, string>();
  const rules: Meaning[] = [];
  for (const line of text.replaceAll(/\\\n/g, " ").split("\n")) {
    const code = line.replace(/(^|\s)#.*/, "").trim();
    const macro = /^(\w+)\s*=\s*"([^"]*)"$/.exec(code);
    if (macro) macros.set(macro[1]!, macro[2]!);
    else if (/^ike(v2)?\s/.test(code)) {
      rules.push(read(code.replaceAll(/\$(\w+)/g, (whole, name) => macros.get(name) ?? whole)));
    }
  }
  return together(rules);
}

/** Rules that differ in their networks only are one tunnel. */
function together(rules: Meaning[]): Meaning[] {
  const found = new Map<string, Meaning>();
  for (const rule of rules) {
    const key = JSON.stringify({ ...rule, selectors: [] });
    const first = found.get(key);
    if (first) first.selectors = [...new Set([...first.selectors, ...rule.selectors])].sort();
    else found.set(key, rule);
  }
  return [...found.values()];
}

class Words {
  readonly #words: string[];
  #at = 0;

  constructor(line: string) {
    this.#words = [...line.matchAll(/"[^"]*"|[{}()]|[^\s"{}()]+/g)].map(([word]) =>
      word.replace(/,$/, "")
    );
  }

  peek(): string {
    return this.#words[this.#at] ?? "";
  }

  next(): string {
    return (this.#words[this.#at++] ?? "").replace(/^"(.*)"$/, "$1");
  }

  get done(): boolean {
    return this.#at >= this.#words.length;
  }

  list(): string[] {
    if (this.peek() !== "{") return [this.next()];
    const found: string[] = [];
    for (this.next(); this.peek() !== "}" && !this.done;) found.push(this.next());
    this.next();
    return found;
  }
}

function read(line: string): Meaning {
  const words = new Words(line);
  const isFirst = words.next() === "ike";
  const found: Meaning = {
    mode: isFirst ? "active" : "passive",
    encapsulation: "tunnel",
    protocol: "esp",
    selectors: [],
    phase1: [],
    phase2: [],
    proof: isFirst ? "rsa" : "keys",
    config: [],
  };
  if (!isFirst && words.peek().startsWith('"')) words.next();
  while (!words.done) clause(found, words, isFirst);
  found.selectors.sort();
  // ipsec.conf(5): the peer is the other end of the only selector.
  const [only, ...more] = found.selectors;
  if (found.peer === undefined && only !== undefined && more.length === 0) {
    const to = only.split(">")[1]!.replace(/:.*/, "");
    found.peer = to === "0.0.0.0/0" ? "any" : to;
  }
  return found;
}

function clause(found: Meaning, words: Words, isFirst: boolean): void {
  const word = words.next();
  switch (word) {
    case "active":
    case "passive":
    case "dynamic":
      found.mode = word;
      break;
    case "tunnel":
    case "transport":
      found.encapsulation = word;
      break;
    case "esp":
    case "ah":
      found.protocol = word;
      break;
    case "inet":
    case "inet6":
      break;
    case "ipcomp":
      found.ipcomp = true;
      break;
    case "proto":
      found.proto = words.list().join(" ");
      break;
    case "from":
      selector(found, words);
      break;
    case "local":
    case "peer":
    case "srcid":
    case "dstid":
    case "iface":
    case "tag": {
      const value = words.next();
      if (!(word === "local" && value === "any")) found[word] = value;
      break;
    }
    case "interface":
      found.iface = words.next();
      break;
    case "main":
    case "aggressive":
      found.exchange = word;
      found.phase1 = transforms(found, words, 1);
      break;
    case "quick":
      found.phase2 = transforms(found, words, 2);
      break;
    case "ikesa":
      found.phase1 = [...found.phase1, ...transforms(found, words, 1)].sort();
      break;
    case "childsa":
      found.phase2 = [...found.phase2, ...transforms(found, words, 2)].sort();
      break;
    case "ikelifetime":
      found.lifetime1 = seconds(words.next());
      break;
    case "lifetime":
      found.lifetime2 = seconds(words.next());
      break;
    case "bytes":
      found.bytes = bytes(words.next());
      break;
    case "psk":
    case "eap":
      words.next();
      found.proof = word;
      break;
    case "rsa":
      found.proof = word;
      break;
    case "config":
      found.config.push(`${words.next()} ${words.next()}`);
      break;
    default:
      throw new Error(`${isFirst ? "ipsec.conf" : "iked.conf"}: unexpected ${word}`);
  }
}

function selector(found: Meaning, words: Words): void {
  const [from, fromPort] = side(words);
  if (words.next() !== "to") throw new Error("to expected");
  const [to, toPort] = side(words);
  for (const near of from) {
    for (const far of to) {
      if (near.includes(":") !== far.includes(":") && far !== "dynamic") continue;
      found.selectors.push(`${near}${fromPort}>${far}${toPort}`);
    }
  }
}

function side(words: Words): [networks: string[], port: string] {
  const networks: string[] = [];
  const braces = words.peek() === "{";
  if (braces) words.next();
  do {
    const shown = network(words.next());
    if (words.peek() === "(") {
      words.next();
      networks.push(`${shown}(${network(words.next())})`);
      words.next();
    } else networks.push(shown);
  } while (braces && words.peek() !== "}");
  if (braces) words.next();
  if (words.peek() !== "port") return [networks, ""];
  words.next();
  return [networks, `:${words.next()}`];
}

/** A host without its length; `any` is all of IPv4, whatever else. */
function network(text: string): string {
  return text === "any" ? "0.0.0.0/0" : text.replace(/\/32$|(?<=:.*)\/128$/, "");
}

const KEYS = ["enc", "auth", "group", "prf", "lifetime"];

/** Every combination of the words, without the prf, which follows auth. */
function transforms(found: Meaning, words: Words, phase: 1 | 2): string[] {
  const lists = new Map<string, string[]>();
  while (KEYS.includes(words.peek()) || /^(no)?esn$/.test(words.peek())) {
    const key = words.next();
    if (/esn$/.test(key)) continue;
    // In iked.conf(5) the lifetime stands behind the identities.
    if (key === "lifetime") found[`lifetime${phase}`] = seconds(words.next());
    else lists.set(key, [...lists.get(key) ?? [], ...words.list()]);
  }
  const of = (key: string) => lists.get(key)?.flatMap((one) => one.split(",")) ?? ["-"];
  if (lists.size === 0) return [];
  return of("enc").flatMap((enc) =>
    of("auth").flatMap((auth) => of("group").map((group) => `${enc} ${auth} ${group}`))
  ).sort();
}

function seconds(text: string): number {
  const unit = new Map([["m", 60], ["h", 3600], ["d", 86400]]).get(text.at(-1)!) ?? 1;
  return parseInt(text) * unit;
}

function bytes(text: string): number {
  const power = ["K", "M", "G"].indexOf(text.at(-1)!) + 1;
  return parseInt(text) * 1024 ** power;
}
