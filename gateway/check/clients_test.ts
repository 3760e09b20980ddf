import { testCases } from "../../test/tunnel_cases.ts";

const CERTIFICATE = "certificate: {ca: {file: a}, cert: {file: b}, key: {file: c}}";
const POOL = "pool: 10.9.0.0/24, networks: [10.0.0.0/24]";

/** A gateway with these clients, one element a line, and `more` behind. */
function gateway(clients: string[], more = ""): string {
  return `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
clients:
${clients.map((one) => `  - {${one}}\n`).join("")}${more}`;
}

const one = (more: string, proof = CERTIFICATE) => gateway([`name: a, ${proof}, ${more}`]);

/** Clients that prove themselves by `proof` beside a tunnel with a psk. */
function beside(tunnel: string, proof: string, release = "8.0"): string {
  return gateway(
    [`name: a, ${proof}, ${POOL}`],
    `release: "${release}"\ntunnels: [{name: t, ${tunnel}, local: 10.0.0.0/24, remote: 10.6.0.0/15, psk: {env: P}}]\n`,
  );
}

const user = "users: [{name: anna, password: {env: PW}}]";

/** Two kinds of clients with the user anna, whose password is in `first` and in `second`. */
function twoKinds(first: string, second: string, networks = "10.0.0.0/24"): string {
  const anna = (env: string) => `users: [{name: anna, password: {env: ${env}}}]`;
  return gateway([
    `name: a, ${CERTIFICATE}, ${POOL}, srcid: a.example.net, ${anna(first)}`,
    `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24, networks: [${networks}], srcid: b.example.net, ${
      anna(second)
    }`,
  ]);
}

testCases([
  {
    name: "a pool in a network of the gateway",
    wrong: one("pool: 10.0.0.128/25"),
    says:
      /^gw\.yaml:8:\d+: error: clients\[0\]\.pool: 10\.0\.0\.128\/25 overlaps the network of vio1 \(10\.0\.0\.1\/24\)/,
    right: one(POOL),
  },
  {
    name: "a pool where no host can be",
    wrong: one("pool: 240.1.0.0/24"),
    says: /error: clients\[0\]\.pool: 240\.1\.0\.0\/24 is reserved .*use a network such as/,
    right: one("pool: 100.64.7.0/24"),
  },
  {
    name: "networks and servers of clients where no host can be",
    wrong: one("pool: 10.9.0.0/24, nameservers: [127.0.0.1]"),
    says: /error: clients\[0\]\.nameservers\[0\]: 127\.0\.0\.1 is loopback.*remove it/,
    right: one("pool: 10.9.0.0/24, nameservers: [10.0.0.53]"),
  },
  {
    name: "clients that ask a gateway where no name server runs",
    wrong: one("pool: 10.9.0.0/24, nameservers: [10.0.0.1]"),
    says: /^warning 10\.0\.0\.1 is the gateway itself, and no name server runs there; add rcConf/,
    right: `${one("pool: 10.9.0.0/24, nameservers: [10.0.0.1]")}rcConf: {unbound_flags: ""}\n`,
  },
  {
    name: "a network of clients without its length",
    wrong: one("pool: 192.168.9.0/24, networks: [10.0.0.0]"),
    says: /^warning 10\.0\.0\.0 .*one host; write 10\.0\.0\.0\/8 for the network/,
    right: one("pool: 192.168.9.0/24, networks: [10.0.0.0/8]"),
  },
  {
    name: "a network of clients that is behind nothing",
    wrong: one("pool: 10.9.0.0/24, networks: [10.77.0.0/24]"),
    says:
      /^warning clients cannot reach 10\.77\.0\.0\/24: no interface has this network, and no route/,
    right: one("pool: 10.9.0.0/24, networks: [10.77.0.0/24]").replace(
      "access:",
      "  routes: [{to: 10.77.0.0/16, via: 10.0.0.2}]\naccess:",
    ),
  },
  {
    name: "a pool in a remote network",
    wrong: gateway(
      [`name: a, ${CERTIFICATE}, ${POOL}`],
      "tunnels: [{name: t, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.8.0.0/15, psk: {env: P}}]\n",
    ),
    says: /error: clients\[0\]\.pool: .* overlaps a remote network of tunnel t \(10\.8\.0\.0\/15\)/,
    right: gateway(
      [`name: a, ${CERTIFICATE}, ${POOL}`],
      "tunnels: [{name: t, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.6.0.0/15, psk: {env: P}}]\n",
    ),
  },
  {
    name: "a pool where a route leads to",
    wrong: one(POOL).replace("access:", "  routes: [{to: 10.9.0.0/25, via: 10.0.0.2}]\naccess:"),
    says:
      /error: clients\[0\]\.pool: .* overlaps where a route leads to \(10\.9\.0\.0\/25\); use a/,
    // What is led into the tunnel goes before a wider route.
    right: one(POOL).replace("access:", "  routes: [{to: 10.0.0.0/8, via: 10.0.0.2}]\naccess:"),
  },
  {
    name: "clients that a list of peers shuts out",
    wrong: one(POOL) + "firewall: {peers: [192.0.2.9]}\n",
    says: /^warning clients a can dial in from 192\.0\.2\.9 only; write peers: any/,
    right: one(POOL) + "firewall: {peers: [192.0.2.9, 192.0.2.128/25]}\n",
  },
  {
    name: "one pool for two kinds of clients",
    wrong: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}`,
      `name: b, ${CERTIFICATE}, ${POOL}, srcid: b.example.net`,
    ]),
    says: /error: clients\[1\]\.pool: .* overlaps the pool of a/,
    right: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}, srcid: a.example.net`,
      `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24, srcid: b.example.net`,
    ]),
  },
  {
    name: "two kinds of clients that call the same name",
    wrong: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}`,
      `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24`,
    ]),
    says: /error: clients\[1\]\.name: iked cannot tell these clients apart from a/,
    right: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}, srcid: a.example.net`,
      `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24, srcid: b.example.net`,
    ]),
  },
  {
    name: "clients with a psk beside a tunnel for any peer with any identity",
    wrong: beside("peer: any, mode: passive", "psk: {env: P}"),
    says: /error: clients\[0\]\.name: iked cannot tell these clients apart from t/,
    right: beside("peer: any, mode: passive, dstid: t", "psk: {env: P}"),
  },
  {
    name:
      "clients with certificates beside a tunnel for any peer, which calls the gateway the same",
    wrong: beside("peer: any, mode: passive, dstid: t", CERTIFICATE),
    says:
      /error: clients\[0\]\.name: iked cannot tell peers of tunnel t .*both have srcid gw\.example\.net; give one/,
    right: beside("peer: any, mode: passive, dstid: t, srcid: hq.example.net", CERTIFICATE),
    note: /^note the peer of tunnel t must request hq\.example\.net .*or iked treats it as one/,
  },
  {
    name: "users beside a tunnel for any peer, which calls the gateway the same",
    wrong: beside("peer: any, mode: passive", `${CERTIFICATE}, ${user}`),
    says: /error: clients\[0\]\.name: iked cannot tell peers of tunnel t/,
    right: beside("peer: 198.51.100.0/24, mode: passive", `${CERTIFICATE}, ${user}`),
  },
  {
    name:
      "users of a name of their own beside a tunnel for any peer, on a release that looks at none",
    wrong: beside("peer: any, mode: passive", `${CERTIFICATE}, srcid: vpn.example.net`, "7.0"),
    says:
      /error: clients\[0\]\.srcid: .* iked of 7\.0 does not know choosing a tunnel by its srcid; 7\.1 does/,
    right: beside("peer: any, mode: passive", `${CERTIFICATE}, srcid: vpn.example.net`),
    note: /^note the peer of tunnel t must request gw\.example\.net/,
  },
  {
    name: "clients beside a tunnel for any peer, which transforms tell apart",
    wrong: beside("peer: any, mode: passive, phase1: {group: ecp256}", CERTIFICATE),
    says: /error: clients\[0\]\.name: .*or the tunnel a phase1 that clients do not have/,
    right: beside("peer: any, mode: passive, phase1: {group: modp3072}", CERTIFICATE),
  },
  {
    name: "two kinds of clients by name, on a release that looks at none",
    wrong: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}, srcid: a.example.net`,
      `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24, srcid: b.example.net`,
    ], 'release: "7.0"\n'),
    says: /error: clients\[1\]\.srcid: iked cannot tell these clients apart from a.* 7\.1 does/,
    right: gateway([
      `name: a, ${CERTIFICATE}, ${POOL}, srcid: a.example.net`,
      `name: b, ${CERTIFICATE}, pool: 10.9.1.0/24, srcid: b.example.net`,
    ]),
  },
  {
    name: "clients beside a tunnel of isakmpd",
    wrong: gateway(
      [`name: a, ${CERTIFICATE}, ${POOL}`],
      "tunnels: [{name: t, ike: 1, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.6.0.0/15, psk: {env: P}}]\n",
    ),
    says: /error: clients\[0\]: clients need iked, and tunnel t needs isakmpd/,
    right: one(POOL),
  },
  {
    name: "users without a certificate",
    wrong: one(`${POOL}, ${user}`, "tag: x"),
    says: /error: clients\[0\]: users need a gateway with a certificate/,
    right: one(`${POOL}, ${user}`),
  },
  {
    name: "nothing to prove oneself with",
    wrong: one(POOL, "tag: x"),
    says: /error: clients\[0\]: clients cannot authenticate: there is neither certificate nor psk/,
    right: one(POOL, "psk: {env: P}"),
  },
  {
    name: "users and a psk",
    wrong: one(`${POOL}, ${user}, psk: {env: P}`),
    says: /error: clients\[0\]\.psk: users and psk contradict each other/,
    right: one(`${POOL}, ${user}`),
  },
  {
    name: "one user twice",
    wrong: one(`${POOL}, users: [{name: a, password: {env: P}}, {name: a, password: {env: P}}]`),
    says: /error: clients\[0\]\.users\[1\]\.name: there are two users named a/,
    right: one(`${POOL}, users: [{name: a, password: {env: P}}, {name: b, password: {env: P}}]`),
  },
  {
    name: "one user with two passwords, of two kinds of clients",
    wrong: twoKinds("P", "Q"),
    says:
      /error: clients\[1\]\.users\[0\]\.password: a have a user anna with another password, and iked keeps one/,
    right: twoKinds("P", "P"),
  },
  {
    name: "users of two kinds that reach different networks",
    wrong: twoKinds("P", "P", "10.0.0.0/25"),
    says: /^warning iked has one list of users: users of a get in here too/,
    right: twoKinds("P", "P"),
  },
  {
    name: "an authority of a tunnel, whose certificates would let in laptops",
    wrong: beside(
      "peer: 198.51.100.7, dstid: t, certificate: {ca: {file: x}, cert: {file: b}, key: {file: c}}",
      CERTIFICATE,
    ).replace(", psk: {env: P}}]", "}]"),
    says:
      /^warning iked accepts every authority for every certificate: .* the authority of t gets in/,
    right: beside(`peer: 198.51.100.7, dstid: t, ${CERTIFICATE}`, CERTIFICATE)
      .replace(", psk: {env: P}}]", "}]"),
  },
  {
    name: "an identity that devices do not look for",
    wrong: one(`${POOL}, srcid: vpn@example.net`),
    says:
      /^warning devices look in the gateway's certificate for the name or address that they connect to/,
    right: one(`${POOL}, srcid: vpn.example.net`),
  },
  {
    name: "an address that clients call and the gateway does not have",
    wrong: one(`${POOL}, localAddress: 203.0.113.5`),
    says: /^warning 203\.0\.113\.5 is not an address of the gateway's interfaces/,
    right: one(`${POOL}, localAddress: 203.0.113.2`),
  },
  {
    name: "a name server of the other family",
    wrong: one("pool: 10.9.0.0/24, nameservers: ['2001:db8::53']"),
    says: /^warning 2001:db8::53 and the pool 10\.9\.0\.0\/24 are of different families/,
    right: one("pool: '2001:db8:9::/64', nameservers: ['2001:db8::53']"),
  },
  {
    name: "a pool of two families with its networks",
    wrong: one("pool: '2001:db8:9::/64', networks: [10.0.0.0/24]"),
    says: /error: clients\[0\]\.networks\[0\]: 10\.0\.0\.0\/24 and the pool .* different families/,
    right: one("pool: '2001:db8:9::/64', networks: ['2001:db8:1::/64']"),
  },
  {
    name: "a name server that they do not reach",
    wrong: one(`${POOL}, nameservers: [10.7.0.53]`),
    says: /^warning 10\.7\.0\.53 is in none of the networks that clients reach/,
    right: one(`${POOL}, nameservers: [10.0.0.53]`),
  },
  {
    name: "a pool without room",
    wrong: one("pool: 10.9.0.0/31"),
    says: /error: clients\[0\]\.pool: 10\.9\.0\.0\/31 is too small/,
    right: one("pool: 10.9.0.0/30"),
  },
]);
