/**
 * The script `gatewright` as it meets a new machine. npm, apt-get and id are stand-ins: the real ones
 * would change the machine.
 */
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Real programs that the script may use; nothing else of the host is in its PATH. */
const PROGRAMS = "cat chmod cut dirname env getent grep ln mkdir node readlink rm setsid sh touch";

const DENO = `#!/bin/sh
case $1 in
--version) echo "deno 2.9.6 (stand-in)" ;;
*) for word; do echo "[$word]"; done; mkdir -p "$DENO_DIR/npm" ;;
esac
`;

/** Installs a stand-in of Deno below --prefix. */
const NPM = `#!/bin/sh
[ "$1 $2" = "ci --ignore-scripts" ] || exit 1
while [ "$1" != --prefix ]; do shift; done
cat "$2/package-lock.json" >"$0.lock"
mkdir -p "$2/node_modules/@deno/linux-x64-glibc"
cat >"$2/node_modules/@deno/linux-x64-glibc/deno" <<'END'
${DENO}END
`;

/** A machine: a folder with spaces in its name that holds the script, a home, and programs. */
class Machine {
  private constructor(readonly folder: string) {}

  static async make(scripts: Record<string, string>): Promise<Machine> {
    const machine = new Machine(await Deno.makeTempDir({ prefix: "gatewright launcher " }));
    for (const name of ["bin", "home", "my project"]) await Deno.mkdir(`${machine.folder}/${name}`);
    for (const name of PROGRAMS.split(" ")) {
      const which = new Deno.Command("sh", { args: ["-c", `command -v ${name}`] });
      const path = new TextDecoder().decode((await which.output()).stdout).trim();
      assert.ok(path, `${name} is needed by this test`);
      await Deno.symlink(path, `${machine.folder}/bin/${name}`);
    }
    await Deno.copyFile(`${ROOT}gatewright`, machine.script);
    for (const [name, text] of Object.entries(scripts)) await machine.program(name, text);
    return machine;
  }

  get script(): string {
    return `${this.folder}/my project/gatewright`;
  }

  get data(): string {
    return `${this.folder}/home/.local/share/gatewright`;
  }

  /** Puts `text` in the place of the program `name`, which may be a link to that of the host. */
  async program(name: string, text: string): Promise<void> {
    const path = `${this.folder}/bin/${name}`;
    await Deno.remove(path).catch(() => {});
    await Deno.writeTextFile(path, text, { mode: 0o755, createNew: true });
  }

  start(
    args: string[],
    { script = this.script, env = {} as Record<string, string>, cwd = "/" } = {},
  ) {
    return new Deno.Command(`${this.folder}/bin/setsid`, {
      args: [script, ...args],
      cwd,
      clearEnv: true,
      env: { PATH: `${this.folder}/bin`, HOME: `${this.folder}/home`, CI: "true", ...env },
      stdin: "piped", // Whoever reads it waits for ever.
      stdout: "piped",
      stderr: "piped",
    }).spawn();
  }

  async run(...[args, options]: Parameters<Machine["start"]>) {
    const child = this.start(args, options);
    const { code, stdout, stderr } = await child.output();
    await child.stdin.close().catch(() => {});
    const text = new TextDecoder();
    return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
  }

  /** Names in the folder of data, sorted, but for that of the libraries. */
  installed(): string[] {
    return Array.from(Deno.readDirSync(this.data), ({ name }) => name)
      .filter((name) => name !== "deno-cache").sort();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

Deno.test("the first run installs Deno, later ones only start it", async () => {
  await using machine = await Machine.make({ npm: NPM });
  const first = await machine.run(["check", "my file.yaml"]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(
    first.stderr,
    /^gatewright: installing Deno [\d.]+ from npm into .*\ngatewright: downloading the libraries from npm, once: .*\n$/,
  );
  assert.ok(first.stdout.endsWith(`/my project/build/cli/main.ts]\n[check]\n[my file.yaml]\n`));
  assert.deepEqual(machine.installed(), ["deno-2.9.6"]);
  await machine.program("npm", "#!/bin/sh\nexit 1\n");
  assert.deepEqual(await machine.run(["check", "my file.yaml"]), { ...first, stderr: "" });
});

Deno.test("the libraries stay where they are when the cache is moved, unless DENO_DIR says otherwise", async () => {
  await using machine = await Machine.make({ npm: NPM });
  await machine.run(["schema"]);
  const show = `#!/bin/sh\necho "$DENO_DIR"\n`;
  await Deno.writeTextFile(`${machine.data}/deno-2.9.6/node_modules/.bin/deno`, show);
  const told = async (env: Record<string, string>) =>
    (await machine.run(["schema"], { env })).stdout.trim();
  const own = `${machine.data}/deno-cache`;
  assert.equal(await told({}), own);
  assert.equal(await told({ XDG_CACHE_HOME: `${machine.folder}/elsewhere` }), own);
  const given = `${machine.folder}/given`;
  assert.equal(await told({ DENO_DIR: given }), given);
});

/** The packages of Deno that a lock file names, with the hash of each. */
interface Lock {
  packages: Record<string, { version: string; integrity: string; os?: string[]; cpu?: string[] }>;
}

Deno.test("each package of Deno has its hash, and npm is told nothing but these", async () => {
  await using machine = await Machine.make({ npm: NPM });
  assert.equal((await machine.run(["schema"])).code, 0);
  const text = await Deno.readTextFile(`${machine.folder}/bin/npm.lock`);
  const { "": root, ...packages } = (JSON.parse(text) as Lock).packages;
  assert.deepEqual(root, { dependencies: { deno: "2.9.6" } });
  const hashes = new Set<string>();
  for (const { version, integrity } of Object.values(packages)) {
    assert.equal(version, "2.9.6");
    assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/);
    hashes.add(integrity);
  }
  const names = Object.keys(packages).map((name) => name.replace(/^node_modules\//, ""));
  assert.equal(hashes.size, names.length);
  assert.deepEqual(names.sort(), [
    "@deno/darwin-arm64",
    "@deno/darwin-x64",
    "@deno/linux-arm64-glibc",
    "@deno/linux-x64-glibc",
    "@deno/win32-arm64",
    "@deno/win32-x64",
    "deno",
  ]);
  const { os, cpu } = packages["node_modules/@deno/linux-arm64-glibc"]!;
  assert.deepEqual([os, cpu], [["linux"], ["arm64"]]);
});

const NPM_PATH = new TextDecoder().decode(
  new Deno.Command("sh", { args: ["-c", "command -v npm"] }).outputSync().stdout,
).trim();

Deno.test({
  name: "what another registry calls Deno is not run",
  ignore: NPM_PATH === "",
  fn: async () => {
    await using machine = await Machine.make({});
    await machine.program("npm", `#!/bin/sh\nexec ${NPM_PATH} "$@"\n`);
    const ran = `${machine.folder}/ran`;
    const json = (name: string) => ({
      name,
      version: "2.9.6",
      scripts: { postinstall: `>${ran}` },
    });
    const asked: string[] = [];
    // Another test may knock at every port of the host meanwhile.
    const registry = `/${crypto.randomUUID()}/`;
    await using server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      async (request) => {
        const whole = decodeURIComponent(new URL(request.url).pathname);
        if (!whole.startsWith(registry)) return new Response(null, { status: 404 });
        const path = whole.slice(registry.length);
        asked.push(path);
        const [name = ""] = /^(?:@deno\/)?[^/]+/.exec(path) ?? [];
        if (path.endsWith(".tgz")) {
          const body = (name: string, text: string) => ({
            header: { name, size: text.length, mode: 0o755, type: "file" as const },
            body: text,
          });
          const tar = await packTar([
            body("package/package.json", JSON.stringify(json(name))),
            body("package/deno", `#!/bin/sh\n>${ran}\n`),
          ]);
          return new Response(new Uint8Array(gzipSync(tar)));
        }
        const tarball = new URL(`${registry}${name}/-/x-2.9.6.tgz`, request.url).href;
        const versions = { "2.9.6": { ...json(name), dist: { tarball } } };
        return Response.json({ name, "dist-tags": { latest: "2.9.6" }, versions });
      },
    );
    const { code, stderr } = await machine.run(["schema"], {
      env: {
        npm_config_registry: `http://127.0.0.1:${server.addr.port}${registry}`,
        npm_config_cache: `${machine.folder}/cache`,
        npm_config_fetch_retries: "0",
      },
    });
    assert.equal(code, 1);
    assert.ok(asked.some((path) => path.endsWith(".tgz")), `${asked}`);
    assert.match(stderr, /EINTEGRITY[^]*npm could not install Deno/);
    assert.deepEqual(machine.installed(), []);
    await assert.rejects(Deno.stat(ran), Deno.errors.NotFound);
  },
});

Deno.test("symbolic links, any folder and sh gatewright find the project", async () => {
  await using machine = await Machine.make({ npm: NPM });
  const { folder } = machine;
  await Deno.mkdir(`${folder}/a`);
  await Deno.symlink("../my project/gatewright", `${folder}/a/relative`);
  await Deno.symlink(`${folder}/a/relative`, `${folder}/bin/gw`);
  const project = await Deno.realPath(`${folder}/my project`);
  for (
    const options of [
      { script: "my project/gatewright", cwd: folder },
      { script: "./gatewright", cwd: `${folder}/my project` },
      { script: `${folder}/a/relative` },
      { script: "./relative", cwd: `${folder}/a` },
      { script: "gw" },
    ]
  ) {
    const { code, stdout, stderr } = await machine.run(["schema"], options);
    assert.equal(code, 0, stderr);
    assert.ok(stdout.includes(`[${project}/build/cli/main.ts]`), stdout);
  }
  const { stdout } = await machine.run(["gatewright", "schema"], {
    script: `${folder}/bin/sh`,
    cwd: `${folder}/my project`,
  });
  assert.ok(stdout.includes(`[${project}/build/cli/main.ts]`), stdout);
});

Deno.test("a Deno 2 in PATH is used, another is not", async () => {
  await using machine = await Machine.make({ npm: NPM, deno: DENO });
  assert.match((await machine.run(["schema"])).stderr, /^gatewright: downloading the libraries/);
  assert.equal((await machine.run(["schema"])).stderr, "");
  await using old = await Machine.make({
    npm: NPM,
    deno: DENO.replace("deno 2.9.6", "deno 1.46.3"),
  });
  assert.match((await old.run(["schema"])).stderr, /installing Deno/);
});

Deno.test("two first runs at once both succeed, and leave one installation", async () => {
  await using machine = await Machine.make({});
  const meet = `${machine.folder}/meet`;
  await Deno.mkdir(meet);
  // Each waits until the other is here too.
  await machine.program(
    "npm",
    `${NPM}touch "${meet}/$$"\nuntil set -- "${meet}"/* && [ $# = 2 ]; do :; done\n`,
  );
  const both = await Promise.all([machine.run(["schema"]), machine.run(["schema"])]);
  for (const { code, stdout, stderr } of both) {
    assert.equal(code, 0, stderr);
    assert.match(stdout, /main\.ts\]\n\[schema\]/);
  }
  assert.deepEqual(machine.installed(), ["deno-2.9.6"]);
});

Deno.test("an npm that fails or is interrupted leaves nothing half done", async () => {
  const stuck = `${NPM}echo here\nwhile :; do :; done\n`;
  await using machine = await Machine.make({ npm: `${NPM}echo 'npm: no route' >&2; exit 1\n` });
  // What a launcher without this care left behind.
  await Deno.mkdir(`${machine.data}/deno-2.9.6/node_modules`, { recursive: true });
  const failed = await machine.run(["schema"]);
  assert.equal(failed.code, 1);
  assert.match(failed.stderr, /no route\ngatewright: npm could not install Deno[^]*next: /);
  assert.deepEqual(machine.installed(), ["deno-2.9.6"]);

  await machine.program("npm", stuck);
  for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]] as const) {
    const child = machine.start(["schema"]);
    const reader = child.stderr.getReader();
    const text = new TextDecoder();
    for (let said = ""; !said.includes("here");) said += text.decode((await reader.read()).value);
    // As a terminal does: the whole group.
    Deno.kill(-child.pid, signal);
    assert.equal((await child.status).code, status);
    await reader.cancel();
    await child.stdout.cancel();
    await child.stdin.close().catch(() => {});
    assert.deepEqual(machine.installed(), ["deno-2.9.6"]);
  }

  await machine.program("npm", NPM);
  assert.equal((await machine.run(["schema"])).code, 0);
  assert.deepEqual(machine.installed(), ["deno-2.9.6"]);
});

Deno.test("without HOME the account's home serves; where nothing can be written, it says so", async () => {
  await using machine = await Machine.make({ npm: NPM });
  await machine.program("getent", `#!/bin/sh\necho "x:x:0:0:x:${machine.folder}/home:/bin/sh"\n`);
  assert.equal((await machine.run(["schema"], { env: { HOME: "" } })).code, 0);
  assert.deepEqual(machine.installed(), ["deno-2.9.6"]);

  const { code, stderr } = await machine.run(["schema"], {
    env: { XDG_DATA_HOME: "/proc/nowhere" },
  });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /\/proc\/nowhere\/gatewright cannot be written to\n.*next: set XDG_DATA_HOME/,
  );
});

Deno.test("without npm it says what to install", async () => {
  await using machine = await Machine.make({});
  const { code, stderr } = await machine.run(["schema"]);
  assert.equal(code, 1);
  assert.match(stderr, /neither is npm[^]*next: apt-get install npm/);
});

const APT = (log: string) =>
  `#!/bin/sh
echo "$* DEBIAN_FRONTEND=$DEBIAN_FRONTEND" >>"${log}"
if read -r answer; then echo asked >>"${log}"; fi
case " $* " in *" update "*) echo 'one archive is down' >&2; exit 100 ;; esac
`;

Deno.test("root gets the packages a command needs, without a question", async () => {
  await using machine = await Machine.make({ npm: NPM, id: "#!/bin/sh\necho 0\n" });
  const log = `${machine.folder}/log`;
  await machine.program("apt-get", APT(log));
  const { code, stderr } = await machine.run(["build", "x.yaml"]);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /installing Debian packages: qemu-system-x86 qemu-utils util-linux\n/);
  const [update, install, ...more] = (await Deno.readTextFile(log)).trim().split("\n");
  assert.match(update!, / update DEBIAN_FRONTEND=noninteractive$/);
  assert.match(
    install!,
    / install -y --no-install-recommends qemu-system-x86 qemu-utils util-linux DEBIAN/,
  );
  assert.deepEqual(more, []);
});

Deno.test("a user without root is told what to type, and nothing is changed", async () => {
  await using machine = await Machine.make({ npm: NPM, id: "#!/bin/sh\necho 1000\n" });
  const log = `${machine.folder}/log`;
  await machine.program("apt-get", APT(log));
  for (const sudo of [undefined, "#!/bin/sh\nexit 1\n"]) {
    if (sudo) await machine.program("sudo", sudo);
    const { code, stderr } = await machine.run(["build", "x.yaml"]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /sudo apt-get install --no-install-recommends qemu-system-x86 qemu-utils util-linux\n/,
    );
    await assert.rejects(Deno.stat(log), Deno.errors.NotFound);
  }
  // What needs no program works all the same.
  for (const args of [["check", "x.yaml"], ["build", "--help"], ["deploy", "-h"], []]) {
    assert.equal((await machine.run(args)).code, 0, args.join(" "));
  }
  // A user who may become root without a password is not asked for one.
  await machine.program("true", "#!/bin/sh\n");
  await machine.program("sudo", `#!/bin/sh\n[ "$1" = -n ] && shift && exec "$@"\n`);
  const done = await machine.run(["build", "x.yaml"]);
  assert.equal(done.code, 0, done.stderr);
  assert.match(await Deno.readTextFile(log), /install -y/);
});

Deno.test("shellcheck has no complaint about the scripts of the project", async () => {
  const { stdout } = await new Deno.Command("shellcheck", {
    args: ["gatewright", ".ci/run", "test/fresh_clone.sh"],
    cwd: ROOT,
  }).output();
  assert.equal(new TextDecoder().decode(stdout), "");
});
