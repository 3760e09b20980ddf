import assert from "node:assert/strict";
import fc from "fast-check";
import { testGateway, testPhase, testTunnel } from "../../test/gateway.ts";
import { strongswanFarEnd } from "./strongswan.ts";

const { network } = testGateway();

/** A gateway with an address that everybody sees. */
const open = testGateway({
  network: {
    ...network,
    interfaces: [{ ...network.interfaces[0]!, address: "203.0.113.2/28" }],
    gateway: "203.0.113.1",
  },
});

const text = (...args: Parameters<typeof strongswanFarEnd>) =>
  strongswanFarEnd(...args).files[0]!.text;

Deno.test("the far end of an IKEv2 tunnel mirrors its fields", () => {
  const end = strongswanFarEnd(open, testTunnel({ ike: 2, dstid: "branch.example.net" }), {
    key: "a-key",
  });
  assert.equal(
    end.files[0]!.text,
    `# vpn1.example.net: the other end of tunnel branch10
connections {
  branch10 {
    version = 2
    local_addrs = 192.0.2.230
    remote_addrs = 203.0.113.2
    proposals = aes256-sha256-modp2048
    rekey_time = 103680s
    dpd_delay = 30s
    local {
      auth = psk
      id = "branch.example.net"
    }
    remote {
      auth = psk
      id = "vpn1.example.net"
    }
    children {
      branch10 {
        local_ts = 10.0.10.0/24
        remote_ts = 10.0.0.0/24
        esp_proposals = aes256-sha256-modp2048
        rekey_time = 4320s
        start_action = trap
        dpd_action = trap
      }
    }
  }
}
secrets {
  ike-branch10 {
    id-far = "branch.example.net"
    id-gateway = "vpn1.example.net"
    secret = "a-key"
  }
}
`,
  );
  assert.deepEqual([end.files[0]!.path, end.files[0]!.mode, end.notes], [
    "/etc/swanctl/conf.d/branch10.conf",
    0o600,
    [],
  ]);
  assert.deepEqual(end.commands, ["swanctl --load-all", "swanctl --initiate --child branch10"]);
});

Deno.test("a gateway behind NAT is not looked for at its private address", () => {
  const end = strongswanFarEnd(testGateway(), testTunnel({ ike: 2 }));
  assert.match(end.files[0]!.text, /remote_addrs = %any\n/);
  assert.doesNotMatch(end.files[0]!.text, /start_action|10\.0\.0\.50/);
  assert.deepEqual(end.commands, ["swanctl --load-all"]);
  assert.match(end.notes.join(), /does not give the gateway's public address/);
  // Both in one private network: no NAT between them.
  assert.match(
    text(testGateway(), testTunnel({ ike: 2, peer: "10.0.0.9" })),
    /remote_addrs = 10\.0\.0\.50\n/,
  );
});

Deno.test("the far end begins again where the gateway waits", () => {
  assert.match(
    text(open, testTunnel({ ike: 2, mode: "passive" })),
    /start_action = trap\n +close_action = start\n +dpd_action = restart\n/,
  );
});

Deno.test("IKEv1 has a child for each pair of networks, and a lifetime to the second", () => {
  const tunnel = testTunnel({ local: ["10.0.0.0/24", "10.1.0.0/24"], remote: ["10.0.10.0/24"] });
  const conf = text(open, tunnel);
  assert.match(conf, /version = 1\n/);
  assert.match(conf, /rekey_time = 86400s\n +over_time = 0s\n/);
  assert.match(conf, /branch10-1 \{\n +local_ts = 10.0.10.0\/24\n +remote_ts = 10.0.0.0\/24\n/);
  assert.match(conf, /branch10-2 \{\n +local_ts = 10.0.10.0\/24\n +remote_ts = 10.1.0.0\/24\n/);
  // isakmpd(8) shows its address.
  assert.match(conf, /remote \{\n +auth = psk\n +id = "203.0.113.2"\n/);
});

Deno.test("networks, protocol and mode are those that the far end sees", () => {
  const lists = { local: ["10.0.0.0/24", "10.1.0.0/24"], remote: ["10.8.0.0/24", "10.9.0.0/24"] };
  assert.match(
    text(open, testTunnel({ ike: 2, ...lists })),
    /local_ts = 10.8.0.0\/24, 10.9.0.0\/24\n +remote_ts = 10.0.0.0\/24, 10.1.0.0\/24\n/,
  );
  assert.match(
    text(open, testTunnel({ ike: 2, nat: "10.7.0.0/24" })),
    /remote_ts = 10.7.0.0\/24\n/,
  );
  assert.match(
    text(open, testTunnel({ ike: 2, protocol: "ah" })),
    /ah_proposals = sha256-modp2048\n/,
  );
  const transport = text(open, testTunnel({ ike: 2, encapsulation: "transport" }));
  assert.match(transport, /mode = transport\n +local_ts = dynamic\n +remote_ts = dynamic\n/);
  const gre = { ike: 2, encapsulation: "transport", proto: "gre" } as const;
  assert.match(text(open, testTunnel(gre)), /local_ts = dynamic\[gre\]\n/);
  const web = testTunnel({ ike: 2, proto: "tcp", remotePort: "443" });
  assert.match(text(open, web), /local_ts = 10.0.10.0\/24\[tcp\/443\]\n/);
  assert.match(text(open, web), /remote_ts = 10.0.0.0\/24\[tcp\]\n/);
});

Deno.test("every transform has strongSwan's word", () => {
  const cases: [Parameters<typeof testPhase>[1] & object, string][] = [
    [{ enc: "aes-256", auth: "hmac-sha2-512", group: "ecp384" }, "aes256-sha512-ecp384"],
    [{ enc: "aes-128-ctr", auth: "hmac-sha1", group: "curve25519" }, "aes128ctr-sha1-curve25519"],
    [{ enc: "3des", auth: "hmac-md5", group: "modp1024" }, "3des-md5-modp1024"],
    [{ enc: "chacha20-poly1305", group: "brainpool256" }, "chacha20poly1305-ecp256bp"],
    [{ enc: "aes-256-gcm", group: "none" }, "aes256gcm16"],
    [{ enc: "aes-256-gcm-12", group: "none" }, "aes256gcm12"],
  ];
  for (const [set, word] of cases) {
    const phase2 = testPhase(3600, set);
    assert.match(
      text(open, testTunnel({ ike: 2, phase2 })),
      new RegExp(`esp_proposals = ${word}\n`),
    );
  }
  const phase1 = {
    sets: [
      { enc: "aes-256-gcm", group: "ecp256" },
      { enc: "aes-256", auth: "hmac-sha2-256", prf: "hmac-sha2-384", group: "modp2048" },
    ],
  };
  assert.match(
    text(open, testTunnel({ ike: 2, phase1, phase2: { sets: [] } })),
    /proposals = aes256gcm16-prfsha256-ecp256, aes256-sha256-prfsha384-modp2048\n[^]*esp_proposals = default\n/,
  );
});

Deno.test("any key is read back as it is", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "grapheme-ascii" }), (key) => {
      const conf = text(open, testTunnel({ ike: 2 }), { key });
      const [, plain, coded] = /^ +secret = (?:"(.*)"|0s(.*))$/m.exec(conf)!;
      const read = coded === undefined ? plain!.replace(/\\(.)/g, "$1") : atob(coded);
      assert.equal(read, key);
      // These announce base64 and hexadecimal.
      if (/^0[xs]/i.test(key)) assert.notEqual(coded, undefined);
    }),
    { examples: [['a"b\\c'], ["0sAAAA"], ["0x1234"], ["0X1234"]] },
  );
});

Deno.test("a dot in a tunnel's name begins no section", () => {
  assert.match(text(open, testTunnel({ ike: 2, name: "branch.10" })), /^ {2}branch_10 \{$/m);
});

Deno.test("where routes lead into the tunnel, they do so at the far end too", () => {
  const tunnel = testTunnel({ ike: 2, name: "b", iface: "sec0", local: [], remote: [] });
  const gateway = { ...open, tunnels: [testTunnel({ ike: 2 }), tunnel] };
  const end = strongswanFarEnd(gateway, tunnel);
  assert.match(
    end.files[0]!.text,
    /local_ts = 0\.0\.0\.0\/0, ::\/0\n +remote_ts = 0\.0\.0\.0\/0, ::\/0\n[^]*if_id_in = 2\n +if_id_out = 2\n/,
  );
  assert.equal(end.commands[0], "ip link add ipsec2 type xfrm if_id 2");
  assert.match(end.notes.join(), /ip route add NETWORK dev ipsec2/);
});

Deno.test("a group that strongSwan lacks is left out where there is another, and reported", () => {
  const group = (name: string) => testPhase(0, { group: name }).sets[0]!;
  const phase1 = { sets: [group("sntrup761x25519"), group("curve25519")] };
  const end = strongswanFarEnd(open, testTunnel({ ike: 2, phase1 }));
  assert.match(end.files[0]!.text, / proposals = aes256-sha256-curve25519\n/);
  assert.match(end.notes.join(), /has no sntrup761x25519/);
});

Deno.test("a phase of which strongSwan has none of the sets is refused", () => {
  const phase1 = testPhase(0, { group: "sntrup761x25519" });
  assert.throws(
    () => strongswanFarEnd(open, testTunnel({ ike: 2, phase1 })),
    {
      message: "tunnel branch10: strongSwan has none of the transforms of phase1",
      next: "set phase1: {group: curve25519} in the description",
    },
  );
  const phase2 = testPhase(0, { auth: "hmac-ripemd160" });
  assert.throws(
    () => strongswanFarEnd(open, testTunnel({ ike: 1, phase2 })),
    {
      message: "tunnel branch10: strongSwan has none of the transforms of phase2",
      why:
        "strongSwan has no hmac-ripemd160 for phase2.auth; the nearest that both have is hmac-sha2-256",
    },
  );
});
