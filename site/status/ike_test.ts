import assert from "node:assert/strict";
import type { Gateway, Tunnel } from "../../gateway/gateway.ts";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { readIke } from "./ike.ts";
import { readStatus } from "./status.ts";
import { statusLines } from "./status_text.ts";

/** As `ikectl show sa` prints it: one IKE SA with its child SAs and flows, and the summaries behind. */
const SHOWN =
  `iked_sas: 0xc8e0977720 rspi 0x89919a0ae17b9893 ispi 0xb502da797c203a8e 10.0.0.50:500->192.0.2.1:500<FQDN/a.example.net>[] ESTABLISHED i nexti 0x0 pol 0xc8fafbb000
  sa_childsas: 0xc8e098f480 ESP 0x3f52449e out 10.0.0.50:500 -> 192.0.2.1:500 (L) B=0x0 P=0xc8e096fa80 @0xc8e0977720
  sa_childsas: 0xc8e096fa80 ESP 0x9bbfc7dd in 192.0.2.1:500 -> 10.0.0.50:500 (LA) B=0x0 P=0xc8e098f480 @0xc8e0977720
  sa_flows: 0xc8e0957400 ESP out 10.0.0.0/24 -> 10.1.0.0/24 [0]@-1 (L) @0xc8e0977720
  sa_flows: 0xc8e0985800 ESP in 10.1.0.0/24 -> 10.0.0.0/24 [0]@-1 (L) @0xc8e0977720
iked_activesas: 0xc8e098f480 ESP 0x3f52449e out 10.0.0.50:500 -> 192.0.2.1:500 (L) B=0x0 P=0xc8e096fa80 @0xc8e0977720
iked_flows: 0xc8e0957400 ESP out 10.0.0.0/24 -> 10.1.0.0/24 [0]@-1 (L) @0xc8e0977720
iked_dstid_sas: 0xc8e0977720 rspi 0x89919a0ae17b9893 ispi 0xb502da797c203a8e 10.0.0.50:500->192.0.2.1:500<FQDN/a.example.net>[] ESTABLISHED i nexti 0x0 pol 0xc8fafbb000
`;

const line = (rest: string) => `iked_sas: 0x1 rspi 0x02 ispi 0x03 ${rest} nexti 0x0 pol 0x4`;

Deno.test("ikectl show sa: peers, identities, states, and the flows of each IKE SA", () => {
  assert.deepEqual(readIke(SHOWN.split("\n")), [{
    peer: "192.0.2.1",
    identity: "FQDN/a.example.net",
    state: "ESTABLISHED",
    initiator: true,
    flows: ["10.0.0.0/24 10.1.0.0/24"],
  }]);
  const [client, dn, six, bare, begun] = readIke([
    line(
      "10.0.0.50:4500->198.51.100.7:61234<UFQDN/anna@example.net>[10.9.0.5] ESTABLISHED r natt udpecap",
    ),
    line("10.0.0.50:500->192.0.2.3:500<ASN1_DN//C=DE/O=Example [Net]/CN=gw <3>>[] ESTABLISHED i"),
    line("[2001:db8::50]:500->[2001:db8::1]:500<IPV6/2001:db8::1>[] ESTABLISHED r"),
    line("10.0.0.3:500->10.0.0.1:500 ESTABLISHED r"),
    line("10.0.0.50:500->192.0.2.9:500<>[] SA_INIT i"),
  ]);
  assert.deepEqual([client!.peer, client!.identity, client!.assigned], [
    "198.51.100.7",
    "UFQDN/anna@example.net",
    "10.9.0.5",
  ]);
  assert.equal(dn!.identity, "ASN1_DN//C=DE/O=Example [Net]/CN=gw <3>");
  assert.deepEqual([six!.peer, six!.initiator], ["2001:db8::1", false]);
  assert.deepEqual([bare!.peer, bare!.identity], ["10.0.0.1", undefined]);
  assert.deepEqual([begun!.state, begun!.identity], ["SA_INIT", undefined]);
  assert.deepEqual(
    readIke(["", "iked_sas:", "usage: ikectl [-q] [-s socket] command", "sa_flows: 0x1"]),
    [],
  );
});

const A = testTunnel({ ike: 2, name: "a", peer: "192.0.2.1", remote: ["10.1.0.0/24"] });

const transcript = (ipsec: string, ike: string, { code = 0, daemons = "iked" } = {}) =>
  `--- gatewright: system
now 1800000000
daemons ${daemons}
built 1799999900 0123456789ab
--- gatewright: status 0
--- gatewright: ipsec
${ipsec}--- gatewright: status 0
--- gatewright: ike
${ike}--- gatewright: status ${code}
--- gatewright: end
`;
const flow = (remote: string, peer: string) =>
  `flow esp out from 10.0.0.0/24 to ${remote} peer ${peer} type require\n`;
const sas = (peer: string) =>
  `esp tunnel from ${peer} to 10.0.0.50 spi 0x01 enc aes-256-gcm
esp tunnel from 10.0.0.50 to ${peer} spi 0x02 enc aes-256-gcm
`;
const UP = flow("10.1.0.0/24", "192.0.2.1") + sas("192.0.2.1");

const read = (text: string, given: Partial<Gateway> = { tunnels: [A] }, revision?: string) =>
  readStatus(testGateway(given), text, "stdin", revision);

Deno.test("status tells who the peer is, or how far its negotiation got", () => {
  const up = read(transcript(UP, SHOWN));
  assert.equal(up.ok, true);
  assert.equal(
    statusLines(up)[0],
    "a up; peer 192.0.2.1, 1 SAs out, 1 in; IKE SA established with FQDN/a.example.net",
  );
  const begun = line("10.0.0.50:500->192.0.2.1:500<>[] SA_INIT i");
  const waits = read(transcript(flow("10.1.0.0/24", "192.0.2.1"), `${begun}\n`));
  assert.match(statusLines(waits)[0]!, /^a flows-only; .*; IKE SA in state SA_INIT$/);
  // 6.6 does not know the words.
  const old = read(transcript(UP, "usage: ikectl [-q] [-s socket] command\n", { code: 1 }));
  assert.deepEqual([old.ok, old.tunnels[0]!.ike], [true, undefined]);
});

Deno.test("of two tunnels to one peer each has the IKE SA of its own networks", () => {
  const b = testTunnel({ ike: 2, name: "b", peer: "192.0.2.1", remote: ["10.2.0.0/24"] });
  const other = SHOWN.replaceAll("a.example.net", "b.example.net").replaceAll("10.1.0", "10.2.0");
  const status = read(
    transcript(UP + flow("10.2.0.0/24", "192.0.2.1"), other + SHOWN),
    { tunnels: [A, b] as Tunnel[] },
  );
  assert.deepEqual(status.tunnels.map(({ ike }) => ike?.identity), [
    "FQDN/a.example.net",
    "FQDN/b.example.net",
  ]);
});

Deno.test("an IKE SA of a stranger and a daemon that does not run are faults", () => {
  const stranger = line("10.0.0.50:500->203.0.113.66:500<FQDN/x>[] ESTABLISHED r");
  assert.deepEqual(read(transcript(UP, `${SHOWN}${stranger}\n`)).faults, [
    "the description has no IKE SA with 203.0.113.66 (FQDN/x)",
  ]);
  assert.deepEqual(read(transcript(UP, "", { daemons: "" })).faults, ["iked does not run"]);
  assert.deepEqual(read(transcript(UP, "", { daemons: "isakmpd" })).faults, ["iked does not run"]);
});

Deno.test("clients are named, two behind one address too", () => {
  const client = (n: number, address = `198.51.100.${n}`) =>
    flow(`10.9.0.${n}`, address) + sas(address);
  const sa = (n: number, address: string, id: string) =>
    `${line(`10.0.0.50:4500->${address}:4500<${id}>[10.9.0.${n}] ESTABLISHED r natt udpecap`)}\n`;
  const { clients } = testGateway({
    clients: [{
      name: "laptops",
      pool: "10.9.0.0/24",
      networks: ["10.0.0.0/24"],
      nameservers: [],
      users: [],
    }] as unknown as Gateway["clients"],
  });
  const status = read(
    transcript(
      UP + client(5, "203.0.113.9") + client(6, "203.0.113.9") + client(7),
      SHOWN + sa(5, "203.0.113.9", "UFQDN/anna@example.net") +
        sa(6, "203.0.113.9", "UFQDN/paul@example.net") + sa(7, "198.51.100.7", "IPV4/192.168.1.7"),
    ),
    { tunnels: [A], clients },
  );
  assert.deepEqual(status.faults, []);
  assert.equal(status.clients, 3);
  assert.deepEqual(statusLines(status).slice(1, 5), [
    "3 clients are connected",
    "  laptops UFQDN/anna@example.net has 10.9.0.5; peer 203.0.113.9",
    "  laptops UFQDN/paul@example.net has 10.9.0.6; peer 203.0.113.9",
    "  laptops IPV4/192.168.1.7 has 10.9.0.7; peer 198.51.100.7",
  ]);
});

Deno.test("a description that was changed since is reported, and is no fault", () => {
  const same = read(transcript(UP, SHOWN), { tunnels: [A] }, "0123456789ab");
  assert(!statusLines(same).some((text) => /gatewright diff/.test(text)));
  const changed = read(transcript(UP, SHOWN), { tunnels: [A] }, "ba9876543210");
  assert.equal(changed.ok, true);
  assert.equal(
    statusLines(changed).at(-1),
    "  the description is of revision ba9876543210 now; gatewright diff shows what differs",
  );
});

Deno.test("of a thousand tunnels each has its own IKE SA", () => {
  const numbers = [...Array(1000).keys()];
  const peer = (n: number) => `198.18.${n >> 8}.${n & 255}`;
  const remote = (n: number) => `172.${16 + (n >> 8)}.${n & 255}.0/24`;
  const tunnels = numbers.map((n) =>
    testTunnel({ ike: 2, name: `t${n}`, peer: peer(n), remote: [remote(n)] })
  );
  const ike = numbers.map((n) =>
    SHOWN.split("\n").slice(0, 5).join("\n").replaceAll("192.0.2.1:", `${peer(n)}:`)
      .replaceAll("10.1.0.0/24", remote(n)).replaceAll("a.example.net", `t${n}.example.net`)
  );
  const ipsec = numbers.map((n) => flow(remote(n), peer(n)) + sas(peer(n)));
  const status = read(transcript(ipsec.join(""), `${ike.join("\n")}\n`), { tunnels });
  assert.deepEqual(status.faults, []);
  assert(status.tunnels.every(({ name, ike }) => ike?.identity === `FQDN/${name}.example.net`));
});
