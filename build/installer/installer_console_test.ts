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

Deno.test("a question that waits is distinguished from silence", () => {
  const console = running();
  void [...console.feed(encoder.encode("Terminal type? [vt220] "))];
  assert.equal(console.silent(10), undefined);
  assert.match(console.silent(25)!.format(), /that is not given[^]*Terminal type\?/);
  void [...console.feed(encoder.encode("vt220\nworking"))];
  assert.equal(console.silent(25), undefined);
  assert.equal(console.silent(1e6)!.kind, "timeout");
});

Deno.test("an unknown question is named as one, and soon", () => {
  const console = running();
  void [...console.feed(encoder.encode("Which of these? [none] "))];
  assert.equal(console.silent(3), undefined);
  assert.match(console.silent(10)!.format(), /unknown question[^]*Which of these\?/);
  const told = [...running().feed(encoder.encode("Which of these? (or 'done') [none] none\n"))];
  const notice = told.find((action) => action.kind === "notice");
  assert.match(notice!.text, /unknown question: Which of these\?.* by default: none/);
  void [...console.feed(encoder.encode("none\nWorking (slowly)"))];
  assert.equal(console.silent(10), undefined);
});

Deno.test("a guest that prints for ever is ended too", () => {
  const console = running();
  assert.equal(console.overdue(100), undefined);
  assert.equal(console.overdue(1e5)!.kind, "timeout");
});

Deno.test("echoes, colours and split characters change nothing", () => {
  const console = new InstallerConsole({ files: [files[0]!] });
  const typed: string[] = [];
  const hear = (said: string | Uint8Array<ArrayBuffer>) => {
    const bytes = typeof said === "string" ? encoder.encode(said) : said;
    for (let at = 0; at < bytes.length; at++) {
      for (const action of console.feed(bytes.subarray(at, at + 1))) {
        if (action.kind === "type") typed.push(action.text);
      }
    }
  };
  hear(new Uint8Array([0xc3, 0x28, 0xff, 0x00, 0x0a]));
  hear("\x1b[1;32m(I)nstall, (U)pgrade, \x1b[0m(A)utoinstall or (S)hell? ");
  assert.deepEqual(typed.splice(0), ["s\n"]);
  hear("s\r\n\x1b]0;a title\x07# ");
  assert.deepEqual(typed.splice(0), ["set +o emacs\n"]);
  // The line editor draws what was typed again before it prompts.
  hear("set +o\b\b\b\b\b\bset +o emacs\r\n# ");
  assert.deepEqual(typed.splice(0), ["stty -echo\n"]);
});

Deno.test("megabytes of noise are read in little time and memory, and end nothing", () => {
  const console = running();
  const noise = encoder.encode(`${"x".repeat(5000)}? [y] \x1b[31m# ddb panic: no\n`.repeat(200));
  for (let i = 0; i < 10; i++) {
    for (const action of console.feed(noise)) {
      assert(action.kind === "log", JSON.stringify(action).slice(0, 200));
      assert(action.line.length <= 4096);
    }
  }
  const end = [...console.feed(encoder.encode("\nCONGRATULATIONS! done\n"))];
  assert(end.some(({ kind }) => kind === "installed"));
});

Deno.test("random bytes never break the console, whatever they split", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (chunks) => {
      const console = running();
      for (const chunk of chunks) {
        for (const _ of console.feed(new Uint8Array(chunk))) { /* any action will do */ }
        console.silent(5);
      }
    }),
  );
});

Deno.test("words of failures inside a line of text are no failures", () => {
  for (
    const line of [
      "he said panic: do not",
      "see 'failed; check /tmp/ai/ai.log' in the manual",
      "gateway: CONGRATULATIONS! are early",
      "the text Question has no answer in response file: x",
    ]
  ) {
    const actions = [...running().feed(encoder.encode(`${line}\n`))];
    assert.deepEqual(actions, [{ kind: "log", line }]);
  }
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
  assert.match(last.error.message, /the answers arrive damaged in the guest/);
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
