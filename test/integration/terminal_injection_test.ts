/**
 * Hostile names in all that the command line shows: in a description, in its file's name, on the command
 * line, and on a disk. A terminal must find nothing to obey, and no line may be forged.
 */
import assert from "node:assert/strict";
import { makeDisk } from "../disk_image.ts";
import { FaultBench } from "../fault.ts";
import { haveMakefs } from "../makefs.ts";

/** Sets a title, clears the screen, turns the order of text round, hides a letter. */
const HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egpj\u2066\u200b\r\x08\x7f";
/** A line that nobody but the attacker wrote, as a colon in it needs no quotes in YAML. */
const FORGED = "\ngw.raw: ok, forged";

/** `text` as YAML in double quotes. */
const quoted = (text: string) => JSON.stringify(text);

function assertHarmless(text: string, what: string): void {
  const found = /[^\P{C}\n\t]|[\u2028\u2029]/u.exec(text);
  const at = found?.index ?? 0;
  assert.equal(
    found,
    null,
    `${what}: ${JSON.stringify(text.slice(Math.max(0, at - 80), at + 20))}`,
  );
  assert.doesNotMatch(text, /^gw\.raw: ok, forged/m, what);
}

Deno.test("a description and the command line cannot speak to the terminal", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const text = await Deno.readTextFile(bench.description);
  const name = `${bench.folder}/a${HOSTILE}${FORGED}.yaml`;
  for (
    const more of [
      `${quoted(HOSTILE + FORGED)}: 1`,
      `timezone: ${quoted(HOSTILE + FORGED)}`,
      `packages: [${quoted(HOSTILE)}, ${quoted(HOSTILE + FORGED)}]`,
      `sysctl: {${quoted(HOSTILE + FORGED)}: 1}`,
      `files: [{path: ${quoted(`/etc/${HOSTILE}${FORGED}`)}, source: ${quoted(HOSTILE + FORGED)}}]`,
      `firewall: {allow: [{tunnel: ${quoted(HOSTILE + FORGED)}, port: ${quoted(HOSTILE)}}]}`,
      `${HOSTILE.replace(/[\r\x9b]/g, "")}: [`,
      `console: *${HOSTILE.replace(/[\r\x9b\x7f]/g, "")}`,
      `console: !${HOSTILE.replace(/[\r\x9b\x7f]/g, "")} 5`,
      "",
    ]
  ) {
    await Deno.writeTextFile(name, text + more);
    const { stdout, stderr } = await bench.run(["check", name]);
    assertHarmless(stdout + stderr, more);
  }
  await Deno.writeTextFile(name, `${text}${quoted(HOSTILE + FORGED)}: 1`);
  const json = await bench.run(["check", "--json", name]);
  assertHarmless(json.stdout, "--json");
  assert.ok(JSON.parse(json.stdout)[0].file.includes(HOSTILE), "JSON keeps the name");
  for (
    const args of [
      [HOSTILE + FORGED],
      ["check", `--${HOSTILE}${FORGED}`],
      ["check", HOSTILE + FORGED],
      ["inspect", HOSTILE + FORGED],
      ["inspect", name],
      ["fetch", HOSTILE + FORGED],
      ["fetch", "7.9", "--mirror", `http://127.0.0.1:1/${HOSTILE}${FORGED}`],
      ["domain", bench.description, "--bridge", HOSTILE + FORGED],
      ["deploy", HOSTILE + FORGED, HOSTILE + FORGED],
      ["migrate", HOSTILE + FORGED, "qemu:///system"],
    ]
  ) {
    const { stdout, stderr } = await bench.run(args);
    assertHarmless(stdout + stderr, args.join(" "));
  }
});

Deno.test({
  name: "a disk cannot speak to the terminal",
  ignore: !haveMakefs(),
  fn: async () => {
    await using bench = await FaultBench.create('"7.9"');
    const path = `/etc/${HOSTILE}${FORGED}`.replaceAll("\0", "");
    const disk = await makeDisk({
      "/bsd": [`\x7fELF OpenBSD ${HOSTILE} #1`, 0o777],
      [path]: [HOSTILE, 0o666],
      "/etc/installurl": [`${HOSTILE}${FORGED}\n`, 0o666],
      "/etc/ipsec.conf": [`ike esp psk "${HOSTILE.replace(/\r/, "")}"\n`, 0o666],
      "/etc/passwd": [`${HOSTILE}:x:0:0::/:/bin/ksh\n${FORGED}\n`, 0o644],
      "/etc/group": [`${HOSTILE}:*:0:${HOSTILE}\n`, 0o644],
    });
    const image = `${bench.folder}/gw.raw`;
    await Deno.writeFile(image, disk);
    for (
      const args of [
        [],
        ["--json"],
        ["--against", bench.description],
        ["ls", "/etc"],
        ["ls", "/etc", "--json"],
        ["stat", path],
        ["sum", path],
        ["cat", `${path}x`],
        ["tree"],
        ["tree", "--json"],
      ]
    ) {
      const { stdout, stderr } = await bench.run(["inspect", image, ...args]);
      assertHarmless(stdout + stderr, `inspect ${args.join(" ")}`);
      assert.ok(stdout.length + stderr.length > 20);
    }
  },
});
