/**
 * The scripts of the stand-in, outside of its virtual machine: run by the same busybox.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { consume, parseResponse } from "../../autoinstall/match.ts";
import { fill } from "../../autoinstall/question.ts";
import { questionsOf } from "../../autoinstall/questions.ts";
import { debianParts } from "../../build/rehearsal/debian.ts";
import { defaultCacheDir } from "../../build/release/cache.ts";

const guest = new URL("../../build/rehearsal/guest/", import.meta.url).pathname;
const { programs } = await debianParts("virtio", { cacheDir: defaultCacheDir() });
const busybox = programs.find(([name]) => name === "bin/busybox")![1];

async function run(
  program: string,
  args: string[],
  stdin: string,
  env: Record<string, string> = {},
) {
  const child = new Deno.Command(program, {
    args,
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(stdin));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

/** What the stand-in answers to a question, and the lines that are left. */
async function answer(conf: string, question: string) {
  const rest = await Deno.makeTempFile({ prefix: "gw-rest-" });
  try {
    const env = { QUESTION: question, REST: rest };
    const ran = await run(busybox, ["awk", "-f", `${guest}answers.awk`], conf, env);
    assert.equal(ran.code, 0, ran.stderr);
    const found = /^=(.*)\n$/.exec(ran.stdout)?.[1];
    return { found, left: parseResponse(await Deno.readTextFile(rest)) };
  } finally {
    await Deno.remove(rest);
  }
}

async function agree(conf: string, question: string): Promise<void> {
  const lines = parseResponse(conf);
  const wanted = consume(lines, question)?.value;
  assert.deepEqual(await answer(conf, question), { found: wanted, left: lines });
}

Deno.test("the stand-in finds answers by the installer's rules, written down a second time", async () => {
  const names = { if: "vio0", user: "paul", set: "site79.tgz", sources: "disk http" };
  const questions = [66, 79, 80].flatMap((release) => questionsOf(release))
    .map(({ text }) => fill(text, names));
  const word = fc.constantFrom("Password", "for", "root", "(8)", "start", "sshd", "DISK", "disk?");
  const question = fc.oneof(
    fc.constantFrom(...questions),
    fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" ")),
  );
  const line = fc.oneof(
    fc.tuple(question, fc.nat(60), fc.nat(60), fc.string({ unit: "grapheme-ascii" }))
      .map(([text, from, length, value]) => `${text.slice(from, from + length)}=${value}`),
    fc.tuple(fc.array(word, { maxLength: 3 }), fc.constantFrom(" = ", "=", "= ", "\t=\t"), word)
      .map(([words, equals, value]) => `  ${words.join(" ")}${equals}${value}`),
    fc.constantFrom(
      "# a comment = 1",
      "",
      "=",
      "no equals sign",
      "key =",
      " = value",
      "a = b = c#d",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 6 }), question, async (lines, text) => {
      await agree(lines.map((one) => `${one}\n`).join(""), text);
    }),
    { numRuns: 150 },
  );
});

Deno.test("the stand-in keeps to the examples of the rules", async () => {
  const cases: [string, string, string | undefined][] = [
    ["Password for root = x", "Password for root account?", "x"],
    ["Start sshd = no", "Start sshd(8) by default?", undefined],
    ["Use (W)hole disk MBR = w", "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?", undefined],
    ["Use (W)hole disk = w", "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?", "w"],
    ["system HOSTNAME = gw = #1", "System hostname? (short form, e.g. 'foo')", "gw = #1"],
    ["System hostname =", "System hostname?", undefined],
  ];
  for (const [conf, question, wanted] of cases) {
    assert.equal((await answer(`${conf}\n`, question)).found, wanted, conf);
  }
});

async function layout(template: string, mebibytes: number) {
  const env = { START: "64", SECTORS: String(mebibytes * 2048) };
  const ran = await run(busybox, ["awk", "-f", `${guest}layout.awk`], template, env);
  return {
    ...ran,
    parts: ran.stdout.trim().split("\n").map((line) => {
      const [letter, mount, start, size] = line.split(" ");
      return { letter, mount, start: Number(start), size: Number(size) };
    }),
  };
}

Deno.test("the stand-in lays out a disk by the template, without gaps and overlaps", async () => {
  const single = await layout("/ 300M-* 95%\nswap 64M 5%\n", 3072);
  assert.deepEqual(single.parts.map(({ letter, mount }) => `${letter} ${mount}`), [
    "a /",
    "b swap",
  ]);
  // The real installer of 6.6 made 2871.8 MB of it on such a disk.
  assert(Math.abs(single.parts[0]!.size / 2048 - 2871.8) < 1, single.stdout);
  const custom = await layout("swap 256M\n/ 512M\n/var 1024M\n/home 64M-*\n", 4096);
  assert.equal(custom.code, 0, custom.stderr);
  let at = 64;
  for (const { start, size } of custom.parts) {
    assert.equal(start, at);
    at += size;
  }
  assert(4096 * 2048 - at < 16, custom.stdout);
  assert.match((await layout("/usr 1G\n", 4096)).stderr, /'\/' must be configured!/);
});

Deno.test("the scripts of the stand-in are clean to shellcheck", async () => {
  const text = (name: string) => Deno.readTextFile(`${guest}${name}`);
  const parts = ["common", "network", "accounts", "disk", "sets", "finish"];
  // As the guest reads them: one script, and what the first program found out about the machine.
  const facts =
    "VERSION=7.9 ARCH=amd64 disk=sd0 device=/dev/vda card=vio0 cpus=2 sectors=1 speed=9600\n";
  const library = (await Promise.all(parts.map((name) => text(`${name}.sh`)))).join("\n");
  const uses = `\necho "$VERSION" "$ARCH" "$disk" "$device" "$card" "$cpus" "$sectors" "$speed"\n`;
  const scripts: Record<string, string> = {
    install: `#!/bin/sh\n${facts}${library}\n${await text("install")}${uses}`,
  };
  for (const name of ["sha256", "ksh", "checker", "useradd"]) scripts[name] = await text(name);
  for (const name of ["init", "autoinstall"]) {
    scripts[name] = `#!/bin/sh\n${facts}${await text("common.sh")}\n${await text(name)}${uses}`;
  }
  for (const [name, script] of Object.entries(scripts)) {
    const { stdout } = await run("shellcheck", [
      ...["-s", "dash", "-f", "gcc"],
      // Files are sourced in the guest; `done` is an answer; `$2b$` begins a hash.
      ...["-e", "SC1091,SC1010,SC2016"],
      "-",
    ], script);
    assert.equal(stdout, "", `${name}:\n${stdout}`);
  }
});
