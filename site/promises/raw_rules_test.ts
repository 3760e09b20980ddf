import assert from "node:assert/strict";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { parseGateway } from "../load_gateway.ts";

/** What is said of these raw rules: `line:column severity message`, those about the rules alone. */
function said(rules: string[], more = "", interfaces = "", strangers = false): string[] {
  const text = `hostname: gw.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.2/29}
    - {name: vio1, address: 10.0.0.1/24}
    - {name: carp1, address: 10.0.0.254/24, options: [vhid 2 carpdev vio1]}
${interfaces}  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}, {bridge: br2}]}
tunnels: [{name: a, peer: 198.51.100.7, local: 10.0.0.0/24, remote: 10.20.0.0/24, psk: {env: PSK}}]
${more}
firewall:
  ${more.includes("filtered") ? "skipTunnels: false\n  " : ""}${
    /# with: (.+)/.exec(more)?.[1]?.concat("\n  ") ?? ""
  }rules:
${rules.map((one) => `    - ${one}\n`).join("")}`;
  const problems = () => {
    try {
      return parseGateway(text, "gw.yaml").warnings;
    } catch (error) {
      assert(error instanceof DescriptionError, String(error));
      return error.problems;
    }
  };
  // What strangers reach is another promise.
  return problems().filter(({ path, message }) =>
    path.startsWith("firewall.rules") && (strangers || !message.startsWith("a stranger gets"))
  ).map((
    { path, line, column, severity, message },
  ) =>
    `${path.slice(14)} ${
      line - text.split("\n").indexOf("  rules:") - 1
    }:${column} ${severity} ${message}`
  );
}

Deno.test("raw rules: a syntax error has its column in the description, however it is quoted", () => {
  const at = (line: string) => said([line])[0]?.split(" ").slice(0, 3).join(" ");
  assert.equal(at("pass in on vio0 porto tcp"), "[0] 1:23 error");
  assert.equal(at("'pass in on vio0 porto tcp'"), "[0] 1:24 error");
  assert.equal(at('"pass in on vio0 porto tcp"'), "[0] 1:24 error");
  assert.equal(at(`'pass in on "it''s" porto tcp'`), "[0] 1:27 error");
  assert.deepEqual(said(["pass in on vio0 proto tcp"]), []);
});

/** Interfaces besides vio0, vio1 and carp1. */
const MORE = `    - {name: vio2, address: autoconf}
    - {name: vlan30, address: 10.20.30.1/24, vlan: {id: 30, parent: vio1}}
    - {name: vether0}
    - {name: vlan31, address: 10.20.31.1/24, vlan: {id: 31, parent: vether0}}
    - {name: gre0, address: 10.99.0.1/32, peer: 10.99.0.2, gre: {local: 10.0.0.1, remote: 10.40.0.1}}
`;

Deno.test("raw rules: a bare name is taken where the installer and each boot can look it up", () => {
  const right = [
    "match out on vio0 inet from vio1:network nat-to 203.0.113.3",
    "match out on vio0 inet from 10.0.0.0/24 nat-to vio0:0",
    "pass in on vio1 proto tcp from vio1:network to vio1/32 port 80",
    "pass in on vlan30 proto tcp from vlan30:network to vlan30 port 80",
    "pass in on vio1 proto tcp from vio1:network to ! egress port 80",
    "pass in on vio1 proto tcp from ! lo0 to ! self port 80",
    "table <near> { vlan30:network vio1 }",
    "pass in on vio0 proto tcp from 198.51.100.9 to egress port 80 rtable 0",
  ];
  for (const rule of right) {
    const lines = said(
      [JSON.stringify(rule)],
      "forwarding: all",
      MORE.replace(/.*autoconf.*\n/, ""),
    );
    assert.deepEqual(lines.filter((one) => !/never|forwarded/.test(one)), [], rule);
  }
});

Deno.test("raw rules: a bare name that pfctl cannot look up is refused with the form to type", () => {
  const forms: [string, string, RegExp][] = [
    ["pass in proto tcp from vio2:network to port 80", "(vio2:network)", /has no address when/],
    ["pass in proto tcp from carp1:network to port 80", "(carp1:network)", /kernel has no carp1/],
    ["pass in proto tcp from any to gre0 port 80", "(gre0)", /kernel has no gre0/],
    ["pass in proto tcp from any to vlan31 port 80", "(vlan31)", /kernel has no vlan31/],
    [
      "pass in proto tcp from any to vio7/24 port 80",
      "(vio7)/24",
      /no interface of the description/,
    ],
    ["pass in proto tcp from any to enc0 port 80", "(enc0)", /no interface of the description/],
  ];
  for (const [rule, form, why] of forms) {
    const [line = ""] = said([rule], "forwarding: all", MORE);
    assert(line.startsWith("[0] 1:7 error ") && line.includes(`write ${form}`), `${rule}: ${line}`);
    assert.match(line, why);
    const right = rule.replace(/(?<=from |to )([a-z]+\d+)(:\w+)?/, "($&)");
    assert.deepEqual(
      said([right], "forwarding: all", MORE).filter((one) => / error /.test(one)),
      [],
      right,
    );
  }
  const [table = ""] = said(['"table <near> { carp1:network }"'], "forwarding: all", MORE);
  assert.match(table, /error carp1:network .* has no carp1; write its addresses in numbers$/);
  const [late = ""] = said(["pass in proto tcp to self port 80"], "forwarding: all", MORE);
  assert.match(late, /1:7 warning self .* vio2 may have no address yet.*write \(self\)$/);
  const [host] = said(["pass in proto tcp from admin.example.net to port 22"]);
  assert.match(host!, /admin\.example\.net cannot be looked up before there is a network/);
});

Deno.test("raw rules: where packets are routed to is read as the release reads it", () => {
  const rule = "pass in on vio1 from 10.0.0.0/24 to ! 10.20.0.0/24 route-to 203.0.113.6";
  const nat = "match out on vio0 from 10.0.0.0/24 nat-to (vio0)";
  assert.deepEqual(said([rule, nat], 'release: "6.9"\nforwarding: all'), []);
  const [line = ""] = said([rule], 'release: "6.8"\nforwarding: all');
  assert.match(
    line,
    /^\[0\] 1:7 error pf\.conf of OpenBSD 6\.8 reads .* route-to as an interface/,
  );
});

Deno.test("a route that takes what belongs into a tunnel is complained of, and one that does not is taken", () => {
  const rule = "pass in on vio1 from 10.0.0.0/24 to any route-to 203.0.113.6";
  const [line = ""] = said([rule], "forwarding: all");
  assert.match(
    line,
    /warning traffic for a is routed elsewhere and blocked there: .* leave 10\.20\.0\.0\/24 out/,
  );
  const nat = "match out on vio0 from 10.0.0.0/24 nat-to (vio0)";
  assert.deepEqual(said([rule.replace("any", "! 10.20.0.0/24"), nat], "forwarding: all"), []);
});

Deno.test("raw rules: what no packet matches is a warning", () => {
  const never: [string, RegExp][] = [
    ["match on enc0 scrub (max-mss 1320)", /skipTunnels leaves enc0 unfiltered/],
    ["block in log on enc0 proto tcp to port 3389", /skipTunnels leaves enc0 unfiltered/],
    ["pass in on vio7 proto tcp to port 80", /there is no interface or group vio7/],
    ["pass in on ! vio7 proto tcp from 192.0.2.9 to port 80", /no interface or group vio7/],
    ["pass in proto tcp from (vio7:network) to port 80", /no interface or group vio7/],
    ["pass out quick received-on vio7", /no interface or group vio7/],
    ["pass in on carp1 proto tcp to port 80", /pf sees packets of carp1 on vio1/],
    ["pass in on lo0 proto tcp to port 80", /lo0 is loopback/],
    ["match out on vio0 inet from 10.0.0.0/24 nat-to (vio0)", /write forwarding: all/],
    ["pass in on vio0 inet proto tcp to port 80 rdr-to 10.0.0.5", /write forwarding: all/],
  ];
  const six = said(["match out on vio0 inet6 from fd00::/8 nat-to (vio0)"], "forwarding: all");
  assert.match(six.join("\n"), /^\[0\] 1:7 warning vio0 has no IPv6 address, [^\n]*$/);
  const four = "match out on vio0 inet from 10.0.0.0/24 nat-to (vio0)";
  assert.deepEqual(said([four], "forwarding: all"), []);
  for (const [rule, says] of never) {
    const lines = said([rule]);
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0]!, /^\[0\] 1:7 warning /);
    assert.match(lines[0]!, says);
  }
  for (
    const rule of [
      "match on vio1 scrub (max-mss 1320)",
      "pass in on ! enc0 proto tcp to port 80",
      "pass in on tun0 proto tcp to port 80",
      "pass in on vio0 inet proto tcp to port 80 rdr-to 127.0.0.1",
    ]
  ) {
    assert.deepEqual(said([rule]), [], rule);
  }
});

Deno.test("raw rules: floating states that can begin on a filtered enc0 are a warning", () => {
  const filtered = "# filtered";
  const [line] = said(["pass in proto tcp to (self) port 443"], filtered);
  assert.match(line!, /^\[0\] 1:7 warning its states can begin on enc0/);
  for (
    const rules of [
      ["pass in on ! enc0 proto tcp to (self) port 443"],
      ["pass in on vio1 proto tcp to (self) port 443"],
      ["pass in proto tcp to (self) port 443 keep state (if-bound)"],
      ["set state-policy if-bound", "pass in proto tcp to (self) port 443"],
      ["block in proto tcp to (self) port 443"],
    ]
  ) {
    assert.deepEqual(said(rules, filtered), [], rules.join());
  }
  assert.deepEqual(said(["pass in proto tcp to (self) port 443"]), []);
});

Deno.test("raw rules: what pfctl makes of them on this machine is reported", () => {
  const [line] = said(["pass in inet proto icmp6"]);
  assert.match(line!, /^\[0\] 1:7 error .*icmp6/);
  const many = Array.from({ length: 80 }, (_, n) => `10.${n}.0.0/16`).join(" ");
  const lines = said([`pass in on vio1 from { ${many} } to { ${many} }`], "forwarding: all");
  assert.match(lines.join("\n"), /expands to 6400 pf rules.*; put the addresses into a table/);
});

Deno.test("raw rules: interfaces that are skipped, and fields that name them", () => {
  const [dead, ...rest] = said(["set skip on vio1", "block in on vio1 proto tcp to port 80"]);
  assert.match(dead!, /^\[1\] 2:7 warning set skip keeps pf from vio1, .* take vio1 out/);
  assert.deepEqual(rest, []);
  assert.deepEqual(
    said(["set skip on vio1", "block in on { vio0 vio1 } proto tcp to port 80"]),
    [],
  );
  const [none] = said(["set skip on vio9"]);
  assert.match(none!, /^\[0\] 1:7 warning there is no interface or group vio9/);
  const rules = ["set skip on { lo vio1 }"];
  const fields = "forwarding: all\n";
  const beside = (field: string) => said(rules, `${fields}# with: ${field}`).join();
  assert.equal(beside(""), "");
  assert.match(
    beside("allow: [{on: vio1, to: any}]"),
    /pf then does not look at vio1, so firewall\.allow\[0\] never matches there/,
  );
  assert.equal(beside("allow: [{on: vio0, proto: tcp, port: 22, from: any}]"), "");
  assert.equal(beside("nat: [{on: vio0, from: 10.0.0.0/24}]"), "");
});

Deno.test("raw rules about what an unfiltered tunnel carries match none of it", () => {
  const [line] = said(["block in quick proto tcp from 10.20.0.0/24 to port 22"]);
  assert.match(line!, /^\[0\] 1:7 warning a carries traffic from there.*set skipTunnels: false/);
  for (
    const rule of [
      "block in quick proto tcp from 10.0.0.0/24 to port 22",
      "block in quick on vio0 from 10.20.0.0/24",
      "block in quick from { 10.20.0.0/24 192.0.2.0/24 }",
      "block out quick from 10.20.0.0/24",
    ]
  ) {
    assert.deepEqual(said([rule]), [], rule);
  }
  assert.deepEqual(said(["block in quick from 10.20.0.0/24"], "# filtered"), []);
});

Deno.test("files that raw rules open must be brought by the description", () => {
  const rules = [
    "'table <bad> persist file \"/etc/bad\"'",
    "'include \"/etc/pf.more\"'",
    "'load anchor x from \"/etc/pf.x\"'",
  ];
  for (const rule of rules) {
    const [found, ...more] = said([rule]);
    assert.match(
      found ?? "",
      /error no field puts \/etc\/\S+ on the gateway.*write files:/,
      rule,
    );
    assert.deepEqual(more, []);
  }
  const files = ["/etc/bad", "/etc/pf.more", "/etc/pf.x"]
    .map((path) => `{path: ${path}, content: "# nothing\\n"}`);
  assert.deepEqual(
    said(rules, `files: [${files.join(", ")}]`).filter((one) => /error/.test(one)),
    [],
  );
});

Deno.test("what raw rules include or load is checked if the description has its text", () => {
  const opens = (rules: string[], files: string) => said(rules, `files: [${files}]`, "", true);
  const known = '{path: /etc/pf.more, content: "pass in quick\\n"}';
  for (
    const rules of [
      ["'include \"/etc/pf.more\"'"],
      ["anchor x", "'load anchor x from \"/etc/pf.more\"'"],
    ]
  ) {
    const [found = ""] = opens(rules, known);
    const at = rules.length - 1;
    assert.match(
      found,
      new RegExp(`^\\[${at}\\] .* warning a stranger gets to the gateway: .*pf\\.more:1`),
    );
  }
  const [unknown = "", ...more] = opens(
    ["'include \"/etc/pf.more\"'"],
    "{path: /etc/pf.more, source: ./more}",
  );
  assert.match(unknown, /warning what \/etc\/pf\.more holds at run time is not known/);
  assert.deepEqual(more, []);
  assert.match(opens(["anchor later"], "")[0] ?? "", /what the anchor later holds .* is not known/);
});
