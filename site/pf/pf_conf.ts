/**
 * /etc/pf.conf: the packet filter.
 * @module
 */
import { overlaps, parsePrefix } from "../../gateway/address.ts";
import type { AllowRule, Gateway, Tunnel } from "../../gateway/gateway.ts";
import { ownNetworks } from "./own_networks.ts";

/**
 * pf.conf(5): blocks and logs everything, then lets pass what the gateway is for.
 *
 * - The last rule that matches decides, so the description's raw rules come last. Only three things are
 *   `quick`: antispoof, IKE and IPsec on their way out, and what must never leave in clear text.
 * - What belongs into a tunnel may leave through enc0 only: without a flow (the peer is down, the
 *   daemon was stopped) it is dropped, whether the gateway forwards it or sends it itself.
 * - Where enc0 is filtered, every state is bound to its interface: a floating one that began on enc0
 *   would let the same connection go on in clear text (enc(4)).
 * - No rule names an address through an interface, because `pfctl -nf` judges the file in the
 *   installer, where none is configured as it will be.
 */
export function renderPfConf(gateway: Gateway): string {
  const { tunnels, firewall } = gateway;
  const filtered = !firewall.skipTunnels;
  const parts: [title: string, rules: string[]][] = [
    ["", options(gateway, filtered)],
    ["", ["match in all scrub (no-df random-id)", "block log all"]],
    ["Forged addresses", [...(filtered ? vouched(gateway) : []), ...antispoof(gateway)]],
    ["The gateway itself", ownTraffic(gateway, filtered)],
    ["IKE and IPsec", tunnels.length > 0 ? ikeAndIpsec(gateway) : []],
    ["Networks behind the tunnels", tunnels.flatMap((tunnel) => tunnelRules(tunnel, gateway))],
    [
      "What the description allows",
      firewall.allow
        .filter((rule) => !tunnels.some((one) => one.name === rule.tunnel && isNear(one, gateway)))
        .map((rule) => allowRule(rule, gateway, filtered)),
    ],
    [
      "Nothing else lets an administrator in, so ssh is open to the networks of the interfaces",
      reachable(gateway) ? [] : [sshRule(gateway)],
    ],
    ["Raw rules of the description", firewall.rules],
  ];
  return `# ${gateway.hostname}: packet filter\n` +
    parts.filter(([, rules]) => rules.length > 0)
      .map(([title, rules]) => [...(title ? ["", `# ${title}`] : [""]), ...rules, ""].join("\n"))
      .join("").replace("\n\n", "\n");
}

function options(gateway: Gateway, filtered: boolean): string[] {
  const { peers } = gateway.firewall;
  const named = gateway.tunnels.filter(({ peer }) => peer !== "any" && !parsePrefix(peer));
  return [
    ...(peers === "any" && named.length > 0
      ? [
        `# ${
          named.map(({ peer }) => peer).join(", ")
        } cannot be looked up before there is a network`,
      ]
      : []),
    ...(peers === "any" ? [] : [`table <ipsec_peers> const { ${peers.join(" ")} }`]),
    filtered ? "set skip on lo" : "set skip on { lo enc0 }",
    "set block-policy drop",
    ...(filtered ? ["set state-policy if-bound"] : []),
  ];
}

/**
 * What IPsec vouches for comes before antispoof: a peer may sit in a network of the gateway's, and
 * so may what a tunnel leads to.
 */
function vouched(gateway: Gateway): string[] {
  const outer = gateway.tunnels.some((tunnel) => tunnel.encapsulation === "tunnel")
    ? [
      `pass in quick on enc0 proto { ipencap ipv6 } from ${
        peersOf(gateway)
      } to (self) keep state (if-bound)`,
    ]
    : [];
  const inner = gateway.tunnels.filter((tunnel) => isNear(tunnel, gateway)).flatMap((tunnel) => {
    const rules = gateway.firewall.allow.filter((rule) => rule.tunnel === tunnel.name);
    return rules.length > 0
      ? rules.map((rule) => allowRule(rule, gateway, true))
      : [fromTunnel(tunnel)];
  });
  return [...outer, ...inner.map((rule) => rule.replace(/^pass in( log)?/, "pass in$1 quick"))];
}

/** Whether antispoof would take what comes out of the tunnel for forged. */
function isNear(tunnel: Tunnel, gateway: Gateway): boolean {
  return tunnel.remote.some((network) => isOurs(network, gateway));
}

function isOurs(network: string, gateway: Gateway): boolean {
  const prefix = parsePrefix(network);
  return prefix !== undefined &&
    ownNetworks(gateway).some((own) => overlaps(parsePrefix(own)!, prefix));
}

function antispoof(gateway: Gateway): string[] {
  const names = gateway.network.interfaces.filter((one) =>
    one.address !== "autoconf" && (one.address !== "none" || one.address6 !== "none")
  ).map((one) => one.name);
  return [`antispoof log quick for { ${["lo0", ...names].join(" ")} }`];
}

function ownTraffic(gateway: Gateway, filtered: boolean): string[] {
  const { interfaces } = gateway.network;
  return [
    filtered ? "pass out on ! enc0 all" : "pass out all",
    "pass in inet proto icmp icmp-type { echoreq unreach timex }",
    "pass in inet6 proto icmp6 icmp6-type { echoreq unreach toobig timex paramprob }",
    "pass in inet6 proto icmp6 icmp6-type { neighbradv neighbrsol routeradv }",
    ...(interfaces.some((one) => one.address === "autoconf")
      ? ["pass in inet proto udp from any port 67 to any port 68"]
      : []),
    ...(interfaces.some((one) => one.address6 === "autoconf")
      ? ["pass in inet6 proto udp from fe80::/10 port 547 to fe80::/10 port 546"]
      : []),
  ];
}

function ikeAndIpsec(gateway: Gateway): string[] {
  const protocols = group([...new Set(gateway.tunnels.map((tunnel) => tunnel.protocol))].sort());
  const peers = peersOf(gateway);
  return [
    `pass in proto udp from ${peers} to (self) port { 500 4500 }`,
    `pass in proto ${protocols} from ${peers} to (self)`,
    // Before the rules against clear text: a peer may sit in a network behind its own tunnel.
    `pass out quick proto udp from (self) to ${peers} port { 500 4500 }`,
    `pass out quick proto ${protocols} from (self) to ${peers}`,
  ];
}

function tunnelRules(tunnel: Tunnel, gateway: Gateway): string[] {
  const { firewall } = gateway;
  const local = group(tunnel.local);
  const remote = group(tunnel.remote);
  const pool = tunnel.nat?.includes("/") ? " bitmask" : "";
  return [
    ...(tunnel.nat
      ? [`match out on enc0 from ${local} to ${remote} nat-to ${tunnel.nat}${pool}`]
      : []),
    `pass in on ! enc0 from ${local} to ${remote}`,
    ...(crosses(tunnel.local, tunnel.remote)
      ? [`pass out quick on ! enc0 from ${local} to ${local}`]
      : []),
    `block out log quick on ! enc0 from ${local} to ${remote}`,
    ...(firewall.skipTunnels
      ? []
      : [`pass out on enc0 from ${local} to ${remote} keep state (if-bound)`]),
    ...(firewall.skipTunnels || isNear(tunnel, gateway) ||
        firewall.allow.some((rule) => rule.tunnel === tunnel.name)
      ? []
      : [fromTunnel(tunnel)]),
  ];
}

function fromTunnel(tunnel: Tunnel): string {
  const tag = tunnel.tag ? ` tagged "${tunnel.tag}"` : "";
  return `pass in on enc0 from ${group(tunnel.remote)} to ${
    group(tunnel.local)
  }${tag} keep state (if-bound)`;
}

function crosses(some: string[], others: string[]): boolean {
  return some.some((one) =>
    others.some((other) => {
      const [a, b] = [parsePrefix(one), parsePrefix(other)];
      return a !== undefined && b !== undefined && overlaps(a, b);
    })
  );
}

function peersOf(gateway: Gateway): string {
  return gateway.firewall.peers === "any" ? "any" : "<ipsec_peers>";
}

function group(list: string[], whole = "any"): string {
  return list.length === 0 ? whole : list.length === 1 ? list[0]! : `{ ${list.join(" ")} }`;
}

function allowRule(rule: AllowRule, gateway: Gateway, filtered: boolean): string {
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
    filtered && on?.startsWith("enc") ? "keep state (if-bound)" : "",
  ].filter(Boolean).join(" ");
}

/** Whether a rule of the description lets somebody speak to the gateway's sshd(8). */
function reachable(gateway: Gateway): boolean {
  const { allow, rules } = gateway.firewall;
  const own = gateway.network.interfaces.flatMap((
    one,
  ) => [one.address, one.address6, ...one.aliases])
    .map((text) => text.split("/")[0]!);
  const ssh = (port: string) => {
    const [first = NaN, last = first] = port.split(":").map(Number);
    return port === "ssh" || first <= 22 && last >= 22;
  };
  return allow.some((rule) =>
    (rule.proto.length === 0 || rule.proto.includes("tcp")) &&
    (rule.port.length === 0 || rule.port.some(ssh)) &&
    (rule.to.length === 0 || rule.to.includes("any") || crosses(rule.to, own))
  ) || rules.some((rule) => /^pass\s+(?!out\b).*\bport\b.*\b(22|ssh)\b/.test(rule));
}

function sshRule(gateway: Gateway): string {
  const networks = ownNetworks(gateway).filter((network) => !/\/(32|128)$/.test(network));
  return `pass in proto tcp from ${group(networks)} to (self) port 22`;
}
