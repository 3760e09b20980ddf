/**
 * What the suite brings up in the laboratory: a case for each way in which tunnels are run.
 * @module
 */
import { isAead } from "../../gateway/openbsd/transforms.ts";
import type { Phase, TransformSet } from "../../gateway/tunnel.ts";
import type { Gateway, Ikev1Tunnel, Ikev2Tunnel } from "../../gateway/gateway.ts";
import { ikev1Cases } from "../../build/lab/ikev1_cases.ts";
import { libreswanCase } from "../../build/lab/libreswan_cases.ts";
import { joinedCase } from "../../build/lab/joined_cases.ts";
import type { PlannedCase } from "../../build/lab/planned.ts";
import {
  asDescribed,
  carriesPackets,
  refused,
  withAnotherKey,
  withNatAndShortKeys,
} from "../../build/lab/tunnel_cases.ts";
import { clientCases } from "../../build/lab/client_cases.ts";
import type { Clients } from "../../gateway/clients.ts";
import { issue, withPki } from "../pki.ts";
import { testGateway, testPhase, testSecrets, testTunnel } from "../gateway.ts";

/** A case under the name of what it shows. */
export interface SuiteCase {
  title: string;
  planned: PlannedCase;
}

/** The pre-shared key of all tunnels here; it must never be seen. */
export const PSK = "correct-horse-battery-staple-42";

/** The password of who dials in; it must never be seen either. */
export const PASSWORD = "a-password-of-anna";

const { network } = testGateway();
const [card] = network.interfaces;

/** A gateway with an address of each family that everybody sees, and these tunnels. */
function gatewayWith(...tunnels: (Ikev1Tunnel | Ikev2Tunnel)[]): Gateway {
  return testGateway({
    tunnels,
    network: {
      ...network,
      interfaces: [{ ...card!, address: "203.0.113.2/28", address6: "2001:db8:1::2/64" }],
      gateway: "203.0.113.1",
      gateway6: "2001:db8:1::1",
    },
  });
}

/** The subject of a case with one tunnel. */
function subject(name: string, patch: Partial<Ikev2Tunnel>, ...beside: Ikev2Tunnel[]) {
  const tunnel = testTunnel({ name: "t", ...patch, ike: 2 });
  const gateway = gatewayWith(tunnel, ...beside);
  const secrets = testSecrets({ psks: { t: PSK, other: `${PSK}-other` } });
  return { name, gateway, secrets, tunnel };
}

/** What one phase offers, each set over that of the tests. */
const sets = (...all: Partial<TransformSet>[]): Phase => ({
  sets: all.flatMap((set) =>
    testPhase(0, set).sets.map(({ auth, ...rest }) =>
      auth === undefined || isAead(rest.enc) ? rest : { ...rest, auth }
    )
  ),
  lifetime: 3600,
});
const both = (group: string) => ({ phase1: sets({ group }), phase2: sets({ group }) });

/** Tunnels that carry packets, each with what the far end is made from where that differs. */
const CARRYING: [title: string, patch: Partial<Ikev2Tunnel>, far?: Partial<Ikev2Tunnel>][] = [
  ["raw ECDSA keys", {
    auth: { method: "keys" },
    srcid: "vpn1.example.net",
    dstid: "far.example.net",
  }],
  ["two networks at each end", {
    local: ["10.0.0.0/24", "10.0.1.0/24"],
    remote: ["10.0.10.0/24", "10.0.11.0/24"],
  }],
  ["IPv6 in IPv6", {
    peer: "2001:db8:9::1",
    local: ["2001:db8:10::/64"],
    remote: ["2001:db8:20::/64"],
  }],
  ["names as identities", { srcid: "hq.example.net", dstid: "branch.example.net" }],
  ["mail addresses as identities", { srcid: "hq@example.net", dstid: "branch@example.net" }],
  ["the gateway waits", { mode: "passive" }],
  ["any peer, known by its identity", {
    mode: "passive",
    peer: "any",
    dstid: "roaming.example.net",
  }],
  ["AES-GCM for IKE", { phase1: sets({ enc: "aes-256-gcm", prf: "hmac-sha2-384" }) }],
  ["ecp256", both("ecp256")],
  ["ecp384", both("ecp384")],
  ["curve25519", both("curve25519")],
  [
    "a list of sets, of which the far end has the last",
    { phase1: sets({ group: "modp4096" }, { enc: "aes-128", group: "ecp256" }) },
    { phase1: sets({ enc: "aes-128", group: "ecp256" }) },
  ],
  ["the daemons' own sets", { phase1: { sets: [] }, phase2: { sets: [] } }],
  ["transport mode", {
    encapsulation: "transport",
    local: ["203.0.113.2/32"],
    remote: ["192.0.2.230/32"],
  }],
  ["GRE in transport mode", {
    encapsulation: "transport",
    proto: "gre",
    local: ["203.0.113.2/32"],
    remote: ["192.0.2.230/32"],
  }],
  ["one port of TCP alone", { proto: "tcp", remotePort: "443" }],
  ["one port of UDP alone, at the gateway's side", { proto: "udp", localPort: "53" }],
  ["pairs of networks", {
    selectors: [
      { local: "10.0.0.0/24", remote: "10.0.10.0/24" },
      { local: "10.0.1.0/24", remote: "10.0.11.0/24" },
    ],
    local: ["10.0.0.0/24", "10.0.1.0/24"],
    remote: ["10.0.10.0/24", "10.0.11.0/24"],
  }],
  ["everything goes through the tunnel", { remote: ["0.0.0.0/0"] }],
];

/** All cases, in the order in which the guest runs them: those that take long first. */
export async function suiteCases(): Promise<SuiteCase[]> {
  const plain = subject("psk", {});
  const other = testTunnel({
    ike: 2,
    name: "other",
    peer: "any",
    mode: "passive",
    dstid: "x.example.net",
  });
  const beside = subject("beside", { dstid: "branch.example.net" }, other);
  const wrongId = { ...beside.tunnel, dstid: "somebody.example.net" };
  const wrongSet = { ...plain.tunnel, phase1: sets({ enc: "aes-128", group: "ecp521" }) };
  return [
    { title: "a psk: new keys, and a far end that lost its power", planned: asDescribed(plain) },
    { title: "NAT, and new keys while packets pass", planned: withNatAndShortKeys(plain) },
    { title: "two gateways of ours", planned: joined(subject("joined", {})) },
    { title: "IKEv1, two networks", planned: ikev1(0) },
    { title: "IKEv1, two networks, libreswan at the far end", planned: ikev1(1) },
    { title: "libreswan at the far end", planned: libreswanCase({ ...plain, name: "libreswan" }) },
    ...await withCertificates(),
    ...CARRYING.map(([title, patch, far]) => {
      const one = subject(title.replace(/[^a-zA-Z0-9]+/g, "-"), patch);
      return { title, planned: carriesPackets(one, { ...one.tunnel, ...far }) };
    }),
    { title: "a tunnel beside one for any peer", planned: carriesPackets(beside) },
    { title: "another key is refused", planned: withAnotherKey(plain) },
    {
      title: "another identity is refused",
      planned: refused(beside, "another-id", "identity", wrongId),
    },
    {
      title: "another proposal is refused",
      planned: refused(plain, "another-set", "proposal", wrongSet),
    },
  ];
}

/** Certificates at both ends, laptops by password and by certificate: of an authority that openssl made. */
async function withCertificates(): Promise<SuiteCase[]> {
  const cases: SuiteCase[] = [];
  await withPki(async (pki) => {
    await issue(pki, "vpn", "DNS:vpn.example.net");
    const ref = (name: string) => ({ file: `${pki.folder}/${name}` });
    const certificate = { ca: ref("ca.crt"), cert: ref("vpn.crt"), key: ref("vpn.key") };
    const srcid = "vpn.example.net";
    const tunnel = testTunnel({
      ike: 2,
      name: "t",
      auth: { method: "certificate", certificate },
      srcid,
      dstid: "far.example.net",
    });
    const clients = (patch: Partial<Clients>): Clients => ({
      name: "laptops",
      pool: "10.0.99.0/24",
      networks: ["10.0.0.0/24"],
      nameservers: ["10.0.0.53"],
      users: [],
      certificate,
      srcid,
      ...patch,
    });
    const users = [{ name: "anna", password: { file: "/x" } }];
    const secrets = async (name: string, own = certificate) =>
      testSecrets({
        psks: { laptops: PSK },
        clientPasswords: { "laptops/anna": PASSWORD },
        keys: {
          [`/etc/iked/ca/${name}.crt`]: await Deno.readTextFile(own.ca.file),
          [`/etc/iked/certs/${name}.crt`]: await Deno.readTextFile(own.cert.file),
          "/etc/iked/private/local.key": await Deno.readTextFile(own.key.file),
        },
      });
    const dialIn = async (name: string, patch: Partial<Clients>) => {
      const one = clients(patch);
      const gateway = { ...gatewayWith(), clients: [one] };
      return clientCases({ name, gateway, secrets: await secrets("laptops"), clients: one });
    };
    const [eap, wrong] = await dialIn("eap", { users });
    const [certified] = await dialIn("certified", {});
    // A tunnel for any peer, told apart by what its peer calls the gateway.
    const roaming = testTunnel({
      ike: 2,
      name: "t",
      peer: "any",
      mode: "passive",
      srcid: "vpn1.example.net",
      dstid: "roaming.example.net",
    });
    const beside = async (name: string, patch: Partial<Clients>) => {
      const gateway = { ...gatewayWith(roaming), clients: [clients(patch)] };
      const all = await secrets("laptops");
      return { name, gateway, secrets: { ...all, psks: testSecrets({ psks: { t: PSK } }).psks } };
    };
    const laptops = async (name: string, patch: Partial<Clients>) =>
      clientCases({ ...await beside(name, patch), clients: clients(patch) })[0]!;
    const gatewayBeside = async (name: string, patch: Partial<Clients>) =>
      carriesPackets({ ...await beside(name, patch), tunnel: roaming });
    const subject = { name: "certificates", gateway: gatewayWith(tunnel), tunnel };
    await issue(pki, "far", "DNS:far.example.net");
    const other = { ca: ref("ca.crt"), cert: ref("far.crt"), key: ref("far.key") };
    const near = { ...subject, name: "joined-certificates", secrets: await secrets("t") };
    cases.push(
      { title: "a laptop with name and password", planned: eap! },
      { title: "a laptop with another password is refused", planned: wrong! },
      { title: "a laptop with a certificate", planned: certified! },
      {
        title: "a laptop with name and password beside a tunnel for any peer",
        planned: await laptops("eap-beside", { users }),
      },
      {
        title: "a tunnel for any peer beside laptops with name and password",
        planned: await gatewayBeside("beside-eap", { users }),
      },
      {
        title: "a laptop with a certificate beside a tunnel for any peer",
        planned: await laptops("certified-beside", {}),
      },
      {
        title: "a tunnel for any peer beside laptops with a certificate",
        planned: await gatewayBeside("beside-certified", {}),
      },
      {
        title: "certificates at both ends",
        planned: carriesPackets({ ...subject, secrets: await secrets("t") }),
      },
      {
        title: "two gateways of ours, with certificates",
        planned: joined(near, {
          auth: { method: "certificate", certificate: other },
          srcid: "far.example.net",
          dstid: srcid,
        }, await secrets("back", other)),
      },
    );
  });
  return cases;
}

/** `near`, and its other end: what mirrors it, with `patch` over it. */
function joined(
  near: Parameters<typeof joinedCase>[0],
  patch: Partial<Ikev2Tunnel> = {},
  secrets = testSecrets({ psks: { back: PSK } }),
): PlannedCase {
  const card = { ...near.gateway.network.interfaces[0]!, address: "192.0.2.230/24" };
  const tunnel = testTunnel({
    ike: 2,
    name: "back",
    peer: "203.0.113.2",
    local: near.tunnel.remote,
    remote: near.tunnel.local,
    mode: "passive",
    ...patch,
  });
  const gateway = testGateway({
    hostname: "branch.example.net",
    tunnels: [tunnel],
    network: { ...near.gateway.network, interfaces: [card], gateway: "192.0.2.1" },
  });
  return joinedCase(near, { gateway, tunnel, secrets });
}

/** strongSwan at the far end (0), or libreswan (1). */
function ikev1(daemon: 0 | 1): PlannedCase {
  const tunnel = testTunnel({ name: "t", local: ["10.0.0.0/24", "10.0.1.0/24"] });
  const gateway = gatewayWith(tunnel);
  const secrets = testSecrets({ psks: { t: PSK } });
  return ikev1Cases({ name: "ikev1", gateway, secrets, tunnel })[daemon]!;
}
