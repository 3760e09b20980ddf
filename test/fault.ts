/**
 * Things that go wrong, as users meet them: the command line as a process, and what must hold after
 * it failed. The table of faults is in test/README.md.
 * @module
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { entry, type TestOnly } from "./command_line.ts";

const ROOT = new URL("../", import.meta.url).pathname;

/** Deno's own cache, which would otherwise move along with `XDG_CACHE_HOME`. */
const DENO_DIR = Deno.env.get("DENO_DIR") ??
  join(Deno.env.get("XDG_CACHE_HOME") ?? join(Deno.env.get("HOME") ?? "/root", ".cache"), "deno");

/** How a command ended. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** How a command is run. */
export interface RunCommand {
  /** Added to the environment. */
  env?: Record<string, string>;
  /** What only tests give. */
  testing?: TestOnly;
  /** Done as soon as it has been started; `pid` is that of gatewright. */
  start?: (pid: number) => void;
  /** Done once, when stderr matches. */
  when?: RegExp;
  /** What is done then, while gatewright is stopped; `pid` is its. */
  act?: (pid: number) => void | Promise<void>;
  /** It is not stopped: what is waited for does not pass. */
  runsOn?: boolean;
}

/** What must hold after a failure. */
export interface Expected {
  /** Exit code: 1 failed, 2 usage, 3 description, 4 verification, 5 timeout, 130 interrupted. */
  code: number;
  /** All of these are in the message. */
  says: (RegExp | string)[];
  /** Names in the folder around `out`, besides the failed log, which may always be there. */
  leaves?: string[];
}

/**
 * A place for one command that is going to fail: a folder with a description, a cache, a folder of temporary
 * files and one for results, all of its own. Everything that was started with it carries a mark in
 * its environment, by which what is left of it is found.
 */
export class FaultBench implements AsyncDisposable {
  /** The description: `gw.yaml` of a gateway with one tunnel. */
  readonly description: string;
  /** Where the results would be: `results/gw`. */
  readonly out: string;
  /** `XDG_CACHE_HOME`; the cache is `gatewright` in it. */
  readonly cacheHome: string;
  /** `TMPDIR`. */
  readonly tmp: string;
  readonly #mark = `GATEWRIGHT_TEST=${crypto.randomUUID()}`;

  private constructor(readonly folder: string) {
    this.description = join(folder, "gw.yaml");
    this.out = join(folder, "results", "gw");
    this.cacheHome = join(folder, "cache");
    this.tmp = join(folder, "tmp");
  }

  /**
   * Makes the place.
   *
   * @param release the value of `release` in the description, as YAML in one line
   * @param more further lines of the description
   */
  static async create(release: string, more = ""): Promise<FaultBench> {
    const bench = new FaultBench(await Deno.makeTempDir({ prefix: "gw-fault-" }));
    for (const name of ["results", "cache", "tmp"]) await Deno.mkdir(join(bench.folder, name));
    await Deno.writeTextFile(join(bench.folder, "a.psk"), "a-psk-of-a-test-gateway-0001\n", {
      mode: 0o600,
    });
    await Deno.writeTextFile(
      bench.description,
      `hostname: vpn1.example.net
release: ${release}
timezone: Europe/Stockholm
disk: {size: 3G}
network:
  interfaces: [{name: em0, address: 10.0.0.50/24}]
  gateway: 10.0.0.1
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY admin@example.net"]}
tunnels:
  - {name: a, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}
domain: {hardware: legacy, memory: 512M, vcpus: 1}
${more}`,
    );
    return bench;
  }

  /** Runs `gatewright ARGS...`; `build` gets the description, `--out` and TCG where they are not given. */
  async run(args: string[], options: RunCommand = {}): Promise<Ran> {
    const [name, value] = this.#mark.split("=") as [string, string];
    const stops = options.when && !options.runsOn ? { stopAt: options.when.source } : undefined;
    const [program, ...first] = entry(stops ? { ...options.testing, ...stops } : options.testing);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", "--frozen", join(ROOT, program!), ...first, ...args],
      cwd: this.folder,
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
      env: {
        DENO_DIR,
        XDG_CACHE_HOME: this.cacheHome,
        TMPDIR: this.tmp,
        GATEWRIGHT_DEBUG: "",
        ...options.env,
        [name]: value,
      },
    }).spawn();
    options.start?.(child.pid);
    let stderr = "";
    const reading = (async () => {
      let acted = false;
      for await (const part of child.stderr.pipeThrough(new TextDecoderStream())) {
        stderr += part;
        if (acted || !options.when?.test(stderr)) continue;
        acted = true;
        if (stops) await stopped(child.pid);
        await options.act?.(child.pid);
        if (stops) goOn(child.pid);
      }
      if (options.when) assert(acted, `${options.when} was never said:\n${stderr}`);
    })();
    const [stdout, , { code }] = await Promise.all([
      new Response(child.stdout).text(),
      reading,
      child.status,
    ]);
    return { code, stdout, stderr };
  }

  /** Builds the description, quickly and under TCG. */
  build(args: string[] = [], options: RunCommand = {}): Promise<Ran> {
    return this.run(
      ["build", this.description, "--out", this.out, "--accel", "tcg", ...args],
      options,
    );
  }

  /** Process ids of what was started here and runs still, by the name of its program. */
  async running(program = /./): Promise<number[]> {
    const found: number[] = [];
    for await (const { name } of Deno.readDir("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      try {
        const environ = await Deno.readTextFile(`/proc/${name}/environ`);
        if (!environ.split("\0").includes(this.#mark)) continue;
        const comm = (await Deno.readTextFile(`/proc/${name}/comm`)).trim();
        if (program.test(comm)) found.push(Number(name));
      } catch { /* it has just ended, or is another user's */ }
    }
    return found;
  }

  /**
   * Holds a failure against what must be true of every one: exit code, message with what to do next,
   * no QEMU and no temporary file left, no half output, and a cache of good files only.
   */
  async failed(ran: Ran, expected: Expected): Promise<void> {
    const said = `exit code ${ran.code}\n${ran.stdout}${ran.stderr}`;
    assert.equal(ran.code, expected.code, said);
    for (const words of expected.says) {
      assert(typeof words === "string" ? ran.stderr.includes(words) : words.test(ran.stderr), said);
    }
    if (expected.code !== 130) assert.match(ran.stderr, /^ {2}next: \S/m, said);
    assert.doesNotMatch(ran.stderr, /unexpected:|a-psk-of-a-test/, said);
    assert.equal(ran.stdout, "", said);
    assert.deepEqual(await this.running(), [], `processes are left; ${said}`);
    assert.deepEqual(await names(this.tmp), [], `temporary files are left; ${said}`);
    const log = `${basename(this.out)}.failed.log`;
    const left = (await names(join(this.folder, "results"))).filter((name) => name !== log);
    assert.deepEqual(left, expected.leaves ?? [], said);
    await this.cacheIsGood();
  }

  /** Every file of the cache has the hash it is named after, and nobody's download lies about. */
  async cacheIsGood(): Promise<void> {
    const cache = join(this.cacheHome, "gatewright");
    for (const name of await names(join(cache, "sha256"))) {
      const bytes = await Deno.readFile(join(cache, "sha256", name));
      assert.equal(createHash("sha256").update(bytes).digest("hex"), name, "spoiled cache");
    }
    for (const name of await names(join(cache, "partial"))) {
      assert.match(name, /^[0-9a-f]{64}\.part$/, "a download that nobody finds again");
    }
  }

  /** Removes the place. */
  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
}

/** Waits until a process has stopped itself. */
async function stopped(pid: number): Promise<void> {
  while (!/^State:\s+T/m.test(await Deno.readTextFile(`/proc/${pid}/status`))) {
    // Looking again is the only way to know.
  }
}

/** Lets a process go on, unless it was killed. */
function goOn(pid: number): void {
  try {
    Deno.kill(pid, "SIGCONT");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** The names in a folder, in order; none where there is no folder. */
async function names(folder: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
  } catch {
    return [];
  }
}
