/**
 * Another user of the host, who looks on while a build runs.
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { FaultBench } from "./fault.ts";
import { abstractOf, type Attack, type Findings, listening, portsOf } from "./attack/other_user.ts";

/** What came of an attack; of other programs of the host, no answer counts. */
export interface Seen extends Omit<Findings, "answers"> {
  /** Answers of the build's ports other than 404 and 400: `200 /index.txt`. */
  answers: string[];
  /** Number of the build's ports. */
  ports: number;
  /** Its abstract sockets. */
  abstract: string[];
}

/** Milliseconds between two looks at who listens. */
const LOOK = 250;

/** User and group that own nothing. */
const NOBODY = "65534";

/** Another user can only be played by root. */
export const canBeOtherUser: boolean = Deno.uid() === 0;

/**
 * Does `work` on a bench while another user looks on, where the tests run as root. That user reads no
 * secret, in no file, shared memory or process; writes to nothing; no socket takes a connection, and no
 * port answers. Temporary files are in a folder that everybody can write to, as /tmp.
 */
export async function lookedOn<T>(
  bench: FaultBench,
  secrets: string[],
  work: () => Promise<T>,
): Promise<T> {
  if (!canBeOtherUser) return await work();
  // What is around it is open to everybody: only what Gatewright itself makes protects it.
  for (const name of ["", "results", "cache", "tmp"]) {
    await Deno.chmod(join(bench.folder, name), name === "tmp" ? 0o1777 : 0o755);
  }
  const attack = await attackAsNobody({
    folders: [bench.folder, "/dev/shm", "/dev/mqueue"],
    secrets,
    named: bench.folder,
  });
  return await work().finally(async () => {
    const { open, answers, words, inspected, ports, abstract } = await attack.stop();
    const bases = await Array.fromAsync(
      Deno.readDir(join(bench.cacheHome, "gatewright", "base")),
      ({ name }) => name,
    );
    // A base is named after its kind, which is no secret.
    const secret = words.filter((word) => !bases.includes(word));
    const found = { open, answers, secret, abstract };
    assert.deepEqual(found, { open: [], answers: [], secret: [], abstract: [] });
    assert(ports > 0, "no port of the build was seen");
    assert(inspected > 10, `${inspected} paths were looked at`);
  });
}

/**
 * Has user nobody try {@linkcode Attack} again and again, and returns when that has begun; `stop` ends it
 * and gives what came of it.
 * The program runs from a folder that everybody can read.
 */
export async function attackAsNobody(
  attack: Omit<Attack, "old" | "paths" | "builder">,
): Promise<{ stop(): Promise<Seen> }> {
  const old = [...listening().keys()];
  const folder = await Deno.makeTempDir({ prefix: "gw-nobody-" });
  await Deno.chmod(folder, 0o755);
  const deno = join(folder, "deno");
  await Deno.copyFile(Deno.execPath(), deno);
  const program = join(folder, "attack.ts");
  await Deno.copyFile(new URL("attack/other_user.ts", import.meta.url), program);
  const versions = ["6.6", "7.9", "8.0"].flatMap((version) => [
    `/pub/OpenBSD/${version}/amd64/index.txt`,
    `/pub/OpenBSD/${version}/amd64/site${version.replace(".", "")}.tgz`,
    `/${version}/amd64/site${version.replace(".", "")}.tgz`,
    `/site${version.replace(".", "")}.tgz`,
  ]);
  const paths = [
    "/",
    "/index.txt",
    "/pub/OpenBSD/",
    "/install.conf",
    "/../etc/passwd",
    ...versions,
  ];
  const child = new Deno.Command("setpriv", {
    args: [
      ...["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--no-new-privs", "--"],
      ...[deno, "run", "-A", "--no-check", "--no-config", "--quiet", program],
    ],
    cwd: "/",
    clearEnv: true,
    env: { PATH: "/usr/bin:/bin", HOME: folder, DENO_DIR: "/nonexistent" },
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(
    new TextEncoder().encode(`${JSON.stringify({ ...attack, old, paths, builder: Deno.pid })}\n`),
  );
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  const hear = async () => {
    const { done, value = "" } = await reader.read();
    said += value;
    return !done;
  };
  while (!said.includes("\n")) assert(await hear(), "the other user has ended");
  const ports = new Set<number>();
  const abstract = new Set<string>();
  const timer = setInterval(() => {
    portsOf(Deno.pid, attack.named).forEach((port) => ports.add(port));
    abstractOf(Deno.pid, attack.named).forEach((name) => abstract.add(name));
  }, LOOK);
  return {
    async stop() {
      clearInterval(timer);
      await writer.close();
      while (await hear());
      await child.status;
      await Deno.remove(folder, { recursive: true });
      const found: Findings = JSON.parse(said.slice(said.indexOf("\n")));
      const answers = found.answers.filter(({ port }) => ports.has(port));
      return {
        ...found,
        answers: answers.map(({ answer }) => answer),
        ports: ports.size,
        abstract: [...abstract],
      };
    },
  };
}
