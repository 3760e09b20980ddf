/**
 * /etc/pf.conf: the packet filter.
 * @module
 */
import { parsePrefix } from "../spec/address.ts";
import type { AllowRule, Gateway, Tunnel } from "../spec/gateway.ts";

/**
 * pf.conf(5): blocks and logs everything, then lets pass what the gateway is for. No rule names an
 * address through an interface, because the file is judged by `pfctl -nf` where none is configured.
 */
export function renderPfConf(gateway: Gateway): string {
  const { firewall, tunnels, network } = gateway;
  const peers = firewall.peers === "any" ? "any" : "<ipsec_peers>";
  const filtered = !firewall.skipTunnels;
  const protocols = tunnels.some((tunnel) => tunnel.protocol === "ah") ? "{ esp ah }" : "esp";
  const out: string[] = [`# ${gateway.hostname}: packet filter`];
  if (firewall.peers !== "any") {
    out.push(`table <ipsec_peers> const { ${firewall.peers.join(" ")} }`);
  }
  out.push("", filtered ? "set skip on lo" : "set skip on { lo enc0 }");
  out.push("set block-policy drop", "", "match in all scrub (no-df random-id)", "block log all");
  const antispoof = network.interfaces.filter((one) => one.address !== "autoconf").map((one) =>
    one.name
  );
  if (antispoof.length > 0) out.push(`antispoof quick for { ${["lo0", ...antispoof].join(" ")} }`);
  out.push("", "# The gateway itself", filtered ? "pass out on ! enc0 all" : "pass out all");
  out.push(
    "pass in inet proto icmp icmp-type { echoreq unreach timex }",
    "pass in inet6 proto icmp6 icmp6-type { echoreq unreach toobig timex paramprob }",
    "pass in inet6 proto icmp6 icmp6-type { neighbradv neighbrsol routeradv }",
  );
  if (network.interfaces.some((one) => one.address === "autoconf")) {
    out.push("pass in inet proto udp from any port 67 to any port 68");
  }
  if (network.interfaces.some((one) => one.address6 === "autoconf")) {
    out.push("pass in inet6 proto udp from fe80::/10 port 547 to fe80::/10 port 546");
  }
  if (tunnels.length > 0) {
    out.push("", "# IKE and IPsec");
    for (const [direction, to] of [["in", "from"], ["out", "to"]] as const) {
      const far = `${to} ${peers}`;
      const near = to === "from" ? " to (self)" : "";
      out.push(
        `pass ${direction} proto udp ${far}${near} port { 500 4500 }`,
        `pass ${direction} proto ${protocols} ${far}${near}`,
      );
    }
    out.push("", "# Networks behind the tunnels");
    for (const tunnel of tunnels) out.push(...tunnelRules(tunnel, gateway));
  }
  const allow = firewall.allow.map((rule) => allowRule(rule, gateway));
  if (allow.length > 0) out.push("", "# What the spec allows", ...allow);
  if (!reachable(gateway)) {
    out.push(
      "",
      "# Nothing above lets an administrator in, so ssh is open to the networks of the interfaces",
    );
    const networks = network.interfaces.flatMap((one) => [one.address, one.address6]).filter((
      text,
    ) => text.includes("/")).map(networkOf);
    out.push(
      `pass in proto tcp from ${
        networks.length > 0 ? `{ ${networks.join(" ")} }` : "any"
      } to (self) port 22`,
    );
  }
  if (firewall.rules.length > 0) out.push("", "# Raw rules of the spec", ...firewall.rules);
  return out.join("\n") + "\n";
}

function tunnelRules(tunnel: Tunnel, gateway: Gateway): string[] {
  const local = group(tunnel.local);
  const remote = group(tunnel.remote);
  // Without a flow the packets would leave in clear text.
  const clear = [
    `pass in from ${local} to ${remote}`,
    `block out log quick on ! enc0 from ${local} to ${remote}`,
  ];
  if (tunnel.nat) {
    const pool = tunnel.nat.includes("/") ? " bitmask" : "";
    clear.unshift(`match out on enc0 from ${local} to ${remote} nat-to ${tunnel.nat}${pool}`);
  }
  if (gateway.firewall.skipTunnels) return clear;
  const tag = tunnel.tag ? ` tagged "${tunnel.tag}"` : "";
  // States on enc0 must not match the same packets in clear text on another interface: if-bound.
  return [
    ...clear,
    `pass in on enc0 proto ipencap from any to any keep state (if-bound)`,
    `pass out on enc0 from ${local} to ${remote} keep state (if-bound)`,
    ...(gateway.firewall.allow.some((rule) => rule.tunnel === tunnel.name)
      ? []
      : [`pass in on enc0 from ${remote} to ${local}${tag} keep state (if-bound)`]),
  ];
}

function group(list: string[], whole = "any"): string {
  return list.length === 0 ? whole : list.length === 1 ? list[0]! : `{ ${list.join(" ")} }`;
}

function allowRule(rule: AllowRule, gateway: Gateway): string {
  const tunnel = gateway.tunnels.find((one) => one.name === rule.tunnel);
  const on = tunnel ? "enc0" : rule.on;
  const to = rule.to.length > 0 ? group(rule.to) : tunnel ? group(tunnel.local) : "(self)";
  return [
    "pass in",
    rule.log ? "log" : "",
    on ? `on ${on}` : "",
    rule.proto.length > 0 ? `proto ${group(rule.proto)}` : "",
    `from ${group(rule.from.length > 0 ? rule.from : tunnel ? tunnel.remote : [])}`,
    `to ${to}`,
    rule.port.length > 0 ? `port ${group(rule.port)}` : "",
    tunnel?.tag ? `tagged "${tunnel.tag}"` : "",
    tunnel ? "keep state (if-bound)" : "",
  ].filter(Boolean).join(" ");
}

function reachable(gateway: Gateway): boolean {
  const ssh = (rule: AllowRule) =>
    (rule.proto.length === 0 || rule.proto.includes("tcp")) &&
    (rule.port.length === 0 || rule.port.some((port) => port === "22" || port === "ssh"));
  return gateway.firewall.allow.some(ssh) ||
    gateway.firewall.rules.some((rule) => /^pass\b.*\b(22|ssh)\b/.test(rule));
}

/** The network of an interface's address: `10.0.0.50/24` becomes `10.0.0.0/24`. */
function networkOf(cidr: string): string {
  const prefix = parsePrefix(cidr);
  if (!prefix || prefix.family === 6) return cidr;
  const shift = BigInt(32 - prefix.length);
  const value = (prefix.value >> shift) << shift;
  return [24n, 16n, 8n, 0n].map((by) => String(value >> by & 255n)).join(".") + `/${prefix.length}`;
}
