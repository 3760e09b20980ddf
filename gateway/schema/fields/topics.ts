/**
 * Search words that are not names of fields: those of other systems, of the daemons, and of the
 * protocols.
 * @module
 */
import { GROUP_NUMBERS } from "../../openbsd/transforms.ts";

/** A topic. */
export interface Topic {
  /** The words, in lower case. */
  words: readonly string[];
  /** The fields for it. */
  fields: readonly string[];
  /** How to do it, in a sentence or two. */
  text: string;
}

const PHASES = ["tunnels[].phase1", "tunnels[].phase2"];

/** Diffie-Hellman groups by number. */
const GROUPS: ReadonlyMap<number, string> = new Map(
  [...GROUP_NUMBERS].map(([name, number]) => [number, name]),
);

const TOPICS: readonly Topic[] = [
  {
    words: ["nat", "snat", "masquerade", "masquerading", "nat-to", "pat"],
    fields: ["firewall.nat", "tunnels[].nat"],
    text:
      "firewall.nat translates what leaves through an interface; tunnels[].nat what goes into a tunnel.",
  },
  {
    words: ["nat-t", "natt", "nat traversal", "4500"],
    fields: ["tunnels[].peer", "firewall.peers"],
    text: "NAT traversal is always on; the firewall in front must forward udp 500 and 4500.",
  },
  {
    words: [
      ...["port forward", "port forwarding", "portforward", "dnat", "rdr", "rdr-to", "redirect"],
      ...["forward", "virtual server", "publish"],
    ],
    fields: ["firewall.redirect", "forwarding"],
    text:
      "firewall.redirect sends a port of the gateway to a host behind it, and lets it in; forwarding says which packets are passed on at all.",
  },
  {
    words: ["eap", "mschap", "mschapv2", "xauth", "road warrior", "roadwarrior", "laptop", "phone"],
    fields: ["clients", "clients[].users", "clients[].certificate"],
    text: "People with name and password (EAP) are users of clients, over IKEv2.",
  },
  {
    words: ["sha1", "sha-1", "sha", "hmac-sha", "md5", "sha2", "sha256", "sha384", "sha512"],
    fields: ["tunnels[].phase1.auth", "tunnels[].phase2.auth", "accept"],
    text:
      "auth is hmac-sha1, hmac-md5, hmac-sha2-256 and so on. sha1 and md5 are weak, and need a reason in accept where warnings count.",
  },
  {
    words: ["des", "3des", "des3", "aes", "aes128", "aes256", "aes-cbc", "gcm", "cipher", "aead"],
    fields: ["tunnels[].phase1.enc", "tunnels[].phase2.enc"],
    text: "enc is aes-256, aes-128, aes-256-gcm, 3des and so on; OpenBSD has no single DES.",
  },
  {
    words: [
      ...["dh", "dhgroup", "diffie-hellman", "pfs", "perfect forward secrecy", "modp", "ecp"],
      ...["key exchange"],
    ],
    fields: ["tunnels[].phase1.group", "tunnels[].phase2.group"],
    text:
      "group is the Diffie-Hellman group; in phase2 it is perfect forward secrecy, and none turns that off.",
  },
  {
    words: [
      "proposal",
      "proposals",
      "transform",
      "transforms",
      "crypto",
      "ikesa",
      "childsa",
      "esp",
    ],
    fields: PHASES,
    text: "phase1 protects the negotiation (IKE SA), phase2 the traffic (child SA, quick mode).",
  },
  {
    words: ["lifetime", "rekey", "ikelifetime", "salifetime", "keylife"],
    fields: ["tunnels[].phase1.lifetime", "tunnels[].phase2.lifetime"],
    text: "lifetime is how long keys live: 3600, 60m, 24h.",
  },
  {
    words: ["dynamic", "dyndns", "ddns", "dynamic dns", "dynamic ip", "changing address", "any"],
    fields: ["tunnels[].peer", "tunnels[].mode", "tunnels[].dstid"],
    text:
      "A peer whose address changes: peer: any, mode: passive, and its name as dstid; it connects, this gateway waits. mode: dynamic is isakmpd's for a gateway whose own address changes. A peer with a host name is looked up when the tunnel is loaded.",
  },
  {
    words: ["dpd", "dead peer detection", "keepalive", "dead peer"],
    fields: ["tunnels[].mode"],
    text:
      "iked always watches for dead peers; isakmpd does with mode: dynamic. There is nothing to set for IKEv2.",
  },
  {
    words: [
      ...["psk", "pre-shared key", "preshared", "shared secret", "secret", "pre-shared-key"],
      ...["secrets", "openssl", "openssl rand", "generate"],
    ],
    fields: ["tunnels[].psk", "clients[].psk"],
    text:
      "psk names where the key is kept, {file: secrets/NAME.psk}; it is never written here. openssl rand -base64 33 makes one, and check says of each secret whose file is missing how to make it.",
  },
  {
    words: [
      "certificate",
      "x509",
      "x.509",
      "pki",
      "cert",
      "ca",
      "authority",
      "rsa",
      "rsasig",
      "public key",
      "raw key",
      "raw keys",
    ],
    fields: ["tunnels[].certificate", "tunnels[].peerKey", "clients[].certificate"],
    text:
      "certificate is X.509 with an authority; peerKey is the peer's bare public key (gatewright key prints the gateway's own). gatewright init makes an authority and a certificate together with a description of the kind clients.",
  },
  {
    words: ["aggressive", "main mode", "quick mode", "ikev1", "ikev2", "isakmp", "isakmpd", "iked"],
    fields: ["tunnels[].ike", "tunnels[].exchange"],
    text: "ike: 1 is isakmpd, ike: 2 is iked; exchange: aggressive is IKEv1's.",
  },
  {
    words: ["bgp", "ospf", "rip", "bgpd", "ospfd", "routing protocol", "eigrp"],
    fields: ["files", "rcConf", "tunnels[].iface", "firewall.allow"],
    text:
      "No field of its own: files adds /etc/bgpd.conf or /etc/ospfd.conf, rcConf starts the daemon (bgpd_flags: ''), firewall.allow lets its packets in; it runs over sec, gre or gif interfaces.",
  },
  {
    words: ["route", "static route", "routes", "default route", "gateway of last resort"],
    fields: ["network.gateway", "network.gateway6", "network.routes"],
    text: "network.gateway is the default router, network.routes are static routes.",
  },
  {
    words: ["vti", "route-based", "route based", "xfrm", "tunnel interface", "sec"],
    fields: ["tunnels[].iface", "network.interfaces[].sec", "network.routes"],
    text:
      "A route-based tunnel: an interface of kind sec, iface in the tunnel, and routes into it.",
  },
  {
    words: ["policy", "proxy-id", "proxy id", "traffic selector", "selector", "ts", "spd", "flow"],
    fields: ["tunnels[].local", "tunnels[].remote", "tunnels[].selectors"],
    text: "local and remote join each with each; selectors lists pairs.",
  },
  {
    words: ["leftid", "rightid", "identity", "id", "local id", "remote id", "fqdn"],
    fields: ["tunnels[].srcid", "tunnels[].dstid"],
    text: "srcid is what the gateway sends, dstid what the peer must send.",
  },
  {
    words: ["left", "right", "leftsubnet", "rightsubnet", "encryption domain", "subnet"],
    fields: ["tunnels[].local", "tunnels[].remote"],
    text: "local are the networks on this side, remote those on the other.",
  },
  {
    words: ["dhcp", "dhclient", "dhcpleased", "slaac", "autoconf"],
    fields: ["network.interfaces[].address", "network.interfaces[].address6"],
    text:
      "address: dhcp asks a server, address6: autoconf listens to routers. A DHCP server is files with /etc/dhcpd.conf and rcConf: {dhcpd_flags: vio1}.",
  },
  {
    words: ["dhcpd", "dhcp server", "dns server", "unbound", "resolver"],
    fields: ["files", "rcConf", "firewall.allow"],
    text: "No field of its own: files adds the configuration, rcConf starts the daemon.",
  },
  {
    words: ["dns", "nameserver", "resolv.conf", "domain search"],
    fields: ["network.nameservers", "network.search", "clients[].nameservers"],
    text:
      "network.nameservers are the gateway's own; clients[].nameservers those that clients are given.",
  },
  {
    words: ["vlan", "802.1q", "tagging", "trunk"],
    fields: ["network.interfaces[].vlan"],
    text: "An interface named vlan30 with vlan: {id: 30, parent: vio1}.",
  },
  {
    words: ["lacp", "bond", "bonding", "lag", "aggregation"],
    fields: ["network.interfaces[].aggr"],
    text: "An interface named aggr0 with aggr: {ports: [em0, em1]}.",
  },
  {
    words: ["vrrp", "hsrp", "ha", "cluster", "high availability", "redundancy", "standby"],
    fields: ["failover", "network.interfaces[].carp", "network.interfaces[].pfsync"],
    text: "Two gateways share addresses by carp; failover and pfsync keep tunnels and connections.",
  },
  {
    words: ["mtu", "mss", "clamp", "fragmentation", "max-mss", "scrub"],
    fields: ["firewall.maxMss", "network.interfaces[].mtu"],
    text: "The MSS for tunnels is set automatically; mtu is an interface's own.",
  },
  {
    words: ["wireguard"],
    fields: ["network.interfaces[].wg"],
    text: "An interface named wg0 with wg: {port, key, peers}.",
  },
  {
    words: ["l2tp", "npppd", "pptp"],
    fields: ["tunnels[].proto", "tunnels[].encapsulation", "files"],
    text:
      "The IPsec part is a tunnel with encapsulation: transport, proto: udp and localPort: l2tp; npppd comes by files and rcConf.",
  },
  {
    words: ["ssh", "sshd", "root login", "login", "authorized_keys"],
    fields: ["access.users", "access.rootKeys", "access.rootSsh", "firewall.allow"],
    text: "Accounts and keys are in access; firewall.allow with port: 22 lets ssh in.",
  },
  {
    words: ["sudo", "doas", "admin", "root"],
    fields: ["access.users[].doas", "access.users[].wheel", "access.rootPassword"],
    text: "A user of wheel becomes root by doas.",
  },
  {
    words: ["acl", "rule", "rules", "access-list", "filter", "iptables", "block", "deny", "permit"],
    fields: ["firewall.allow", "firewall.rules", "firewall.tables"],
    text: "All is blocked but what the description needs and firewall.allow lets in.",
  },
  {
    words: ["split tunnel", "split tunneling", "split tunnelling", "full tunnel"],
    fields: ["clients[].networks"],
    text: "networks is what clients reach through the gateway; without it, everything.",
  },
  {
    words: ["ntp", "time", "clock", "ntpd", "snmp", "snmpd", "syslog", "mail", "smtp"],
    fields: ["files", "rcConf", "timezone"],
    text:
      "ntpd runs as OpenBSD has it. Other daemons: files adds the configuration, rcConf the flags.",
  },
  {
    words: ["ram", "cpu", "vcpu", "processor", "nic", "bridge of the host", "libvirt", "kvm"],
    fields: ["domain.memory", "domain.vcpus", "domain.interfaces", "domain.disk"],
    text: "The guest is described in domain.",
  },
  {
    words: ["partition", "partitions", "filesystem", "layout", "swap", "raid"],
    fields: ["disk.layout", "disk.size"],
    text: "disk.layout is single, auto, or a list of partitions.",
  },
  {
    words: ["serial", "tty", "baud", "com0"],
    fields: ["console.speed", "domain.graphics"],
    text: "The console is the serial line; domain.graphics adds a picture.",
  },
  {
    words: ["version", "openbsd version", "upgrade", "update", "patches", "errata"],
    fields: ["release", "syspatch"],
    text: "release is what is installed; syspatch applies its patches at the first boot.",
  },
  {
    words: ["template", "include", "inherit", "common", "variables", "macro"],
    fields: ["extends", "firewall.tables"],
    text: "extends lays a description over another one.",
  },
  {
    words: ["ignore", "suppress", "waive", "exception", "warning", "warnings", "strict"],
    fields: ["accept"],
    text: "accept names weak choices of a tunnel that are not warned of until a date.",
  },
];

/** Topics by their words. */
const BY_WORD: ReadonlyMap<string, Topic> = new Map(
  TOPICS.flatMap((topic) => topic.words.map((word) => [word, topic])),
);

/** All words that lead to a topic. */
export const TOPIC_WORDS: readonly string[] = [...BY_WORD.keys()];

/** All topics. */
export function allTopics(): readonly Topic[] {
  return TOPICS;
}

/** The topic of `asked`, such as `nat`, `vlan: 30` or `group: 5`; undefined if unknown. */
export function topicOf(asked: string): Topic | undefined {
  const text = asked.trim().toLowerCase().replaceAll("_", "-").replaceAll(/\s+/g, " ");
  const number = /^(?:dh|dh ?group|dhgroup|group|modp)[ :=-]*([0-9]+)$/.exec(text)?.[1];
  const group = number === undefined ? undefined : GROUPS.get(Number(number));
  if (group !== undefined) {
    return {
      words: [text],
      fields: ["tunnels[].phase1.group", "tunnels[].phase2.group"],
      text: `Diffie-Hellman group ${Number(number)} is group: ${group}.`,
    };
  }
  const known = BY_WORD.get(text) ?? BY_WORD.get(text.replaceAll("-", " "));
  if (known) return known;
  // `vlan: 30`, `vlan30`, `vlan 30`: the word before the value.
  const word = /^([a-z][a-z -]*[a-z])(?:[ :=]+.*|[0-9]+)$/.exec(text)?.[1];
  return word === undefined ? undefined : BY_WORD.get(word);
}
