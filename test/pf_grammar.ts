/**
 * The part of pf.conf(5)'s grammar that Gatewright writes, as strict as sbin/pfctl/parse.y: words in
 * the only order it takes, nothing behind them.
 * @module
 */

/** One rule, taken apart. */
export interface PfRule {
  action: "pass" | "block" | "match";
  direction?: "in" | "out";
  quick: boolean;
  /** `! enc0` for all but enc0. */
  on?: string;
  proto: string[];
  from: string[];
  to: string[];
  port: string[];
  tagged?: string;
  ifBound: boolean;
}

const NAME = /^[a-z][a-z0-9]*$/;
const HOST = /^([0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(\/[0-9]{1,3})?$/;
const PORT = /^([0-9]+(:[0-9]+)?|[a-z][a-z0-9-]*)$/;

/** Reads one line that is no comment; a rule gives its parts, any other line nothing. */
export function parsePfLine(line: string): PfRule | undefined {
  const words = line.match(/"[^"]*"|<[^>]*>|[{}!]|\(self\)|\([^)]*\)|[^\s{}"<>!]+/g) ?? [];
  if (words.join("") !== line.replace(/\s(?=(?:[^"(]*["(][^"()]*[")])*[^"()]*$)/g, "")) {
    throw new Error(`not words of pf.conf: ${line}`);
  }
  const fail = (wanted: string): never => {
    throw new Error(`${wanted} expected, not ${words[0] ?? "the end"}: ${line}`);
  };
  const take = (...wanted: string[]) => wanted.includes(words[0] ?? "") ? words.shift() : undefined;
  const need = (...wanted: string[]) => take(...wanted) ?? fail(wanted.join(" or "));
  const one = (pattern: RegExp) =>
    pattern.test(words[0] ?? "") ? words.shift()! : fail(`${pattern}`);
  const list = (pattern: RegExp): string[] => {
    if (!take("{")) return [one(pattern)];
    const found = [one(pattern)];
    while (!take("}")) found.push(one(pattern));
    return found;
  };
  const end = () => words.length > 0 ? fail("the end") : undefined;
  const hosts = () =>
    take("any") ? [] : list(new RegExp(`^any$|^\\(self\\)$|^<\\w+>$|${HOST.source}`));

  if (take("table")) {
    one(/^<\w{1,31}>$/);
    need("const");
    need("{");
    while (!take("}")) one(HOST);
    return end();
  }
  if (take("set")) {
    const option = need("skip", "block-policy", "state-policy");
    if (option === "skip") {
      need("on");
      list(NAME);
    } else need("drop", "if-bound");
    return end();
  }
  if (take("antispoof")) {
    take("log");
    take("quick");
    need("for");
    list(NAME);
    return end();
  }
  const rule: PfRule = {
    action: need("pass", "block", "match") as PfRule["action"],
    quick: false,
    proto: [],
    from: [],
    to: [],
    port: [],
    ifBound: false,
  };
  const direction = take("in", "out");
  if (direction) rule.direction = direction as "in" | "out";
  take("log");
  rule.quick = take("quick") !== undefined;
  if (take("on")) rule.on = `${take("!") ? "! " : ""}${one(NAME)}`;
  take("inet", "inet6");
  if (take("proto")) rule.proto = list(/^[a-z0-9-]+$/);
  if (!take("all") && words[0] !== "icmp-type" && words[0] !== "icmp6-type") {
    need("from");
    rule.from = hosts();
    if (take("port")) list(PORT);
    if (take("to")) rule.to = hosts();
    if (take("port")) rule.port = list(PORT);
  }
  if (rule.port.length > 0 && rule.proto.some((proto) => proto !== "tcp" && proto !== "udp")) {
    fail("ports of tcp or udp");
  }
  while (words.length > 0) {
    const option = need("icmp-type", "icmp6-type", "tagged", "keep", "nat-to", "scrub");
    if (option.startsWith("icmp")) list(/^[a-z]+$/);
    else if (option === "tagged") rule.tagged = one(/^"[^"]+"$/).slice(1, -1);
    else if (option === "keep") {
      need("state");
      rule.ifBound = need("(if-bound)") !== "";
    } else if (option === "nat-to") {
      one(HOST);
      take("bitmask");
    } else one(/^\((no-df|random-id| )+\)$/);
  }
  return rule;
}

/** The rules of a pf.conf, in order. */
export function parsePfConf(text: string): PfRule[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"))
    .map(parsePfLine).filter((rule) => rule !== undefined);
}
