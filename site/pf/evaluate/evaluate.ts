/**
 * Evaluates a packet as pf(4) does: the last matching rule decides, `quick` ends the search,
 * `match` rules take effect at once, anchors are entered. Source: pf_test, pf_test_rule and
 * pf_match_rule in sys/net/pf.c, and pf.conf(5).
 * @module
 */
import type { FlatRule, FlatRuleSet } from "../model/flat.ts";
import { isInterface, namesOf, type PfMachine } from "./machine.ts";
import { couldMatch, isAbout, isIcmpError, type ReadyRule, readyRule } from "./match_rule.ts";
import { merged, RuleIndex } from "./rule_index.ts";
import { type Subject, subjectOf } from "./match_host.ts";
import type { Packet, Passage } from "./packet.ts";
import { findState, type State } from "./state.ts";
import { translate, type Translated } from "./translate.ts";

/** Result for a packet. */
export interface Decision {
  /** `unknown` if the text does not determine it; `why` gives the reasons. */
  result: "pass" | "block" | "unknown";
  /**
   * The rule that decides, or that made the state; absent if none matched and pf passes by default.
   */
  rule?: FlatRule;
  /** The `match` rules that matched, in order. */
  matched: readonly FlatRule[];
  /** What decided instead of rules. */
  by?: "skip" | "state" | "default";
  /** Reasons why it is unknown, one sentence each. */
  why: readonly string[];
  /** The packet after pf, translated. */
  packet: Packet;
  /** Its tag afterwards. */
  tag?: string;
  /** The new state, to be kept by the caller. */
  state?: State;
  /** Target of route-to, or of reply-to for a reply, which bypasses routes and flows. */
  route?: NonNullable<FlatRule["route"]>;
  /** Its routing table afterwards. */
  rtable?: number;
}

/** A rule set, prepared for many packets. */
export class PfEvaluator {
  readonly #rules: readonly ReadyRule[];
  readonly #candidates = new Map<string, RuleIndex>();
  /** Positions of rules for an interface or group, by its name. */
  readonly #byName = new Map<string, number[]>();
  /** Positions of all other rules. */
  readonly #anywhere: number[] = [];
  readonly #ifBound: boolean;
  readonly #set: FlatRuleSet;
  readonly #machine: PfMachine;

  /** `set` must be expanded for `machine`. */
  constructor(set: FlatRuleSet, machine: PfMachine) {
    this.#set = set;
    this.#machine = machine;
    this.#rules = set.rules.map((rule) => readyRule(rule, { machine, tables: set.tables }));
    for (const [position, { on }] of set.rules.entries()) {
      if (!on || !("name" in on) || on.not) this.#anywhere.push(position);
      else {
        const named = this.#byName.get(on.name) ?? [];
        this.#byName.set(on.name, named);
        named.push(position);
      }
    }
    this.#ifBound = set.options.findLast((one) => one.name === "state-policy")?.value ===
      "if-bound";
  }

  /** Evaluates a packet, given the states of earlier ones. */
  decide(passage: Passage, states: readonly State[] = []): Decision {
    const { packet, tag } = passage;
    const kept = tag === undefined ? {} : { tag };
    if (this.#set.skip.some((name) => isInterface(this.#machine, name, passage.on))) {
      return { result: "pass", by: "skip", matched: [], why: [], packet, ...kept };
    }
    const found = packet.fragment ? undefined : findState(states, passage);
    if (found) {
      const { state } = found;
      const diverted = divertedBy(state.rule);
      const answers = passage.direction !== state.direction;
      return {
        result: diverted === undefined || answers ? "pass" : "unknown",
        by: "state",
        rule: state.rule,
        matched: [],
        why: diverted === undefined || answers ? [] : [diverted],
        packet: found.packet,
        ...routed(state.rule, answers),
        ...(state.tag === undefined ? kept : { tag: state.tag }),
      };
    }
    const walk = new Walk(passage, this.#machine);
    walk.follow(this.#rules, this.#rulesFor(passage));
    return walk.decision(this.#ifBound);
  }

  /**
   * The rules that can match such packets, from two indexes; cached, because many packets are
   * alike.
   */
  #rulesFor(passage: Passage): readonly RuleIndex[] {
    const { packet, direction, on } = passage;
    const kind = `${direction} ${packet.from.family} ${packet.protocol}`;
    const remembered = (key: string, make: () => readonly number[]) => {
      let rules = this.#candidates.get(key);
      if (!rules) {
        const fitting = make().filter((at) => isAbout(this.#rules[at]!.rule, passage));
        rules = new RuleIndex(this.#rules, fitting);
        this.#candidates.set(key, rules);
      }
      return rules;
    };
    return [
      remembered(kind, () => this.#anywhere),
      remembered(
        `${kind} ${on}`,
        () =>
          namesOf(this.#machine, on).map((name) => this.#byName.get(name) ?? [])
            .reduce<readonly number[]>((all, some) => merged(all, some), []),
      ),
    ];
  }
}

/** route-to applies to packets in the direction of the first one, reply-to to the others. */
function routed({ route }: FlatRule, answers: boolean): Pick<Decision, "route"> {
  const sends = route?.kind === (answers ? "reply-to" : "route-to");
  return route && sends ? { route } : {};
}

/** What a program does with a packet is unknown; `divert-reply` leaves packets unchanged. */
function divertedBy({ divert }: FlatRule): string | undefined {
  if (!divert || divert.kind === "reply") return undefined;
  return `divert-${divert.kind} hands it to the program at port ${divert.port}`;
}

/** A packet during evaluation. */
class Walk {
  #packet: Packet;
  #tag: string | undefined;
  /** The packet as the next rule sees it. */
  #now: Passage;
  #from: Subject;
  #to: Subject;
  readonly #passage: Passage;
  readonly #machine: PfMachine;
  readonly #matched: FlatRule[] = [];
  /** The last matching pass or block rule. */
  #decides: FlatRule | undefined;
  /** Rules that may have matched, with the reason for the doubt. */
  #doubts: { rule: FlatRule; why: string }[] = [];
  /** Unknown effects, such as a translation to an unknown address. */
  readonly #unsure: string[] = [];

  constructor(passage: Passage, machine: PfMachine) {
    this.#passage = passage;
    this.#machine = machine;
    this.#packet = passage.packet;
    this.#tag = passage.tag;
    this.#now = passage;
    this.#from = subjectOf(passage.packet.from);
    this.#to = subjectOf(passage.packet.to);
  }

  /** Evaluates those of `rules` that are in the indexes, up to a matching quick one. */
  follow(rules: readonly ReadyRule[], [some, others]: readonly RuleIndex[]): void {
    const near = () => merged(some!.near(this.#packet), others!.near(this.#packet));
    let positions = near();
    for (let at = 0; at < positions.length; at++) {
      const position = positions[at]!;
      const before = this.#packet;
      if (this.#meet(rules[position]!)) return;
      if (this.#packet === before) continue;
      // Translated: other rules may match from here on.
      positions = near().filter((one) => one > position);
      at = -1;
    }
  }

  /** Evaluates the rules of an anchor; returns true if a quick one ended it. */
  #enter(rules: readonly ReadyRule[]): boolean {
    return rules.some((ready) => this.#meet(ready));
  }

  /** Evaluates one rule; returns true if it ends the search. */
  #meet(ready: ReadyRule): boolean {
    const { rule } = ready;
    if (!couldMatch(rule, this.#now, this.#machine)) return false;
    const answer = ready.matches(this.#now, this.#from, this.#to);
    if (answer === false) return false;
    if (rule.action === "anchor") {
      return this.#anchor(ready, answer === true ? undefined : answer.notKnown);
    }
    if (answer === true) return this.#apply(rule);
    this.#doubt(rule, answer.notKnown);
    return false;
  }

  /** The packet was translated or tagged. */
  #refresh(): void {
    const { tag: _before, ...rest } = this.#passage;
    this.#now = { ...rest, packet: this.#packet };
    if (this.#tag !== undefined) this.#now.tag = this.#tag;
    this.#from = subjectOf(this.#packet.from);
    this.#to = subjectOf(this.#packet.to);
  }

  #tagWith(tag: string | undefined): void {
    if (tag === undefined) return;
    this.#tag = tag;
    this.#refresh();
  }

  #doubt(rule: FlatRule, why: string): void {
    if (rule.tag !== undefined) this.#unsure.push(why);
    if (rule.action === "match") {
      if (rule.natTo || rule.rdrTo || rule.afTo) this.#unsure.push(why);
    } else this.#doubts.push({ rule, why });
  }

  #anchor({ rule, inner }: ReadyRule, doubt: string | undefined): boolean {
    this.#tagWith(rule.tag);
    const { name, file } = rule.anchor ?? {};
    if (!inner) {
      this.#unsure.push(
        file === undefined
          ? `${name === undefined ? "an anchor" : `the anchor ${name}`} is filled at run time`
          : `what ${file} has is not known`,
      );
      return false;
    }
    if (doubt !== undefined) {
      this.#unsure.push(doubt);
      return false;
    }
    const decided = this.#decides;
    if (this.#enter(inner)) return true;
    // A quick anchor ends the search if a rule in it matched.
    return rule.quick && this.#decides !== decided;
  }

  /** A rule that certainly matches; returns true if it ends the search. */
  #apply(rule: FlatRule): boolean {
    this.#tagWith(rule.tag);
    if (rule.action === "match") {
      this.#matched.push(rule);
      this.#translate(rule);
    } else {
      this.#decides = rule;
      // Earlier doubts are overruled, unless they would have ended the search.
      this.#doubts = this.#doubts.filter((one) => one.rule.quick);
    }
    return rule.quick;
  }

  #translate(rule: FlatRule): void {
    const done: Translated = translate(rule, this.#packet, this.#machine);
    if (done.packet !== this.#packet) {
      this.#packet = done.packet;
      this.#refresh();
    }
    if (done.notKnown !== undefined) this.#unsure.push(done.notKnown);
  }

  /** The final result. `ifBound`: `set state-policy if-bound`. */
  decision(ifBound: boolean): Decision {
    const rule = this.#decides;
    const blocked = rule?.action === "block";
    const doubts = this.#doubts.filter((one) => (one.rule.action === "block") !== blocked);
    if (rule && !blocked) this.#translate(rule);
    const optionsRefused = !blocked && this.#passage.packet.options && !rule?.allowOpts;
    const diverted = rule && !blocked ? divertedBy(rule) : undefined;
    const why = [
      ...doubts.map((one) => one.why),
      ...this.#unsure,
      ...(diverted === undefined ? [] : [diverted]),
    ];
    const rtable = [...this.#matched, ...(rule && !blocked ? [rule] : [])]
      .findLast((one) => one.rtable !== undefined)?.rtable;
    const result = why.length > 0 ? "unknown" : blocked || optionsRefused ? "block" : "pass";
    return {
      result,
      matched: this.#matched,
      why: [...new Set(why)],
      packet: this.#packet,
      ...(rule ? { rule } : { by: "default" as const }),
      ...(this.#tag === undefined ? {} : { tag: this.#tag }),
      ...(rule && !blocked ? routed(rule, false) : {}),
      ...(rtable === undefined ? {} : { rtable }),
      ...this.#state(rule, result, ifBound),
    };
  }

  #state(
    rule: FlatRule | undefined,
    result: Decision["result"],
    ifBound: boolean,
  ): { state?: State } {
    const keeps = rule?.state && rule.state.kind !== "no";
    if (!rule || !keeps || result === "block") return {};
    const { packet, direction, on } = this.#passage;
    if (packet.fragment || isIcmpError(packet)) return {};
    const lock = rule.state!.options.lock ?? (ifBound ? "if-bound" : "floating");
    return {
      state: {
        rule,
        direction,
        before: packet,
        after: this.#packet,
        ...(lock === "if-bound" ? { on } : {}),
        ...(this.#tag === undefined ? {} : { tag: this.#tag }),
      },
    };
  }
}
