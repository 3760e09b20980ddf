/**
 * Errors of pfctl(8) in the description's raw rules, and rules that silently have no effect.
 * @module
 */
import type { Path } from "../../gateway/document/document.ts";
import type { Report } from "../../gateway/check/report.ts";
import { checkName as checkInterfaceName, checkOn } from "../../gateway/check/firewall_on.ts";
import { allWithin, linksNamed, type View, viewOf } from "../../gateway/check/firewall_view.ts";
import { parsePrefix } from "../../gateway/address.ts";
import { notForwarded } from "../../gateway/check/firewall_forwarding.ts";
import { bringsTunnels } from "../../gateway/openbsd/extra_path.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { linksInInstaller } from "../../gateway/network/in_installer.ts";
import type { Link } from "../../gateway/network/links.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { isOwnAddress } from "../../gateway/network/wires.ts";
import type { PfComplaint } from "../pf/model/complaint.ts";
import type { FlatRule } from "../pf/model/flat.ts";
import type { Host, NameHost } from "../pf/model/host.ts";
import type { Origin } from "../pf/model/place.ts";
import type { Rule, Statement, Table } from "../pf/model/rule_set.ts";
import { printHost } from "../pf/print/host.ts";
import { broughtFile } from "../pf/environment_of.ts";
import type { WholePfConf } from "../pf/whole_pf_conf.ts";
import { readRawRules } from "../pf/raw_rules.ts";
import { checkSkipped, checkSkippedRules } from "./skipped.ts";

/**
 * Limit of rules that one line may expand to; pfctl(8) cannot load more in acceptable time at boot.
 */
const MANY = 5000;

/** The expansion of the whole rule set. */
interface Expansion {
  /** Complaints that pfctl(8) would make. */
  complaints: readonly PfComplaint[];
  /** The rules that pf(4) is given. */
  flat: { rules: readonly Pick<FlatRule, "anchor" | "source">[] };
  /** A whole pf.conf instead of raw rules. */
  own: WholePfConf | undefined;
}

/**
 * Reports raw rules that pfctl(8) would refuse in the installer or at a boot, and, as warnings,
 * those that cannot match a packet. Returns whether all rules can be loaded.
 */
export function checkRawRules(
  gateway: Gateway,
  { complaints, flat, own }: Expansion,
  report: Report,
): boolean {
  const { rules } = gateway.firewall;
  const raw = own ?? readRawRules(rules, { file: broughtFile(gateway) });
  let loads = true;
  const said = new Set<string>();
  const say: Say = (origin, severity, message, suggestion) => {
    if (severity === "error") loads = false;
    const { path, character } = placeOf(origin);
    said.add(JSON.stringify(path));
    report(path, severity, message, {
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(character === undefined ? {} : { character }),
    });
  };
  for (const { origin, severity, reason, next, suggestion } of raw.complaints) {
    say(origin, severity, withNext(reason, next), suggestion);
  }
  const view = viewOf(gateway, report);
  const brought = new Set(gateway.files.map(({ path }) => path));
  const statements = flatten(raw.statements);
  const tags = tagsOf(gateway, statements);
  checkSkippedRules(statements, view, say);
  for (const one of statements) {
    if (one.kind === "table") checkNames(one, view, say);
    checkFiles(one, brought, say);
    if (one.kind === "set") checkSkipped(one, view, say);
    checkStatement(one, view, say);
    checkTagged(one, tags, say);
  }
  // Complaints that only follow from an already reported line are dropped.
  for (const { origin, severity, reason, next, suggestion } of complaints) {
    if (said.has(JSON.stringify(placeOf(origin).path))) continue;
    say(origin, severity, withNext(reason, next), suggestion);
  }
  checkNumber(flat.rules, say);
  for (const { anchor, source } of loads ? flat.rules : []) {
    if (!anchor || anchor.rules) continue;
    const what = anchor.file ?? `the anchor ${anchor.name}`;
    say(
      source.origin,
      "warning",
      `what ${what} holds at run time is not known: check cannot decide about packets that reach it`,
    );
  }
  return loads;
}

type Say = (
  origin: Origin | undefined,
  severity: "error" | "warning",
  message: string,
  suggestion?: string,
) => void;

function withNext(reason: string, next: string | undefined): string {
  if (next === undefined) return reason;
  return `${reason}; ${/^(write|leave|put|name|use) /.test(next) ? "" : "write "}${next}`;
}

/** The field; for a raw rule, also the character in it. */
function placeOf(origin: Origin | undefined): { path: Path; character?: number } {
  const path = (origin?.field ?? ["firewall"]) as Path;
  const isRaw = path[0] === "firewall" && path[1] === "rules";
  const column = origin?.place?.column ?? 1;
  return isRaw && column > 1 ? { path, character: column - 1 } : { path };
}

function flatten(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((one) =>
    one.kind === "anchor"
      ? [one, ...flatten(one.body ?? [])]
      : one.kind === "include"
      ? [one, ...flatten(one.statements ?? [])]
      : [one]
  );
}

/** Files that pfctl(8) opens when it loads the rules: if one is missing, it refuses all rules. */
function checkFiles(one: Statement, brought: ReadonlySet<string>, say: Say): void {
  const files = one.kind === "include" || one.kind === "load"
    ? [one.file]
    : one.kind === "table"
    ? (one.sources ?? []).flatMap((source) => "file" in source ? [source.file] : [])
    : [];
  for (const file of files) {
    if (brought.has(file)) continue;
    say(
      one.origin,
      "error",
      `no field puts ${file} on the gateway, and without it pfctl refuses all rules; ` +
        `write files: [{path: ${file}, source: ...}]`,
    );
  }
}

/**
 * The tags that packets can have; undefined if an anchor, a file or unknown tunnels may set others.
 */
function tagsOf(gateway: Gateway, statements: readonly Statement[]): Set<string> | undefined {
  const { tunnels, clients, firewall } = gateway;
  const isOpen = statements.some((one) =>
    one.kind === "anchor" && !one.body || one.kind === "load" ||
    one.kind === "include" && !one.statements
  );
  if (isOpen || bringsTunnels(gateway)) return undefined;
  return new Set([
    ...[...tunnels, ...clients, ...firewall.allow].flatMap(({ tag }) => tag ?? []),
    ...statements.flatMap((one) =>
      one.kind === "rule" || one.kind === "anchor" ? one.tag ?? [] : []
    ),
  ]);
}

/** Reports a tag that is never set. */
function checkTagged(one: Statement, tags: Set<string> | undefined, say: Say): void {
  if (one.kind !== "rule" || !one.tagged || one.tagged.not || !tags) return;
  const { tag } = one.tagged;
  if (tags.has(tag) || tag.includes("$")) return;
  say(
    one.origin,
    "warning",
    `nothing gives packets the tag ${tag}, so this never matches; tags: ${
      [...tags].join(", ") || "none"
    }`,
  );
}

function checkStatement(one: Statement, view: View, say: Say): void {
  if (one.kind !== "rule" && one.kind !== "antispoof" && one.kind !== "anchor") return;
  // The same message as for a field; only a warning, because a raw line may be kept for later.
  const warned: View = {
    ...view,
    report: (_path, _severity, message, more) =>
      say(one.origin, "warning", message, more?.suggestion),
  };
  for (const name of one.kind === "antispoof" ? [] : one.on ?? []) {
    if (!("name" in name)) continue;
    if (name.not) checkInterfaceName(name.name, [], warned);
    else checkOn(name.name, [], warned);
  }
  if (one.kind !== "rule") return;
  // pfctl(8) takes names in parentheses that no interface has, and no packet matches them.
  const dynamic = hostsOf(one).flatMap((host) => host.kind === "dynamic" ? [host.name] : []);
  for (const name of new Set([...dynamic, ...one.receivedOn ? [one.receivedOn.name] : []])) {
    if (name !== "self") checkInterfaceName(name, [], warned);
  }
  checkRoute(one, view, say);
  checkNames(one, view, say);
  checkCarried(one, view, say);
  checkForwarded(one, view, say);
  checkTranslates(one, view, say);
  checkBound(one, view, say);
}

/**
 * Before 6.9 an address alone was taken for the name of an interface, so that packets were lost.
 */
function checkRoute({ route, origin }: Rule, { gateway: { release } }: View, say: Say): void {
  if (!route || knows(release.number, "pfRouteAddress")) return;
  say(
    origin,
    "error",
    `pf.conf of OpenBSD ${release.version} reads the word after ${route.kind} as an interface; use release 6.9 or later`,
  );
}

/**
 * Names that pfctl(8) resolves when it loads the file: in the installer, which has cards, vlan(4)
 * and trunk(4) with their final addresses, and at each boot, before the network has assigned any
 * address.
 */
function checkNames(one: Rule | Table, view: View, say: Say): void {
  for (const host of hostsOf(one)) {
    if (host.kind === "name") checkName(host, one, view, say);
  }
}

function hostsOf(one: Rule | Table): readonly Host[] {
  if (one.kind === "table") {
    return (one.sources ?? []).flatMap((source) => "hosts" in source ? source.hosts : []);
  }
  const pools = [one.natTo, one.rdrTo, one.binatTo, one.route?.pool, one.afTo?.from, one.afTo?.to];
  return [
    ...one.from?.hosts ?? [],
    ...one.to?.hosts ?? [],
    ...pools.flatMap((pool) => pool?.hosts ?? []),
  ];
}

/** Names that have an address on every OpenBSD, in the installer too. */
const ALWAYS = new Set(["self", "localhost", "lo", "lo0"]);

function checkName(host: NameHost, one: Rule | Table, { gateway, links }: View, say: Say): void {
  const { origin } = one;
  const text = printHost({ ...host, not: false });
  // A table does not resolve interfaces at run time.
  const instead = one.kind === "table" ? "its addresses in numbers" : dynamic(host);
  const named = host.name === "self"
    ? links
    : links.filter(({ name, groups }) => name === host.name || groups.includes(host.name));
  if (named.length === 0 && !ALWAYS.has(host.name)) {
    const isInterface = /^(enc|[a-z]+[0-9])/.test(host.name);
    say(
      origin,
      "error",
      isInterface
        ? `${text} is looked up when the file is loaded, and no interface of the description has its address; write ${instead}`
        : `${text} cannot be looked up before there is a network; write its address, or a table that is filled later`,
    );
    return;
  }
  const there = new Set(linksInInstaller(gateway).map(({ name }) => name));
  const fixed = named.filter(({ addresses }) => addresses.length > 0);
  // An interface without a fixed address is reported by the expansion.
  if (fixed.length > 0 && host.name !== "self" && !fixed.some(({ name }) => there.has(name))) {
    const [{ name }] = fixed as [Link];
    say(
      origin,
      "error",
      `${text} is looked up when the file is loaded, in the installer too, whose kernel has no ${name}; write ${instead}`,
    );
    return;
  }
  const late = named.find(({ autoconf }) => autoconf.size > 0);
  if (late && (fixed.length > 0 || host.name === "self")) {
    say(
      origin,
      "warning",
      `${text} is looked up when the file is loaded, and ${late.name} may have no address yet, so the rule does not include it; write ${instead}`,
    );
  }
}

function dynamic({ name, modifiers, length }: NameHost): string {
  return printHost({
    kind: "dynamic",
    name,
    ...(modifiers ? { modifiers } : {}),
    ...(length === undefined ? {} : { length }),
  });
}

/** If tunnels are not filtered, a rule for traffic out of one matches clear text only. */
function checkCarried({ origin, direction, from, on }: Rule, view: View, say: Say): void {
  if (!view.gateway.firewall.skipTunnels || direction === "out" || on !== undefined) return;
  const hosts = from?.hosts ?? [];
  const sources = hosts.flatMap((host) =>
    host.kind === "address" && !host.not
      ? parsePrefix(host.length === undefined ? host.address : `${host.address}/${host.length}`) ??
        []
      : []
  );
  if (sources.length === 0 || sources.length < hosts.length) return;
  const tunnel = view.tunnels.find(({ remote, iface }) => {
    const behind = remote.flatMap((one) => parsePrefix(one) ?? []).filter((one) => one.length > 0);
    return iface === undefined && allWithin(sources, behind);
  });
  if (!tunnel) return;
  say(
    origin,
    "warning",
    `${tunnel.name} carries traffic from there, which is not filtered (skipTunnels), so this rule never matches it; set skipTunnels: false`,
  );
}

/** Translations for hosts behind the gateway need forwarding in the kernel. */
function checkForwarded(one: Rule, view: View, say: Say): void {
  const { gateway, wires } = view;
  const onTunnel = one.on?.some((name) => "name" in name && /^enc/.test(name.name) && !name.not);
  if (gateway.forwarding === "all" || onTunnel) return;
  const beyond = one.rdrTo?.hosts.some((host) =>
    host.kind === "address" && !isOwnAddress(host.address, wires) &&
    !host.address.startsWith("127.") && host.address !== "::1"
  );
  if (one.natTo && one.direction !== "in" || beyond) {
    say(one.origin, "warning", notForwarded(view));
  }
}

/** Without an address of the rule's family pf(4) drops what it cannot translate. */
function checkTranslates({ origin, family, natTo }: Rule, view: View, say: Say): void {
  if (family === undefined) return;
  const wanted = family === "inet" ? 4 : 6;
  for (const host of natTo?.hosts ?? []) {
    if (host.kind !== "dynamic") continue;
    const links = linksNamed(host.name, view);
    const has = links.some(({ addresses, autoconf }) =>
      autoconf.has(wanted) || addresses.some(({ prefix }) => prefix.family === wanted)
    );
    if (has || links.length === 0) continue;
    say(
      origin,
      "warning",
      `${host.name} has no IPv${wanted} address, which from would become, so the packets are dropped; write nat-to ADDRESS, or give it one`,
    );
  }
}

/** A floating state created on enc0 lets the connection continue in clear text. */
function checkBound(one: Rule, { gateway, links }: View, say: Say): void {
  if (gateway.firewall.skipTunnels || gateway.tunnels.length + gateway.clients.length === 0) return;
  if (one.action !== "pass" || one.state?.kind === "no") return;
  if (one.state?.options?.lock !== undefined) return;
  const others = new Set(links.flatMap(({ name, groups }) => [name, ...groups]));
  const matches = !one.on || one.on.length === 0 ||
    one.on.some((name) =>
      "name" in name && (name.not ? !/^enc0?$/.test(name.name) : !others.has(name.name))
    );
  if (!matches) return;
  if (gateway.firewall.rules.some((line) => /^\s*set\s+state-policy\s+if-bound/.test(line))) return;
  say(
    one.origin,
    "warning",
    "its states can begin on enc0, and a floating state lets the connection continue in clear text when the tunnel is down; add keep state (if-bound), or on ! enc0",
  );
}

function checkNumber(rules: Expansion["flat"]["rules"], say: Say): void {
  const counts = new Map<Origin, number>();
  for (const { source: { origin } } of rules) {
    if (origin) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  for (const [origin, count] of counts) {
    if (count < MANY) continue;
    say(
      origin,
      "warning",
      `expands to ${count} pf rules, which pfctl takes minutes to load; put the addresses into a table`,
    );
  }
}
