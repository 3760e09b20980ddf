import assert from "node:assert/strict";
import fc from "fast-check";
import type { Gateway } from "../../gateway/gateway.ts";
import { testGateway, testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { family, HOSTILE, hostileGateway, manyTunnels } from "../../test/runbook_gateways.ts";
import { markup } from "./html.ts";
import { renderRunbook } from "./runbook.ts";

/** The names of all tags, in their order, but of those around words; what is in the style is none. */
function tags(page: string): string[] {
  const body = page.replace(/<style>[^]*?<\/style>/, "");
  return [...body.matchAll(/<(\/?[a-z!][a-z0-9]*)\b/gi)].map(([, name]) => name!.toLowerCase())
    .filter((name) => !/^\/?(span|wbr)$/.test(name));
}

/** The text that a reader sees of a piece of the page. */
function words(page: string): string {
  return page.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'").replaceAll("&amp;", "&").replace(/\s+/g, " ");
}

Deno.test("the page shows both ends of a tunnel, and marks what must be equal", () => {
  const page = renderRunbook([testGateway()]);
  const rows = [...page.matchAll(/<tr( class="equal")?><th scope="row">(.*?)<\/tr>/gs)]
    .map(([, equal, rest]) => `${equal ? "=" : " "} ${words(rest!)}`.trimEnd());
  assert.deepEqual(rows, [
    "  Address 10.0.0.50, behind NAT 192.0.2.230",
    "  Identity 10.0.0.50 192.0.2.230",
    "  Networks 10.0.0.0/24 10.0.10.0/24",
    "  Negotiation starts it may wait for it",
    "=  = IKE , must be equal version 1, main mode",
    "=  = Phase 1 , must be equal aes-256, hmac-sha2-256, modp2048",
    "=  = Phase 1 lifetime , must be equal 86400 s (24 h)",
    "=  = Phase 2 , must be equal ESP, tunnel mode aes-256, hmac-sha2-256, modp2048",
    "=  = Phase 2 lifetime , must be equal 3600 s (1 h)",
    "=  = Pre-shared key , must be equal the same text, kept in the file …/secrets/branch10.psk ; not shown here",
  ]);
});

Deno.test("it has what a person types when a tunnel is down, with this gateway's names", () => {
  const text = words(renderRunbook([testGateway()]));
  for (
    const line of [
      "virsh console hq",
      "rcctl check isakmpd",
      "tcpdump -ni vio0 host 192.0.2.230 and '(udp port 500 or udp port 4500 or ip proto 50)'",
      "pfctl -ss | grep 192.0.2.230",
      "vpnctl restart branch10",
      "rcctl restart isakmpd ipsecctl -f /etc/ipsec.conf",
      "ping -I 10.0.0.50 HOST 10.0.10.0/24",
      "gatewright replace hq.yaml --on /dev/vg0/vpn-server-new",
      "gatewright build hq.yaml --out out/hq",
      "gatewright deploy out/hq /dev/vg0/vpn-server",
      "UDP port 4500 IKE and IPsec through NAT 192.0.2.230 10.0.0.50",
      "10.0.10.0/24 10.0.0.50",
    ]
  ) assert(text.includes(line), line);
  assert.match(text, /paul ssh-ed25519 …\S{8} paul@example\.net no doas/);
});

Deno.test("two gateways that stand in for each other are one, with the address that both send from", () => {
  const half = (name: string, own: string, peer: string): Gateway => {
    const gateway = testRouter(
      {
        name,
        hostname: `${name}.example.net`,
        tunnels: [testTunnel({ ike: 2, localAddress: "203.0.113.3" })],
      },
      testInterface("vio2", `${own}/30`),
      testInterface("carp0", "203.0.113.3/29", {
        carp: { vhid: 1, carpdev: "vio0", advskew: 0, advbase: 1 },
      }),
    );
    return { ...gateway, failover: { interface: "vio2", peer, key: { file: "/srv/key" } } };
  };
  const page = renderRunbook([
    half("gw1", "10.255.0.1", "10.255.0.2"),
    half("gw2", "10.255.0.2", "10.255.0.1"),
  ]);
  assert.match(page, /both speak as 203\.0\.113\.3/);
  assert.match(words(page), /ifconfig carp/);
  assert.match(words(page), /tcpdump -ni vio0 /);
  assert.equal(page.match(/<table class="ends">/g)?.length, 1);
  // Two that do not name each other are two.
  const strangers = renderRunbook([
    half("gw1", "10.255.0.1", "10.255.0.2"),
    half("gw2", "10.255.0.6", "10.255.0.5"),
  ]);
  assert.doesNotMatch(strangers, /both speak as/);
});

Deno.test("a tunnel between two that are described is shown once, with both ends' own values", () => {
  const page = renderRunbook(family());
  assert.equal(page.match(/<table class="ends">/g)?.length, 3);
  assert.match(
    words(page),
    /Identity hub\.example\.net branch1\.example\.net .*Negotiation waits for it starts it/,
  );
  assert.match(words(page), /What the tunnels of branch1\.example\.net lead to/);
  assert.doesNotMatch(words(page), /What the tunnels of branch2\.example\.net lead to/);
});

Deno.test("the one that most tunnels lead to is in the middle, whatever the order of the files", () => {
  const [hub, one, two] = family();
  const page = renderRunbook([one!, two!, hub!]);
  const captions = [...page.matchAll(/<figcaption>(.*?)<\/figcaption>/g)].map(([, text]) => text);
  assert.deepEqual(captions, [
    "What the tunnels of hub.example.net lead to",
    "What the tunnels of branch1.example.net lead to",
  ]);
});

Deno.test("clients that dial in are shown, also where there is no tunnel", () => {
  const users = [{ name: "anna", password: { file: "/srv/anna" } }];
  const clients = [{ name: "staff", pool: "10.99.0.0/24", networks: [], nameservers: [], users }];
  const text = words(renderRunbook([testRouter({ tunnels: [], clients })]));
  assert.match(text, /staff 10\.99\.0\.0\/24 everything name and password: anna/);
  assert.match(text, /tcpdump -ni vio0 udp port 500 or udp port 4500 or ip proto 50 /);
  assert.match(text, /Begin again\. rcctl restart iked/);
  assert.doesNotMatch(text, /vpnctl restart/);
});

Deno.test("no secret is on the page", () => {
  const secret = "5ecret-5ecret";
  const gateway = testGateway({
    access: {
      rootPassword: { kind: "hash", hash: `$2b$08$${secret}` },
      rootKeys: [`command="${secret}" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE root@example.net`],
      rootSsh: "yes",
      users: [],
    },
    tunnels: [testTunnel({ auth: { method: "psk", psk: { command: ["pass", secret] } } })],
    files: [{
      path: "/etc/x",
      content: { kind: "text", text: secret },
    }] as unknown as Gateway["files"],
  });
  const page = renderRunbook([gateway]);
  assert.doesNotMatch(page, /5ecret/);
  assert.match(words(page), /what a command prints/);
});

Deno.test("the page asks nothing of any server and runs no script", () => {
  for (const gateways of [[testGateway()], [manyTunnels(50)], [hostileGateway()], family()]) {
    const page = renderRunbook(gateways);
    const inTags = [...page.replace(/<style>[^]*?<\/style>/, "").matchAll(/<[a-z][^>]*>/gi)].join(
      "\n",
    );
    assert.doesNotMatch(
      inTags,
      /<(script|img|link|iframe|object|base|form|image|use)\b|\s(src|on\w+|style)=/i,
    );
    for (const [, target] of inTags.matchAll(/href="([^"]*)"/g)) assert.match(target!, /^#/);
    assert.doesNotMatch(page, /url\(|@import/);
  }
});

Deno.test("headings go down by one, ids are there once, and every link has its place", () => {
  for (const gateways of [[testGateway()], [manyTunnels(50)], family()]) {
    const page = renderRunbook(gateways);
    const levels = [...page.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [at, level] of levels.entries()) assert(level <= (levels[at - 1] ?? 0) + 1);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) assert(ids.includes(id!), id);
    for (const [, list] of page.matchAll(/aria-labelledby="([^"]*)"/g)) {
      for (const id of list!.split(" ")) assert(ids.includes(id), id);
    }
  }
});

Deno.test("nothing that a description says becomes markup", () => {
  const plain = tags(renderRunbook([hostileGateway("plain")]));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme-ascii" }),
        fc.array(fc.constantFrom("<", ">", '"', "'", "&", "/", "script", "-->", "]]>", "=", " "))
          .map(
            (parts) => parts.join(""),
          ),
      ),
      (text) => {
        const page = renderRunbook([hostileGateway(`x${text}`)]);
        assert.deepEqual(tags(page), plain);
      },
    ),
    { examples: [[HOSTILE], ['" onload="x'], ["</style>"]], numRuns: 60 },
  );
});

Deno.test("values are escaped in text and in attributes, and what turns text around is shown", () => {
  assert.equal(
    markup`<a b="${`"'<>&`}">${"\u202e\u0000"}</a>`.text,
    '<a b="&quot;&#39;&lt;&gt;&amp;">\\u202e\\u0000</a>',
  );
  assert.equal(markup`${[markup`<b>`, undefined, false, 0]}`.text, "<b>0");
});
