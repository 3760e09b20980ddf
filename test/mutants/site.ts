/**
 * Mutants of site/ and autoinstall/.
 * @module
 */
import { of } from "./mutant.ts";

const RULES = ["site/pf/pf_conf_test.ts", "site/pf/rules/tunnels_test.ts"];

const PROFILE = ["site/client/profile_test.ts"];
const PERIMETER = ["site/perimeter/perimeter_test.ts"];

/** The list. */
export const SITE = [
  ...of(
    "site/ipsec/ipsec_tunnel.ts",
    ["site/ipsec/ipsec_tunnel_test.ts"],
    ["`${tunnel.nat} (${own})`", "`${own} (${tunnel.nat})`"],
    ['words.length === 0 && mode !== "aggressive"', "words.length === 0"],
  ),
  ...of("site/ipsec/iked_conf.ts", [
    "site/ipsec/iked_conf_test.ts",
    "site/ipsec/iked_clients_test.ts",
  ], [
    "narrowness(a.tunnel.peer) - narrowness(b.tunnel.peer)",
    "narrowness(b.tunnel.peer) - narrowness(a.tunnel.peer)",
  ], [" || proofs(a) - proofs(b)", ""]),
  ...of("site/ipsec/bypass_flows.ts", ["site/ipsec/ipsec_conf_test.ts"], [
    'encapsulation === "tunnel" && iface === undefined',
    'encapsulation === "tunnel"',
  ], ["isAll(near) ? own : [near]", "[near]"]),
  ...of("site/pf/rules/tunnels.ts", RULES, [
    '...stop("in", selection, tunnel.local, some, context),',
    "",
  ], [
    '...stop("out", selection, own, some, context),',
    "",
  ], [
    'list.length === 0) return [];\n      return [rule({\n        action: "pass",',
    'list.length === 0) return [];\n      return [rule({\n        action: "block",',
  ]),
  ...of("site/pf/rules/administrator.ts", ["site/pf/rules/administrator_test.ts"], [
    "first <= port && last >= port",
    "first <= port && last > port",
  ], [
    'direction === "out" || rdrTo !== undefined || tagged !== undefined',
    'direction === "out" || tagged !== undefined',
  ]),
  ...of("site/pf/evaluate/match_rule.ts", ["site/pf/evaluate/evaluate_test.ts"], [
    "return number > match.first && number < match.last;",
    "return number >= match.first && number < match.last;",
  ], ["return found !== (match.not ?? false);", "return found;"]),
  ...of("site/pf/evaluate/match_host.ts", ["site/pf/evaluate/evaluate_test.ts"], [
    "value >= first.value && value <= last.value",
    "value >= first.value && value < last.value",
  ], ["b.prefix.length - a.prefix.length", "a.prefix.length - b.prefix.length"]),
  ...of("site/pf/rules/base.ts", ["site/pf/rules/base_test.ts", "site/pf/pf_conf_test.ts"], [
    "wire.autoconf.size === 0 && ",
    "",
  ]),
  // A file with a secret that is not one by its type, and one that others may read.
  ...of("site/ipsec/ipsec_tunnel.ts", ["site/files_test.ts"], [
    '? secretly`psk "${psk ?? ""}"` : "rsa"',
    '? `psk "${psk ?? ""}"` : "rsa"',
  ]),
  ...of("site/files.ts", ["site/files_test.ts", "site/ipsec/sasyncd_conf_test.ts"], [
    "holdsSecret({ content }) ? 0o600 : mode",
    "mode",
  ]),
  ...of("host/secret.ts", ["host/secret_test.ts"], [
    "return values.some((one) => one instanceof Secret) ? new Secret(text) : text;",
    "return text;",
  ], ["  toJSON(): string {\n    return SHOWN;", "  toJSON(): string {\n    return this.#value;"]),
  ...of("site/extra_files.ts", ["site/extra_files_test.ts", "site/set_test.ts"], [
    'plain === "" || plain.endsWith("\\n") ? text',
    'plain === "" ? text',
  ]),
  ...of("site/set.ts", ["site/set_test.ts"], [
    'const owner = staged ? "root" : file.owner ?? "root";',
    'const owner = file.owner ?? "root";',
  ]),
  ...of("site/etc/hostname_if.ts", ["site/etc/hostname_if_test.ts"], [
    "...(one.rdomain ? [`rdomain ${one.rdomain}`] : []),\n    ...kindLines(one, secrets),",
    "...kindLines(one, secrets),\n    ...(one.rdomain ? [`rdomain ${one.rdomain}`] : []),",
  ]),
  ...of("site/etc/rc_conf_local.ts", [
    "site/etc/rc_conf_local_test.ts",
    "site/ipsec/ipsec_conf_test.ts",
  ], [
    "first || bypassFlows(gateway).length > 0",
    "first",
  ]),
  ...of("autoinstall/match.ts", ["autoinstall/match_test.ts"], [
    'after === "\\t" || after === "?"',
    'after === "\\t"',
  ], [
    "at < 1 || at === line.length - 1",
    "at < 0 || at === line.length - 1",
  ]),
  ...of("autoinstall/install_conf.ts", ["autoinstall/install_conf_test.ts"], [
    "length > LONGEST_LINE",
    "length > LONGEST_LINE * 2",
  ], ["rest.length > 0 && domain.length <= LONGEST_DOMAIN", "rest.length > 0"]),
  ...of(
    "site/status/ipsec_status.ts",
    ["site/status/status_test.ts"],
    ["out.length === 0 || back.length === 0", "out.length === 0 && back.length === 0"],
    ["missing.length > 0 || few", "few"],
    ["tunnel.ike === 1 && !silent", "!silent"],
    ["sa.proto === protocol && sa.mode === encapsulation", "sa.proto === protocol"],
    ['flow.type === "bypass" || flow.type === "deny" || ', ""],
    ["insteadOf: offered.includes(word) ? [] : offered", "insteadOf: offered"],
  ),
  ...of(
    "site/client/apple.ts",
    PROFILE,
    ["networks.length > 0 ? 1 : 0", "1"],
    ['ExtendedAuthEnabled: proof === "eap" ? 1 : 0', "ExtendedAuthEnabled: 1"],
  ),
  ...of("site/client/android.ts", PROFILE, [
    '...(networks.length > 0 ? { "split-tunneling": { subnets: networks } } : {}),',
    "",
  ]),
  ...of("site/client/strongswan.ts", PROFILE, [
    'family === 6 ? "::" : "0.0.0.0"',
    '"0.0.0.0"',
  ]),
  ...of(
    "site/perimeter/perimeter.ts",
    PERIMETER,
    ["peers: fixed ? [...new Set(peers)] : []", "peers: [...new Set(peers)]"],
    [' && !to.endsWith("/0")', ""],
    ["translated: isPrivate(parsePrefix(address)!)", "translated: true"],
  ),
  ...of(
    "site/perimeter/services.ts",
    PERIMETER,
    ["rule.tunnel !== undefined || rule.tagged !== undefined", "rule.tunnel !== undefined"],
    ["found.length > 0 ? [...new Set(found)] : undefined", "[...new Set(found)]"],
    ["...networks, ...outside ? [] : routed", "...outside ? [] : [...networks, ...routed]"],
    ['word.kind === "any" || word.not', 'word.kind === "any"'],
  ),
  ...of(
    "site/push/agent.ts",
    ["test/integration/push_agent_test.ts"],
    ['[ -f "$dir/applied" ] && decide confirmed', "decide confirmed"],
    ['rm -f "$base/etc/rc.firsttime"\n\t: >"$dir/back"', ': >"$dir/back"'],
    ["if install_all && load; then", "if install_all; then"],
    ['elif grep -qxF "$_path" "$dir/absent"; then', "else"],
  ),
];
