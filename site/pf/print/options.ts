/**
 * Prints the options of rules, in the order of pfctl(8).
 * @module
 */
import type {
  Assignments,
  Divert,
  IcmpMatch,
  Log,
  Pool,
  PoolType,
  Scrub,
  State,
  StateOptions,
} from "../model/rule.ts";
import { icmpCodeName, type IcmpKind, icmpTypeName } from "../names/icmp.ts";
import { KEYWORDS } from "../names/words.ts";
import { printHost } from "./host.ts";
import { listed, quoted, word } from "./word.ts";

/** `log`, `log (all, to pflog1)`. */
export function printLog(log: Log): string {
  const parts = [
    ...(log.all ? ["all"] : []),
    ...(log.matches ? ["matches"] : []),
    ...(log.user ? ["user"] : []),
    ...(log.to ? [`to pflog${log.to}`] : []),
  ];
  return parts.length > 0 ? `log (${parts.join(", ")})` : "log";
}

/** `keep state (max 100)`. */
export function printState(state: State): string {
  const options = state.options ? printStateOptions(state.options) : [];
  return `${state.kind} state${options.length > 0 ? ` (${options.join(", ")})` : ""}`;
}

/** State options, one string each. */
export function printStateOptions(options: StateOptions): string[] {
  const { overload, maxSrcConnRate: rate, sourceTrack } = options;
  const number = (name: string, value: number | undefined) =>
    value === undefined ? [] : [`${name} ${value}`];
  return [
    ...number("max", options.max),
    ...(options.noSync ? ["no-sync"] : []),
    ...(sourceTrack ? [`source-track${sourceTrack === "default" ? "" : ` ${sourceTrack}`}`] : []),
    ...number("max-src-states", options.maxSrcStates),
    ...number("max-src-conn", options.maxSrcConn),
    ...(rate ? [`max-src-conn-rate ${rate.limit}/${rate.seconds}`] : []),
    ...number("max-src-nodes", options.maxSrcNodes),
    ...(overload
      ? [
        `overload <${word(overload.table)}>${
          overload.flush === undefined ? "" : overload.flush === "rule" ? " flush" : " flush global"
        }`,
      ]
      : []),
    ...(options.lock ? [options.lock] : []),
    ...(options.sloppy ? ["sloppy"] : []),
    ...(options.pflow ? ["pflow"] : []),
    ...(options.timeouts ?? []).map(([name, seconds]) => `${name} ${seconds}`),
  ];
}

/** `scrub (no-df max-mss 1440)`. */
export function printScrub(scrub: Scrub): string[] {
  const parts = [
    ...(scrub.noDf ? ["no-df"] : []),
    ...(scrub.randomId ? ["random-id"] : []),
    ...(scrub.minTtl === undefined ? [] : [`min-ttl ${scrub.minTtl}`]),
    ...(scrub.reassembleTcp ? ["reassemble tcp"] : []),
    ...(scrub.maxMss === undefined ? [] : [`max-mss ${scrub.maxMss}`]),
  ];
  return parts.length > 0 ? [`scrub (${parts.join(" ")})`] : [];
}

/** `set (prio (3, 4), queue std)`; empty without assignments. */
export function printAssignments(set: Assignments): string[] {
  const { prio, queue, tos, delay } = set;
  const parts = [
    ...(prio ? [prio[0] === prio[1] ? `prio ${prio[0]}` : `prio (${prio[0]}, ${prio[1]})`] : []),
    ...(queue
      ? [queue.length === 1 ? `queue ${word(queue[0])}` : `queue (${queue.map(word).join(", ")})`]
      : []),
    ...(tos === undefined ? [] : [`tos ${printTos(tos)}`]),
    ...(delay === undefined ? [] : [`delay ${delay}`]),
  ];
  if (parts.length === 0) return [];
  return [parts.length === 1 ? `set ${parts[0]}` : `set (${parts.join(", ")})`];
}

/** `0x10`. */
export function printTos(tos: number): string {
  return `0x${tos.toString(16).padStart(2, "0")}`;
}

/** `unreach code needfrag`. */
export function printIcmp(kind: IcmpKind, { type, code }: IcmpMatch): string {
  const name = icmpTypeName(kind, type);
  const shown = name === undefined || KEYWORDS.has(name) ? String(type) : name;
  return code === undefined ? shown : `${shown} code ${icmpCodeName(kind, type, code) ?? code}`;
}

/** The text after `nat-to` and the like. */
export function printPool(pool: Pool): string {
  const { port } = pool;
  return [
    listed(pool.hosts.map(printHost)),
    ...(port ? [`port ${port.first}${port.last === undefined ? "" : `:${port.last}`}`] : []),
    ...(pool.type ? [printPoolType(pool.type)] : []),
    ...(pool.sticky ? ["sticky-address"] : []),
    ...(pool.staticPort ? ["static-port"] : []),
  ].join(" ");
}

function printPoolType(type: PoolType): string {
  return type.kind === "source-hash" && type.key !== undefined
    ? `source-hash ${quoted(type.key)}`
    : type.kind;
}

/** `divert-to 127.0.0.1 port 8021`. */
export function printDivert(divert: Divert): string {
  switch (divert.kind) {
    case "to":
      return `divert-to ${word(divert.address)} port ${divert.port}`;
    case "reply":
      return "divert-reply";
    case "packet":
      return `divert-packet port ${divert.port}`;
  }
}
