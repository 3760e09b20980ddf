import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { parseDescriptionDocument } from "../document/document.ts";
import { layerOf, mergeLayers } from "../document/merge.ts";
import { extended } from "./extended.ts";

/** Reads `name` out of `files`, with all that it extends. */
function load(name: string, files: Record<string, string>) {
  const texts = new Map(Object.entries(files));
  return extended(parseDescriptionDocument(texts.get(name)!, name), (file) => {
    const text = texts.get(file);
    return text === undefined
      ? Promise.reject(new GatewrightError("there is no such file"))
      : Promise.resolve(text);
  });
}

const BASE = `release: "8.0"
network:
  interfaces:
    - {name: vio0, description: provider}
    - {name: carp0, carp: {vhid: 1, advskew: 0}}
  nameservers: [10.0.0.1, 10.0.0.2]
timezone: UTC
`;

Deno.test("maps merge, named things merge by name, other lists are replaced, null removes", async () => {
  const { data } = await load("gw1.yaml", {
    "base.yaml": BASE,
    "gw1.yaml": `extends: base.yaml
timezone: null
network:
  interfaces:
    - {name: carp0, carp: {advskew: 100}}
    - {name: vio1, address: 10.0.0.1/24}
  nameservers: [10.0.0.3]
`,
  });
  assert.deepEqual(data, {
    release: "8.0",
    extends: "base.yaml",
    network: {
      interfaces: [
        { name: "vio0", description: "provider" },
        { name: "carp0", carp: { vhid: 1, advskew: 100 } },
        { name: "vio1", address: "10.0.0.1/24" },
      ],
      nameservers: ["10.0.0.3"],
    },
  });
});

Deno.test("a name that is twice in one file stays there twice, in whichever file that is", async () => {
  const twice = "network: {interfaces: [{name: vio0, mtu: 1}, {name: vio0, mtu: 2}]}\n";
  const once = "network: {interfaces: [{name: vio0, mtu: 3}]}\n";
  for (const [base, top] of [[once, twice], [twice, once]]) {
    const { data } = await load("gw1.yaml", {
      "base.yaml": base!,
      "gw1.yaml": `extends: base.yaml\n${top}`,
    });
    // deno-lint-ignore no-explicit-any -- the description is as it was written
    assert.equal((data as any).network.interfaces.length, 2);
  }
});

Deno.test("a complaint names the file, line and column that wrote the value", async () => {
  const document = await load("gw1.yaml", {
    "base.yaml": BASE,
    "gw1.yaml": "extends: base.yaml\nnetwork:\n  interfaces:\n    - {name: carp0, mtu: 9}\n",
  });
  const place = (...path: (string | number)[]) => {
    const { file, line, column } = document.problem(path, "error", "");
    return `${file}:${line}:${column}`;
  };
  assert.equal(place("network", "interfaces", 1, "carp", "vhid"), "base.yaml:5:34");
  assert.equal(place("network", "interfaces", 1, "mtu"), "gw1.yaml:4:26");
  assert.equal(place("network", "interfaces", 0, "description"), "base.yaml:4:33");
  assert.equal(place("network", "nameservers", 1), "base.yaml:6:27");
  assert.equal(place("hostname"), "gw1.yaml:1:1");
  assert.equal(document.written(["timezone"]), "UTC");
});

Deno.test("later ones of a list win, and what they extend is under them", async () => {
  const { data } = await load("top.yaml", {
    "a.yaml": "extends: root.yaml\nname: a\nhostname: a\n",
    "b.yaml": "name: b\n",
    "root.yaml": "name: root\ntimezone: root\n",
    "top.yaml": "extends: [a.yaml, b.yaml]\n",
  });
  const { extends: _, ...rest } = data as Record<string, unknown>;
  assert.deepEqual(rest, { name: "b", hostname: "a", timezone: "root" });
});

Deno.test("a file that many ways lead to is read once", async () => {
  const files: [string, string][] = [["0.yaml", "timezone: UTC\n"]];
  for (let at = 1; at < 15; at++) {
    files.push([`${at}.yaml`, `extends: [${at - 1}.yaml, ${at - 1}.yaml]\nname: n${at}\n`]);
  }
  const read: string[] = [];
  const texts = new Map(files);
  const top = parseDescriptionDocument("extends: [14.yaml, 3.yaml]\n", "top.yaml");
  const { data, problems } = await extended(top, (file) => {
    read.push(file);
    return Promise.resolve(texts.get(file)!);
  });
  assert.equal(read.length, 15);
  assert.deepEqual(problems, []);
  const { extends: _, ...rest } = data as Record<string, unknown>;
  assert.deepEqual(rest, { timezone: "UTC", name: "n3" });
});

Deno.test("circles, depth and missing files are reported where `extends` stands", async () => {
  const circle = await load("a.yaml", {
    "a.yaml": "extends: b.yaml\n",
    "b.yaml": "\nextends: a.yaml\n",
  });
  assert.match(
    circle.problems[0]!.message,
    /a\.yaml extends itself: a\.yaml -> b\.yaml -> a\.yaml/,
  );
  assert.deepEqual([circle.problems[0]!.file, circle.problems[0]!.line], ["b.yaml", 2]);
  const missing = await load("a.yaml", { "a.yaml": "extends: [c.yaml]\n" });
  assert.match(missing.problems[0]!.message, /c\.yaml: there is no such file/);
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, at) => [
        `${at}.yaml`,
        at === length - 1 ? "name: last\n" : `extends: ${at + 1}.yaml\n`,
      ]),
    );
  assert.deepEqual((await load("0.yaml", chain(16))).problems, []);
  assert.match((await load("0.yaml", chain(17))).problems[0]!.message, /more than 16/);
});

Deno.test("paths of files are relative to the file that they stand in", async () => {
  const { data } = await load("site/gw.yaml", {
    "common/base.yaml": `release: {key: keys/a.pub}
tunnels: [{name: a, psk: {file: secrets/a.psk}, srcid: secrets/a.psk}]
files: [{path: /etc/x, source: x}, {path: /etc/y, source: /srv/y}]
`,
    "site/gw.yaml": "extends: ../common/base.yaml\n",
  });
  const { extends: _, ...rest } = data as Record<string, unknown>;
  assert.deepEqual(rest, {
    release: { key: "../common/keys/a.pub" },
    tunnels: [{ name: "a", psk: { file: "../common/secrets/a.psk" }, srcid: "secrets/a.psk" }],
    files: [{ path: "/etc/x", source: "../common/x" }, { path: "/etc/y", source: "/srv/y" }],
  });
});

Deno.test("laid over nothing, over itself and twice, a description stays the same", () => {
  const value = fc.object({ maxDepth: 3, values: [fc.integer(), fc.string()] });
  fc.assert(
    fc.property(value, value, (base, top) => {
      const layer = (data: unknown) =>
        layerOf({ ...parseDescriptionDocument("a: 1\n", "a"), data });
      const plain = (data: unknown) => JSON.parse(JSON.stringify(data));
      const once = mergeLayers(layer(base), layer(top));
      assert.deepEqual(plain(mergeLayers(layer({}), layer(top)).data), plain(top));
      assert.deepEqual(plain(mergeLayers(once, layer(top)).data), plain(once.data));
      assert.deepEqual(plain(mergeLayers(layer(top), layer(top)).data), plain(top));
    }),
  );
});
