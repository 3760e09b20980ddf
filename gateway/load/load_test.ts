import assert from "node:assert/strict";
import { NEWEST } from "../openbsd/releases.ts";
import fc from "fast-check";
import { loadGateway, parseGateway } from "./load.ts";
import { DescriptionError } from "../document/problem.ts";
import { GOOD, problems } from "../../test/broken_description.ts";

Deno.test("the small gateway is accepted without a complaint", () =>
  assert.deepEqual(problems(GOOD), []));

Deno.test("complaints of schema and meaning come at once, in the order of the file", () => {
  const lines = problems(
    GOOD.replace("keys:", "kyes:")
      .replace("10.0.0.50/24", "10.0.0.50/99")
      .replace("remote: 10.0.10.0/24", "remote: [10.0.0.128/25]")
      .replace("{file: a.psk}", "secret-value"),
  );
  const said = [/^gw\.yaml:4:29: .*IPv4 address/, /^gw\.yaml:8:20: .*did you mean keys\?/];
  said.push(/^gw\.yaml:13:14: .*remote\[0\].*overlap/, /^gw\.yaml:14:10: .*not shown/);
  assert.equal(lines.length, said.length, lines.join("\n"));
  for (const [at, line] of lines.entries()) assert.match(line, said[at]!);
  assert(!lines.join().includes("secret-value"), "a secret was shown");
});

/** One mistake, of which others would follow that nobody wants to read. */
const ALONE: [string, string | RegExp, string][] = [
  ["an address, and the router in its subnet", "10.0.0.50/24", "10.0.0.5O/24"],
  ["the name of the address field", "address:", "adress:"],
  ["a field that nobody knows, and the router", "address: 10.0.0.50/24", "xyzzy: 1"],
  ["the interfaces", /interfaces:\n.*\n/, "interfaces: vio0\n"],
  ["the network", /network:[^]*access:/, "netwrok: {interfaces: [{name: vio0}]}\naccess:"],
  ["the keys, and the door", "keys:", "kyes:"],
  ["one key, and the door", /keys: .*/, "keys: [5]}"],
  ["the name of a tunnel, and a rule for it", /- name: a/, "- name: 'a b'"],
  [
    "the IKE version, and its transforms",
    "psk:",
    "ike: 3\n    phase2: {enc: chacha20-poly1305}\n    psk:",
  ],
  ["a file's content", /$/, "files: [{path: /etc/x, contnt: y}]\n"],
  [
    "the size of the disk, and the layout",
    /$/,
    "disk: {size: 9X, layout: [{mount: /, size: 8G}]}\n",
  ],
  ["the layout, and its room", /$/, "disk: {layout: [{mount: /, size: 2}]}\n"],
  ["the cards of the guest", /$/, "domain: {interfaces: [{brigde: br0}]}\n"],
  [
    "the architecture, and the firmware",
    /$/,
    "release: {version: '8.0', arch: i387}\ndomain: {firmware: uefi}\n",
  ],
  [
    "the parent of a vlan",
    "  gateway:",
    "    - {name: vlan1, vlan: {id: 1, parent: 'vio 0'}}\n  gateway:",
  ],
  ["a peer, which the firewall lets in", "192.0.2.1", "192.0.2.400"],
  [
    "the release, and the prefetch area",
    /$/,
    "release: 7.9\ndisk: {layout: [{mount: /, size: 1G}, {mount: /tmp, size: 600M}, {mount: /var, size: 2G}]}\n",
  ],
];

for (const [name, from, to] of ALONE) {
  Deno.test(`one complaint, and no consequence: ${name}`, () => {
    const lines = problems(GOOD.replace(from, to));
    assert.equal(lines.length, 1, lines.join("\n"));
  });
}

Deno.test("a doubled key hides nothing else", () => {
  const lines = problems(`${GOOD.replace("10.0.0.50/24", "10.0.0.50/99")}hostname: gw\n`);
  assert.equal(lines.length, 2, lines.join("\n"));
});

Deno.test("the legacy tunnel of the how-to is expressible and only warned about", () => {
  const legacy = GOOD.replace(
    "psk:",
    "ike: 1\n    tag: a\n    phase1: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 86400}\n    phase2: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 3600}\n    psk:",
  );
  const { gateway, warnings } = parseGateway(legacy, "gw.yaml");
  assert.deepEqual(gateway.tunnels[0]?.phase1, {
    sets: [{ auth: "hmac-sha1", enc: "3des", group: "modp1024" }],
    lifetime: 86400,
  });
  assert.equal(warnings.length, 6);
  assert(warnings.every((one) => /tunnel a: .* is weak; use /.test(one.message)));
  assert.throws(() => parseGateway(legacy, "gw.yaml", { strict: true }), DescriptionError);
});

Deno.test("no value of any field can smuggle in a line, a quote or a shell word", () => {
  const fields = [
    "hostname: $",
    "timezone: $",
    "installurl: https://x/$",
    "network: {search: [$], interfaces: [{name: vio0}]}",
    "packages: [$]",
    "rcConf: {x: $}",
    "sysctl: {x: $}",
  ];
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom(...fields),
      fc.constantFrom("\n", '"', "`", "$", "'", "\\", "\u0000"),
      (value, field, evil) => {
        const text = `hostname: gw\nnetwork: {interfaces: [{name: vio0}]}\n`.split("\n")
          .filter((line) => !line || !field.startsWith(line.split(":")[0]!)).join("\n") +
          field.replace(
            /\S*\$/,
            (place) => JSON.stringify(place.replace("$", () => value + evil)),
          ) + "\n";
        assert.throws(() => parseGateway(text, "gw.yaml"), DescriptionError);
      },
    ),
  );
});

Deno.test("whatever the text is, the answer is a gateway or a DescriptionError", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
    try {
      parseGateway(text, "gw.yaml");
    } catch (error) {
      assert(error instanceof DescriptionError, String(error));
    }
  }));
});

Deno.test("a rehearsal asks the questions of a release", () => {
  const release = (text: string) => parseGateway(`${GOOD}${text}`, "gw.yaml").gateway.release;
  assert.deepEqual(release("release: rehearsal\n"), {
    version: NEWEST,
    number: 80,
    arch: "amd64",
    rehearsal: true,
  });
  assert.deepEqual(release("release: {version: '6.6', arch: i386, rehearsal: true}\n"), {
    version: "6.6",
    number: 66,
    arch: "i386",
    rehearsal: true,
  });
});

Deno.test("files that a description names are looked for", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/gw.yaml`;
    const files = "files: [{path: /etc/x, source: x}, {path: /etc/y, source: y}]\n";
    await Deno.writeTextFile(file, GOOD + files);
    await Deno.writeTextFile(`${folder}/x`, "x");
    await Deno.writeTextFile(`${folder}/a.psk`, "x".repeat(40));
    const error = await loadGateway(file).catch((error) => error);
    assert(error instanceof DescriptionError);
    assert.equal(error.problems.length, 1);
    assert.match(
      error.message,
      /gw\.yaml:15:59: error: files\[1\]\.source: there is no file .*\/y$/,
    );
    await Deno.mkdir(`${folder}/y`);
    await assert.rejects(loadGateway(file), /y is not a file/);
    await Deno.remove(`${folder}/y`);
    await Deno.writeTextFile(`${folder}/y`, "y");
    assert.deepEqual((await loadGateway(file)).warnings, []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a secret that stands in the description is never shown, however it breaks the YAML", () => {
  const ways = [
    ...["hunter2", '"abc" hunter2', "hunter2: x", "[hunter2", "*hunter2", "!hunter2 x", '"hunter2'],
    ...["'hunter2", "@hunter2", "`hunter2", "%hunter2", "|hunter2", ">hunter2", "&hunter2"],
    ...[
      "&a hunter2",
      "? hunter2",
      "- hunter2",
      "{file: a, hunter2}",
      "{hunter2: x}",
      "!!x hunter2",
    ],
    ...['{env: "hunter2 x"}', '{file: "a\\nhunter2"}', "{command: [5, hunter2]}", "]hunter2"],
    ...["{file: a, file: hunter2, value: hunter2}", "{value: hunter2}", "[hunter2]", ", hunter2"],
  ];
  for (const way of ways) {
    const lines = problems(GOOD.replace("{file: a.psk}", way));
    assert(lines.length > 0, way);
    assert(!lines.join("\n").includes("hunter2"), `${way}: ${lines.join("\n")}`);
  }
});

Deno.test("an alias without an anchor is reported where it stands", () => {
  assert.match(problems(GOOD.replace("192.0.2.1", "*peer"))[0]!, /^gw\.yaml:11:11: .*no anchor/);
});

Deno.test("of a description whose base is missing nothing is reported that only follows from that", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const file = `${folder}/gw.yaml`;
    const said = async (text: string) => {
      await Deno.writeTextFile(file, text);
      const error = await loadGateway(file).catch((error) => error);
      assert(error instanceof DescriptionError);
      return error.problems.map(({ path, message }) => `${path}: ${message}`);
    };
    const missing = await said("extends: nosuch.yaml\nhostname: gw.example.net\n");
    assert.equal(missing.length, 1);
    assert.match(missing[0]!, /^extends: .*nosuch\.yaml: there is no such file/);
    // What is wrong by itself is said all the same.
    const wrong = await said("extends: nosuch.yaml\nhostname: gw.example.net\nforwardin: all\n");
    assert.match(wrong.join("\n"), /there is no field "forwardin"/);
    assert.equal(wrong.length, 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
