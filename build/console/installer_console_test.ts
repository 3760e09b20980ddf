import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { type ConsoleAction, InstallerConsole, type TypedFile } from "./installer_console.ts";

const recorded = Deno.readFileSync(new URL("testdata/install_66.txt", import.meta.url));
const encoder = new TextEncoder();

/** The checksums that the guest of the recording printed stand for files that arrived whole. */
const sums = [...new TextDecoder().decode(recorded).matchAll(/([0-9a-f]{64})\r?$/gm)]
  .map((match) => match[1]!);
const files: TypedFile[] = [
  { path: "/disklabel.conf", text: "/ 300M-* 95%\nswap 64M 5%\n", sha256: sums[0]! },
  { path: "/auto_install.conf", text: "x = y\n".repeat(25), sha256: sums[1]! },
];

function follow(chunks: Uint8Array<ArrayBuffer>[], secrets: string[] = []): ConsoleAction[] {
  const console = new InstallerConsole({ files, secrets });
  return chunks.flatMap((chunk) => [...console.feed(chunk)]);
}

/** What the guest says before the installer runs, ending where `/autoinstall` was typed. */
function running(secrets: string[] = []): InstallerConsole {
  const text = { path: "/auto_install.conf", text: "a = b\n" };
  const sha256 = createHash("sha256").update(text.text).digest("hex");
  const console = new InstallerConsole({ files: [{ ...text, sha256 }], secrets });
  const typed: string[] = [];
  for (
    const said of [
      "(I)nstall, (U)pgrade, (A)utoinstall or (S)hell? ",
      ...["s\n# ", "set +o emacs\n# ", "stty -echo\n# ", "> ", "> ", "# ", `${sha256}\n# `],
    ]
  ) {
    for (const action of console.feed(encoder.encode(said))) {
      if (action.kind === "type") typed.push(action.text);
    }
  }
  assert.equal(typed.at(-1), "stty echo; /autoinstall\n");
  return console;
}

function failure(said: string) {
  const actions = [...running().feed(encoder.encode(said))];
  const failed = actions.find((action) => action.kind === "failed");
  assert(failed, `no failure in ${JSON.stringify(actions)}`);
  return failed.error;
}

Deno.test("a recorded installation goes through its phases to its end", () => {
  const actions = follow([recorded]);
  assert.deepEqual(
    actions.flatMap((action) => action.kind === "phase" ? [action.phase] : []),
    ["answers", "questions", "sets", "configure", "end"],
  );
  assert.equal(actions.filter(({ kind }) => kind === "installed").length, 1);
  assert.deepEqual(
    actions.filter((action) => action.kind === "set" && action.percent === 100).slice(-1),
    [{ kind: "set", name: "site66.tgz", percent: 100 }],
  );
});

Deno.test("how the bytes arrive changes nothing", () => {
  const whole = JSON.stringify(follow([recorded]).filter(({ kind }) => kind !== "type"));
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 50 }),
      (sizes) => {
        const chunks = [];
        for (let at = 0, i = 0; at < recorded.length; i++) {
          const size = sizes[i % sizes.length]!;
          chunks.push(recorded.slice(at, at + size));
          at += size;
        }
        const events = follow(chunks).filter((action) =>
          action.kind === "phase" || action.kind === "installed" || action.kind === "question"
        );
        const expected = (JSON.parse(whole) as ConsoleAction[]).filter((action) =>
          action.kind === "phase" || action.kind === "installed" || action.kind === "question"
        );
        assert.deepEqual(events, expected);
      },
    ),
    { numRuns: 30 },
  );
});

Deno.test("every failure has its own words", () => {
  const unanswered = failure('Question has no answer in response file: "Favourite colour?"\n');
  assert.match(unanswered.why!, /Favourite colour\?/);
  const refused = failure("gatewright: install.site: REFUSED /etc/pf.conf:7: syntax error\n");
  assert.equal(refused.where, "/etc/pf.conf:7");
  assert.match(failure("panic: ffs_alloc\n").message, /panicked/);
  assert.match(failure("ddb{0}> ").message, /debugger/);
  assert.match(failure("uid 0 on /: file system full\n").message, /full/);
  assert.equal(failure("Signature check of SHA256.sig failed\n").kind, "verification");
  assert.equal(failure("Checksum test for base79.tgz failed. Continue\n").kind, "verification");
  const failed = failure("somewhere it went wrong\nfailed; check /tmp/ai/ai.log\n");
  assert.match(failed.why!, /somewhere it went wrong/);
  for (const error of [unanswered, refused, failed]) assert(error.next);
});

Deno.test("the site set's own checksum question is no failure", () => {
  const line = "Checksum test for site79.tgz failed. Continue anyway? [no] yes\n";
  const actions = [...running().feed(encoder.encode(line))];
  assert(!actions.some(({ kind }) => kind === "failed"));
});

Deno.test("a shell that waits where the installer ran means it has failed", () => {
  const console = running();
  void [...console.feed(encoder.encode("gw# "))];
  assert.equal(console.silent(1), undefined);
  assert.match(console.silent(5)!.message, /installation failed/);
});

Deno.test("a question that waits is told from silence", () => {
  const console = running();
  void [...console.feed(encoder.encode("Which of these? [none] "))];
  assert.equal(console.silent(5), undefined);
  assert.match(console.silent(25)!.why!, /Which of these\?/);
  void [...console.feed(encoder.encode("none\nworking"))];
  assert.equal(console.silent(25), undefined);
  assert.equal(console.silent(1e6)!.kind, "timeout");
});

Deno.test("a menu or a shell inside a line of text is nothing to answer", () => {
  const console = new InstallerConsole({ files });
  const said = "he said (I)nstall, (U)pgrade, (A)utoinstall or (S)hell? ";
  assert.deepEqual([...console.feed(encoder.encode(said))], []);
});

Deno.test("an answer that arrives broken is typed again, and then given up", () => {
  const console = new InstallerConsole({ files: [files[0]!] });
  const actions: ConsoleAction[] = [];
  const hear = (said: string) => actions.push(...console.feed(encoder.encode(said)));
  hear("(I)nstall, (U)pgrade, (A)utoinstall or (S)hell? ");
  hear("# ");
  hear("# ");
  hear("# ");
  for (let attempt = 0; attempt < 3; attempt++) {
    for (const prompt of ["> ", "> ", "> ", "# ", `${"0".repeat(64)}\n# `]) hear(prompt);
  }
  const last = actions.at(-1)!;
  assert(last.kind === "failed");
  assert.match(last.error.message, /do not arrive whole/);
});

Deno.test("secrets are masked in lines and errors", () => {
  const console = running(["$2b$10$secretsecret"]);
  const said = "Password = $2b$10$secretsecret\nfailed; check /tmp/ai/ai.log\n";
  assert.doesNotMatch(JSON.stringify([...console.feed(encoder.encode(said))]), /secretsecret/);
});

Deno.test("a guest that starts again has failed", () => {
  const kernel = "OpenBSD 6.6 (RAMDISK) #349: Sat Oct 12 11:05:17 MDT 2019\r\n";
  const actions = follow([encoder.encode(kernel), encoder.encode(kernel)]);
  assert.equal(actions.at(-1)?.kind, "failed");
});
