/**
 * What `check` writes for programs, held against what those programs read; and standard input.
 */
import assert from "node:assert/strict";
import { Ajv } from "ajv";
import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with {
  type: "json",
};
import { join } from "node:path";

const ROOT = new URL("../../", import.meta.url).pathname;

const GOOD = `hostname: gw1.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.10/24}], gateway: 192.0.2.1}
access: {rootKeys: {file: keys/root.pub}}
`.replace(
  "{file: keys/root.pub}",
  '["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa a@b"]',
);
const WARNED = `${GOOD}tunnels:
  - {name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.1.0/24, psk: {file: a&b.psk}}
`;
const BAD = `${GOOD}tunels: ["<&>"]\nname: b\n`;

/** A folder with a description of each sort, and the command line in it. */
async function bench() {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "below"));
  const files = { "good.yaml": GOOD, "warned.yaml": WARNED, "below/b&d, 1.yaml": BAD };
  for (const [name, text] of Object.entries(files)) {
    await Deno.writeTextFile(join(folder, name), text);
  }
  return {
    folder,
    async check(args: string[], input?: string) {
      const child = new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "--quiet",
          "--frozen",
          join(ROOT, "build/cli/main.ts"),
          "check",
          ...args,
        ],
        cwd: folder,
        stdin: "piped",
        stdout: "piped",
        stderr: "piped",
      }).spawn();
      const writer = child.stdin.getWriter();
      // Who does not read it may close it.
      await writer.write(new TextEncoder().encode(input ?? "")).catch(() => {});
      await writer.close().catch(() => {});
      const { code, stdout, stderr } = await child.output();
      const text = new TextDecoder();
      return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
    },
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

const ALL = ["good.yaml", "warned.yaml", "below/b&d, 1.yaml", "none.yaml"];

Deno.test("check --format sarif writes what the schema of SARIF 2.1.0 allows", async () => {
  await using work = await bench();
  const { code, stdout, stderr } = await work.check(["--format", "sarif", ...ALL]);
  assert.equal(code, 3, stderr);
  const log = JSON.parse(stdout);
  // What it says in the words of draft-04 is these two only.
  const { $schema: _, id: __, ...schema } = sarifSchema;
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
    .compile(schema);
  const fits = (data: unknown): boolean => validate(data);
  assert(fits(log), JSON.stringify(validate.errors));
  // The schema refuses something.
  assert(!fits({ ...log, runs: [{ ...log.runs[0], results: [{ level: "bad" }] }] }));
  const places = log.runs[0].results.map((
    // deno-lint-ignore no-explicit-any -- the log is read as other programs read it
    { level, locations: [{ physicalLocation: { artifactLocation, region } }] }: any,
  ) => [level, artifactLocation.uri, region?.startLine]);
  assert.deepEqual(places.filter(([level]: [string]) => level === "error"), [
    ["error", "below/b%26d%2C%201.yaml", 4],
    ["error", "none.yaml", undefined],
  ]);
  assert(places.some(([level, uri]: string[]) => level === "warning" && uri === "warned.yaml"));
});

/** What CI servers read of JUnit's files: suites of cases, with one outcome each. */
const JUNIT = `<?xml version="1.0"?>
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start>
    <element name="testsuites">
      <ref name="counts"/>
      <oneOrMore><element name="testsuite">
        <ref name="counts"/>
        <attribute name="skipped"><data type="nonNegativeInteger"/></attribute>
        <zeroOrMore><element name="testcase">
          <attribute name="name"/><attribute name="classname"/>
          <attribute name="time"><data type="decimal"/></attribute>
          <optional><choice>
            <element name="failure"><attribute name="message"/><attribute name="type"/><text/></element>
            <element name="system-out"><text/></element>
          </choice></optional>
        </element></zeroOrMore>
      </element></oneOrMore>
    </element>
  </start>
  <define name="counts">
    <attribute name="name"/>
    <attribute name="tests"><data type="nonNegativeInteger"/></attribute>
    <attribute name="failures"><data type="nonNegativeInteger"/></attribute>
    <attribute name="errors"><data type="nonNegativeInteger"/></attribute>
  </define>
</grammar>
`;

Deno.test("check --format junit writes XML of the structure that CI servers read", async () => {
  await using work = await bench();
  const { code, stdout } = await work.check(["--format", "junit", ...ALL]);
  assert.equal(code, 3);
  await Deno.writeTextFile(join(work.folder, "out.xml"), stdout);
  await Deno.writeTextFile(join(work.folder, "junit.rng"), JUNIT);
  const xmllint = async (...args: string[]) => {
    const { success, stdout, stderr } = await new Deno.Command("xmllint", {
      args: [...args, "out.xml"],
      cwd: work.folder,
    }).output();
    const text = new TextDecoder();
    assert(success, text.decode(stderr));
    return text.decode(stdout).trim();
  };
  await xmllint("--noout", "--relaxng", "junit.rng");
  assert.equal(await xmllint("--xpath", "string(/testsuites/@failures)"), "2");
  assert.equal(await xmllint("--xpath", "count(//testcase[failure])"), "2");
  const failed = `//testcase[@name="below/b&d, 1.yaml"]/failure`;
  assert.match(await xmllint("--xpath", `string(${failed})`), /tunels.*did you mean tunnels\?/);
  assert.match(await xmllint("--xpath", `string(//testcase[2]/system-out)`), /warning: .*a&b\.psk/);
});

Deno.test("check --format github annotates lines, and says which files are right", async () => {
  await using work = await bench();
  const { code, stdout } = await work.check(["--format", "github", ...ALL]);
  assert.equal(code, 3);
  assert.match(stdout, /^::warning file=warned\.yaml,line=5,col=\d+,title=gatewright check::/m);
  assert.match(stdout, /^::error file=below\/b&d%2C 1\.yaml,line=4,col=1,/m);
  assert.match(stdout, /^::error file=none\.yaml,title=[^:]*::there is no such file%0Anext: /m);
  assert.match(stdout, /^good\.yaml: ok$/m);
  const unknown = await work.check(["--format", "html", "good.yaml"]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /--format html is not known; give text, github, sarif or junit/);
});

Deno.test("check - reads standard input; what it names is relative to the working folder", async () => {
  await using work = await bench();
  await Deno.writeTextFile(
    join(work.folder, "a.psk"),
    "correct-horse-battery-staple-0001\n",
    { mode: 0o600 },
  );
  const input = `extends: below/../warned.yaml\ntunnels: [{name: a, psk: {file: a.psk}}]\n`;
  const good = await work.check(["-", "--json"], input);
  assert.equal(good.code, 0, good.stderr);
  const [{ file, problems }] = JSON.parse(good.stdout);
  assert.equal(file, "-");
  assert.deepEqual(problems.filter(({ path }: { path: string }) => path.includes("psk")), []);

  const bad = await work.check(["good.yaml", "-"], BAD);
  assert.equal(bad.code, 3);
  assert.match(bad.stderr, /^-:4:1: error: .*did you mean tunnels\?/m);
  assert.equal(bad.stdout, "good.yaml: ok\n");
  const twice = await work.check(["-", "-"], GOOD);
  assert.equal(twice.code, 2);
  // A file of that name is another thing.
  const named = await work.check(["./-"], GOOD);
  assert.match(named.stderr, /\.\/-: there is no such file/);
});
