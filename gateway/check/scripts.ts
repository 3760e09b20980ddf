/**
 * Scripts of the description that undo its fields: commands in rc.local(8), in crontab(5) files and
 * in whatever else the gateway runs.
 * @module
 */
import type { ExtraFile, Gateway } from "../gateway.ts";
import { flagsOf } from "../openbsd/flags_of.ts";

/** Files that are scripts, or whose lines end in a command. */
const SCRIPTS =
  /^\/etc\/(rc\.(local|securelevel|firsttime|shutdown|d\/.*)|(daily|weekly|monthly)(\.local)?|crontab|netstart|ifstated\.conf)$|^\/var\/cron\/tabs\/|\.(sh|ksh)$/;

/** One command that undoes a field. */
export interface Undoing {
  /** Line, from 1. */
  line: number;
  /** Index in the text, from 0. */
  character: number;
  /** The command, and its effect. */
  message: string;
}

/** Whether the file is executed. */
export function isScript({ path, mode, append }: ExtraFile): boolean {
  return SCRIPTS.test(path) || !append && (mode & 0o111) !== 0;
}

/** Commands in the script `text` of the file `path` that undo fields of `gateway`, in order. */
export function undoings(gateway: Gateway, text: string, path: string): Undoing[] {
  const found: Undoing[] = [];
  let character = 0;
  const command = /cron/.test(path) ? CRON_COMMAND : COMMAND;
  for (const [index, line] of text.split("\n").entries()) {
    for (const { name, args, at } of commandsOf(line, command)) {
      const what = COMMANDS.get(name)?.(gateway, args);
      if (what === undefined) continue;
      found.push({
        line: index + 1,
        character: character + at,
        message: `${[name, ...args].join(" ")} ${what}`,
      });
    }
    character += line.length + 1;
  }
  return found;
}

/** A command of a script, without quoting or expansion. */
interface ScriptCommand {
  name: string;
  args: string[];
  /** Where it starts in its line. */
  at: number;
}

/** After a separator of commands, or after a word that takes a command. */
const BEHIND = String.raw`[;&|({\`"]\s*|\b(?:then|do|else|doas|exec|if)\s+|!\s*`;
const WORDS =
  '(?:(?:/usr)?/s?bin/)?(pfctl|ipsecctl|rcctl|sysctl|pkill|route|/etc/rc\\.d/\\w+)\\s+([^;&|#)}"`]*)';
const COMMAND = new RegExp(`(^\\s*|${BEHIND})${WORDS}`, "g");

/** In crontab(5), after the times; in /etc/crontab, also after the user. */
const CRON_COMMAND = new RegExp(
  `(^\\s*(?:(?:\\S+\\s+){5}|@\\w+\\s+)(?:root\\s+)?(?:-[nqs]+\\s+)*|${BEHIND})${WORDS}`,
  "g",
);

function commandsOf(line: string, command: RegExp): ScriptCommand[] {
  if (/^\s*#/.test(line)) return [];
  return [...line.matchAll(command)].map((match) => {
    const [, before = "", name = "", rest = ""] = match;
    const words = rest.replace(/\d?[<>].*$/, "").trim();
    const service = /^\/etc\/rc\.d\/(\w+)$/.exec(name)?.[1];
    return {
      name: service === undefined ? name : "rcctl",
      args: [...words.split(/\s+/).filter(Boolean), ...(service === undefined ? [] : [service])],
      at: match.index + before.length,
    };
  });
}

/** The effect of commands, worded to follow them; undefined if harmless. */
const COMMANDS: ReadonlyMap<string, (gateway: Gateway, args: string[]) => string | undefined> =
  new Map(Object.entries({ pfctl, ipsecctl, rcctl, sysctl, pkill, route }));

function pfctl(_: Gateway, args: string[]): string | undefined {
  const options = flagsOf(args, "aDFfiKkLopSstTx");
  if (options.has("a") || options.has("t") || options.has("n")) return undefined;
  if (options.has("d")) return "disables the packet filter: firewall has no effect";
  const file = options.get("f");
  // pfctl(8) accepts abbreviations, and loads after it has flushed.
  const flushed = options.get("F");
  const rules = ["all", "rules", "Reset"].some((word) => flushed && word.startsWith(flushed));
  if (rules && file === undefined) return "removes the rules of firewall and lets everyone in";
  return file === undefined || file === "/etc/pf.conf"
    ? undefined
    : "replaces the rules of firewall with rules that check does not see; put them into firewall.rules";
}

function ipsecctl({ tunnels, clients }: Gateway, args: string[]): string | undefined {
  if (tunnels.length + clients.length === 0) return undefined;
  return flagsOf(args, "Df").has("F") ? "removes the tunnels" : undefined;
}

/** Services that fields start. */
function servicesOf({ tunnels, clients, failover, access }: Gateway): Map<string, string> {
  const daemons = new Set<string>([
    ...tunnels.map(({ ike }) => ike === 1 ? "isakmpd" : "iked"),
    ...(clients.length > 0 ? ["iked"] : []),
  ]);
  const keys = access.rootKeys.length > 0 || access.users.some((user) => user.keys.length > 0);
  return new Map([
    ["pf", "firewall has no effect"],
    ...[...daemons].map((name): [string, string] => [name, "the tunnels need it"]),
    ...(daemons.has("isakmpd") ? [["ipsec", "the tunnels need it"] as [string, string]] : []),
    ...(failover ? [["sasyncd", "failover needs it"] as [string, string]] : []),
    ...(keys ? [["sshd", "nobody can log in with the keys of access"] as [string, string]] : []),
  ]);
}

function rcctl(gateway: Gateway, args: string[]): string | undefined {
  const [action, ...names] = args.filter((one) => !one.startsWith("-"));
  const services = servicesOf(gateway);
  const off = action === "disable" || action === "stop" ||
    action === "set" && /^(flags NO|status off)$/i.test(names.slice(1).join(" "));
  const hit = off ? names.find((one) => services.has(one)) : undefined;
  return hit === undefined ? undefined : `disables ${hit}: ${services.get(hit)}`;
}

function pkill(gateway: Gateway, args: string[]): string | undefined {
  // A signal that does not end a daemon makes it reload its files.
  if (args.some((one) => /^-(HUP|SIGHUP|1|0|USR1|USR2|INFO)$/.test(one))) return undefined;
  const services = servicesOf(gateway);
  const hit = args.find((one) => services.has(one) && one !== "pf");
  return hit === undefined ? undefined : `stops ${hit}: ${services.get(hit)}`;
}

function sysctl(gateway: Gateway, args: string[]): string | undefined {
  for (const word of args) {
    const [, name, value] = /^([a-z][A-Za-z0-9_.-]*)=(.*)$/.exec(word) ?? [];
    if (name === undefined) continue;
    const wanted = { none: /^0$/, all: /^1$/, ipsec: /6/.test(name) ? /^[12]$/ : /^2$/ };
    if (
      /^net\.inet6?\.ip6?\.forwarding$/.test(name) && !wanted[gateway.forwarding].test(value ?? "")
    ) {
      return `undoes forwarding: ${gateway.forwarding}`;
    }
    if (gateway.sysctl.has(name) && gateway.sysctl.get(name) !== value) {
      return `undoes sysctl: {${name}: ${gateway.sysctl.get(name)}}`;
    }
    const carried = gateway.tunnels.length + gateway.clients.length > 0;
    if (carried && value === "0" && /^net\.inet\.esp\.(enable|udpencap)$/.test(name)) {
      return "makes the tunnels fail";
    }
  }
  return undefined;
}

function route(_: Gateway, args: string[]): string | undefined {
  const [action, what] = args.filter((one) => !one.startsWith("-"));
  if (action === "flush") return "removes the routes of network";
  return action === "delete" && what === "default"
    ? "removes the route of network.gateway"
    : undefined;
}
