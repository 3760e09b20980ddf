import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { testGateway, testPhase, testRouter, testTunnel } from "../../test/gateway.ts";
import { libreswanFarEnd } from "./libreswan.ts";

/** A gateway with an address that everybody sees. */
const open = testRouter();

const [conf, secrets] = [0, 1].map((at) => (...args: Parameters<typeof libreswanFarEnd>) =>
  libreswanFarEnd(...args).files[at]!.text
) as [typeof text, typeof text];
declare function text(...args: Parameters<typeof libreswanFarEnd>): string;

Deno.test("the far end of an IKEv1 tunnel mirrors its fields", () => {
  const end = libreswanFarEnd(open, testTunnel({ dstid: "branch.example.net" }), { key: "a-key" });
  assert.equal(
    end.files[0]!.text,
    `# vpn1.example.net: the other end of tunnel branch10
config setup
	ikev1-policy=accept

conn branch10
	ikev2=no
	left=192.0.2.230
	leftid="@branch.example.net"
	right=203.0.113.2
	rightid=203.0.113.2
	authby=secret
	ike=aes256-sha2_256;modp2048
	esp=aes256-sha2_256;modp2048
	pfs=yes
	ikelifetime=86400s
	salifetime=3600s
	rekeymargin=180s
	rekeyfuzz=0%
	dpddelay=30
	dpdtimeout=120
	dpdaction=hold
	leftsubnet=10.0.10.0/24
	rightsubnet=10.0.0.0/24
	auto=ondemand
`,
  );
  assert.equal(end.files[1]!.text, '@branch.example.net 203.0.113.2 : PSK "a-key"\n');
  assert.deepEqual(end.files.map(({ path, mode }) => [path, mode]), [
    ["/etc/ipsec.d/branch10.conf", 0o644],
    ["/etc/ipsec.d/branch10.secrets", 0o600],
  ]);
  assert.deepEqual(end.commands, ["ipsec restart", "ipsec auto --up branch10"]);
});

Deno.test("several networks are connections of their own in IKEv1, and one list in IKEv2", () => {
  const lists = { local: ["10.0.0.0/24", "10.1.0.0/24"], remote: ["10.8.0.0/24"] };
  assert.match(
    conf(open, testTunnel(lists)),
    /^conn branch10-2\n\talso=branch10\n\tleftsubnet=10.8.0.0\/24\n\trightsubnet=10.1.0.0\/24\n\tauto=ondemand$/m,
  );
  const two = libreswanFarEnd(open, testTunnel({ ike: 2, ...lists }));
  assert.match(two.files[0]!.text, /\trightsubnet=10.0.0.0\/24,10.1.0.0\/24\n/);
  assert.match(two.notes.join(), /need libreswan 5/);
});

Deno.test("the far end initiates to a passive gateway, and waits for one behind NAT", () => {
  assert.match(
    conf(open, testTunnel({ ike: 2, mode: "passive" })),
    /\tdpdaction=restart\n[^]*\tauto=start\n/,
  );
  const hidden = libreswanFarEnd(testGateway(), testTunnel({ ike: 2 }));
  assert.match(hidden.files[0]!.text, /\tright=%any\n[^]*\tauto=add\n/);
  assert.deepEqual(hidden.commands, ["ipsec restart"]);
});

Deno.test("without PFS no group is asked for; a prf of its own stands behind an AEAD only", () => {
  const none = testPhase(3600, { group: "none" });
  assert.match(
    conf(open, testTunnel({ ike: 2, phase2: none })),
    /\tesp=aes256-sha2_256\n\tpfs=no\n/,
  );
  const gcm = { sets: [{ enc: "aes-256-gcm", group: "ecp256" }] };
  assert.match(conf(open, testTunnel({ ike: 2, phase1: gcm })), /\tike=aes_gcm256-sha2_256;dh19\n/);
  const odd = testPhase(3600, { prf: "hmac-sha2-512" });
  assert.throws(
    () => conf(open, testTunnel({ ike: 2, phase1: odd })),
    /none of the transforms of phase1/,
  );
});

Deno.test("what libreswan lacks is reported with what both have, and left out where there is another", () => {
  const old = testPhase(0, { group: "modp1024" });
  assert.throws(() => conf(open, testTunnel({ phase1: old })), (error) => {
    assert(error instanceof GatewrightError);
    assert.equal(error.kind, "description");
    assert.match(error.why!, /libreswan has no modp1024 for phase1\.group.*modp1536/);
    assert.match(error.next!, /set phase1: \{group: modp1536\}/);
    return true;
  });
  const sets = [...old.sets, ...testPhase(0, { group: "modp2048" }).sets];
  const end = libreswanFarEnd(open, testTunnel({ phase1: { sets } }));
  assert.match(end.files[0]!.text, /\tike=aes256-sha2_256;modp2048\n/);
  assert.match(end.notes.join(), /no modp1024/);
});

Deno.test("identities have libreswan's signs, so that none is looked up in DNS", () => {
  const ids = (srcid: string, dstid: string) =>
    /leftid=(.*)\n.*\n\trightid=(.*)\n/.exec(
      conf(open, testTunnel({ ike: 2, srcid, dstid })),
    )!.slice(1);
  assert.deepEqual(ids("vpn.example.net", "2001:db8::1"), ["2001:db8::1", '"@vpn.example.net"']);
  assert.deepEqual(ids("a@example.net", "/C=SE/CN=far"), ['"C=SE, CN=far"', '"a@example.net"']);
});

Deno.test("a certificate needs no secret", () => {
  const pem = { file: "x" };
  const auth = { method: "certificate", certificate: { ca: pem, cert: pem, key: pem } } as const;
  const end = libreswanFarEnd(open, testTunnel({ ike: 2, auth }));
  assert.equal(end.files.length, 1);
  assert.match(end.files[0]!.text, /\tleftcert=branch10-far\n/);
  assert.throws(() => conf(open, testTunnel({ ike: 2, auth: { method: "keys" } })), /raw public/);
});

Deno.test("any key is read back as it is, on one line", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme-ascii" }), (key) => {
      const line = secrets(open, testTunnel(), { key });
      const [, plain, coded] = /^\S+ \S+ : PSK (?:"([^"\n]*)"|0x([0-9a-f]+))\n$/.exec(line)!;
      const bytes = coded?.match(/../g)?.map((pair) => parseInt(pair, 16));
      assert.equal(
        plain ?? new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes!)),
        key,
      );
    }),
    { examples: [['a"b'], ["0sAAAA"], ["ü\n"]] },
  );
});
